package audit

import (
	"sync"
	"time"

	"github.com/pocketbase/pocketbase/core"
)

// A batch is written this long after its first entry, so that many reads share
// one transaction; after a failure the next try waits longer.
const (
	batchPause = time.Second
	retryPause = 10 * time.Second
)

const storeKey = "audit.trail"

// trail takes entries from readers and brings them into the table.
type trail struct {
	app core.App

	mu      sync.Mutex // guards all below
	queue   []Entry
	journal *journal
	recent  recent
	due     *time.Timer // the next batch; nil when none is coming
	closed  bool

	writing sync.Mutex // one batch at a time; taken before mu
}

// trailOf is nil in an app that keeps no trail: a slice's own tests.
func trailOf(app core.App) *trail {
	t, _ := app.Store().Get(storeKey).(*trail)
	return t
}

// add takes entries that are already sealed off from coalescing.
func (t *trail) add(entries []Entry) {
	if len(entries) == 0 {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if err := t.journal.append(entries); err != nil {
		t.app.Logger().Error("the audit journal cannot be written", "error", err.Error())
	}
	t.queue = append(t.queue, entries...)
	if t.due == nil && !t.closed {
		t.due = time.AfterFunc(batchPause, t.flushInTime)
	}
}

// onlyFresh leaves out the names in lists that were noted lately.
func (t *trail) onlyFresh(entries []Entry) []Entry {
	t.mu.Lock()
	defer t.mu.Unlock()
	fresh := entries[:0]
	for _, e := range entries {
		note := ""
		if e.Resident == "" {
			note = e.Note
		}
		if e.What != Listed && e.What != Found ||
			t.recent.fresh(sight{e.Actor, e.Resident, e.What, e.Purpose, e.Request, note}, e.At) {
			fresh = append(fresh, e)
		}
	}
	return fresh
}

func (t *trail) flushInTime() {
	if err := t.flush(); err != nil {
		t.app.Logger().Error("the audit trail cannot be written", "error", err.Error())
	}
}

// flush writes what is queued. After a failure all of it is still queued and in
// the journal.
func (t *trail) flush() error {
	t.writing.Lock()
	defer t.writing.Unlock()
	batch, page := t.take()
	if len(batch) == 0 {
		return nil
	}
	if err := write(t.app, batch); err != nil {
		t.mu.Lock()
		defer t.mu.Unlock()
		t.queue = append(batch, t.queue...)
		if t.due == nil && !t.closed {
			t.due = time.AfterFunc(retryPause, t.flushInTime)
		}
		return err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.journal.done(page)
}

func (t *trail) take() (batch []Entry, page int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.due != nil {
		t.due.Stop()
		t.due = nil
	}
	batch, t.queue = t.queue, nil
	if len(batch) == 0 {
		return nil, 0
	}
	return batch, t.journal.turn()
}

// replay brings into the table what a killed program left in the journal.
func (t *trail) replay() error {
	t.writing.Lock()
	defer t.writing.Unlock()
	entries, torn, err := t.journal.leftover()
	if err != nil {
		return err
	}
	if torn > 0 {
		t.app.Logger().Warn("lines of the audit journal cannot be read", "count", torn)
	}
	if entries, err = unwritten(t.app, entries); err != nil {
		return err
	}
	if err := write(t.app, entries); err != nil {
		return err
	}
	return t.journal.clear()
}

// close writes the rest at the end of the program. What cannot be written stays
// in the journal for the next start.
func (t *trail) close() {
	t.mu.Lock()
	t.closed = true
	t.mu.Unlock()
	if err := t.flush(); err != nil {
		t.app.Logger().Error("the audit trail cannot be written", "error", err.Error())
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.queue) == 0 {
		if err := t.journal.close(); err != nil {
			t.app.Logger().Warn("the audit journal cannot be removed", "error", err.Error())
		}
	}
}

// Flush writes what was seen so far into the table, for whoever is about to
// read it there. Never call it inside a transaction: it waits for its end.
func Flush(app core.App) error {
	if t := trailOf(app); t != nil {
		return t.flush()
	}
	return nil
}
