package requests

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/audit"
)

// pageSize is how many requests a desk shows at once.
const pageSize = 40

// inboxItem is one line of the desk.
type inboxItem struct {
	ID            string         `db:"id" json:"id"`
	Code          string         `db:"code" json:"code"`
	ServiceName   string         `db:"service_name" json:"service_name"`
	ServiceNameEN string         `db:"service_name_en" json:"service_name_en"`
	Kind          string         `db:"kind" json:"kind"`                 // of the service
	Confidential  bool           `db:"confidential" json:"confidential"` // nobody is named then
	ApplicantName string         `db:"applicant_name" json:"applicant_name"`
	Relation      string         `db:"relation" json:"relation"`     // of who filed to the applicant; "" for one's own
	FilerName     string         `db:"filer_name" json:"filer_name"` // "" for one's own
	Resident      string         `db:"resident" json:"-"`
	Hamlet        string         `db:"hamlet" json:"hamlet"`
	HamletName    string         `db:"hamlet_name" json:"hamlet_name"`
	Status        string         `db:"status" json:"status"`
	Step          int            `db:"step" json:"-"`
	StepKey       string         `db:"step_key" json:"step_key"`
	StepName      string         `json:"step_name"`
	StepNameEN    string         `json:"step_name_en"`
	StepAction    string         `json:"step_action"`
	Definition    string         `db:"definition" json:"-"`
	WaitingFor    string         `db:"waiting_for" json:"waiting_for"`
	Concerns      string         `db:"concerns" json:"-"`
	SubmittedAt   types.DateTime `db:"submitted_at" json:"submitted_at"`
	DueAt         types.DateTime `db:"due_at" json:"due_at"`
	StepDueAt     types.DateTime `db:"step_due_at" json:"step_due_at"`
	ClosedAt      types.DateTime `db:"closed_at" json:"closed_at"`
	Escalated     bool           `db:"escalated" json:"escalated"`
	Channel       string         `db:"channel" json:"channel"`
	Version       int            `db:"version" json:"version"`
	Colour        string         `json:"colour"`
}

// inbox lists what a desk has to do. It is a route, not a list rule: rules that
// compare fields of the officer turn every list into a scan of the table.
func inbox(e *core.RequestEvent) error {
	actor, err := actorOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	query := e.Request.URL.Query()
	tab := query.Get("tab")
	if tabs[tab] == nil {
		tab = "mine"
	}
	page, _ := strconv.Atoi(query.Get("page"))
	page = max(page, 1)

	items := []inboxItem{}
	err = find(e.App, actor, tab, query.Get("q")).
		Limit(pageSize + 1).Offset(int64(page-1) * pageSize).All(&items)
	if err != nil {
		return err
	}
	more := len(items) > pageSize
	items = items[:min(len(items), pageSize)]
	if err := finish(e.App, items); err != nil {
		return err
	}
	counts, err := countsFor(e.App, actor)
	if err != nil {
		return err
	}
	noteListed(e, items)
	return e.JSON(http.StatusOK, map[string]any{
		"items": items, "counts": counts, "page": page, "more": more, "acting": actor.Powers,
	})
}

// noteListed: whose name stood on the desk, each for their own request.
func noteListed(e *core.RequestEvent, items []inboxItem) {
	looks := make([]audit.Look, len(items))
	for i, item := range items {
		looks[i] = audit.Look{Resident: item.Resident, Purpose: audit.OfCase(e, item.ID)}
	}
	audit.SeenEach(e.App, e.Auth, audit.Listed, looks...)
}

// tabs say which requests a tab of the desk holds, and in which order.
var tabs = map[string]func(q *dbx.SelectQuery, actor Actor) *dbx.SelectQuery{
	"mine": func(q *dbx.SelectQuery, actor Actor) *dbx.SelectQuery {
		return q.AndWhere(dbx.NewExp("r.waiting_for != '' AND " + waitsFor(actor))).OrderBy("r.due_at")
	},
	"open": func(q *dbx.SelectQuery, _ Actor) *dbx.SelectQuery {
		return q.AndWhere(dbx.NewExp("r.waiting_for != ''")).OrderBy("(r.due_at = '')", "r.due_at", "r.submitted_at") // no clock runs: last
	},
	"overdue": func(q *dbx.SelectQuery, _ Actor) *dbx.SelectQuery {
		return q.AndWhere(dbx.NewExp("r.waiting_for != '' AND r.due_at > '' AND r.due_at < {:now}",
			dbx.Params{"now": types.NowDateTime().String()})).OrderBy("r.due_at", "r.submitted_at")
	},
	"returned": func(q *dbx.SelectQuery, _ Actor) *dbx.SelectQuery {
		return q.AndWhere(dbx.NewExp("r.waiting_for = 'applicant'")).OrderBy("r.submitted_at")
	},
	"closed": func(q *dbx.SelectQuery, _ Actor) *dbx.SelectQuery {
		return q.AndWhere(dbx.NewExp("r.waiting_for = '' AND r.emptied_on = ''")).OrderBy("r.closed_at DESC")
	},
}

func find(app core.App, actor Actor, tab, words string) *dbx.SelectQuery {
	query := app.ConcurrentDB().Select(
		"r.id", "r.code", "r.service_name", "r.service_name_en", "r.kind", "r.confidential", "r.hamlet",
		unnamed("applicant_name"), unnamed("relation"), unnamed("filer_name"), unnamed("resident"),
		"COALESCE(h.name, '') AS hamlet_name", "r.status", "r.step", "r.step_key", "r.definition",
		"r.waiting_for", "r.concerns", "r.submitted_at", "r.due_at", "r.step_due_at", "r.closed_at", "r.escalated", "r.channel", "r.version").
		From("requests r").LeftJoin("hamlets h", dbx.NewExp("h.id = r.hamlet"))
	query = tabs[tab](query, actor)
	if reach := inReach(actor); reach != "" {
		query = query.AndWhere(dbx.NewExp(reach))
	}
	query = query.AndWhere(dbx.NewExp(letIn(actor)))
	words = strings.TrimSpace(words)
	named := dbx.And(dbx.HashExp{"r.confidential": false}, dbx.Like("r.applicant_name", words))
	if code := ReadReceipt(words); code != "" {
		return query.AndWhere(dbx.Or(dbx.HashExp{"r.code": code}, named))
	}
	if words != "" {
		query = query.AndWhere(dbx.Or(named, dbx.Like("r.service_name", words)))
	}
	return query
}

// finish adds what follows from the definition and the hour.
func finish(app core.App, items []inboxItem) error {
	at := time.Now()
	for i := range items {
		item := &items[i]
		item.Colour = Colour(item.WaitingFor, item.SubmittedAt.Time(), item.DueAt.Time(), at)
		if item.StepKey == "" {
			continue
		}
		def, err := definitionByID(app, item.Definition)
		if err != nil {
			return fmt.Errorf("request %s: %w", item.ID, err)
		}
		def, _ = ReadConcerned(item.Concerns).around(def)
		step := def.Steps[item.Step]
		item.StepName, item.StepNameEN, item.StepAction = step.Name, step.NameEN, step.Action
	}
	return nil
}
