package matrix_test

import (
	"mdesa/hooks/apptest"
)

// programs leaves a program that all may read, one that is a draft, and a proposal
// of Wayan's; he supports Made's.
func (a archive) programs() {
	a.t.Helper()
	draft := a.built(false)
	a.existing["programs"], a.existing["draft program"] = a.built(true), draft
	a.existing["milestones"] = a.Do("POST", "/api/collections/milestones/records", map[string]any{"program": a.existing["programs"], "percent": 0, "on": "2026-01-05"}, a.Officer).
		Want(200).JSON()["id"].(string)
	proposes := map[string]any{"title": "Lampu Jalan Kamboja", "need": "Gelap sejak petang."}
	a.existing["proposals"] = a.Do("POST", "/api/collections/proposals/records", proposes, a.Resident).Want(200).JSON()["id"].(string)
	neighbours := a.Do("POST", "/api/collections/proposals/records", proposes, a.Neighbour).Want(200).JSON()["id"]
	a.existing["proposal_supports"] = a.Do("POST", "/api/collections/proposal_supports/records", map[string]any{"proposal": neighbours}, a.Resident).
		Want(200).JSON()["id"].(string)
}

func (a archive) built(published bool) string {
	a.t.Helper()
	return a.Do("POST", "/api/collections/programs/records", map[string]any{"title": "Jalan Kamboja", "goal": "Jalan baik.", "kind": "works", "year": 2026,
		"hamlet": a.Kaja.Id, "published": published}, a.Secretary).Want(200).JSON()["id"].(string)
}

func (a archive) programsToCreate() map[string]any {
	return map[string]any{
		"programs":   map[string]any{"title": "Jalan Cempaka", "goal": "Jalan baik.", "kind": "works", "year": 2026},
		"milestones": map[string]any{"program": a.existing["programs"], "percent": 50, "on": "2026-02-05"},
		"proposals": apptest.Form{Fields: map[string]string{"title": "Balai bocor", "need": "Atap bocor.", "hamlet": a.Kaja.Id, "meeting_on": "2026-01-05", "origin": "meeting"},
			Files: []apptest.File{{Field: "minutes", Name: "berita-acara.pdf", Body: []byte("%PDF-1.7 rapat")}}},
		"proposal_supports": map[string]any{"proposal": a.existing["proposals"]},
	}
}

var programsToUpdate = map[string]any{
	"programs":          map[string]any{"goal": "Jalan lebih baik."},
	"milestones":        map[string]any{"note": "Diperiksa."},
	"proposals":         map[string]any{"state": "accepted", "reason": "Mendesak bagi warga.", "year": 2027},
	"proposal_supports": map[string]any{"moved_from": ""},
}

func (a archive) programsRoutes() group {
	draft, proposal := a.existing["draft program"], a.existing["proposals"]
	return group{"Programs and proposals", []route{
		{name: "programs", method: "GET", path: "/api/open/programs"},
		{name: "a program", method: "GET", path: "/api/open/programs/" + a.existing["programs"]},
		{name: "a draft", method: "GET", path: "/api/open/programs/" + draft},
		{name: "a draft as a record", method: "GET", path: "/api/collections/programs/records/" + draft},
		{name: "programs as a table", method: "GET", path: "/api/open/programs/csv"},
		{name: "programs as JSON", method: "GET", path: "/api/open/programs/json"},
		{name: "proposals", method: "GET", path: "/api/open/proposals"},
		{name: "a proposal", method: "GET", path: "/api/open/proposals/" + proposal},
		{name: "proposals as a table", method: "GET", path: "/api/open/proposals/csv"},
		{name: "proposals as JSON", method: "GET", path: "/api/open/proposals/json"},
		{name: "my programs", method: "GET", path: "/api/programs/mine"},
		{name: "my proposals", method: "GET", path: "/api/proposals/mine"},
		{name: "programs at the desk", method: "GET", path: "/api/programs"},
		{name: "a draft at the desk", method: "GET", path: "/api/programs/" + draft},
		{name: "lines to choose from", method: "GET", path: "/api/programs/lines?year=2026"},
		{name: "proposals at the desk", method: "GET", path: "/api/proposals"},
		{name: "a proposal at the desk", method: "GET", path: "/api/proposals/" + proposal},
		{name: "the list for the musdes", method: "GET", path: "/api/proposals/csv"},
	}}
}
