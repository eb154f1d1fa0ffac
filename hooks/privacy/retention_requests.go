package privacy

import (
	"slices"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/list"

	"mdesa/hooks/office"
)

// A request whose time is over is emptied, not deleted. What was asked for,
// where, when and with which end stays, without a person: the office's figures
// go on counting it. Of each event the words and the resident's name go; its
// hash and the hash before it stay, so that the history still hangs together
// and a receipt's fingerprint is still found in it (see requests.CheckLinks).
// The removal is a row of its own that names the last hash: a trigger lets an
// event be emptied only when that row is there, and that row only be made for
// a request that is over and led to no letter. Deleting whole requests would
// have been simpler, and nobody could have told it from a history that was made
// to disappear.

// keptOfRequests are the fields of a request that say nothing of a person. All
// others are emptied, those of later versions too.
var keptOfRequests = []string{
	"id", "code", "service", "definition", "hamlet", "channel", "service_name", "service_name_en",
	"status", "step", "step_key", "waiting_for", "waiting_unit", "submitted_at", "due_at", "step_due_at",
	"remaining", "escalated", "closed_at", "version", "last_seq", "last_hash", "created", "updated", "emptied_on",
	"kind", "confidential", "reopened", "closes_at",
}

func overdueRejected(app core.App, before time.Time) ([]found, error) {
	return closedBefore(app, before, "rejected", "cancelled", "expired")
}

func overdueRequests(app core.App, before time.Time) ([]found, error) {
	return closedBefore(app, before, "completed")
}

func closedBefore(app core.App, before time.Time, statuses ...string) ([]found, error) {
	var all []found
	err := app.DB().Select("r.id", "substr(r.code, 1, 4) || '-' || substr(r.code, 5) AS show").From("requests r").
		Where(dbx.HashExp{"r.waiting_for": "", "r.emptied_on": ""}).
		AndWhere(dbx.In("r.status", list.ToInterfaceSlice(statuses)...)).
		AndWhere(dbx.NewExp("r.closed_at > '' AND r.closed_at < {:before}", dbx.Params{"before": moment(before).String()})).
		AndWhere(dbx.NewExp("NOT EXISTS (SELECT 1 FROM letters l WHERE l.request = r.id)")).
		OrderBy("r.closed_at").All(&all)
	return all, err
}

func takeRequest(app core.App, one found, job job) error {
	request, err := app.FindRecordById("requests", one.ID)
	if err != nil {
		return err
	}
	papers, err := onlyItsPapers(app, request)
	if err != nil {
		return err
	}
	for _, paper := range papers {
		if err := removeFiles(app, paper); err != nil {
			return err
		}
	}
	return app.RunInTransaction(func(tx core.App) error {
		if err := noteRemoval(tx, request, job); err != nil {
			return err
		}
		for _, paper := range papers {
			if _, err := tx.DB().Delete("documents", dbx.HashExp{"id": paper.Id}).Execute(); err != nil {
				return err
			}
		}
		_, err := tx.DB().NewQuery(`UPDATE request_events SET note = '', data = NULL,
				actor = CASE actor_kind WHEN 'resident' THEN '' ELSE actor END,
				actor_name = CASE actor_kind WHEN 'resident' THEN '' ELSE actor_name END,
				actor_title = CASE actor_kind WHEN 'resident' THEN '' ELSE actor_title END
			WHERE request = {:id}`).Bind(dbx.Params{"id": request.Id}).Execute()
		if err != nil {
			return err
		}
		if err := forgetReporter(tx, request.Id); err != nil {
			return err
		}
		columns, err := emptied(tx, request)
		if err != nil {
			return err
		}
		_, err = tx.DB().Update("requests", columns, dbx.HashExp{"id": request.Id}).Execute()
		return err
	})
}

// forgetReporter takes the people out of what all see of a report; what was the
// matter and what was done stays.
func forgetReporter(tx core.App, request string) error {
	report, err := tx.FindFirstRecordByData("reports", "request", request)
	if err != nil {
		return nil // no report
	}
	if _, err := tx.DB().Update("reports", dbx.Params{"reporter_name": ""}, dbx.HashExp{"id": report.Id}).Execute(); err != nil {
		return err
	}
	_, err = tx.DB().Delete("report_supports", dbx.HashExp{"report": report.Id}).Execute()
	return err
}

// emptied are the columns of a request that lose their content.
func emptied(tx core.App, request *core.Record) (dbx.Params, error) {
	blank, err := core.NewRecord(request.Collection()).DBExport(tx)
	if err != nil {
		return nil, err
	}
	columns := dbx.Params(blank)
	for _, kept := range keptOfRequests {
		delete(columns, kept)
	}
	columns["emptied_on"] = office.Today(tx)
	return columns, nil
}

// noteRemoval goes by SQL like the emptying itself: the relation to the request
// would otherwise be looked up again for each.
func noteRemoval(tx core.App, request *core.Record, job job) error {
	_, err := tx.DB().Insert("retention_removals", dbx.Params{
		"id": core.GenerateDefaultRandomId(), "request": request.Id, "code": request.GetString("code"),
		"last_seq": request.GetInt("last_seq"), "last_hash": request.GetString("last_hash"),
		"run": job.Run, "at": moment(job.At).String(),
	}).Execute()
	return err
}

// onlyItsPapers are the documents that hang on this request and on nothing else:
// they go with it.
func onlyItsPapers(app core.App, request *core.Record) ([]*core.Record, error) {
	papers, err := app.FindRecordsByIds("documents", request.GetStringSlice("documents"))
	if err != nil {
		return nil, err
	}
	var failed error
	only := slices.DeleteFunc(papers, func(paper *core.Record) bool {
		var others int
		err := app.DB().NewQuery(`SELECT (SELECT count(*) FROM requests r, json_each(r.documents) p WHERE p.value = {:paper} AND r.id != {:request})
			+ (SELECT count(*) FROM corrections WHERE paper = {:paper})`).
			Bind(dbx.Params{"paper": paper.Id, "request": request.Id}).Row(&others)
		if err != nil {
			failed = err
		}
		return others > 0
	})
	return only, failed
}
