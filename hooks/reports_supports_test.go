package hooks_test

import (
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"mdesa/hooks/apptest"
)

func TestInsteadOfADuplicateANeighbourSaysThatTheySeeItToo(t *testing.T) {
	v := openReports(t)
	_, report := v.file(v.Resident, "report-waste", wasteReport(nil))
	v.support(apptest.Guest, report.Id).WantFault(401, "report.login")
	v.support(v.Officer, report.Id).WantFault(401, "report.login")
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
