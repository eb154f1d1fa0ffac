package demo

import (
	"fmt"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"

	"mdesa/hooks/office"
)

// Password is what everybody in the demo logs in with.
const Password = "desa12345"

var (
	hamletNames = []string{"Banjar Kaja", "Banjar Kangin", "Banjar Kelod", "Banjar Kauh", "Banjar Tengah", "Banjar Batan Poh", "Banjar Taman"}
	streets     = []string{"Jalan Kamboja", "Jalan Cempaka", "Jalan Teratai", "Gang Mawar", "Jalan Kenanga", "Gang Sandat", "Jalan Jepun"}
	headNames   = []string{"I Gede Pasek Arimbawa", "I Nengah Wirata", "I Ketut Suweca", "I Made Sandi", "I Wayan Rentena", "I Nyoman Sukadana", "I Komang Artawan"}
)

// households is how many families live in the village, about 300 people.
const households = 92

// Village is the filled demo.
type Village struct {
	app      core.App
	address  string
	fate     *fate
	clock    *office.Clock
	passhash string

	hamlets  []*core.Record
	people   []*person
	officers map[string]*core.Record // by user name
	accounts map[string]*core.Record // by resident id
	papers   map[string]*core.Record // by resident id and kind
	first    *person                 // the resident of the tour
}

// Fill builds the village as of a moment. address is where its QR codes lead.
// The office comes in a transaction of its own: until it is committed, whoever
// needs it reads it anew.
func Fill(app core.App, address string, today time.Time) (*Village, error) {
	if n, err := app.CountRecords("residents"); err != nil || n > 0 {
		if err == nil {
			err = errNotEmpty
		}
		return nil, err
	}
	v := &Village{address: address, fate: newFate(today), officers: map[string]*core.Record{}, accounts: map[string]*core.Record{}, papers: map[string]*core.Record{}}
	if err := v.build(app, v.office, v.places, v.maps); err != nil {
		return nil, err
	}
	return v, v.build(app, v.residents, v.countedBefore, v.doubts, v.staff, v.logins, v.cases, v.reports, v.revocations, v.happenings, v.rights, v.budget, v.programs, v.beneficiaries, v.satisfaction, v.news, v.notices)
}

// build runs parts in one transaction.
func (v *Village) build(app core.App, parts ...func() error) error {
	return app.RunInTransaction(func(tx core.App) error {
		v.app = tx
		for _, part := range parts {
			if err := part(); err != nil {
				return err
			}
		}
		return nil
	})
}

func (v *Village) office() error {
	record, err := v.app.FindRecordById("office", office.ID)
	if err != nil {
		return err
	}
	logo, err := emblem()
	if err != nil {
		return err
	}
	script, err := filesystem.NewFileFromBytes(scriptLine, "aksara.png")
	if err != nil {
		return err
	}
	record.Load(map[string]any{
		"kind": "desa", "name": "Puri Kencana", "short": "PK", "area_code": "51.71.04.2099",
		"district": "Denpasar Utara", "regency": "Kota Denpasar", "province": "Bali",
		"address": "Jalan Kamboja Nomor 12", "postcode": "80230", "phone": "(0361) 555 0100",
		"email": "kantor@purikencana.example", "website": "purikencana.example", "accent": "#0f5e56", "logo": logo, "script_line": script,
		"public_url": v.address,
	})
	if err := v.app.Save(record); err != nil {
		return err
	}
	v.clock, err = office.ClockOf(v.app)
	return err
}

func (v *Village) places() error {
	for i, name := range hamletNames {
		hamlet, err := v.save("hamlets", map[string]any{
			"id": fmt.Sprintf("demohamlet%05d", i), "name": name, "code": fmt.Sprintf("%02d", i+1), "sort": i + 1})
		if err != nil {
			return err
		}
		v.hamlets = append(v.hamlets, hamlet)
	}
	return nil
}

func (v *Village) residents() error {
	for number := range households {
		hamlet := number % len(v.hamlets)
		h := v.fate.household(number, hamlet, streets[hamlet])
		settleHead(number, h)
		if _, err := v.save("households", map[string]any{
			"id": h.id, "kk": h.kk, "hamlet": v.hamlets[hamlet].Id, "address": h.address}); err != nil {
			return err
		}
		for _, p := range h.people {
			if _, err := v.save("residents", v.register(p)); err != nil {
				return err
			}
			v.people = append(v.people, p)
		}
	}
	return nil
}

func (v *Village) register(p *person) map[string]any {
	return map[string]any{
		"id": p.id, "nik": p.nik, "name": p.name, "household": p.house.id, "hamlet": v.hamlets[p.house.hamlet].Id,
		"family_role": p.role, "birth_place": "Denpasar", "birth_date": p.birth.Format(time.DateOnly), "sex": p.sex,
		"religion": p.religion, "marital_status": p.marital, "occupation": p.job, "education": p.school,
		"citizenship": "WNI", "address": p.house.address, "life_status": "hidup", "phone": p.phone,
		"studying": p.studying, "blood_type": p.blood, "father_name": p.father, "mother_name": p.mother,
		"birth_certificate": p.certificate, "insurance": p.insurance, "residency": "tetap", "ethnicity": p.ethnicity(),
		"krama_status": p.krama, "customary_village": p.customaryVillage(), "customary_hamlet": p.customaryHamlet(),
	}
}

func (v *Village) staff() error {
	team := []map[string]any{
		{"username": "perbekel", "name": "I Gusti Ngurah Adi Sanjaya, S.E.", "title": "Perbekel", "role": "village_head"},
		{"username": "sekdes", "name": "Ni Made Suryani, S.Sos.", "title": "Sekretaris Desa", "role": "secretary"},
		{"username": "petugas", "name": "Ni Luh Putu Widiani", "title": "Kasi Pelayanan", "role": "officer"},
		{"username": "pengawas", "name": "I Wayan Rauh Sedana", "title": "Anggota BPD", "role": "auditor"},
		{"username": "loket", "name": "I Kadek Yudi Pratama", "title": "Staf Pelayanan", "role": "officer"},
	}
	for i, name := range headNames {
		team = append(team, map[string]any{"username": headOf(i), "name": name,
			"title": "Kelian " + hamletNames[i], "role": "hamlet_head", "hamlets": []string{v.hamlets[i].Id}})
	}
	for _, fields := range team {
		fields["active"], fields["language"], fields["password"] = true, "id", Password
		officer, err := v.save("officers", fields)
		if err != nil {
			return err
		}
		v.officers[officer.GetString("username")] = officer
	}
	_, err := v.save(core.CollectionNameSuperusers, map[string]any{"email": adminEmail, "password": Password})
	return err
}

const adminEmail = "admin@desa.example"

// headOf is the user name of a hamlet's head: "kelian.kaja".
func headOf(hamlet int) string {
	name := strings.TrimPrefix(hamletNames[hamlet], "Banjar ")
	return "kelian." + strings.ToLower(strings.ReplaceAll(name, " ", ""))
}

// logins opens an account for one grown-up in each of the first families.
func (v *Village) logins() error {
	for _, p := range v.people {
		if p.role != "kepala keluarga" || len(v.accounts) >= 30 {
			continue
		}
		account, err := v.save("accounts", map[string]any{
			"nik": p.nik, "resident": p.id, "name": p.name, "phone": p.phone, "language": "id",
			"active": true, "password": Password, "activated_at": v.fate.today})
		if err != nil {
			return err
		}
		v.accounts[p.id] = account
		if v.first == nil && len(p.house.people) > 2 {
			v.first = p
		}
	}
	return nil
}

// save writes one record. All logins share one password hash: making each its
// own would take most of the demo's start.
func (v *Village) save(collection string, fields map[string]any) (*core.Record, error) {
	target, err := v.app.FindCachedCollectionByNameOrId(collection)
	if err != nil {
		return nil, err
	}
	record := core.NewRecord(target)
	password, has := fields["password"].(string)
	delete(fields, "password") // loading it would hash it
	record.Load(fields)
	if has {
		if v.passhash == "" {
			record.SetPassword(password)
			v.passhash = record.GetString(core.FieldNamePassword + ":hash")
		}
		record.SetRaw(core.FieldNamePassword, &core.PasswordFieldValue{Hash: v.passhash})
		record.RefreshTokenKey()
	}
	if err := v.app.Save(record); err != nil {
		return nil, fmt.Errorf("demo: %s %v: %w", collection, fields["name"], err)
	}
	return record, nil
}
