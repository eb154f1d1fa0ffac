package imports

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
)

var (
	errBusy = fault.New(fault.Conflict, "import.busy",
		"Impor lain sedang berjalan. Tunggu sampai selesai, lalu coba lagi.",
		"Another import is at work. Wait until it is done, then try again.")
	errWrongState = fault.New(fault.Conflict, "import.state",
		"Batch ini sudah tidak dalam keadaan itu. Muat ulang halaman.",
		"This batch is no longer in that state. Reload the page.")
	errInterrupted = fault.New(fault.Internal, "import.interrupted",
		"Program berhenti di tengah pekerjaan. Tidak ada yang setengah tersimpan; mulai lagi.",
		"The program stopped in the middle of the job. Nothing is half kept; start again.")
)

// jobs are what works on batches in the background, one at a time: two would
// wait for each other's transaction, and need twice the memory.
type jobs struct {
	mu      sync.Mutex
	batch   string // at work, or ""
	percent int
	waiting []func()
	ctx     context.Context
	stop    context.CancelFunc
	running sync.WaitGroup
}

func jobsOf(app core.App) *jobs {
	return app.Store().GetOrSet("residents.imports", func() any {
		j := &jobs{}
		j.ctx, j.stop = context.WithCancel(context.Background())
		return j
	}).(*jobs)
}

// work is one of check, commit and undo.
type work func(ctx context.Context, app core.App, batch *core.Record, told progress) error

// begin moves a batch from one of some states to another and works on it in the
// background.
func begin(app core.App, batch *core.Record, to string, do work, from ...string) error {
	j := jobsOf(app)
	if !j.claim(batch.Id) {
		return errBusy
	}
	fresh, err := app.FindRecordById("imports", batch.Id) // another click may have been faster
	if err == nil && !slices.Contains(from, fresh.GetString("state")) {
		err = errWrongState
	}
	if err == nil {
		fresh.Set("state", to)
		fresh.Set("choice", batch.GetString("choice"))
		fresh.Set("create_hamlets", batch.GetBool("create_hamlets"))
		fresh.Set("hamlet", batch.GetString("hamlet"))
		fresh.Set("progress", 0)
		fresh.Set("error", nil)
		fresh.Set("started", types.NowDateTime())
		err = app.Save(fresh)
	}
	if err != nil {
		j.release()
		return err
	}
	j.running.Go(func() {
		defer j.release()
		_ = attempt(j.ctx, app, fresh, do, j.tell) // what went wrong stands on the batch
	})
	return nil
}

// attempt works on a batch; whatever goes wrong stands on it afterwards.
func attempt(ctx context.Context, app core.App, batch *core.Record, do work, told progress) (failure error) {
	defer func() {
		if hole := recover(); hole != nil {
			failure = fmt.Errorf("import: %v", hole)
		}
		if failure != nil {
			fail(app, batch.Id, failure)
		}
	}()
	defer frugal()()
	return do(ctx, app, batch, told)
}

func fail(app core.App, id string, reason error) {
	said := asFault(reason)
	if errors.Is(reason, context.Canceled) {
		said = errInterrupted
	}
	if said.Key == errUnexpected.Key {
		app.Logger().Error("import", "error", reason.Error(), "batch", id)
	}
	batch, err := app.FindRecordById("imports", id) // what was saved, not what was tried
	if err != nil {
		app.Logger().Error("import", "error", err.Error(), "batch", id)
		return
	}
	batch.Set("state", afterFailure(batch.GetString("state")))
	batch.Set("error", map[string]string{"key": said.Key, "text": said.In("id"), "text_en": said.In("en")})
	batch.Set("finished", types.NowDateTime())
	if err := app.Save(batch); err != nil {
		app.Logger().Error("import", "error", err.Error(), "batch", id)
	}
}

// afterFailure is where a batch stands when a job on it failed: an import that
// was taken back whole can be tried again, an undo that was refused leaves the
// batch imported.
func afterFailure(state string) string {
	switch state {
	case importing:
		return checked
	case undoing:
		return done
	}
	return failed
}

// claim makes a batch the one at work, unless another is.
func (j *jobs) claim(batch string) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.batch != "" {
		return false
	}
	j.batch, j.percent = batch, 0
	return true
}

func (j *jobs) release() {
	j.mu.Lock()
	j.batch = ""
	next := j.waiting
	j.waiting = nil
	j.mu.Unlock()
	for _, begin := range next {
		begin()
	}
}

// later calls begin now, or when the job at work is done.
func (j *jobs) later(begin func()) {
	j.mu.Lock()
	busy := j.batch != ""
	if busy {
		j.waiting = append(j.waiting, begin)
	}
	j.mu.Unlock()
	if !busy {
		begin()
	}
}

func (j *jobs) tell(percent int) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.percent = percent
}

// percentOf is how far the job on a batch is; false when none is at work on it.
func (j *jobs) percentOf(batch string) (int, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.percent, j.batch == batch
}

// finish stops the job at work and waits until it has.
func finish(e *core.TerminateEvent) error {
	j := jobsOf(e.App)
	j.stop()
	j.running.Wait()
	return e.Next()
}

// recoverBatches tells of every batch that the program left in the middle. What
// it did to the register was taken back with its transaction.
func recoverBatches(app core.App) error {
	left, err := app.FindRecordsByFilter("imports", "state = 'uploaded' || state = 'checking' || state = 'importing' || state = 'undoing'", "", 0, 0)
	for _, batch := range left {
		fail(app, batch.Id, context.Canceled)
	}
	return err
}
