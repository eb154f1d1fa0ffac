package office

import (
	"sync"

	"github.com/pocketbase/pocketbase/core"
)

// memory keeps what every filing asks for: the office and its clocks. There is
// one for each running app, in the app's store, which transactions share.
//
// While a change of the office or its holidays is being written nothing is kept
// and everybody reads from the database, each through their own transaction: the
// writer sees the change, the others don't, and nobody leaves something old
// behind for after the commit.
type memory struct {
	mu         sync.Mutex
	kept       *identity
	writers    int
	generation int
}

// identity is one reading of the office; it is never changed.
type identity struct {
	record *core.Record
	clocks map[string]*Clock // by hamlet with holidays of its own; "" for all others
}

func memoryOf(app core.App) *memory {
	return app.Store().GetOrSet("office", func() any { return new(memory) }).(*memory)
}

// identityOf reads the office, at best from memory.
func identityOf(app core.App) (*identity, error) {
	m := memoryOf(app)
	m.mu.Lock()
	kept, generation := m.kept, m.generation
	m.mu.Unlock()
	if kept != nil {
		return kept, nil
	}
	read, err := readIdentity(app)
	if err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.writers == 0 && m.generation == generation {
		m.kept = read
	}
	return read, nil
}

func (m *memory) beginWrite() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.writers++
	m.generation++
	m.kept = nil
}

func (m *memory) endWrite() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.writers--
	m.generation++
}

// forgetWhileWriting goes around the write itself. Inside a transaction the
// write ends when the transaction does, whichever way.
func forgetWhileWriting(e *core.RecordEvent) error {
	m := memoryOf(e.App)
	m.beginWrite()
	if tx := e.App.TxInfo(); tx != nil {
		tx.OnComplete(func(error) error {
			m.endWrite()
			return nil
		})
		return e.Next()
	}
	defer m.endWrite()
	return e.Next()
}
