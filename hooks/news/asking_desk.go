package news

import (
	"net/http"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var errNoRequest = fault.New(fault.NotFound, "news.no_request",
	"Permintaan informasi ini tidak ditemukan.",
	"There is no such request for information.")

// atDesk is nil for who works with requests for information, or oversees it;
// full says whether they read names and numbers in full.
func atDesk(app core.App, auth *core.Record) (full bool, err error) {
	if err := delegation.MustHold(app, auth, errNotEditor, append([]string{delegation.Auditor}, speakers...)...); err != nil {
		return false, err
	}
	return delegation.Holds(app, auth, speakers...)
}

const mostSettled = 100

// deskAskings answers GET /api/information/requests?state=settled: what waits for
// an answer or for one to an objection, the one due first on top. Names are
// masked; a request that is opened shows them.
func deskAskings(e *core.RequestEvent) error {
	if _, err := atDesk(e.App, e.Auth); err != nil {
		return err
	}
	query := askings(e.App)
	if e.Request.URL.Query().Get("state") == "settled" {
		query.Where(dbx.NewExp("r.state != 'open' AND COALESCE(o.state, '') != 'open'")).OrderBy("r.decided_at DESC").Limit(mostSettled)
	} else {
		query.Where(dbx.NewExp("r.state = 'open' OR o.state = 'open'")).
			OrderBy("(CASE WHEN r.state = 'open' THEN r.due_at ELSE o.due_at END)").Limit(mostContacts)
	}
	var rows []askingRow
	if err := query.All(&rows); err != nil {
		return err
	}
	items, may := []map[string]any{}, mayDoOf(e.App, e.Auth)
	for _, r := range rows {
		items = append(items, r.masked().desk(may))
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items})
}

// deskAskingOne answers GET /api/information/requests/{id}.
func deskAskingOne(e *core.RequestEvent) error {
	full, err := atDesk(e.App, e.Auth)
	if err != nil {
		return err
	}
	var r askingRow
	if err := askings(e.App).Where(dbx.HashExp{"r.id": e.Request.PathValue("id")}).One(&r); err != nil {
		return errNoRequest.Because(err)
	}
	if !full {
		r = r.masked()
	} else if r.Resident != "" {
		audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.StatedOr(e, audit.Upkeep).Kind, Note: "Permintaan informasi " + registerNumber(r)}, audit.Viewed, r.Resident)
	}
	return e.JSON(http.StatusOK, r.desk(mayDoOf(e.App, e.Auth)))
}

// deskAnswerFile answers GET /api/information/requests/{id}/answer.
func deskAnswerFile(e *core.RequestEvent) error {
	if full, err := atDesk(e.App, e.Auth); err != nil || !full {
		return errNotEditor.Because(err)
	}
	asking, err := e.App.FindRecordById("information_requests", e.Request.PathValue("id"))
	if err != nil {
		return errNoRequest.Because(err)
	}
	return sendFile(e, asking)
}
