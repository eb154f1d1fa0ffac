package matrix_test

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/services"
)

// reports leaves the public side of a report of Wayan's, which he supports. It
// hangs on a request that is there anyway, so that no list of the matrix grows.
func (a archive) reports() {
	a.t.Helper()
	if err := services.SeedReports(a); err != nil {
		a.t.Fatal(err)
	}
	report := a.row("reports", map[string]any{"request": a.request.Id, "code": "RPT23456", "service": a.Service("report-waste").Id,
		"category": "report-waste", "category_name": "Sampah", "hamlet": a.Kaja.Id, "identity": "hidden", "state": "new", "class": "normative", "public": true})
	support := a.row("report_supports", map[string]any{"report": report.Id, "account": a.Resident.Id})
	a.existing["reports"], a.existing["report_supports"] = report.Id, support.Id
}

func (a archive) row(collection string, fields map[string]any) *core.Record {
	a.t.Helper()
	found, err := a.FindCollectionByNameOrId(collection)
	if err != nil {
		a.t.Fatal(err)
	}
	record := core.NewRecord(found)
	record.Load(fields)
	apptest.Save(a.t, a, record)
	return record
}

func (a archive) reportsToCreate() map[string]any {
	return map[string]any{
		"reports":         map[string]any{"request": a.request.Id, "code": "RPT34567", "category": "report-waste", "public": true},
		"report_supports": map[string]any{"report": a.existing["reports"]},
	}
}

var reportsToUpdate = map[string]any{
	"reports":         map[string]any{"title": "Sampah di balai"},
	"report_supports": map[string]any{"report": "nosuchrecord000"},
}

func (a archive) reportRoutes() group {
	return group{"Filing a report", []route{
		{name: "open reports around", method: "GET", path: "/api/reports/near?service=" + a.Service("report-waste").Id + "&hamlet=" + a.Kaja.Id},
		{name: "a paper of a request", method: "GET", path: "/api/requests/" + a.request.Id + "/papers/" + a.paper.Id},
		{name: "the report of a letter", method: "GET", path: "/api/requests/" + a.request.Id + "/report"},
	}}
}
