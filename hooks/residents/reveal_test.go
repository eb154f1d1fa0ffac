package residents_test

import (
	"slices"
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

func TestNumbersAreShownInFullWhenAskedFor(t *testing.T) {
	v := newVillage(t)
	v.wati.Load(map[string]any{"phone": "081234567890", "mother_nik": "5171044101500001", "disability": "1"})
	apptest.Save(t, v, v.wati)
	officer := tokenOf(t, v.officer)
	_, answer := apptest.Ask(t, v.App, "GET", "/api/residents/"+v.wati.Id+"/card?purpose=counter", officer, "")
	masked := answer["resident"].(map[string]any)
	for field, want := range map[string]any{"nik": "************0002", "kk": "************0015", "phone": "*********890", "mother_nik": "************0001", "disability": ""} {
		if masked[field] != want {
			t.Errorf("the card shows %s as %v, want %v", field, masked[field], want)
		}
	}
	path := "/api/residents/" + v.wati.Id + "/reveal"
	if _, answer := apptest.Ask(t, v.App, "POST", path, officer, `{}`); answer["key"] != "audit.no_purpose" {
		t.Errorf("without a purpose: %v", answer)
	}
	status, answer := apptest.Ask(t, v.App, "POST", path, officer, `{"purpose":"other","purpose_note":"mengisi formulir sekolah"}`)
	full, _ := answer["resident"].(map[string]any)
	if status != 200 || full["nik"] != "5171044408920002" || full["kk"] != "5171041203080015" || full["phone"] != "081234567890" || full["disability"] != "Disabilitas Fisik" {
		t.Errorf("%d %v", status, answer)
	}
	if status, _ := apptest.Ask(t, v.App, "POST", "/api/residents/"+v.ida.Id+"/reveal", tokenOf(t, v.headOfKaja), `{"purpose":"counter"}`); status != 404 {
		t.Errorf("a resident of another banjar: %d", status)
	}

	if _, answer := apptest.Ask(t, v.App, "POST", path, tokenOf(t, v.staff(t, "auditor", "auditor")), `{"purpose":"oversight"}`); answer["key"] != "resident.auditors_need_none" {
		t.Errorf("an auditor: %v", answer)
	}

	if err := audit.Flush(v); err != nil {
		t.Fatal(err)
	}
	var rows []struct{ What, Purpose, Note string }
	if err := v.DB().Select("what", "purpose", "note").From("audit").Where(ofResident(v.wati.Id)).OrderBy("seq").All(&rows); err != nil {
		t.Fatal(err)
	}
	var whats []string
	for _, row := range rows {
		whats = append(whats, row.What)
	}
	if !slices.Equal(whats, []string{audit.Viewed, audit.Revealed}) || rows[1].Purpose != audit.Other || rows[1].Note != "mengisi formulir sekolah" {
		t.Errorf("the trail says %v", rows)
	}
}

func ofResident(id string) dbx.HashExp { return dbx.HashExp{"resident": id} }
