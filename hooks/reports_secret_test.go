package hooks_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/notify"
)

// secret is Wayan's report about the head of his own hamlet.
func (v reporting) secret() (string, *core.Record) {
	v.t.Helper()
	return v.file(v.Resident, "report-officials", map[string]any{
		"what": "Kelian meminta uang untuk surat pengantar", "identity": "handler_only",
		"place": map[string]any{"words": "Rumah kelian", "hamlet": v.Kaja.Id}})
}

func TestNobodyButTheHandlerLearnsWhoReportsInConfidence(t *testing.T) {
	v := openReports(t)
	id, report := v.secret()
	code := v.Found("requests", id).GetString("code")
	shown := report.PublicExport()
	for _, field := range []string{"place", "text", "reporter_name"} {
		if shown[field] != "" {
			t.Errorf("%s says %v", field, shown[field])
		}
	}
	if report.GetBool("public") || report.GetString("title") != report.GetString("category_name") {
		t.Errorf("it shows %v", shown)
	}
	others := map[string]*core.Record{"kelian": v.HeadOfKaja, "head of Kelod": v.HeadOfKelod, "desk": v.Officer, "village head": v.VillageHead, "auditor": v.Auditor, "neighbour": v.Neighbour}
	for name, actor := range others {
		v.Do("GET", "/api/requests/"+id+"/actions", nil, actor).WantFault(404, "request.no_case")
		if got := v.Do("GET", "/api/collections/requests/records"+"/"+id, nil, actor); got.Status == 200 {
			t.Errorf("%s reads the record", name)
		}
		if actor.Collection().Name != "officers" {
			continue
		}
		v.Do("GET", "/api/requests/"+id+"/case", nil, actor).WantFault(404, "request.no_case")
		v.Do("GET", "/api/requests/"+id+"/report", nil, actor).WantFault(404, "request.no_case")
		v.act(actor, id, "comment", "note", "Siapa ini?").WantFault(404, "request.no_case")
		for _, list := range []string{"?tab=open", "?tab=mine", "?tab=closed", "?tab=open&q=" + code, "?tab=open&q=Wayan"} {
			got := v.Do("GET", "/api/requests/inbox"+list, nil, actor).Want(200)
			if strings.Contains(string(got.Body), id) || strings.Contains(string(got.Body), "Wayan") {
				t.Errorf("%s reads in %s: %s", name, list, got.Body)
			}
		}
		if counts := v.Do("GET", "/api/requests/inbox?tab=open", nil, actor).JSON()["counts"].(map[string]any); counts["open"] != 0.0 {
			t.Errorf("%s counts %v", name, counts)
		}
		card := v.Do("GET", "/api/residents/"+v.Wayan.Id+"/card?purpose=counter", nil, actor)
		if strings.Contains(string(card.Body), id) || strings.Contains(string(card.Body), code) {
			t.Errorf("%s reads on the card: %s", name, card.Body)
		}
		if got := v.Do("GET", "/api/residents/"+v.Wayan.Id+"/card?request="+id, nil, actor); got.Status == 200 {
			t.Errorf("%s learns from the card whose request it is", name)
		}
	}
}

func TestTheHandlerOfAConfidentialReportWorksOnIt(t *testing.T) {
	v := openReports(t)
	id, _ := v.secret()
	list := v.Do("GET", "/api/requests/inbox?tab=mine", nil, v.Secretary).Want(200)
	if !strings.Contains(string(list.Body), id) || strings.Contains(string(list.Body), "Wayan") {
		t.Errorf("the inbox of the secretary reads %s", list.Body)
	}
	if got := v.Do("GET", "/api/requests/inbox?tab=mine&q=Wayan", nil, v.Secretary).Want(200); strings.Contains(string(got.Body), id) {
		t.Error("the secretary finds it by name")
	}
	file := v.Do("GET", "/api/requests/"+id+"/case", nil, v.Secretary).Want(200).JSON()
	if file["resident"].(map[string]any)["name"] != v.Wayan.GetString("name") || file["masked"] != true {
		t.Errorf("the case reads %v", file["resident"])
	}
	v.act(v.Secretary, id, "approve", "note", "Kami periksa.").Want(200)
	v.Do("GET", "/api/requests/"+id+"/case", nil, v.Secretary).WantFault(404, "request.no_case") // no more his step
	v.act(v.VillageHead, id, "resolve", "note", "Kelian sudah ditegur.").Want(200)
	v.act(v.Resident, id, "confirm").Want(200)
	v.Do("GET", "/api/requests/"+id+"/case", nil, v.VillageHead).WantFault(404, "request.no_case")
	if v.Do("GET", "/api/requests/"+id+"/case", nil, v.Admin).Want(200).JSON()["resident"] == nil {
		t.Error("the admin cannot look")
	}
}

func TestTheAuditorReadsNothingOfItInTheTrail(t *testing.T) {
	v := openReports(t)
	id, _ := v.secret()
	v.Do("GET", "/api/requests/"+id+"/case", nil, v.Secretary).Want(200)
	if err := audit.Flush(v); err != nil {
		t.Fatal(err)
	}
	for _, asked := range []string{"", "?resident=" + v.Wayan.Id, "?actor=" + v.Secretary.Id, "?format=csv"} {
		got := v.Do("GET", "/api/audit"+asked, nil, v.Auditor).Want(200)
		if strings.Contains(string(got.Body), id) {
			t.Errorf("%s: the auditor reads %s", asked, got.Body)
		}
	}
	if got := v.Do("GET", "/api/audit?resident="+v.Wayan.Id, nil, v.Admin).Want(200); !strings.Contains(string(got.Body), id) {
		t.Error("the admin does not find it in the trail")
	}
	if got := v.Do("GET", "/api/me/trail", nil, v.Resident).Want(200); !strings.Contains(string(got.Body), v.Secretary.GetString("name")) {
		t.Error("who reported does not see who looked")
	}
}

func TestPapersOfAConfidentialReportAreTheHandlers(t *testing.T) {
	v := openReports(t)
	paper := v.upload(v.Resident, map[string]string{"kind": "photos"})
	id, _ := v.file(v.Resident, "report-officials", map[string]any{"what": "Kelian meminta uang untuk surat", "identity": "handler_only",
		"place": map[string]any{"words": "Rumah kelian", "hamlet": v.Kaja.Id}}, "attachments", map[string]any{"photos": []string{paper}})
	path := "/api/requests/" + id + "/papers/" + paper
	v.Do("GET", path, nil, v.Secretary).Want(200)
	v.Do("GET", path, nil, v.Resident).Want(200)
	v.Do("GET", "/api/requests/"+id+"/papers/"+v.upload(v.Resident, map[string]string{"kind": "photos"}), nil, v.Secretary).WantFault(404, "request.no_case")
	for _, actor := range []*core.Record{v.HeadOfKaja, v.Officer, v.VillageHead, v.Auditor, v.Neighbour} {
		if got := v.Do("GET", path, nil, actor); got.Status == 200 {
			t.Error("another one opens the photo")
		}
		if got := v.Do("GET", "/api/collections/documents/records"+"/"+paper, nil, actor); got.Status == 200 {
			t.Error("another one reads the document")
		}
	}
}

func TestWithoutAPlaceAConfidentialReportDoesNotTellWhereItsReporterLives(t *testing.T) {
	v := openReports(t)
	id, report := v.file(v.Resident, "report-officials", map[string]any{"what": "Petugas loket meminta uang", "identity": "handler_only"})
	if v.Found("requests", id).GetString("hamlet") != "" || report.GetString("hamlet") != "" {
		t.Error("it is filed under the reporter's hamlet")
	}
	hidden, _ := v.file(v.Resident, "report-officials", map[string]any{"what": "Petugas loket meminta uang", "identity": "hidden"})
	if v.Found("requests", hidden).GetString("hamlet") != v.Kaja.Id || v.report(hidden).GetString("hamlet") != "" {
		t.Error("one that is not confidential goes to the wrong place")
	}
}

// The question names who asks, and what it is about: somebody opened their report.
func TestAQuestionAboutAConfidentialReportIsTheAdminsToAnswer(t *testing.T) {
	v := openReports(t)
	id, _ := v.secret()
	v.Do("GET", "/api/requests/"+id+"/case", nil, v.Secretary).Want(200)
	if err := audit.Flush(v); err != nil {
		t.Fatal(err)
	}
	var entry string
	if err := v.DB().NewQuery(`SELECT id FROM audit WHERE request = '` + id + `' AND what = 'view'`).Row(&entry); err != nil {
		t.Fatal(err)
	}
	const questions = "/api/collections/data_questions/records"
	asked := v.Do("POST", questions, map[string]any{"entry": entry, "question": "Mengapa sekretaris membuka laporan saya?"}, v.Resident).Want(200).JSON()["id"].(string)
	if err := notify.Work(context.Background(), v, time.Now()); err != nil {
		t.Fatal(err)
	}
	var told int
	if err := v.DB().NewQuery(`SELECT count(*) FROM notices WHERE officer != '' AND link = '/petugas/hak'`).Row(&told); err != nil || told != 0 {
		t.Errorf("%d officers are told, %v", told, err)
	}
	for _, officer := range []*core.Record{v.Secretary, v.VillageHead, v.Auditor} {
		if got := v.Do("GET", "/api/privacy/open", nil, officer).Want(200); strings.Contains(string(got.Body), asked) || strings.Contains(string(got.Body), "Wayan") {
			t.Errorf("the %s reads %s", officer.GetString("role"), got.Body)
		}
	}
	v.Do("PATCH", questions+"/"+asked, map[string]any{"answer": "Untuk menanganinya."}, v.VillageHead).WantFault(403, "privacy.not_yours_to_answer")
	v.Do("PATCH", questions+"/"+asked, map[string]any{"answer": "Untuk menanganinya."}, v.Admin).Want(200)
}
