package hooks_test

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/notify"
)

func TestInsteadOfADuplicateANeighbourSaysThatTheySeeItToo(t *testing.T) {
	v := openReports(t)
	_, report := v.file(v.Resident, "report-waste", wasteReport(nil))
	v.support(apptest.Guest, report.Id).WantFault(401, "report.login")
	v.support(v.Admin, report.Id).WantFault(401, "report.login")
	v.support(v.Resident, report.Id).WantFault(400, "report.own")
	v.support(v.Neighbour, "nothing00000000").WantFault(400, "report.not_open")
	first := v.support(v.Neighbour, report.Id).Want(200).JSON()
	if again := v.support(v.Neighbour, report.Id).Want(200).JSON(); again["id"] != first["id"] {
		t.Error("saying it twice counts twice")
	}
	if got := v.Found("reports", report.Id).GetInt("supports"); got != 1 {
		t.Errorf("%d support it", got)
	}
	if got := v.Do("GET", supportsPath, nil, v.Resident).Want(200); strings.Contains(string(got.Body), v.Neighbour.Id) {
		t.Error("the reporter reads who supports it")
	}
	v.Do("DELETE", supportsPath+"/"+first["id"].(string), nil, v.Resident).Want(404)
	v.Do("DELETE", supportsPath+"/"+first["id"].(string), nil, v.Neighbour).Want(204)
	if got := v.Found("reports", report.Id).GetInt("supports"); got != 0 {
		t.Errorf("%d support it after it was taken back", got)
	}
}

// A support leads to the report, and that to who filed it: not for a filter.
func TestWhoSupportsAReportDoesNotLearnWhoFiledIt(t *testing.T) {
	v := openReports(t)
	id, report := v.file(v.Resident, "report-waste", wasteReport(nil))
	v.support(v.Neighbour, report.Id).Want(200)
	ask := func(filter string) string {
		return string(v.Do("GET", supportsPath+"?filter="+url.QueryEscape(filter), nil, v.Neighbour).Body)
	}
	for _, way := range []string{"report.request.account", "report.request.resident", "report.request.applicant_name", "report.request"} {
		value := map[string]string{"report.request.account": v.Resident.Id, "report.request.resident": v.Wayan.Id,
			"report.request.applicant_name": v.Wayan.GetString("name"), "report.request": id}[way]
		if ask(way+` = "`+value+`"`) != ask(way+` = "nobody"`) {
			t.Errorf("a filter on %s tells", way)
		}
	}
	if got := v.Do("GET", supportsPath+"?expand=report.request", nil, v.Neighbour).Want(200); strings.Contains(string(got.Body), id) {
		t.Errorf("expanding tells: %s", got.Body)
	}
}

func TestManyAtOnceAreAllCounted(t *testing.T) {
	v := openReports(t)
	id, report := v.file(v.Resident, "report-waste", wasteReport(nil))
	var all sync.WaitGroup
	for range 5 {
		all.Go(func() { v.support(v.Neighbour, report.Id).Want(200) })
		all.Go(func() {
			v.Do("PATCH", reportsPath+"/"+report.Id, map[string]any{"title": "Sampah di balai", "supports": 900}, v.Officer).Want(200)
		})
	}
	all.Go(func() { v.act(v.Officer, id, "approve", "note", "Kami periksa").Want(200) })
	all.Wait()
	got := v.report(id)
	if got.GetInt("supports") != 1 || got.GetString("title") != "Sampah di balai" || got.GetString("state") != "handling" {
		t.Errorf("it now reads %v", got.PublicExport())
	}
}

func TestOnlyWhatIsShownAndOpenIsSupported(t *testing.T) {
	v := openReports(t)
	done, report := v.file(v.Resident, "report-waste", wasteReport(nil))
	v.answered(done)
	v.support(v.Neighbour, report.Id).WantFault(400, "report.not_open")
	_, unread := v.file(v.Resident, "report-order", wasteReport(nil)) // shown once it was read
	v.support(v.Neighbour, unread.Id).WantFault(400, "report.not_open")
}

func TestAMergedReportMakesItsPeopleSupporters(t *testing.T) {
	v := openReports(t)
	first, into := v.file(v.Resident, "report-waste", wasteReport(nil))
	second, twin := v.file(v.Neighbour, "report-waste", wasteReport(nil))
	merge := func(code string) *apptest.Response {
		return v.act(v.Officer, second, "reject", "reason", "duplicate", "note", "Sudah dilaporkan", "data", map[string]any{"into": code})
	}
	merge("").WantFault(400, "request.incomplete")
	merge("ZZZZ-ZZZZ").WantFault(400, "request.incomplete")
	if got := merge(twin.GetString("code")).WantFault(400, "request.incomplete"); got.FieldKey("data.into") != "report.into_itself" {
		t.Errorf("got %s", got.Body)
	}
	merge(into.GetString("code")[:4] + "-" + into.GetString("code")[4:]).Want(200)
	twin = v.report(second)
	if twin.GetString("state") != "duplicate" || twin.GetString("merged_into") != into.Id {
		t.Errorf("the twin is %v", twin.PublicExport())
	}
	if got := v.report(first); got.GetInt("supports") != 1 {
		t.Errorf("%d support the first", got.GetInt("supports"))
	}
	if got := v.told(v.Neighbour); !slices.Contains(got, "report.merged") {
		t.Errorf("the neighbour is told of %v", got)
	}
	if got := v.told(v.Resident); !slices.Contains(got, "report.joined") {
		t.Errorf("the first reporter is told of %v", got)
	}
	third, _ := v.file(v.Resident, "report-waste", wasteReport(nil))
	got := v.act(v.Officer, third, "reject", "reason", "duplicate", "note", "Sama", "data", map[string]any{"into": twin.GetString("code")}).WantFault(400, "request.incomplete")
	if got.FieldKey("data.into") != "report.into_closed" {
		t.Errorf("merging into a merged one answers %s", got.Body)
	}
}

func TestNothingIsMergedIntoAConfidentialReport(t *testing.T) {
	v := openReports(t)
	_, hidden := v.secret()
	id, _ := v.file(v.Neighbour, "report-waste", wasteReport(nil))
	got := v.act(v.Officer, id, "reject", "reason", "duplicate", "note", "Sama", "data", map[string]any{"into": hidden.GetString("code")}).WantFault(400, "request.incomplete")
	if got.FieldKey("data.into") != "report.into" {
		t.Errorf("answers %s", got.Body)
	}
}

// Ketut stands at the counter and has no login.
func TestAtTheCounterAResidentSaysThatTheySeeItToo(t *testing.T) {
	v := openReports(t)
	id, report := v.file(v.Resident, "report-waste", wasteReport(nil))
	say := func(officer *core.Record, resident string) *apptest.Response {
		return v.Do("POST", supportsPath, map[string]any{"report": report.Id, "resident": resident}, officer)
	}
	supports := func() int { return v.Found("reports", report.Id).GetInt("supports") }
	guest := apptest.Save(t, v.App.App, apptest.Record(t, v.App.App, "residents", map[string]any{"nik": "5171044101800009", "name": "Ni Luh Sari", "sex": "P",
		"birth_date": "1980-01-01", "birth_place": "Denpasar", "hamlet": v.Kaja.Id, "life_status": "hidup"}))
	say(v.Officer, "").WantFault(400, "report.no_supporter")
	say(v.Auditor, guest.Id).WantFault(400, "report.no_supporter")
	say(v.HeadOfKelod, guest.Id).WantFault(400, "report.no_supporter") // not of his hamlet
	v.support(v.Officer, report.Id).WantFault(400, "report.no_supporter")
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() { say(v.Officer, guest.Id).Want(204) })
	}
	all.Wait()
	for range 2 { // again is once, and the answer does not tell
		if body := say(v.Officer, guest.Id).Want(204).Body; len(body) != 0 || supports() != 1 {
			t.Errorf("%d support it: %s", supports(), body)
		}
	}
	say(v.HeadOfKaja, v.Wayan.Id).Want(204) // whose report it is, without telling so
	if supports() != 1 {
		t.Error("the reporter supports their own report")
	}
	v.answered(id)
	if err := notify.Work(context.Background(), v, time.Now()); err != nil {
		t.Fatal(err)
	}
	var told int
	if err := v.DB().Select("count(*)").From("notices").Where(dbx.HashExp{"resident": guest.Id, "key": "report.supported"}).Row(&told); err != nil || told != 1 {
		t.Errorf("who supported it at the counter has %d notices, %v", told, err)
	}
	login := apptest.Save(t, v.App.App, apptest.Record(t, v.App.App, "accounts", map[string]any{"nik": guest.GetString("nik"), "name": guest.GetString("name"),
		"resident": guest.Id, "active": true, "password": "sandi-panjang-1", "passwordConfirm": "sandi-panjang-1"}))
	if got := v.Do("GET", supportsPath, nil, login).Want(200).JSON(); got["totalItems"] != 1.0 {
		t.Errorf("with a login of their own they read %v", got)
	}
}

func TestWhoReportedAtTheCounterHearsOfTheReportThatTheirsWasMergedInto(t *testing.T) {
	v := openReports(t)
	guest := apptest.Save(t, v.App.App, apptest.Record(t, v.App.App, "residents", map[string]any{"nik": "5171044101800009", "name": "Ni Luh Sari", "sex": "P",
		"birth_date": "1980-01-01", "birth_place": "Denpasar", "hamlet": v.Kaja.Id, "life_status": "hidup"}))
	_, kept := v.file(v.Resident, "report-waste", wasteReport(nil))
	same, _ := v.file(v.Officer, "report-waste", wasteReport(nil), "resident", guest.Id)
	v.act(v.Officer, same, "reject", "reason", "duplicate", "note", "Sudah dilaporkan.", "data", map[string]any{"into": kept.GetString("code")}).Want(200)
	support, err := v.FindFirstRecordByFilter("report_supports", "report = {:report}", dbx.Params{"report": kept.Id})
	if err != nil || support.GetString("resident") != guest.Id || support.GetString("account") != "" {
		t.Errorf("the support is %v, %v", support, err)
	}
}
