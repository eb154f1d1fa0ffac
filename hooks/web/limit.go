package web

import (
	"crypto/sha256"
	"strings"
	"sync"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"golang.org/x/time/rate"
)

// Limiter counts attempts by a key: an account, a receipt code. PocketBase's own
// limits count by address, and a whole banjar may share one.
type Limiter struct {
	every rate.Limit
	burst int

	mu     sync.Mutex
	recent map[string]*rate.Limiter
	older  map[string]*rate.Limiter
}

const (
	// keysRemembered bounds the memory of each of a limiter's two generations, to
	// about 3 MB.
	keysRemembered = 10_000
	// longestKey, in bytes, is kept as it is; of a longer one, its hash.
	longestKey = 64
)

// SmallBody, in bytes, is the most that a guest needs to send where a code and a
// few words are asked for; PocketBase would read 32 MB.
const SmallBody = 4 << 10

// NewLimiter allows n attempts at once and n more with each passing of per,
// one by one.
func NewLimiter(n int, per time.Duration) *Limiter {
	return &Limiter{
		every:  rate.Every(per / time.Duration(n)),
		burst:  n,
		recent: map[string]*rate.Limiter{},
	}
}

// Allow counts an attempt and says whether it may go ahead.
func (l *Limiter) Allow(key string) bool { return l.allowAt(key, time.Now()) }

func (l *Limiter) allowAt(key string, now time.Time) bool {
	key = short(key)
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.bucket(key).AllowN(now, 1)
}

// short keeps what a stranger typed from being remembered at any length. The copy
// lets go of the body that a short key may be a piece of.
func short(key string) string {
	if len(key) > longestKey {
		sum := sha256.Sum256([]byte(key))
		return string(sum[:])
	}
	return strings.Clone(key)
}

// bucket finds a key's counter. When the recent generation is full it becomes
// the older one, so a key is forgotten only after keysRemembered others came by.
func (l *Limiter) bucket(key string) *rate.Limiter {
	if b, ok := l.recent[key]; ok {
		return b
	}
	b, ok := l.older[key]
	if !ok {
		b = rate.NewLimiter(l.every, l.burst)
	}
	if len(l.recent) >= keysRemembered {
		l.older, l.recent = l.recent, map[string]*rate.Limiter{}
	}
	l.recent[key] = b
	return b
}

// Limit is a [Limiter] that each app has its own of.
type Limit struct {
	Name string // unique in the program
	N    int
	Per  time.Duration
}

// Allow counts an attempt and says whether it may go ahead.
func (l Limit) Allow(app core.App, key string) bool {
	return app.Store().GetOrSet("web.limit."+l.Name, func() any { return NewLimiter(l.N, l.Per) }).(*Limiter).Allow(key)
}
