package hooks_test

import (
	"encoding/json"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func (v village) settles(actor *core.Record, correction, state, answer string) *apptest.Response {
	v.t.Helper()
	return v.Do("PATCH", "/api/collections/corrections/records/"+correction, map[string]any{"state": state, "answer": answer}, actor)
}

func TestAnAcceptedCorrectionIsInTheRegisterAtOnce(t *testing.T) {
	v := start(t)
	v.settles(v.Officer, v.AsksFor(v.Resident, v.Wayan, "birth_place", "Singaraja"), "accepted", "").Want(200)
	if place := v.Found("residents", v.Wayan.Id).GetString("birth_place"); place != "Singaraja" {
		t.Errorf("the register says %s", place)
	}
	v.settles(v.Secretary, v.AsksFor(v.Resident, v.Putu, "religion", "Budha"), "accepted", "Sesuai akta.").Want(200)
	if religion := v.Found("residents", v.Putu.Id).GetString("religion"); religion != "Budha" {
		t.Errorf("the register says %s", religion)
	}
}

func TestARefusedCorrectionLeavesTheRegisterAsItIs(t *testing.T) {
	v := start(t)
	v.settles(v.Officer, v.AsksFor(v.Resident, v.Wayan, "birth_place", "Singaraja"), "refused", "Akta menyebut Denpasar.").Want(200)
	if place := v.Found("residents", v.Wayan.Id).GetString("birth_place"); place != "Denpasar" {
		t.Errorf("the register says %s", place)
	}
}

// What cannot stand in the register is not half accepted.
func TestACorrectionThatTheRegisterRefusesStaysOpen(t *testing.T) {
	v := start(t)
	id := v.AsksFor(v.Resident, v.Wayan, "nik", v.Made.GetString("nik"))
	if got := v.settles(v.Officer, id, "accepted", ""); got.Status < 400 || got.Status >= 500 {
		t.Errorf("a NIK of somebody else was answered with %d: %s", got.Status, got.Body)
	}
	if state := v.Found("corrections", id).GetString("state"); state != "open" {
		t.Errorf("it is %s", state)
	}
	if nik := v.Found("residents", v.Wayan.Id).GetString("nik"); nik != v.Wayan.GetString("nik") {
		t.Errorf("the register says %s", nik)
	}
}

// The word of the trail's page and of this slice are the same: an entry that a
// resident reads there is one they can ask about.
func TestEveryEntryOnMyTrailCanBeQuestioned(t *testing.T) {
	v := start(t)
	id := v.File()
	v.Do("GET", "/api/requests/"+id+"/case", nil, v.HeadOfKaja).Want(200)
	var trail struct{ Items []struct{ ID string } }
	v.Do("GET", "/api/me/trail", nil, v.Resident).Want(200).Into(&trail)
	if len(trail.Items) == 0 {
		t.Fatal("opening a request left no trail")
	}
	for _, item := range trail.Items {
		v.Do("POST", "/api/collections/data_questions/records", map[string]any{"entry": item.ID, "question": "Untuk apa?"}, v.Resident).Want(200)
	}
	answer, err := json.Marshal(v.Do("GET", "/api/privacy/open", nil, v.VillageHead).Want(200).JSON()["questions"])
	if err != nil || len(answer) < 10 {
		t.Errorf("the desk reads %s", answer)
	}
}
