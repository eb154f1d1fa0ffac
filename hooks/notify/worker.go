package notify

import (
	"context"
	"sync"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

const (
	workerKey = "notify.worker"
	// longestSleep is how long the worker trusts that nothing comes by itself.
	longestSleep = 30 * time.Second
	// patience is how long the program's end waits for what is on its way.
	patience = 10 * time.Second
)

// worker spreads notices and sends messages, from the start of the server to its
// end. It alone does: PocketBase's database has one process.
type worker struct {
	app   core.App
	awake chan struct{}
	stop  context.CancelFunc
	done  chan struct{}
}

const byHand = "notify.by_hand"

// ByHand keeps the worker from starting with the server: whoever calls it calls
// [Work], as tests do.
func ByHand(app core.App) { app.Store().Set(byHand, true) }

// startWorker begins at the start of the server with what the last end left.
func startWorker(e *core.ServeEvent) error {
	if err := Resume(e.App); err != nil {
		return err
	}
	if _, err := pushKeysOf(e.App); err != nil { // made at the first start
		return err
	}
	if e.App.Store().Has(byHand) {
		return e.Next()
	}
	ctx, stop := context.WithCancel(context.Background())
	w := &worker{e.App, make(chan struct{}, 1), stop, make(chan struct{})}
	e.App.Store().Set(workerKey, w)
	go w.run(ctx)
	return e.Next()
}

// stopWorker waits for what is on its way, for a while.
func stopWorker(e *core.TerminateEvent) error {
	if w, running := e.App.Store().Get(workerKey).(*worker); running {
		w.stop()
		select {
		case <-w.done:
		case <-time.After(patience):
		}
		e.App.Store().Remove(workerKey)
	}
	return e.Next()
}

// wake lets the worker look at once; within a transaction, when it is through.
func wake(app core.App) {
	w, running := app.Store().Get(workerKey).(*worker)
	if !running {
		return
	}
	if tx := app.TxInfo(); tx != nil {
		tx.OnComplete(func(err error) error {
			w.look()
			return err
		})
		return
	}
	w.look()
}

func (w *worker) look() {
	select {
	case w.awake <- struct{}{}:
	default: // it will look anyway
	}
}

func (w *worker) run(ctx context.Context) {
	defer close(w.done)
	lanes := map[string]*sync.Mutex{ByPhone: {}, ByMail: {}, ByPush: {}}
	var running sync.WaitGroup
	defer running.Wait()
	for {
		now := time.Now()
		if err := prepareDue(w.app, now); err != nil {
			w.app.Logger().Error("notices wait", "error", err)
		}
		for channel, busy := range lanes {
			if !busy.TryLock() {
				continue // goes on with what it finds
			}
			running.Go(func() {
				newLane(w.app, channel, time.Now).run(ctx)
				busy.Unlock()
			})
		}
		select {
		case <-ctx.Done():
			return
		case <-w.awake:
		case <-time.After(w.sleep(now)):
		}
	}
}

// sleep is how long nothing is due.
func (w *worker) sleep(now time.Time) time.Duration {
	var next types.DateTime
	err := w.app.DB().NewQuery(`SELECT COALESCE(min(not_before), '') FROM (
		SELECT min(not_before) AS not_before FROM notice_deliveries WHERE state = 'queued' UNION ALL
		SELECT min(not_before) FROM notice_causes)`).Row(&next)
	if err != nil || next.IsZero() {
		return longestSleep
	}
	return min(max(next.Time().Sub(now), 200*time.Millisecond), longestSleep)
}

// prepareDue explains what happened and spreads what is to be told.
func prepareDue(app core.App, at time.Time) error {
	// One at a time, so that nothing is told twice.
	one := app.Store().GetOrSet("notify.preparing", func() any { return new(sync.Mutex) }).(*sync.Mutex)
	one.Lock()
	defer one.Unlock()
	if err := explainDue(app, at); err != nil {
		return err
	}
	return spreadOpen(app, at)
}

// Work does at once all that is due at a moment, and returns when it is done.
// The server's worker does it by itself; a command or a test calls it.
func Work(ctx context.Context, app core.App, at time.Time) error {
	if err := prepareDue(app, at); err != nil {
		return err
	}
	for _, channel := range Channels {
		for {
			newLane(app, channel, func() time.Time { return at }).run(ctx)
			var due int
			err := app.DB().NewQuery(`SELECT count(*) FROM notice_deliveries WHERE state = 'queued' AND channel = {:channel} AND not_before <= {:at}`).
				Bind(dbx.Params{"channel": channel, "at": stamp(at)}).Row(&due)
			if err != nil || due == 0 || ctx.Err() != nil {
				break
			}
		}
	}
	return nil
}
