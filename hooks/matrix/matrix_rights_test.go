package matrix_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

// askedAboutHisData leaves what Wayan asked of the office about his own data:
// a consent, a correction, a question, and a look at what would be removed.
func (a archive) askedAboutHisData() {
	a.t.Helper()
	created := func(collection string, body map[string]any) string {
		a.t.Helper()
		return a.Do("POST", "/api/collections/"+collection+"/records", body, a.Resident).Want(200).JSON()["id"].(string)
	}
	a.existing["consents"] = created("consents", map[string]any{"purpose": "photo_news", "given": true})
	a.existing["corrections"] = a.AsksFor(a.Resident, a.Wayan, "birth_place", "Singaraja")
	a.existing["data_questions"] = created("data_questions", map[string]any{"entry": a.lookAt(a.Officer), "question": "Untuk apa data saya dibuka?"})
	a.existing["retention_runs"] = a.Do("POST", "/api/privacy/retention/dry-run", nil, a.Admin).Want(200).JSON()["id"].(string)
}

// lookAt is an entry on Wayan's trail: somebody of the office opened his card.
func (a archive) lookAt(actor *core.Record) string {
	a.t.Helper()
	audit.Seen(a, actor, audit.Purpose{Kind: audit.Upkeep}, audit.Viewed, a.Wayan.Id)
	if err := audit.Flush(a); err != nil {
		a.t.Fatal(err)
	}
	entries, err := a.FindRecordsByFilter("audit", "actor = {:actor} && resident = {:wayan}", "-seq", 1, 0,
		map[string]any{"actor": actor.Id, "wayan": a.Wayan.Id})
	if err != nil || len(entries) == 0 {
		a.t.Fatal("no look was noted ", err)
	}
	return entries[0].Id
}

// rightsToCreate are the bodies for the matrix.
func (a archive) rightsToCreate() map[string]any {
	return map[string]any{
		"consents": map[string]any{"purpose": "photo_news", "given": false, "resident": a.Wayan.Id},
		"corrections": map[string]any{"resident": a.Putu.Id, "reason": "Di akta kelahiran tertulis lain.",
			"changes": map[string]any{"birth_place": map[string]any{"to": "Singaraja"}}},
		"data_questions":     map[string]any{"entry": a.lookAt(a.Secretary), "question": "Untuk apa data saya dibuka?"},
		"retention_runs":     map[string]any{"dry": true, "by_kind": "command"},
		"retention_removals": map[string]any{"request": a.request.Id, "last_hash": a.request.GetString("last_hash")},
	}
}

// rightsToUpdate are too.
var rightsToUpdate = map[string]any{
	"consents":           map[string]any{"given": false},
	"corrections":        map[string]any{"state": "refused", "answer": "Tidak sesuai akta."},
	"data_questions":     map[string]any{"answer": "Pemutakhiran data."},
	"retention_runs":     map[string]any{"dry": false},
	"retention_removals": map[string]any{"code": "22222222"},
}

// rightsRoutes are what residents ask about their data, and how long it is kept.
func (a archive) rightsRoutes() group {
	return group{"Rights to one's data", []route{
		{name: "my consents", method: "GET", path: "/api/me/consents"},
		{name: "what I can correct", method: "GET", path: "/api/me/correctable"},
		{name: "export", method: "GET", path: "/api/me/export"},
		{name: "consents at the counter", method: "GET", path: "/api/privacy/consents?purpose=counter&resident=" + a.Wayan.Id},
		{name: "what residents ask", method: "GET", path: "/api/privacy/open"},
		{name: "a receipt's fingerprint", method: "POST", path: "/api/requests/trail",
			body: map[string]any{"code": a.request.GetString("code"), "hash": a.request.GetString("last_hash")}},
		{name: "how long data are kept", method: "GET", path: "/api/privacy/retention"},
		{name: "dry run", method: "POST", path: "/api/privacy/retention/dry-run"},
		{name: "drop the consents", method: "DELETE", path: "/api/collections/consents/truncate"},
		{name: "drop the corrections", method: "DELETE", path: "/api/collections/corrections/truncate"},
	}}
}

// The papers that prove a correction are seen by those who may read it.
func TestTheProofOfACorrectionIsForItsDesk(t *testing.T) {
	a := archived(t)
	proof := a.Upload(a.Neighbour, "akta", "")
	a.Do("POST", "/api/collections/corrections/records", map[string]any{"resident": a.Made.Id, "reason": "Di akta tertulis lain.", "paper": proof,
		"changes": map[string]any{"birth_place": map[string]any{"to": "Singaraja"}}}, a.Neighbour).Want(200)
	document := a.Found("documents", proof)
	path := "/api/files/documents/" + proof + "/" + document.GetString("file")
	for name, c := range map[string]struct {
		actor *core.Record
		want  int
	}{"who asked": {a.Neighbour, 200}, "officer": {a.Officer, 200}, "head of Kaja": {a.HeadOfKaja, 200},
		"head of Kelod": {a.HeadOfKelod, 404}, "Wayan": {a.Resident, 404}} {
		token := a.Do("POST", "/api/files/token", nil, c.actor).Want(200).JSON()["token"].(string)
		if got := a.Do("GET", path+"?token="+token, nil, c.actor).Status; got != c.want {
			t.Errorf("%s: %d", name, got)
		}
	}
	a.Do("GET", path, nil, apptest.Guest).Want(404)
}
