package programs_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"strconv"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/notify"
	"mdesa/hooks/office"
	"mdesa/hooks/programs"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	notify.ByHand(app)
	fault.Register(app)
	access.Register(app)
	audit.Register(app)
	office.Register(app)
	delegation.Register(app)
	notify.Register(app)
	programs.Register(app)
}

// village is Taman Sari with what it asks for and what it builds.
type village struct {
	*apptest.App
	t testing.TB
}

func start(t testing.TB) village {
	t.Helper()
	return village{apptest.New(t, register), t}
}

const (
	proposalsPath  = "/api/collections/proposals/records"
	supportsPath   = "/api/collections/proposal_supports/records"
	programsPath   = "/api/collections/programs/records"
	milestonesPath = "/api/collections/milestones/records"
)

// proposes files a proposal as a resident and gives its id.
func (v village) proposes(who *core.Record, title string) string {
	v.t.Helper()
	return v.Do("POST", proposalsPath, map[string]any{"title": title, "need": "Jalan rusak dan gelap."}, who).Want(200).JSON()["id"].(string)
}

func (v village) supports(who *core.Record, proposal string) *apptest.Response {
	v.t.Helper()
	return v.Do("POST", supportsPath, map[string]any{"proposal": proposal}, who)
}

func (v village) changes(who *core.Record, proposal string, fields map[string]any) *apptest.Response {
	v.t.Helper()
	return v.Do("PATCH", proposalsPath+"/"+proposal, fields, who)
}

func (v village) accepts(proposal string) {
	v.t.Helper()
	v.changes(v.Secretary, proposal, map[string]any{"state": "accepted", "reason": "Mendesak bagi warga.", "year": 2027}).Want(200)
}

func (v village) found(collection, id string) *core.Record {
	v.t.Helper()
	record, err := v.FindRecordById(collection, id)
	if err != nil {
		v.t.Fatal(err)
	}
	return record
}

// wantSupports ends the test unless a proposal's number is that of its rows, and n.
func (v village) wantSupports(proposal string, n int) {
	v.t.Helper()
	rows, err := v.CountRecords("proposal_supports", dbx.HashExp{"proposal": proposal})
	if err != nil {
		v.t.Fatal(err)
	}
	if said := v.found("proposals", proposal).GetInt("supports"); said != n || int(rows) != n {
		v.t.Fatalf("%d rows, the proposal says %d, want %d", rows, said, n)
	}
}

// wantTold ends the test unless each of some residents was told this, once.
func (v village) wantTold(key string, people ...*core.Record) {
	v.t.Helper()
	v.wantNotices("account", key, people)
}

// wantNoticed is the same of officers.
func (v village) wantNoticed(key string, officers ...*core.Record) {
	v.t.Helper()
	v.wantNotices("officer", key, officers)
}

func (v village) wantNotices(of, key string, people []*core.Record) {
	v.t.Helper()
	if err := notify.Work(context.Background(), v, time.Now()); err != nil {
		v.t.Fatal(err)
	}
	all, err := v.CountRecords("notices", dbx.HashExp{"key": key})
	if err != nil || int(all) != len(people) {
		v.t.Fatalf("%d were told %s, not %d (%v)", all, key, len(people), err)
	}
	for _, who := range people {
		if n, err := v.CountRecords("notices", dbx.HashExp{"key": key, of: who.Id}); err != nil || n != 1 {
			v.t.Errorf("%s was told %d times (%v)", who.GetString("name"), n, err)
		}
	}
}

// neighbour opens a login for one more resident.
func (v village) neighbour(nth int, fields map[string]any) *core.Record {
	v.t.Helper()
	digits := strconv.Itoa(1000 + nth)
	person := map[string]any{"nik": "517104100190" + digits, "name": "I Tetangga " + digits, "hamlet": apptest.KajaID, "birth_date": "1990-01-10",
		"sex": "L", "life_status": "hidup"}
	for name, value := range fields {
		person[name] = value
	}
	resident := apptest.Save(v.t, v, apptest.Record(v.t, v, "residents", person))
	account := apptest.Record(v.t, v, "accounts", map[string]any{"nik": person["nik"], "resident": resident.Id, "name": person["name"], "active": true, "language": "id"})
	apptest.SetPassword(account)
	return apptest.Save(v.t, v, account)
}

// spends writes a budget of a year with one spending and one income line.
func (v village) spends(year int, published bool) (spending, income *core.Record) {
	v.t.Helper()
	budget := apptest.Save(v.t, v, apptest.Record(v.t, v, "budgets", map[string]any{"year": year, "published": published, "realised_until": "2026-09-30"}))
	line := func(fields map[string]any) *core.Record {
		fields["budget"], fields["leaf"] = budget.Id, true
		return apptest.Save(v.t, v, apptest.Record(v.t, v, "budget_lines", fields))
	}
	return line(map[string]any{"code": "02.03.10 5.3.5", "activity": "02.03.10", "account": "5.3.5", "name": "Belanja Modal Jalan", "part": "spending", "field": "02",
			"source": "DDS", "plan": 600_000_000, "realised": 150_000_000, "carries": []string{"plan", "realised"}}),
		line(map[string]any{"code": "4.2.1", "account": "4.2.1", "name": "Dana Desa", "part": "income", "plan": 600_000_000})
}

func (v village) builds(fields map[string]any) *apptest.Response {
	v.t.Helper()
	program := map[string]any{"title": "Perbaikan Jalan Kamboja", "goal": "Jalan dapat dilalui saat hujan.", "kind": "works", "year": 2026, "published": true}
	for name, value := range fields {
		program[name] = value
	}
	return v.Do("POST", programsPath, program, v.Secretary)
}

func (v village) built(fields map[string]any) string {
	v.t.Helper()
	return v.builds(fields).Want(200).JSON()["id"].(string)
}

// reaches records a milestone with a photo.
func (v village) reaches(program string, percent int, on string) *apptest.Response {
	v.t.Helper()
	return v.Do("POST", milestonesPath, apptest.Form{
		Fields: map[string]string{"program": program, "percent": strconv.Itoa(percent), "on": on, "photos_alt": "Jalan berlubang di depan balai"},
		Files:  []apptest.File{{Field: "photos", Name: "jalan.jpg", Body: photo(v.t)}},
	}, v.Officer)
}

func photo(t testing.TB) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, 40, 30))
	picture.Set(1, 1, color.White)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
