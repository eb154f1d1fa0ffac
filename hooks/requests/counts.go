package requests

import (
	"sync/atomic"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// Counts over all open requests would cost more than the list itself, so they
// are kept until a request moves, and no longer than countsKept, as the clock
// alone makes requests overdue.
const countsKept = 15 * time.Second

type counts struct {
	Mine     int `json:"mine"`
	Open     int `json:"open"`
	Overdue  int `json:"overdue"`
	Returned int `json:"returned"`
}

type keptCounts struct {
	counts     counts
	generation int64
	until      time.Time
}

func generation(app core.App) *atomic.Int64 {
	return app.Store().GetOrSet("requests.generation", func() any { return new(atomic.Int64) }).(*atomic.Int64)
}

func bumpGeneration(app core.App) { generation(app).Add(1) }

func countsFor(app core.App, actor Actor) (counts, error) {
	// Two desks with the same rights count the same.
	key := "requests.counts." + inReach(actor) + "/" + waitsFor(actor)
	seen := generation(app).Load()
	if kept, ok := app.Store().Get(key).(keptCounts); ok && kept.generation == seen && time.Now().Before(kept.until) {
		return kept.counts, nil
	}
	fresh, err := count(app, actor)
	if err == nil {
		app.Store().Set(key, keptCounts{counts: fresh, generation: seen, until: time.Now().Add(countsKept)})
	}
	return fresh, err
}

func count(app core.App, actor Actor) (counts, error) {
	var c counts
	query := app.ConcurrentDB().Select().From("requests r").Where(dbx.NewExp("r.waiting_for != ''"))
	query = query.AndWhere(dbx.NewExp(letIn(actor)))
	if reach := inReach(actor); reach != "" {
		query = query.AndWhere(dbx.NewExp(reach))
	}
	params := dbx.Params{"now": types.NowDateTime().String()}
	err := query.Select(
		"count(*)",
		"COALESCE(sum("+waitsFor(actor)+"), 0)",
		"COALESCE(sum(r.due_at > '' AND r.due_at < {:now}), 0)",
		"COALESCE(sum(r.waiting_for = 'applicant'), 0)").
		Bind(params).Row(&c.Open, &c.Mine, &c.Overdue, &c.Returned)
	return c, err
}
