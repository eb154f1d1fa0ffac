package web

import (
	"encoding/json"
	"sync"
	"time"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
)

// OpenPath is where answers live that are the same for everybody.
const OpenPath = "/api/open/"

// OpenAnswer is an answer of the open village: the same for everybody, worked
// out once and kept, ready to be sent with its ETag, until a record of one of
// the collections it is made of changes. Its routes lie below [OpenPath].
//
// It must hold nothing that only some may see: whoever asks first would read it
// for all.
type OpenAnswer struct {
	Name string        // unique in the program
	Of   []string      // collections; what goes around their records, plain SQL, calls Forget
	For  time.Duration // at most this long, for what depends on the clock; 0: as long as nothing changes
}

// openKept bounds the memory of one OpenAnswer: pages of a feed, years of a
// budget. When they are full all are let go.
const openKept = 300

// Bind lets the answers go when what they are made of changes. The hooks run
// after the commit, so that nobody reads an old answer after they were told
// that their change was saved.
func (a OpenAnswer) Bind(app core.App) {
	forget := func(e *core.RecordEvent) error {
		a.Forget(e.App)
		return e.Next()
	}
	app.OnRecordAfterCreateSuccess(a.Of...).Bind(&hook.Handler[*core.RecordEvent]{Func: forget, Priority: forgetFirst})
	app.OnRecordAfterUpdateSuccess(a.Of...).Bind(&hook.Handler[*core.RecordEvent]{Func: forget, Priority: forgetFirst})
	app.OnRecordAfterDeleteSuccess(a.Of...).Bind(&hook.Handler[*core.RecordEvent]{Func: forget, Priority: forgetFirst})
}

// forgetFirst is before all that hears of a change and may ask again at once.
const forgetFirst = -1000

// Forget lets all answers go.
func (a OpenAnswer) Forget(app core.App) { a.shelf(app).clear() }

// JSON sends what make gives, as JSON. The key tells the answers apart: it is
// made of what was understood of the question, never of what was typed, or
// anybody could fill the memory.
func (a OpenAnswer) JSON(e *core.RequestEvent, key string, make func(core.App) (any, error)) error {
	return a.Send(e, key, kinds[".json"], func(app core.App) ([]byte, error) {
		value, err := make(app)
		if err != nil {
			return nil, err
		}
		return json.Marshal(value)
	})
}

// Send sends the bytes that make gives, under a content type.
func (a OpenAnswer) Send(e *core.RequestEvent, key, kind string, make func(core.App) ([]byte, error)) error {
	answer, err := a.shelf(e.App).get(kind+" "+key, a.For, time.Now(), func() (*file, error) {
		body, err := make(e.App)
		if err != nil {
			return nil, err
		}
		return newAnswer(kind, body), nil
	})
	if err != nil {
		return err
	}
	answer.send(e.Response, e.Request)
	return nil
}

// Open is what every route of an OpenAnswer is bound with: one line in the log
// for every reader would cost more than the answer.
func Open() *hook.Handler[*core.RequestEvent] { return apis.SkipSuccessActivityLog() }

func (a OpenAnswer) shelf(app core.App) *shelf {
	return app.Store().GetOrSet("web.open."+a.Name, func() any { return &shelf{} }).(*shelf)
}

// shelf holds the answers of one OpenAnswer in one running app.
type shelf struct {
	mu   sync.Mutex
	kept map[string]*keptAnswer
}

type keptAnswer struct {
	at   time.Time
	file func() (*file, error) // many may ask while it is made; it is made once
}

// get gives what is kept, or makes it. An answer that was begun before a change
// is not found any more after it: the shelf was cleared.
func (s *shelf) get(key string, life time.Duration, now time.Time, make func() (*file, error)) (*file, error) {
	kept := s.find(key, life, now, make)
	sound := false
	defer func() { // also when make panics
		if !sound {
			s.drop(key, kept)
		}
	}()
	answer, err := kept.file()
	sound = err == nil
	return answer, err
}

func (s *shelf) find(key string, life time.Duration, now time.Time, make func() (*file, error)) *keptAnswer {
	s.mu.Lock()
	defer s.mu.Unlock()
	kept := s.kept[key]
	if kept == nil || life > 0 && now.Sub(kept.at) >= life {
		if s.kept == nil || len(s.kept) >= openKept {
			s.kept = map[string]*keptAnswer{}
		}
		kept = &keptAnswer{at: now, file: sync.OnceValues(make)}
		s.kept[key] = kept
	}
	return kept
}

// drop takes a failed answer away, so that the next one tries again.
func (s *shelf) drop(key string, failed *keptAnswer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept[key] == failed {
		delete(s.kept, key)
	}
}

func (s *shelf) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept = nil
}
