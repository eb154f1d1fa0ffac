package hooks_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/subscriptions"

	"mdesa/hooks/audit"
	"mdesa/hooks/notify"
)

// about is Wayan's report about people of the office, named by their posts.
func (v reporting) about(identity string, posts ...string) string {
	v.t.Helper()
	id, _ := v.file(v.Resident, "report-officials", map[string]any{
		"what": "Diminta uang untuk surat yang gratis", "identity": identity, "concerns": posts})
	return id
}

func TestAReportAboutTheSecretaryBeginsWithSomebodyElse(t *testing.T) {
	v := openReports(t)
	for _, c := range []struct {
		about []string
		steps []string // whose turn it is, one step after the other
	}{
		{nil, []string{"secretary", "village_head"}},
		{[]string{"hamlet_head"}, []string{"secretary", "village_head"}},
		{[]string{"secretary"}, []string{"village_head", "village_head"}},
		{[]string{"village_head"}, []string{"secretary", "secretary"}},
		{[]string{"secretary", "village_head"}, []string{"officer", "officer"}},
	} {
		id := v.about("handler_only", c.about...)
		by := map[string]*core.Record{"secretary": v.Secretary, "village_head": v.VillageHead, "officer": v.Officer}
		for i, role := range c.steps {
			if got := v.Found("requests", id).GetString("waiting_for"); got != role {
				t.Fatalf("about %v, step %d waits for %q, not %s", c.about, i, got, role)
			}
			v.Do("GET", "/api/requests/"+id+"/case", nil, by[role]).Want(200)
			v.act(by[role], id, []string{"approve", "resolve"}[i], "note", "Kami periksa.").Want(200)
		}
		roles := v.Do("GET", "/api/requests/"+id+"/actions", nil, v.Resident).Want(200).JSON()["roles"].([]any)
		if roles[0] != c.steps[0] || roles[1] != c.steps[1] {
			t.Errorf("the reporter reads %v", roles)
		}
	}
}

func TestOfficersWhoAreAllConcernedLeaveNobody(t *testing.T) {
	v := openReports(t)
	v.try(v.Resident, "report-officials", map[string]any{"what": "Semua meminta uang untuk surat", "identity": "handler_only",
		"concerns": []string{"officer", "secretary", "village_head"}}).WantFault(400, "request.answers")
	v.try(v.Resident, "report-officials", map[string]any{"what": "Semua meminta uang untuk surat", "identity": "handler_only",
		"concerns": []string{"auditor"}}).WantFault(400, "request.answers")
}

// Also when only the name was to be hidden: a report about the secretary that the
// secretary reads is none.
func TestWhomAReportConcernsFindsNothingOfIt(t *testing.T) {
	for _, identity := range []string{"hidden", "handler_only"} {
		v := openReports(t)
		before := v.Do("GET", "/api/reports/board", nil, v.Secretary).Want(200).JSON()
		id := v.about(identity, "secretary")
		request := v.Found("requests", id)
		code, shown := request.GetString("code"), v.report(id)
		if shown.GetBool("public") || shown.GetString("identity") != "handler_only" {
			t.Errorf("%s: its public side reads %v", identity, shown.PublicExport())
		}
		if body := v.Do("GET", "/api/collections/requests/records/"+id, nil, v.Resident).Want(200); strings.Contains(string(body.Body), "concerns\":\"") {
			t.Errorf("the API gives away the officers: %s", body.Body)
		}
		v.Do("GET", "/api/requests/"+id+"/case", nil, v.VillageHead).Want(200)
		nothing := func(when string) {
			for _, path := range []string{"/case", "/actions", "/report"} {
				v.Do("GET", "/api/requests/"+id+path, nil, v.Secretary).WantFault(404, "request.no_case")
			}
			v.act(v.Secretary, id, "comment", "note", "Siapa ini?").WantFault(404, "request.no_case")
			for _, path := range []string{"/api/requests/inbox?tab=open", "/api/requests/inbox?tab=mine", "/api/requests/inbox?tab=overdue", "/api/requests/inbox?tab=closed",
				"/api/requests/inbox?tab=open&q=" + code, "/api/residents/" + v.Wayan.Id + "/card?purpose=counter", "/api/collections/requests/records",
				"/api/collections/requests/records/" + id, "/api/collections/request_events/records?filter=" + "request%3D%22" + id + "%22"} {
				if got := v.Do("GET", path, nil, v.Secretary); strings.Contains(string(got.Body), id) || strings.Contains(string(got.Body), code) {
					t.Errorf("%s, %s: the secretary reads in %s: %s", identity, when, path, got.Body)
				}
			}
			if counts := v.Do("GET", "/api/requests/inbox?tab=open", nil, v.Secretary).JSON()["counts"].(map[string]any); counts["open"] != 0.0 || counts["mine"] != 0.0 {
				t.Errorf("%s, %s: the secretary counts %v", identity, when, counts)
			}
			after := v.Do("GET", "/api/reports/board", nil, v.Secretary).Want(200).JSON()
			if after["open"] != before["open"] || len(after["oldest"].([]any)) != len(before["oldest"].([]any)) {
				t.Errorf("%s, %s: the board counts it", identity, when)
			}
		}
		nothing("new")
		overdue(t, v, id)
		nothing("overdue") // the next in line of the head of the village would be the secretary
		if opened := v.Found("requests", id); !opened.GetBool("escalated") {
			t.Error("it was not escalated")
		}
		if err := audit.Flush(v); err != nil {
			t.Fatal(err)
		}
		if got := v.Do("GET", "/api/audit", nil, v.Auditor).Want(200); strings.Contains(string(got.Body), id) || strings.Contains(string(got.Body), code) {
			t.Errorf("the trail reads %s", got.Body)
		}
	}
}

// overdue lets the step of a request be late, and the clock see it.
func overdue(t *testing.T, v reporting, id string) {
	t.Helper()
	if _, err := v.DB().Update("requests", dbx.Params{"step_due_at": "2020-01-01 00:00:00.000Z"}, dbx.HashExp{"id": id}).Execute(); err != nil {
		t.Fatal(err)
	}
	for _, job := range v.Cron().Jobs() {
		if job.Id() == "requests-deadlines" {
			job.Run()
		}
	}
}

func TestNoNoticeReachesWhomAReportConcerns(t *testing.T) {
	v := openReports(t)
	desk := subscriptions.NewDefaultClient()
	desk.Set("auth", v.Secretary)
	desk.Subscribe("desk")
	wall := subscriptions.NewDefaultClient()
	wall.Set("auth", v.Secretary)
	wall.Subscribe("reports_board")
	v.SubscriptionsBroker().Register(desk)
	v.SubscriptionsBroker().Register(wall)
	id := v.about("hidden", "secretary")
	overdue(t, v, id)
	if err := notify.Work(context.Background(), v, time.Now()); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[*core.Record]bool{v.Secretary: false, v.Officer: false, v.VillageHead: true} {
		var told int
		if err := v.DB().Select("count(*)").From("notices").Where(dbx.HashExp{"officer": name.Id}).Row(&told); err != nil || (told > 0) != want {
			t.Errorf("%s has %d notices, %v", name.GetString("role"), told, err)
		}
	}
	for _, client := range []*subscriptions.DefaultClient{desk, wall} {
		select {
		case message := <-client.Channel():
			t.Errorf("the secretary hears %s %s", message.Name, message.Data)
		default:
		}
	}
}

// A secretary who has become the head of the village, or acts as the head, is
// the same person.
func TestAnotherPostDoesNotOpenAReportToWhomItConcerns(t *testing.T) {
	v := openReports(t)
	id := v.about("handler_only", "secretary")
	v.VillageHead.Set("active", false)
	if err := v.Save(v.VillageHead); err != nil {
		t.Fatal(err)
	}
	v.Secretary.Set("role", "village_head")
	if err := v.Save(v.Secretary); err != nil {
		t.Fatal(err)
	}
	v.Do("GET", "/api/requests/"+id+"/case", nil, v.Secretary).WantFault(404, "request.no_case")
	if list := v.Do("GET", "/api/requests/inbox?tab=mine", nil, v.Secretary).Want(200); strings.Contains(string(list.Body), id) {
		t.Error("it is in the inbox of the former secretary")
	}
}

func TestAReporterMayNameSomebodyWhenMendingTheReport(t *testing.T) {
	v := openReports(t)
	id := v.about("hidden")
	v.act(v.Secretary, id, "return", "note", "Siapa yang meminta?", "reason", "unclear_report", "data", map[string]any{"fields": []string{"what"}}).Want(200)
	v.act(v.Resident, id, "resubmit", "data", map[string]any{"answers": map[string]any{"concerns": []string{"secretary"}}}).Want(200)
	request := v.Found("requests", id)
	if request.GetString("waiting_for") != "village_head" || !request.GetBool("confidential") {
		t.Errorf("it waits for %s, confidential %v", request.GetString("waiting_for"), request.GetBool("confidential"))
	}
	v.Do("GET", "/api/requests/"+id+"/case", nil, v.Secretary).WantFault(404, "request.no_case")
	if v.report(id).GetString("identity") != "handler_only" {
		t.Error("the board still counts it")
	}
}

func TestAReportByMapReachesTheNearestHamletHead(t *testing.T) {
	v := openReports(t)
	for hamlet, at := range map[*core.Record][2]float64{v.Kaja: {-8.640, 115.217}, v.Kelod: {-8.650, 115.217}} {
		hamlet.Set("point", map[string]any{"lat": at[0], "lon": at[1]})
		if err := v.Save(hamlet); err != nil {
			t.Fatal(err)
		}
	}
	at := func(lat, lon float64) (string, *core.Record) {
		return v.file(v.Resident, "report-order", wasteReport(map[string]any{"place": map[string]any{"lat": lat, "lon": lon}}))
	}
	id, report := at(-8.648, 115.218)
	if v.Found("requests", id).GetString("hamlet") != v.Kelod.Id || report.GetString("hamlet") != v.Kelod.Id {
		t.Error("it does not go to Kelod")
	}
	v.Do("GET", "/api/requests/"+id+"/case", nil, v.HeadOfKelod).Want(200)
	far, report := at(-8.70, 115.217)
	if v.Found("requests", far).GetString("hamlet") != "" || report.GetString("hamlet") != "" {
		t.Error("a point six kilometres away is taken for a part of the village")
	}
	// The nearest is a guess, and far away there is none: who answers says better.
	v.act(v.HeadOfKelod, id, "approve", "note", "Ini sudah wilayah Kaja.", "data", map[string]any{"hamlet": v.Kaja.Id}).Want(200)
	if v.Found("requests", id).GetString("hamlet") != v.Kaja.Id || v.report(id).GetString("hamlet") != v.Kaja.Id {
		t.Error("it did not move to Kaja")
	}
	v.act(v.Secretary, far, "approve", "note", "Kami teruskan.", "data", map[string]any{"hamlet": "nothamlet000000"}).WantFault(400, "request.incomplete")
}
