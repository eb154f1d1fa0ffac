package hooks_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mdesa/hooks/requests"
)

func TestAReportIsFiledFollowedAndConfirmed(t *testing.T) {
	v := openReports(t)
	id, report := v.file(v.Resident, "report-waste", wasteReport(map[string]any{"happened_on": "2026-01-05"}))
	if report.GetString("state") != "new" || !report.GetBool("public") || report.GetString("title") != "Sampah" || report.GetString("text") != "" {
		t.Errorf("begins as %v", report.PublicExport())
	}
	if len(report.GetString("code")) != 8 || report.GetString("hamlet") != v.Kaja.Id || report.GetDateTime("first_due_at").IsZero() || report.GetDateTime("happened_at").IsZero() {
		t.Errorf("holds %v", report.PublicExport())
	}
	v.act(v.Officer, id, "approve").WantFault(400, "request.incomplete") // a first answer says something
	v.act(v.Officer, id, "approve", "note", "Kami periksa hari ini.").Want(200)
	if report = v.report(id); report.GetString("state") != "handling" || report.GetDateTime("first_answered_at").IsZero() {
		t.Errorf("after the first answer: %v", report.PublicExport())
	}
	v.act(v.Officer, id, "resolve", "note", "Sudah diangkut.").WantFault(400, "request.incomplete")
	v.act(v.Officer, id, "resolve", "note", "Sudah diangkut.", "data", map[string]any{"no_photo": "Petugas sudah pulang"}).Want(200)
	if report = v.report(id); report.GetString("state") != "answered" || report.GetDateTime("answered_at").IsZero() {
		t.Errorf("after the answer: %v", report.PublicExport())
	}
	request := v.Found("requests", id)
	if request.GetString("status") != "answered" || request.GetString("waiting_for") != "applicant" || request.GetDateTime("closes_at").IsZero() {
		t.Errorf("the request is %v", request.PublicExport())
	}
	v.act(v.Officer, id, "confirm").WantFault(403, "request.not_yours")
	v.act(v.Resident, id, "confirm").Want(200)
	if report = v.report(id); report.GetString("state") != "done" || report.GetDateTime("closed_at").IsZero() {
		t.Errorf("in the end: %v", report.PublicExport())
	}
	if got := v.told(v.Resident); !slices.Contains(got, "report.answered") {
		t.Errorf("told of %v", got)
	}
}

func TestAnAnswerIsContradictedOnce(t *testing.T) {
	v := openReports(t)
	id, _ := v.file(v.Resident, "report-waste", wasteReport(nil))
	v.answered(id)
	v.act(v.Resident, id, "reopen").WantFault(400, "request.incomplete")
	v.act(v.Neighbour, id, "reopen", "note", "Belum").WantFault(404, "request.no_case")
	before := v.Found("requests", id).GetDateTime("due_at").Time()
	v.act(v.Resident, id, "reopen", "note", "Masih ada separuhnya").Want(200)
	request := v.Found("requests", id)
	if request.GetString("status") != "in_progress" || request.GetString("step_key") != "handling" || request.GetDateTime("due_at").Time().Before(before) {
		t.Errorf("is %v", request.PublicExport())
	}
	if report := v.report(id); report.GetString("state") != "handling" || !report.GetBool("reopened") || !report.GetDateTime("answered_at").IsZero() {
		t.Errorf("shows %v", report.PublicExport())
	}
	v.act(v.Officer, id, "resolve", "note", "Sudah semuanya.", "data", map[string]any{"no_photo": "Sama"}).Want(200)
	v.act(v.Resident, id, "reopen", "note", "Lagi").WantFault(403, "request.not_yours")
}

func TestAnAnswerThatNobodyContradictsClosesTheReportAfterTenDays(t *testing.T) {
	v := openReports(t)
	id, _ := v.file(v.Resident, "report-waste", wasteReport(nil))
	v.answered(id)
	at := func(days int) {
		t.Helper()
		if err := requests.Deadline(v, time.Now().Add(time.Duration(days)*24*time.Hour).Truncate(time.Millisecond)); err != nil {
			t.Fatal(err)
		}
	}
	at(9)
	if got := v.report(id).GetString("state"); got != "answered" {
		t.Fatalf("after nine days it is %s", got)
	}
	at(11)
	at(12)
	if got := v.report(id).GetString("state"); got != "done" {
		t.Errorf("after eleven days it is %s", got)
	}
	events, err := requests.EventsOf(v, id)
	if err != nil || events[len(events)-1].Action != requests.Close || requests.CheckChain(events) != nil {
		t.Errorf("its history ends with %+v, %v", events[len(events)-1], err)
	}
	if got := v.told(v.Resident); !slices.Contains(got, "report.closed") {
		t.Errorf("told of %v", got)
	}
}

func TestAReportThatWasReturnedOnceDoesNotExpireOnceItIsAnswered(t *testing.T) {
	v := openReports(t)
	id, _ := v.file(v.Resident, "report-waste", wasteReport(nil))
	v.act(v.Officer, id, "return", "reason", "wrong_place", "note", "Balai yang mana?", "data", map[string]any{"fields": []string{"place"}}).Want(200)
	v.act(v.Resident, id, "resubmit", "data", map[string]any{"answers": map[string]any{"place": map[string]any{"words": "Balai Kelod", "hamlet": v.Kelod.Id}}}).Want(200)
	if got := v.report(id).GetString("hamlet"); got != v.Kelod.Id {
		t.Errorf("it stays in %s", got)
	}
	v.answered(id)
	if err := requests.Deadline(v, time.Now().Add(9*24*time.Hour).Truncate(time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	if got := v.Found("requests", id).GetString("status"); got != "answered" {
		t.Errorf("it is %s", got)
	}
}

func TestWhatIsNotOursIsForwardedAndStaysOurs(t *testing.T) {
	v := openReports(t)
	id, _ := v.file(v.Resident, "report-light", wasteReport(nil))
	v.act(v.Officer, id, "forward", "note", "Lampu ini milik kota.").WantFault(400, "request.incomplete")
	v.act(v.Officer, id, "forward", "note", "Lampu ini milik kota.", "data", map[string]any{"outside": " Dinas  Perhubungan ", "outside_number": "LPJU-441"}).Want(200)
	report := v.report(id)
	if report.GetString("state") != "forwarded" || report.GetString("forwarded_to") != "Dinas Perhubungan" || report.GetString("forwarded_number") != "LPJU-441" {
		t.Errorf("shows %v", report.PublicExport())
	}
	if report.GetDateTime("first_answered_at").IsZero() || v.Found("requests", id).GetString("waiting_for") != "officer" {
		t.Error("the case left the office")
	}
	v.act(v.Officer, id, "approve", "note", "Dijadwalkan Dishub.").Want(200)
	if got := v.report(id).GetString("state"); got != "forwarded" {
		t.Errorf("is %s", got)
	}
	if got := v.told(v.Resident); !slices.Contains(got, "report.forwarded") {
		t.Errorf("told of %v", got)
	}
}

func TestALetterIsNeitherForwardedNorReopened(t *testing.T) {
	v := openReports(t)
	id, _ := v.file(v.Resident, "report-waste", wasteReport(nil))
	answer := v.Do("GET", "/api/requests/"+id+"/actions", nil, v.Officer).Want(200)
	if !strings.Contains(string(answer.Body), "forward") {
		t.Errorf("a report offers %s", answer.Body)
	}
	v.act(v.Resident, id, "reopen", "note", "x").WantFault(403, "request.not_yours")
	v.act(v.Resident, id, "confirm").WantFault(403, "request.not_yours")
}

func TestAReportThatIsTakenBackOrFalseIsSeenNoMore(t *testing.T) {
	v := openReports(t)
	for _, c := range []struct{ action, reason, state string }{{"cancel", "", "refused"}, {"reject", "false_data", "refused"}} {
		id, _ := v.file(v.Resident, "report-waste", wasteReport(nil))
		actor := v.Officer
		if c.action == "cancel" {
			actor = v.Resident
		}
		v.act(actor, id, c.action, "reason", c.reason, "note", "Tidak ada").Want(200)
		if report := v.report(id); report.GetBool("public") || report.GetString("state") != c.state || report.GetDateTime("closed_at").IsZero() {
			t.Errorf("%s: %v", c.action, report.PublicExport())
		}
	}
	id, _ := v.file(v.Resident, "report-waste", wasteReport(nil))
	v.act(v.Officer, id, "reject", "reason", "not_our_authority", "note", "Ini wewenang provinsi").Want(200)
	if !v.report(id).GetBool("public") {
		t.Error("what is another's to do was hidden")
	}
}
