package matrix_test

import (
	"mdesa/hooks/apptest"
	"mdesa/hooks/office"
)

// benefits leaves Wayan's household with aid, paid once, and a list that was taken.
func (a archive) benefits() {
	a.t.Helper()
	program := apptest.Save(a.t, a, apptest.Record(a.t, a, "programs", map[string]any{"title": "BLT Dana Desa", "goal": "Keluarga terbantu.", "kind": "aid", "year": 2026,
		"state": "running", "published": true}))
	a.existing["aid program"] = program.Id
	a.existing["beneficiaries"] = a.Do("POST", "/api/collections/beneficiaries/records", map[string]any{"program": program.Id, "target": "household",
		"household": a.Wayan.GetString("household"), "amount": 300_000, "period": "monthly", "starts_on": "2026-01-01", "status": "active"}, a.Officer).Want(200).JSON()["id"].(string)
	a.existing["benefit_payments"] = a.Do("POST", "/api/collections/benefit_payments/records", map[string]any{"beneficiary": a.existing["beneficiaries"], "period": "2026-01",
		"paid_on": "2026-01-20"}, a.Officer).Want(200).JSON()["id"].(string)
	a.existing["benefit_imports"] = a.Do("POST", "/api/benefits/programs/"+program.Id+"/import", aidList("candidate"), a.Officer).Want(200).JSON()["import"].(string)
}

func aidList(status string) apptest.Form {
	return apptest.Form{Fields: map[string]string{"target": "person", "period": "monthly", "starts_on": "2026-01-01", "status": status, "choice": "good"},
		Files: []apptest.File{{Field: "file", Name: "blt.csv", Body: []byte("NIK,Nama,Jumlah\n5171042202850004,I Made Artana,300000\n")}}}
}

func (a archive) benefitsToCreate() map[string]any {
	return map[string]any{
		"beneficiaries": map[string]any{"program": a.existing["aid program"], "target": "person", "resident": a.Nyoman.Id, "amount": 300_000,
			"starts_on": "2026-01-01", "status": "candidate"},
		"benefit_payments": map[string]any{"beneficiary": a.existing["beneficiaries"], "period": "2026-02", "paid_on": "2026-02-20"},
		"benefit_imports":  map[string]any{"program": a.existing["aid program"], "name": "x", "state": "done"},
	}
}

var benefitsToUpdate = map[string]any{
	"beneficiaries":    map[string]any{"reference": "Perkades 3/2026"},
	"benefit_payments": map[string]any{"cancelled_for": "mistake"},
	"benefit_imports":  map[string]any{"state": "undone"},
}

func (a archive) benefitsRoutes() group {
	program := "/api/benefits/programs/" + a.existing["aid program"]
	return group{"Aid", []route{
		{name: "sums for all", method: "GET", path: "/api/open/benefits/" + a.existing["aid program"]},
		{name: "my aid", method: "GET", path: "/api/benefits/mine"},
		{name: "programs of aid", method: "GET", path: "/api/benefits/programs"},
		{name: "who gets it", method: "GET", path: program},
		{name: "a beneficiary", method: "GET", path: "/api/benefits/one/" + a.existing["beneficiaries"]},
		{name: "what a person gets", method: "GET", path: "/api/benefits/residents/" + a.Wayan.Id + "?purpose=oversight"},
		{name: "what they get already", method: "GET", path: "/api/benefits/doubles?target=person&resident=" + a.Wayan.Id},
		{name: "paying many, a check", method: "POST", path: program + "/pay", body: map[string]any{"period": "2026-01", "paid_on": office.Today(a), "check": true}},
		{name: "checking a list", method: "POST", path: program + "/check", body: aidList("active")},
		{name: "refused rows of a list", method: "POST", path: program + "/refused", body: aidList("active")},
		{name: "taking a list again", method: "POST", path: program + "/import", body: aidList("active")},
		{name: "lists that were taken", method: "GET", path: program + "/imports"},
		{name: "undoing no list", method: "POST", path: "/api/benefits/imports/nosuchlist00000/undo"},
		{name: "as a table", method: "GET", path: program + "/export?format=csv&purpose=oversight"},
	}}
}
