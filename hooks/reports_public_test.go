package hooks_test

import (
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestWhatAllReadIsWrittenByTheOfficeAndHoldsNoNumbers(t *testing.T) {
	v := openReports(t)
	id, report := v.file(v.Resident, "report-waste", wasteReport(map[string]any{"identity": "shown"}))
	path := reportsPath + "/" + report.Id
	v.Do("PATCH", path, map[string]any{"text": "x"}, v.Resident).Want(404)
	v.Do("PATCH", path, map[string]any{"text": "x"}, apptest.Guest).Want(404)
	v.Do("PATCH", path, map[string]any{"text": "x"}, v.Auditor).WantFault(403, "report.not_moderator")
	v.Do("PATCH", path, map[string]any{"text": "x"}, v.HeadOfKelod).WantFault(403, "report.not_moderator")
	v.Do("PATCH", path, map[string]any{"title": "Sampah di balai", "text": "NIK 5171 0405 1063 9005, telepon 0812-3900-1234",
		"place": "Depan balai no. 12", "state": "done", "reporter_name": "I Wayan", "identity": "hidden", "code": "AAAAAAAA"}, v.HeadOfKaja).Want(200)
	got := v.report(id)
	if got.GetString("text") != "NIK •••, telepon •••" || got.GetString("place") != "Depan balai no. 12" || got.GetString("title") != "Sampah di balai" {
		t.Errorf("reads %v", got.PublicExport())
	}
	if got.GetString("state") != "new" || got.GetString("identity") != "shown" || got.GetString("code") != report.GetString("code") || got.GetString("reporter_name") != "*** W*** S***" {
		t.Errorf("a moderator changed more: %v", got.PublicExport())
	}
	v.Do("PATCH", path, map[string]any{"public": false}, v.Officer).Want(200)
	if v.report(id).GetBool("public") {
		t.Error("it is still shown")
	}
	v.Do("DELETE", path, nil, v.Admin).WantFault(403, "report.only_filed")
	v.Do("POST", reportsPath, map[string]any{"request": id, "code": "AAAAAAAA", "public": true}, v.Admin).WantFault(403, "report.only_filed")
}

func TestAConfidentialReportIsShownByNobody(t *testing.T) {
	v := openReports(t)
	id, report := v.secret()
	for _, actor := range []*core.Record{v.Secretary, v.VillageHead, v.Admin} {
		v.Do("PATCH", reportsPath+"/"+report.Id, map[string]any{"public": true, "text": "Semua", "identity": "hidden"}, actor).WantFault(403, "report.secret")
	}
	report.Set("public", true) // not even by code
	report.Set("text", "Semua")
	apptest.Save(t, v, report)
	if got := v.report(id); got.GetBool("public") || got.GetString("text") != "" {
		t.Errorf("shows %v", got.PublicExport())
	}
}

func TestPhotosAreShownAsCopiesAndGoWhenTheReportIsHidden(t *testing.T) {
	v := openReports(t)
	before := v.upload(v.Resident, map[string]string{"kind": "photos"})
	stranger := v.upload(v.Neighbour, map[string]string{"kind": "photos"})
	id, report := v.file(v.Resident, "report-waste", wasteReport(nil), "attachments", map[string]any{"photos": []string{before}})
	if len(report.GetStringSlice("photos_before")) != 0 {
		t.Error("photos are shown that nobody has looked at")
	}
	path := reportsPath + "/" + report.Id
	v.Do("PATCH", path, map[string]any{"before": []string{stranger}}, v.Officer).WantFault(400, "report.photo")
	v.Do("PATCH", path, map[string]any{"before": []string{before}}, v.Officer).Want(200)
	names := v.report(id).GetStringSlice("photos_before")
	if len(names) != 1 {
		t.Fatalf("shows %v", names)
	}
	address := "/api/files/reports/" + report.Id + "/" + names[0]
	if got := v.Do("GET", address, nil, apptest.Guest).Want(200); !strings.HasPrefix(string(got.Body), "\xff\xd8") {
		t.Error("that is no photo")
	}
	work := v.upload(v.Officer, map[string]string{"kind": "report_work"})
	v.act(v.Officer, id, "approve", "note", "Kami periksa").Want(200)
	resolve := func(actor *core.Record, photo string) *apptest.Response {
		return v.act(actor, id, "resolve", "note", "Sudah bersih", "data", map[string]any{"photos": []string{photo}})
	}
	resolve(v.Officer, before).WantFault(400, "request.incomplete")
	resolve(v.Secretary, work).WantFault(400, "request.incomplete") // not theirs
	resolve(v.Officer, work).Want(200)
	v.Do("GET", "/api/requests/"+id+"/papers/"+work, nil, v.Resident).Want(200)
	v.Do("PATCH", path, map[string]any{"after": []string{work}, "answer": "Sudah bersih, hubungi +62 812 3900 1234"}, v.Officer).Want(200)
	if got := v.report(id); len(got.GetStringSlice("photos_after")) != 1 || got.GetString("answer") != "Sudah bersih, hubungi •••" {
		t.Errorf("shows %v", got.PublicExport())
	}
	v.Do("PATCH", path, map[string]any{"public": false}, v.Officer).Want(200)
	v.Do("GET", address, nil, apptest.Guest).Want(404)
}
