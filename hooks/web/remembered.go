package web

import (
	"sync"

	"github.com/pocketbase/pocketbase/core"
)

// Remembered keeps one reading of data that is asked for all the time and
// rarely changes. There is one for each running app, in the app's store, which
// transactions share; see [Memory].
//
// While a change of that data is being written nothing is kept and everybody
// reads from the database, each through their own transaction: the writer sees
// the change, the others don't, and nobody leaves something old behind for
// after the commit.
type Remembered[T any] struct {
	mu         sync.Mutex
	kept       *T // never changed once it is kept
	writers    int
	generation int
}

// Memory is the app's memory of this name.
func Memory[T any](app core.App, name string) *Remembered[T] {
	return app.Store().GetOrSet("memory."+name, func() any { return new(Remembered[T]) }).(*Remembered[T])
}

// Get gives what is kept, or reads it through app.
func (m *Remembered[T]) Get(app core.App, read func(core.App) (*T, error)) (*T, error) {
	m.mu.Lock()
	kept, generation := m.kept, m.generation
	m.mu.Unlock()
	if kept != nil {
		return kept, nil
	}
	fresh, err := read(app)
	if err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.writers == 0 && m.generation == generation {
		m.kept = fresh
	}
	return fresh, nil
}

// WhileWriting goes around the write itself, as an Execute hook of a record.
// Inside a transaction the write ends when the transaction does, whichever way.
func (m *Remembered[T]) WhileWriting(e *core.RecordEvent) error {
	m.count(1)
	if tx := e.App.TxInfo(); tx != nil {
		tx.OnComplete(func(error) error {
			m.count(-1)
			return nil
		})
		return e.Next()
	}
	defer m.count(-1)
	return e.Next()
}

func (m *Remembered[T]) count(writers int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.writers += writers
	m.generation++
	m.kept = nil
}
