package demo

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/office"
)

// rights shows who may act for whom and what residents ask about their own data:
// somebody waits for a login, a daughter cares for her father, two corrections
// are open, one of them late.
func (v *Village) rights() error {
	for _, part := range []func() error{v.registrations, v.carers, v.corrections, v.consents, v.kin, v.delegations} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

// registrations: one agrees with the register, one has the birth date wrong.
func (v *Village) registrations() error {
	asking := v.without(2)
	for i, p := range asking {
		photo, err := emblem()
		if err != nil {
			return err
		}
		born := p.birth
		if i == 1 {
			born = born.AddDate(0, 0, 1)
		}
		record, err := v.save("registrations", map[string]any{
			"code": []string{"7KQ4M2XP", "H3WD9TRA"}[i], "nik": p.nik, "kk": p.house.kk, "name": p.name,
			"birth_date": born.Format(time.DateOnly), "photo": photo, "phone": p.phone, "language": "id",
			"state": "waiting", "device": core.GenerateDefaultRandomId(),
		})
		if err != nil {
			return err
		}
		record.Set("password_hash", v.passhash)
		if err := v.app.Save(record); err != nil {
			return err
		}
	}
	return nil
}

// without are grown-ups who have no login yet.
func (v *Village) without(n int) (found []*person) {
	for _, p := range v.people {
		grown := v.fate.today.Year()-p.birth.Year() > 20
		if grown && v.accounts[p.id] == nil && p.role == "istri" && len(found) < n {
			found = append(found, p)
		}
	}
	return found
}

func (v *Village) carers() error {
	old := v.oldest()
	_, err := v.save("representations", map[string]any{
		"carer": v.first.id, "resident": old.id, "nik": old.nik, "name": old.name, "ground": "elder",
		"state": "active", "confirmed_by": v.officers["petugas"].Id, "confirmed_name": v.officers["petugas"].GetString("name"),
		"confirmed_at": v.fate.today, "until": v.fate.today.AddDate(1, 0, 0).Format(time.DateOnly),
	})
	return err
}

func (v *Village) oldest() *person {
	old := v.people[0]
	for _, p := range v.people {
		if p.birth.Before(old.birth) && p.house != v.first.house {
			old = p
		}
	}
	return old
}

func (v *Village) corrections() error {
	asked := 0
	for _, p := range v.people {
		account := v.accounts[p.id]
		if account == nil || p == v.first || asked == 2 {
			continue
		}
		_, err := v.save("corrections", map[string]any{
			"resident": p.id, "asked_by": "resident", "account": account.Id, "state": "open",
			"changes": map[string]any{"occupation": map[string]string{"to": []string{"Wiraswasta", "Pensiunan"}[asked]}},
			"reason":  []string{"Saya sudah berhenti bekerja dan membuka warung.", "Saya pensiun sejak bulan lalu."}[asked],
			// The second came in four days ago: more than the 3×24 hours that the law gives.
			"asked_at": v.fate.today.Add(-time.Duration(5+91*asked) * time.Hour),
		})
		if err != nil {
			return err
		}
		asked++
	}
	return nil
}

func (v *Village) consents() error {
	account := v.accounts[v.first.id]
	for _, purpose := range []string{"notice_whatsapp", "photo_news"} {
		if _, err := v.save("consents", map[string]any{"account": account.Id, "resident": v.first.id, "purpose": purpose,
			"given": purpose == "notice_whatsapp", "language": "id", "channel": "self"}); err != nil {
			return err
		}
	}
	return nil
}

// day is so many days from today.
func (v *Village) day(days int) string {
	return v.fate.today.AddDate(0, 0, days).Format(time.DateOnly)
}

// delegations: the perbekel is away next week, and the secretary acts for them.
func (v *Village) delegations() error {
	_, err := v.save("delegations", map[string]any{
		"from": v.officers["perbekel"].Id, "to": v.officers["sekdes"].Id, "form": "Plh.",
		"starts_on": v.day(4), "ends_on": v.day(9), "decree_number": "800/12/PK/" + v.day(0)[:4], "decree_date": v.day(0),
		"note": "Perbekel mengikuti pelatihan di Jakarta.", "made_by_kind": "officer",
		"made_by": v.officers["perbekel"].Id, "made_by_name": v.officers["perbekel"].GetString("name"),
	})
	return err
}

// happenings are this month's life events: a birth, a death, a family that
// moves in.
func (v *Village) happenings() error {
	today := office.Today(v.app)
	mother, father := v.parents()
	widow := v.oldest()
	for _, event := range []map[string]any{
		{"kind": "birth", "household": mother.house.id, "reported_by": father.name, "data": map[string]any{
			"place": "Puskesmas Denpasar Utara", "mother": mother.id, "father": father.id,
			"people": []map[string]any{{"name": "I Putu Bayu Kencana", "sex": "L", "birth_place": "Denpasar", "birth_date": today}}}},
		{"kind": "arrival", "reported_by": "I Made Suwitra", "document": "SKPWNI/5103/12/2026/0042", "data": map[string]any{
			"level": 3, "address": "Desa Dalung, Kabupaten Badung", "reason": "Pekerjaan",
			"card": map[string]any{"kk": "5171042211209801", "hamlet": v.hamlets[1].Id, "address": streets[1] + " No. 14"},
			"people": []map[string]any{
				{"nik": "5103041204859871", "name": "I Made Suwitra", "sex": "L", "birth_place": "Badung", "birth_date": "1985-04-12",
					"religion": "Hindu", "marital_status": "kawin", "occupation": "Karyawan Swasta", "education": "SLTA/Sederajat", "family_role": "kepala keluarga"},
				{"nik": "5103046307889872", "name": "Ni Kadek Ariani", "sex": "P", "birth_place": "Badung", "birth_date": "1988-07-23",
					"religion": "Hindu", "marital_status": "kawin", "occupation": "Mengurus Rumah Tangga", "education": "SLTA/Sederajat", "family_role": "istri"},
			}}},
		{"kind": "missing", "resident": v.lost(widow).id, "reported_by": "Keluarga", "data": map[string]any{"last_seen": today}},
	} {
		event["event_date"], event["reported_on"] = today, today
		event["recorded_by"] = v.officers["petugas"].Id
		event["recorder_name"], event["recorder_title"] = v.officers["petugas"].GetString("name"), v.officers["petugas"].GetString("title")
		if _, err := v.save("life_events", event); err != nil {
			return err
		}
	}
	return nil
}

// parents are a young couple without login, so that the tour's people stay as
// they are.
func (v *Village) parents() (mother, father *person) {
	for _, p := range v.people {
		age := v.fate.today.Year() - p.birth.Year()
		if p.role == "istri" && age < 42 && v.accounts[p.house.people[0].id] == nil {
			return p, p.house.people[0]
		}
	}
	last := v.people[len(v.people)-1].house.people
	return last[0], last[0]
}

// lost is a grown child who has no part in any request.
func (v *Village) lost(besides *person) *person {
	for _, p := range v.people {
		asked, err := v.app.CountRecords("requests", dbx.HashExp{"resident": p.id})
		if err == nil && asked == 0 && p.role == "anak" && v.accounts[p.house.people[0].id] == nil && p != besides {
			return p
		}
	}
	return besides
}

// looks leave the trail that the first resident finds under "who looked at my
// data": the staff who worked on their requests.
func (v *Village) looks(app core.App) error {
	requests, err := app.FindRecordsByFilter("requests", "resident = {:id}", "-created", 3, 0, dbx.Params{"id": v.first.id})
	if err != nil {
		return err
	}
	for _, request := range requests {
		for _, who := range []string{headOf(v.first.house.hamlet), "petugas"} {
			audit.Seen(app, v.officers[who], audit.Purpose{Kind: audit.ForRequest, Request: request.Id}, audit.Viewed, v.first.id)
		}
	}
	audit.Seen(app, v.officers["loket"], audit.Purpose{Kind: audit.AtCounter}, audit.Viewed, v.first.id)
	return nil
}
