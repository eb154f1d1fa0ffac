package matrix_test

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/office"
)

type verb struct {
	method, path string
	body         any
}

// verbs are view, create, update and delete of a collection, each as somebody
// would do it who had the right to.
func (a archive) verbs(collection string) []verb {
	records := "/api/collections/" + collection + "/records"
	id := a.existing[collection]
	if id == "" {
		id = "nosuchrecord000"
	}
	return []verb{
		{"GET", records + "/" + id, nil},
		{"POST", records, with(with(a.toCreate(), a.rightsToCreate()), with(a.noticesToCreate(), with(with(a.budgetToCreate(), statisticsToCreate), with(a.programsToCreate(), with(a.benefitsToCreate(), with(a.reportsToCreate(), with(a.newsToCreate(), a.satisfactionToCreate())))))))[collection]},
		{"PATCH", records + "/" + id, with(with(toUpdate, rightsToUpdate), with(noticesToUpdate, with(with(budgetToUpdate, statisticsToUpdate), with(programsToUpdate, with(benefitsToUpdate, with(reportsToUpdate, with(newsToUpdate, satisfactionToUpdate)))))))[collection]},
		{"DELETE", records + "/" + id, nil},
	}
}

func (a archive) toCreate() map[string]any {
	password := map[string]any{"password": apptest.Password, "passwordConfirm": apptest.Password}
	return map[string]any{
		"office":     map[string]any{"kind": "desa", "name": "Lain", "short": "LN", "time_zone": "Asia/Makassar"},
		"hamlets":    map[string]any{"name": "Banjar Tengah"},
		"holidays":   map[string]any{"day": "2027-01-01", "name": "Tahun Baru", "kind": "nasional", "closed": true},
		"households": map[string]any{"kk": "5171040101200009", "hamlet": a.Kaja.Id},
		"residents": map[string]any{"nik": "5171041001900009", "name": "I Nyoman Baru", "hamlet": a.Kaja.Id,
			"birth_date": "1990-01-10", "sex": "L", "life_status": "hidup"},
		"accounts": with(password, map[string]any{"nik": a.Nyoman.GetString("nik"), "resident": a.Nyoman.Id, "active": true}),
		"officers": with(password, map[string]any{"username": "baru", "name": "Ni Baru", "title": "Staf",
			"role": "officer", "active": true}),
		"delegations": map[string]any{"from": a.VillageHead.Id, "to": a.Secretary.Id, "form": "Plh.",
			"starts_on": office.Today(a), "ends_on": office.Today(a)},
		"services":    a.anotherService(),
		"definitions": map[string]any{"body": map[string]any{"key": "x"}},
		"documents": apptest.Form{
			Fields: map[string]string{"name": "KTP", "kind": "ktp", "resident": a.Wayan.Id},
			Files:  []apptest.File{{Field: "file", Name: "ktp.pdf", Body: []byte("%PDF-1.7 ktp")}},
		},
		"requests": map[string]any{"service": a.Service("domicile").Id, "resident": a.Wayan.Id,
			"attachments": map[string]any{"ktp": []string{a.paper.Id}, "kk": []string{a.paper.Id}},
			"answers":     map[string]any{"home_status": "own", "since": "2015-01-01", "purpose": "bank"}},
		"request_events": map[string]any{"request": a.request.Id, "action": "comment", "note": "Kapan selesai?"},
		"letters": apptest.Form{
			Fields: map[string]string{"request": a.request.Id, "number": "1/XI/2026", "series": "x", "serial": "1",
				"code": "aaaaaaaaaaaa", "title": "Surat", "holder_name": "I Wayan Sukarta"},
			Files: []apptest.File{{Field: "pdf", Name: "surat.pdf", Body: []byte("%PDF-1.7 surat")}},
		},
		"sessions": map[string]any{"login_kind": "officers", "login": a.HeadOfKaja.Id},
		"audit": map[string]any{"seq": 900, "actor_kind": "officer", "actor": a.Officer.Id, "what": "view",
			"purpose": "counter", "resident": a.Wayan.Id},
		"settlements":        map[string]any{"kind": "no_head", "subject": a.Wayan.GetString("household"), "mark": "00", "decision": "fixed"},
		"life_events":        map[string]any{"kind": "away", "resident": a.Nyoman.Id, "event_date": "2026-01-05"},
		"population_entries": map[string]any{"month": "2026-01", "cause": "birth", "hamlet": a.Kaja.Id, "sex": "L", "citizenship": "WNI", "persons": 1},
		"population_months":  map[string]any{"month": "2026-01", "closer_name": "x", "hash": "00"},
		"imports": apptest.Form{
			Fields: map[string]string{"create_hamlets": "true"},
			Files:  []apptest.File{{Field: "file", Name: "warga.csv", Body: []byte("nama,nik\n")}},
		},
		"audit_cuts":       map[string]any{"upto": 1, "hash": "00", "count": 1},
		"units":            map[string]any{"key": "kasi_baru", "name": "Seksi Baru"},
		"reference_values": map[string]any{"table": "occupation", "value": "Penjual Jamu", "label": "Penjual Jamu", "label_en": "Herbalist"},
		"import_changes":   map[string]any{"import": "batch0000000001", "resident": a.Wayan.Id},
		"registrations": map[string]any{"code": "7KQ4M2XP", "nik": "5171045904780005", "kk": "5171040309140003",
			"name": "Ni Nyoman Sariasih", "birth_date": "1978-04-19", "state": "waiting"},
		"representations":             map[string]any{"carer": a.Wayan.Id, "resident": a.Made.Id, "ground": "elder", "state": "asked"},
		"letter_counters":             map[string]any{"series": "office:TS:2030", "last": 500},
		"letter_revocations":          map[string]any{"letter": a.letter.Id, "kind": "revoked", "reason": "Salah alamat"},
		core.CollectionNameSuperusers: with(password, map[string]any{"email": "lain@tamansari.example"}),
	}
}

func with(fields, more map[string]any) map[string]any {
	all := map[string]any{}
	for _, part := range []map[string]any{fields, more} {
		for name, value := range part {
			all[name] = value
		}
	}
	return all
}

// anotherService is the certificate of domicile under another key.
func (a archive) anotherService() map[string]any {
	fields := a.Service("domicile").PublicExport()
	delete(fields, "id")
	fields["key"] = "domicile-too"
	return fields
}

var toUpdate = map[string]any{
	"office":                      map[string]any{"phone": "0361-555011"},
	"hamlets":                     map[string]any{"sort": 9},
	"holidays":                    map[string]any{"name": "Hari libur"},
	"households":                  map[string]any{"rt": "009"},
	"residents":                   map[string]any{"phone": "081234500009"},
	"accounts":                    map[string]any{"phone": "081234500009"},
	"officers":                    map[string]any{"phone": "081234500009"},
	"delegations":                 map[string]any{"revoked_on": "2100-01-01"},
	"services":                    map[string]any{"sort": 99},
	"definitions":                 map[string]any{"body": map[string]any{"key": "y"}},
	"documents":                   map[string]any{"name": "KTP baru"},
	"requests":                    map[string]any{"status": "completed"},
	"request_events":              map[string]any{"note": "Sudah."},
	"letters":                     map[string]any{"number": "2/XI/2026"},
	"audit":                       map[string]any{"purpose": "request"},
	"settlements":                 map[string]any{"note": "Salah."},
	"life_events":                 map[string]any{"note": "Salah."},
	"population_entries":          map[string]any{"persons": 5},
	"population_months":           map[string]any{"hash": "01"},
	"audit_cuts":                  map[string]any{"upto": 900},
	"units":                       map[string]any{"name": "Seksi Lain"},
	"reference_values":            map[string]any{"label": "Kata lain"},
	"imports":                     map[string]any{"state": "checked"},
	"import_changes":              map[string]any{"changes": map[string]any{}},
	"registrations":               map[string]any{"state": "confirmed"},
	"representations":             map[string]any{"state": "active"},
	"letter_counters":             map[string]any{"last": 900},
	"sessions":                    map[string]any{"ended_at": "2026-11-23 04:05:06.000Z"},
	"letter_revocations":          map[string]any{"reason": "Tidak jadi"},
	core.CollectionNameSuperusers: map[string]any{"email": "lain@tamansari.example"},
}
