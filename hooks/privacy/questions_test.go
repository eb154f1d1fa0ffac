package privacy_test

import (
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

const questions = "/api/collections/data_questions/records"

// seen is an entry of the trail: actor looked at a resident's card.
func (v village) seen(actor, resident *core.Record) string {
	v.t.Helper()
	audit.Seen(v, actor, audit.Purpose{Kind: audit.Upkeep}, audit.Viewed, resident.Id)
	v.must(audit.Flush(v))
	var id string
	v.must(v.DB().NewQuery(`SELECT id FROM audit WHERE actor = {:actor} AND resident = {:resident} ORDER BY seq DESC LIMIT 1`).
		Bind(dbx.Params{"actor": actor.Id, "resident": resident.Id}).Row(&id))
	return id
}

func (v village) question(actor *core.Record, entry string) *apptest.Response {
	v.t.Helper()
	return v.Do("POST", questions, map[string]any{"entry": entry, "question": "Untuk apa data saya dibuka?"}, actor)
}

func (v village) answer(actor *core.Record, id, answer string) *apptest.Response {
	v.t.Helper()
	return v.Do("PATCH", questions+"/"+id, map[string]any{"answer": answer}, actor)
}

func TestAResidentQuestionsAnEntryOfTheirOwnTrail(t *testing.T) {
	v := start(t)
	entry := v.seen(v.Officer, v.Wayan)
	row := v.found("data_questions", v.question(v.Resident, entry).Want(200).JSON()["id"].(string))
	if row.GetString("actor") != v.Officer.Id || row.GetString("actor_name") != v.Officer.GetString("name") ||
		row.GetString("resident") != v.Wayan.Id || row.GetString("state") != "open" ||
		row.GetDateTime("due_at").Time().Sub(row.GetDateTime("asked_at").Time()) != 72*time.Hour {
		t.Errorf("kept %v", row.PublicExport())
	}
	v.question(v.Resident, entry).WantFault(409, "privacy.asked")
	v.question(v.Neighbour, entry).WantFault(404, "privacy.no_entry")
	v.question(v.Resident, "nosuchentry0000").WantFault(404, "privacy.no_entry")
	v.question(apptest.Guest, entry).WantFault(401, "privacy.own_question")
	v.question(v.Officer, entry).WantFault(401, "privacy.own_question")
}

func TestAnExportOfEverybodyIsEverybodysBusiness(t *testing.T) {
	v := start(t)
	audit.SeenAll(v, v.Secretary, audit.Purpose{Kind: audit.Oversight}, audit.Exported, 4, v.Kaja.Id)
	v.must(audit.Flush(v))
	var entry string
	v.must(v.DB().NewQuery(`SELECT id FROM audit WHERE resident = ''`).Row(&entry))
	v.question(v.Resident, entry).Want(200)
	v.question(v.Neighbour, entry).Want(200)
}

func TestWhoIsQuestionedDoesNotAnswer(t *testing.T) {
	v := start(t)
	id := v.question(v.Resident, v.seen(v.Secretary, v.Wayan)).Want(200).JSON()["id"].(string)
	v.answer(v.Secretary, id, "Pemutakhiran data.").WantFault(403, "privacy.questioned")
	for _, who := range []*core.Record{v.Officer, v.HeadOfKaja} {
		v.answer(who, id, "Pemutakhiran data.").WantFault(403, "privacy.not_yours_to_answer")
	}
	if got := v.answer(v.Resident, id, "Jawab sendiri."); got.Status < 400 {
		t.Errorf("the resident answers: %d", got.Status)
	}
	v.answer(v.VillageHead, id, "Pemutakhiran kartu keluarga.").Want(200)
	v.answer(v.VillageHead, id, "Lain lagi.").WantFault(409, "privacy.settled")
	if got := v.Do("GET", questions+"/"+id, nil, v.Resident).Want(200).JSON(); got["answer"] != "Pemutakhiran kartu keluarga." || got["state"] != "answered" {
		t.Errorf("the resident reads %v", got)
	}
}

func TestAnAdminIsQuestionedLikeAnybodyElse(t *testing.T) {
	v := start(t)
	id := v.question(v.Resident, v.seen(v.Admin, v.Wayan)).Want(200).JSON()["id"].(string)
	if name := v.found("data_questions", id).GetString("actor_name"); name != "Admin" {
		t.Errorf("the resident reads %q, which is a login", name)
	}
	v.answer(v.Admin, id, "Saya perlu.").WantFault(403, "privacy.questioned")
	v.answer(v.Secretary, id, "Pemeriksaan rutin.").Want(200)
}

func TestAnAnswerHasWords(t *testing.T) {
	v := start(t)
	id := v.question(v.Resident, v.seen(v.Officer, v.Wayan)).Want(200).JSON()["id"].(string)
	if got := v.answer(v.Secretary, id, " ok "); got.FieldKey("answer") != "privacy.no_reply" {
		t.Errorf("answered %s", got.Body)
	}
}
