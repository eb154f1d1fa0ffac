package privacy_test

import (
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/privacy"
)

const corrections = "/api/collections/corrections/records"

// wish is a request to correct one field.
func wish(resident *core.Record, field, to string) map[string]any {
	return map[string]any{
		"resident": resident.Id, "reason": "Di akta kelahiran tertulis lain.",
		"changes": map[string]any{field: map[string]any{"to": to}},
	}
}

func (v village) ask(actor, resident *core.Record, field, to string) string {
	v.t.Helper()
	return v.Do("POST", corrections, wish(resident, field, to), actor).Want(200).JSON()["id"].(string)
}

func (v village) settle(actor *core.Record, id, state, answer string) *apptest.Response {
	v.t.Helper()
	return v.Do("PATCH", corrections+"/"+id, map[string]any{"state": state, "answer": answer}, actor)
}

func TestAResidentAsksForACorrectionAndTheClockStarts(t *testing.T) {
	v := start(t)
	row := v.found("corrections", v.ask(v.Resident, v.Wayan, "birth_place", " Gianyar  Kota "))
	changes := map[string]privacy.Change{}
	v.must(row.UnmarshalJSONField("changes", &changes))
	if changes["birth_place"] != (privacy.Change{From: "Denpasar", To: "Gianyar Kota"}) {
		t.Errorf("kept %+v", changes)
	}
	asked, due := row.GetDateTime("asked_at").Time(), row.GetDateTime("due_at").Time()
	if due.Sub(asked) != 72*time.Hour || time.Since(asked) > time.Minute {
		t.Errorf("asked %s, due %s", asked, due)
	}
	if row.GetString("state") != "open" || row.GetString("asked_by") != "resident" || row.GetString("account") != v.Resident.Id {
		t.Errorf("kept %v", row.PublicExport())
	}
}

func TestAParentAsksForTheirChildAndForNobodyElse(t *testing.T) {
	v := start(t)
	v.ask(v.Resident, v.Putu, "birth_place", "Badung")
	for name, other := range map[string]*core.Record{"wife": v.Ketut, "neighbour": v.Made, "somebody in Kelod": v.Nyoman} {
		if got := v.Do("POST", corrections, wish(other, "name", "Orang Lain"), v.Resident); got.Key() != "privacy.not_your_data" {
			t.Errorf("asked for his %s: %d %s", name, got.Status, got.Key())
		}
	}
	v.Do("POST", corrections, wish(v.Wayan, "name", "Orang Lain"), v.Neighbour).WantFault(403, "privacy.not_your_data")
	v.Do("POST", corrections, wish(v.Wayan, "name", "Orang Lain"), apptest.Guest).WantFault(401, "privacy.own_correction")
	v.Do("POST", corrections, wish(v.Wayan, "name", "Orang Lain"), v.Officer).WantFault(401, "privacy.own_correction")
}

func TestAWishThatCannotBeIsPointedAt(t *testing.T) {
	v := start(t)
	body := wish(v.Wayan, "life_status", "pindah")
	body["reason"] = "x"
	got := v.Do("POST", corrections, body, v.Resident).WantFault(400, "privacy.correction")
	if got.FieldKey("life_status") != "privacy.by_events" || got.FieldKey("reason") != "privacy.no_reason" {
		t.Errorf("answered %s", got.Body)
	}
	for _, nothing := range []any{nil, map[string]any{}, "name", []string{"name"}} {
		body["changes"] = nothing
		if got := v.Do("POST", corrections, body, v.Resident).WantFault(400, "privacy.correction"); got.FieldKey("changes") != "privacy.no_change" {
			t.Errorf("%v: %s", nothing, got.Body)
		}
	}
}

func TestOneWishAtATimeForOnePerson(t *testing.T) {
	v := start(t)
	id := v.ask(v.Resident, v.Wayan, "birth_place", "Badung")
	v.Do("POST", corrections, wish(v.Wayan, "name", "I Wayan Sukarta Putra"), v.Resident).WantFault(409, "privacy.still_open")
	v.settle(v.Officer, id, "refused", "Tidak sesuai akta.").Want(200)
	v.ask(v.Resident, v.Wayan, "name", "I Wayan Sukarta Putra")
}

func TestAPaperOfSomebodyElseIsRefusedAndOnesOwnIsKept(t *testing.T) {
	v := start(t)
	body := wish(v.Wayan, "birth_place", "Badung")
	body["paper"] = v.paper(v.Neighbour, v.Made)
	if got := v.Do("POST", corrections, body, v.Resident).WantFault(400, "privacy.correction"); got.FieldKey("paper") != "privacy.not_your_paper" {
		t.Errorf("answered %s", got.Body)
	}
	body["paper"] = v.paper(v.Resident, v.Wayan)
	v.Do("POST", corrections, body, v.Resident).Want(200)
	if !v.found("documents", body["paper"].(string)).GetBool("used") {
		t.Error("the paper can still be taken away")
	}
}

// paper is a document of a resident, made without the hooks of its slice.
func (v village) paper(account, resident *core.Record) string {
	v.t.Helper()
	document := apptest.Record(v.t, v, "documents", map[string]any{
		"account": account.Id, "resident": resident.Id, "name": "Akta kelahiran", "kind": "birth_certificate", "mime": "application/pdf"})
	document.Set("file", v.file("akta.pdf"))
	return apptest.Save(v.t, v, document).Id
}

func TestOnlyDeskOfficersAndTheSecretaryDecide(t *testing.T) {
	v := start(t)
	id := v.ask(v.Resident, v.Wayan, "birth_place", "Badung")
	for name, who := range map[string]*core.Record{"head of Kaja": v.HeadOfKaja, "head of Kelod": v.HeadOfKelod, "village head": v.VillageHead} {
		if got := v.settle(who, id, "accepted", ""); got.Key() != "privacy.not_yours_to_decide" {
			t.Errorf("%s: %d %s", name, got.Status, got.Key())
		}
	}
	for _, who := range []*core.Record{apptest.Guest, v.Resident, v.Neighbour} {
		if got := v.settle(who, id, "accepted", ""); got.Status < 400 {
			t.Errorf("answered %d", got.Status)
		}
	}
	v.settle(v.Secretary, id, "accepted", "").Want(200)
	v.settle(v.Officer, id, "refused", "Terlambat.").WantFault(409, "privacy.settled")
	row := v.found("corrections", id)
	if row.GetString("state") != "accepted" || row.GetString("decided_name") != v.Secretary.GetString("name") || row.GetDateTime("decided_at").IsZero() {
		t.Errorf("kept %v", row.PublicExport())
	}
}

func TestAnAdminDecidesToo(t *testing.T) {
	v := start(t)
	v.settle(v.Admin, v.ask(v.Resident, v.Wayan, "birth_place", "Badung"), "accepted", "").Want(200)
}

func TestNobodyDecidesForTheirOwnHousehold(t *testing.T) {
	v := start(t)
	v.Officer.Set("resident", v.Ketut.Id) // the wife of Wayan works at the desk
	apptest.Save(t, v, v.Officer)
	id := v.ask(v.Resident, v.Wayan, "birth_place", "Badung")
	v.settle(v.Officer, id, "accepted", "").WantFault(403, "privacy.own_family")
	v.settle(v.Secretary, id, "accepted", "").Want(200)
}

func TestARefusalSaysWhy(t *testing.T) {
	v := start(t)
	id := v.ask(v.Resident, v.Wayan, "birth_place", "Badung")
	if got := v.settle(v.Officer, id, "refused", " "); got.FieldKey("answer") != "privacy.no_answer" {
		t.Errorf("answered %s", got.Body)
	}
	if got := v.settle(v.Officer, id, "open", "Belum tahu."); got.FieldKey("state") != "privacy.no_state" {
		t.Errorf("answered %s", got.Body)
	}
	v.settle(v.Officer, id, "refused", "Akta menyebut Denpasar.").Want(200)
	answer := v.Do("GET", corrections+"/"+id, nil, v.Resident).Want(200).JSON()
	if answer["answer"] != "Akta menyebut Denpasar." || answer["decided_title"] != "Kasi Pelayanan" {
		t.Errorf("the resident reads %v", answer)
	}
	v.Do("GET", corrections+"/"+id, nil, v.Neighbour).Want(404)
}

func TestADecisionCannotChangeWhatWasAsked(t *testing.T) {
	v := start(t)
	id := v.ask(v.Resident, v.Wayan, "birth_place", "Badung")
	v.Do("PATCH", corrections+"/"+id, map[string]any{"state": "accepted", "resident": v.Made.Id,
		"changes": map[string]any{"name": map[string]any{"to": "Orang Lain"}}, "decided_name": "Orang Lain"}, v.Officer).Want(200)
	row := v.found("corrections", id)
	changes := map[string]privacy.Change{}
	v.must(row.UnmarshalJSONField("changes", &changes))
	if row.GetString("resident") != v.Wayan.Id || changes["birth_place"].To != "Badung" || row.GetString("decided_name") != v.Officer.GetString("name") {
		t.Errorf("kept %v", row.PublicExport())
	}
	if v.sql(`UPDATE corrections SET answer = 'lain'`, nil) == nil || v.sql(`DELETE FROM corrections`, nil) == nil {
		t.Error("SQL changed what was decided")
	}
}
