package accounts

import (
	"database/sql"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"github.com/pocketbase/pocketbase/core"
)

// live is what every request asks about a session.
type live struct {
	login string // id of the account or officer
	kind  string // their collection
	life  life
	begun time.Time

	shared bool
	opened string       // the admin who logged in as this person
	ended  atomic.Bool  // for good
	seen   atomic.Int64 // Unix seconds of the last request
	kept   atomic.Int64 // what the table has of seen
}

func (s *live) end() time.Time { return s.life.end(s.begun, time.Unix(s.seen.Load(), 0)) }

func (s *live) over(now time.Time) bool { return s.ended.Load() || !now.Before(s.end()) }

// sessionMemory answers for the sessions in use without asking the database.
// The time of the last request is only noted here; [keepSeen] writes it down.
type sessionMemory struct {
	mu     sync.RWMutex
	recent map[string]*live
	older  map[string]*live
}

// sessionsRemembered bounds each of the two generations, to about 5 MB. A
// session that falls out of both is read again from the table; its last few
// minutes of use are forgotten then, which can only end it early.
const sessionsRemembered = 20_000

func sessionsOf(app core.App) *sessionMemory {
	return app.Store().GetOrSet("accounts.sessions", func() any {
		return &sessionMemory{recent: map[string]*live{}}
	}).(*sessionMemory)
}

// find gives the session of an id, an ended one where there is none.
func (m *sessionMemory) find(app core.App, id string) (*live, error) {
	m.mu.RLock()
	s, older := m.recent[id], m.older[id]
	m.mu.RUnlock()
	if s != nil {
		return s, nil
	}
	if older == nil {
		read, err := readSession(app, id)
		if err != nil {
			return nil, err
		}
		older = read
	}
	return m.add(id, older), nil
}

// put remembers a session unless it is remembered already: one that was ended
// while another goroutine read it from the table stays ended.
func (m *sessionMemory) put(id string, s *live) *live {
	if there := m.recent[id]; there != nil {
		return there
	}
	if len(m.recent) >= sessionsRemembered {
		m.older, m.recent = m.recent, map[string]*live{}
	}
	m.recent[id] = s
	return s
}

func (m *sessionMemory) add(id string, s *live) *live {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.put(id, s)
}

// end ends a session that may not be remembered.
func (m *sessionMemory) end(id string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	s := m.older[id]
	if s == nil {
		s = new(live)
	}
	m.put(id, s).ended.Store(true)
}

// used are the sessions that were used since they were last written down.
func (m *sessionMemory) used() map[string]*live {
	m.mu.RLock()
	defer m.mu.RUnlock()
	used := map[string]*live{}
	for _, generation := range []map[string]*live{m.older, m.recent} {
		for id, s := range generation {
			if !s.ended.Load() && s.seen.Load() > s.kept.Load() {
				used[id] = s
			}
		}
	}
	return used
}

func readSession(app core.App, id string) (*live, error) {
	record, err := app.FindRecordById("sessions", id)
	if errors.Is(err, sql.ErrNoRows) {
		s := new(live)
		s.ended.Store(true)
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	return liveFrom(record), nil
}

func liveFrom(record *core.Record) *live {
	s := &live{
		login: record.GetString("login"), kind: record.GetString("login_kind"),
		life:   lifeOf(record.GetString("login_kind"), record.GetBool("shared")),
		begun:  record.GetDateTime("created").Time(),
		shared: record.GetBool("shared"), opened: record.GetString("opened_by"),
	}
	s.ended.Store(!record.GetDateTime("ended_at").IsZero())
	s.seen.Store(record.GetDateTime("last_seen").Time().Unix())
	s.kept.Store(s.seen.Load())
	return s
}
