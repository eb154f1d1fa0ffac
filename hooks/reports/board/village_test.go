package board_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/security"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/reports/board"
	"mdesa/hooks/web"
)

func register(app core.App) {
	fault.Register(app)
	web.Register(app)
	access.Register(app)
	audit.Register(app)
	office.Register(app)
	delegation.Register(app)
	board.Register(app)
}

// village is Taman Sari with two categories: street lights, which hang
// somewhere, and the staff's conduct, which is about people.
type village struct {
	*apptest.App
	t               testing.TB
	lights, conduct *core.Record
}

func newVillage(t testing.TB) *village {
	v := &village{App: apptest.New(t, register), t: t}
	v.lights = v.category("street-light", "Lampu jalan", "Street lights", "required")
	v.conduct = v.category("conduct", "Pelayanan petugas", "Conduct of staff", "none")
	return v
}

func (v *village) category(key, name, nameEN, place string) *core.Record {
	return apptest.Save(v.t, v.App.App, apptest.Record(v.t, v.App.App, "services", map[string]any{
		"key": key, "name": name, "name_en": nameEN, "kind": "report", "active": true, "report": map[string]any{"place": place},
	}))
}

// fields change a report from the usual one: a street light in Banjar Kaja,
// handled, filed yesterday by Wayan, in time, shown.
type fields map[string]any

func (v *village) report(changed fields) *core.Record {
	v.t.Helper()
	request := security.RandomStringWithAlphabet(15, "abcdefghijklmnopqrstuvwxyz0123456789")
	_, err := v.App.App.DB().Insert("requests", dbx.Params{
		"id": request, "code": security.RandomStringWithAlphabet(8, codes), "service": v.lights.Id, "account": v.Resident.Id, "resident": v.Wayan.Id,
		"hamlet": apptest.KajaID, "applicant_name": v.Wayan.GetString("name"), "submitted_at": at(-24 * time.Hour),
	}).Execute()
	if err != nil {
		v.t.Fatal(err)
	}
	usual := map[string]any{
		"request": request, "code": security.RandomStringWithAlphabet(8, codes), "service": v.lights.Id, "category": "street-light",
		"category_name": "Lampu jalan", "category_name_en": "Street lights", "hamlet": apptest.KajaID,
		"place": "Depan balai banjar", "point": types.GeoPoint{Lat: -8.65012, Lon: 115.21987}, "identity": "hidden",
		"title": "Lampu mati", "text": "Sudah tiga malam gelap.", "public": true, "state": "handling", "class": "normative",
		"submitted_at": at(-24 * time.Hour), "first_due_at": at(-time.Hour), "first_answered_at": at(-2 * time.Hour), "due_at": at(72 * time.Hour),
	}
	for name, value := range changed {
		usual[name] = value
	}
	return apptest.Save(v.t, v.App.App, apptest.Record(v.t, v.App.App, "reports", usual))
}

const codes = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

// at is a moment from now, as it is saved.
func at(from time.Duration) string {
	moment, _ := types.ParseDateTime(time.Now().Add(from))
	return moment.String()
}

func (v *village) change(report *core.Record, changed fields) {
	v.t.Helper()
	fresh, err := v.App.App.FindRecordById("reports", report.Id)
	if err != nil {
		v.t.Fatal(err)
	}
	fresh.Load(changed)
	apptest.Save(v.t, v.App.App, fresh)
}

func (v *village) open(path string) *apptest.Response {
	v.t.Helper()
	return v.Do("GET", "/api/open/reports"+path, nil, apptest.Guest)
}

func (v *village) feed(query string) (feed board.Feed) {
	v.t.Helper()
	v.open(query).Want(200).Into(&feed)
	return feed
}

func (v *village) wantCodes(query string, want ...*core.Record) {
	v.t.Helper()
	got, wanted := map[string]bool{}, map[string]bool{}
	for _, item := range v.feed(query).Items {
		got[item.Code] = true
	}
	for _, report := range want {
		wanted[report.GetString("code")] = true
	}
	if fmt.Sprint(got) != fmt.Sprint(wanted) {
		v.t.Errorf("%q gives %v, want %v", query, got, wanted)
	}
}
