package privacy_test

import (
	"strings"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/privacy"
)

// onPaper is a consent that an officer writes down for a resident.
func onPaper(resident *core.Record, purpose string, given bool) map[string]any {
	return map[string]any{"resident": resident.Id, "purpose": purpose, "given": given, "proof": "Formulir, map Persetujuan nomor 12"}
}

// atCounter is what an officer's page says of a resident's consents.
func (v village) atCounter(resident, by *core.Record) map[string]any {
	v.t.Helper()
	return v.Do("GET", "/api/privacy/consents?purpose=counter&resident="+resident.Id, nil, by).Want(200).JSON()
}

func TestAtTheCounterAnOfficerWritesAConsentDown(t *testing.T) {
	v := start(t)
	body := onPaper(v.Nyoman, privacy.NoticeByPhone, true)
	row := v.found("consents", v.Do("POST", consents, body, v.Officer).Want(200).JSON()["id"].(string))
	purpose, _ := privacy.PurposeByKey(privacy.NoticeByPhone)
	if row.GetString("officer") != v.Officer.Id || row.GetString("channel") != "counter" ||
		row.GetString("proof") != "Formulir, map Persetujuan nomor 12" || row.GetString("text") != purpose.Text {
		t.Errorf("kept %v", row.PublicExport())
	}
	v.Do("POST", consents, body, v.HeadOfKaja).WantFault(400, "privacy.no_resident") // Nyoman lives in Kelod
	v.Do("POST", consents, body, v.HeadOfKelod).Want(200)
	v.Do("POST", consents, body, apptest.Guest).WantFault(401, "privacy.own_consent")
	v.Do("POST", consents, body, v.Admin).WantFault(401, "privacy.own_consent")
}

func TestAConsentOnPaperSaysWhereThePaperIsAWithdrawalNeedsNone(t *testing.T) {
	v := start(t)
	body := onPaper(v.Nyoman, privacy.PhotoInNews, true)
	body["proof"] = "  a "
	if got := v.Do("POST", consents, body, v.Officer).WantFault(400, "privacy.consent"); got.FieldKey("proof") != "privacy.no_proof" {
		t.Errorf("the field says %q", got.FieldKey("proof"))
	}
	body["given"], body["proof"] = false, ""
	v.Do("POST", consents, body, v.Officer).Want(200)
}

func TestTheWordsThatTheOfficerReadOutAreKept(t *testing.T) {
	v := start(t)
	body := onPaper(v.Nyoman, privacy.PhotoInNews, true)
	body["language"] = "en"
	row := v.found("consents", v.Do("POST", consents, body, v.Officer).Want(200).JSON()["id"].(string))
	if purpose, _ := privacy.PurposeByKey(privacy.PhotoInNews); row.GetString("text") != purpose.TextEN {
		t.Errorf("kept %q", row.GetString("text"))
	}
}

func TestWhatTheCounterWroteDownTheResidentSeesAndWithdraws(t *testing.T) {
	v := start(t)
	v.Do("POST", consents, onPaper(v.Wayan, privacy.PhotoInNews, true), v.Officer).Want(200)
	given, last := v.consent(v.Resident, privacy.PhotoInNews)
	if !given || last["channel"] != "counter" || last["proof"] == "" {
		t.Errorf("the resident reads %t %v", given, last)
	}
	v.Do("POST", consents, say(privacy.PhotoInNews, false), v.Resident).Want(200)
	for _, item := range v.atCounter(v.Wayan, v.Officer)["items"].([]any) {
		if item := item.(map[string]any); item["key"] == privacy.PhotoInNews && item["given"] != false {
			t.Error("the counter still reads a yes")
		}
	}
}

func TestConsentsAtTheCounterLeaveATrail(t *testing.T) {
	v := start(t)
	v.atCounter(v.Nyoman, v.Officer)
	v.Do("POST", consents, onPaper(v.Nyoman, privacy.PhotoInNews, true), v.Officer).Want(200)
	v.Do("POST", consents, onPaper(v.Nyoman, privacy.PhotoInNews, false), v.Officer).Want(200)
	v.must(audit.Flush(v))
	rows, err := v.FindAllRecords("audit", dbx.HashExp{"resident": v.Nyoman.Id, "actor": v.Officer.Id})
	v.must(err)
	var noted []string
	for _, row := range rows {
		noted = append(noted, row.GetString("what")+" "+row.GetString("purpose")+" "+row.GetString("note"))
	}
	want := "view counter |change counter Persetujuan: Foto saya di berita desa|change counter Persetujuan dicabut: Foto saya di berita desa"
	if got := strings.Join(noted, "|"); got != want {
		t.Errorf("noted %s", got)
	}
}

func TestNobodyWritesDownAConsentOfTheirOwnHouseholdOrOfTheDead(t *testing.T) {
	v := start(t)
	v.Officer.Set("resident", v.Wayan.Id)
	v.must(v.Save(v.Officer))
	for _, kin := range []*core.Record{v.Wayan, v.Ketut} {
		v.Do("POST", consents, onPaper(kin, privacy.PhotoInNews, true), v.Officer).WantFault(403, "privacy.own_family_consent")
		if kept := v.atCounter(kin, v.Officer); kept["may"] != false || kept["own"] != true {
			t.Errorf("the page offers it: %v", kept)
		}
	}
	v.must(v.sql(`UPDATE residents SET life_status = 'mati' WHERE id = {:id}`, dbx.Params{"id": v.Nyoman.Id}))
	v.Do("POST", consents, onPaper(v.Nyoman, privacy.PhotoInNews, true), v.Officer).WantFault(400, "privacy.no_resident")
}

func TestTheCounterReadsConsentsWithinItsReachAndWithAPurpose(t *testing.T) {
	v := start(t)
	path := "/api/privacy/consents?resident=" + v.Nyoman.Id
	v.Do("GET", path, nil, v.Officer).WantFault(400, "audit.no_purpose")
	v.Do("GET", path+"&purpose=counter", nil, v.HeadOfKaja).WantFault(404, "privacy.unknown_resident")
	v.Do("GET", "/api/privacy/consents?purpose=counter&resident=nobody", nil, v.Officer).WantFault(404, "privacy.unknown_resident")
	v.Do("GET", path+"&purpose=counter", nil, apptest.Guest).Want(401)
	v.Do("GET", path+"&purpose=counter", nil, v.Resident).Want(403)
	v.Officer.Set("role", "auditor")
	v.must(v.Save(v.Officer))
	if kept := v.Do("GET", path+"&purpose=oversight", nil, v.Officer).Want(200).JSON(); kept["may"] != false {
		t.Error("an auditor may write consents down")
	}
	v.Do("POST", consents, onPaper(v.Nyoman, privacy.PhotoInNews, true), v.Officer).WantFault(400, "privacy.no_resident")
}
