package board

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/routine"
	"github.com/pocketbase/pocketbase/tools/subscriptions"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
)

// topic is the realtime topic of the office's board. It says that something
// moved, and nothing about what: each board asks again for what it may see.
const topic = "reports_board"

// pace is how often a board is told at most: a hundred reports in a storm are
// one message.
const pace = 2 * time.Second

var errStaffOnly = fault.New(fault.Forbidden, "reports.staff_only",
	"Hanya petugas desa yang dapat membuka papan pantau.",
	"Only village staff can open the board.")

func bindLive(app core.App) {
	app.OnRealtimeSubscribeRequest().BindFunc(onlyStaff)
	moved := func(e *core.RecordEvent) error {
		if !onBoards(e.Record) {
			return e.Next()
		}
		generation(app).Add(1)
		bellOf(app).ring(time.AfterFunc, func() { tellBoards(app) }) // not e.App: the event is over by then
		return e.Next()
	}
	app.OnRecordAfterCreateSuccess("reports").BindFunc(moved)
	app.OnRecordAfterUpdateSuccess("reports").BindFunc(moved)
	app.OnRecordAfterDeleteSuccess("reports").BindFunc(moved)
}

// onBoards tells whether a change can be seen on a board. What is for the handler
// only is on none: a board that stirs and shows nothing new would tell of it.
func onBoards(report *core.Record) bool {
	before := report.Original().GetString("identity") // "" of one that is new
	return report.GetString("identity") != definition.IdentityHandlerOnly || before != "" && before != definition.IdentityHandlerOnly
}

func onlyStaff(e *core.RealtimeSubscribeRequestEvent) error {
	asks := slices.ContainsFunc(e.Subscriptions, func(name string) bool { return name == topic || strings.HasPrefix(name, topic+"?") })
	if !asks {
		return e.Next()
	}
	if !isStaff(e.Auth) {
		return errStaffOnly
	}
	return e.Next()
}

// generation counts changes, for what is kept of the boards.
func generation(app core.App) *atomic.Int64 {
	return app.Store().GetOrSet("reports.generation", func() any { return new(atomic.Int64) }).(*atomic.Int64)
}

func bellOf(app core.App) *bell {
	return app.Store().GetOrSet("reports.bell", func() any { return new(bell) }).(*bell)
}

// bell gathers what happens within one pace.
type bell struct {
	mu      sync.Mutex
	pending bool
}

// ring has tell called once, after the pace, however often it is rung until then.
func (b *bell) ring(after func(time.Duration, func()) *time.Timer, tell func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.pending {
		return
	}
	b.pending = true
	after(pace, func() {
		b.mu.Lock()
		b.pending = false
		b.mu.Unlock()
		tell()
	})
}

// tellBoards does not ask the database, which may be closed by now: whoever is in
// office no more hears that something moved, and is told no more than that.
func tellBoards(app core.App) {
	message := subscriptions.Message{Name: topic, Data: []byte(`{}`)}
	for _, client := range app.SubscriptionsBroker().Clients() {
		auth, _ := client.Get("auth").(*core.Record)
		if isStaff(auth) && client.HasSubscription(topic) {
			routine.FireAndForget(func() { client.Send(message) }) // a slow screen holds nobody up
		}
	}
}

func isStaff(auth *core.Record) bool { return auth != nil && auth.Collection().Name == "officers" }
