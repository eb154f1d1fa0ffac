package imports

import (
	"context"
	"errors"
	"strings"
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
)

func TestABatchIsTakenBackWhole(t *testing.T) {
	v := apptest.New(t, register)
	residentsBefore, householdsBefore, before := count(t, v, "residents"), count(t, v, "households"), population(t, v)
	update := "Jalan,Kaja,,,I Made Artana,5171042506110002,5171042202850004,L,Singaraja,22-02-1985,Hindu,K,1\n"
	child := "Jalan,Kaja,,,I Putu Artana,5171042506110002,5171041505150004,L,Denpasar,15-05-2015,Hindu,BK,4\n"
	batch := imported(t, v, "warga.csv", []byte(heads+sudarma+update+child), ChooseAll, Options{})
	if err := undo(context.Background(), v, batch, silent); err != nil {
		t.Fatal(err)
	}
	made := byNIK(t, v, "5171042202850004")
	if made.GetString("birth_place") != "Denpasar" || made.GetString("marital_status") != "belum kawin" {
		t.Errorf("Made is %v", made.PublicExport())
	}
	if count(t, v, "residents") != residentsBefore || count(t, v, "households") != householdsBefore || population(t, v) != before {
		t.Errorf("%d residents, %d households, %v", count(t, v, "residents"), count(t, v, "households"), population(t, v))
	}
	if batch.GetString("state") != undone || count(t, v, "import_changes") != 0 {
		t.Errorf("state %s, %d changes kept", batch.GetString("state"), count(t, v, "import_changes"))
	}
}

func TestWhatWasChangedSinceTheBatchStays(t *testing.T) {
	v := apptest.New(t, register)
	batch := imported(t, v, "warga.csv", []byte("nama,nik,tempatlahir,suku\nI Made Artana,5171042202850004,Singaraja,Bali\n"), ChooseAll, Options{})
	made := byNIK(t, v, "5171042202850004")
	made.Set("birth_place", "Tabanan")
	apptest.Save(t, v, made)
	if err := undo(context.Background(), v, batch, silent); err != nil {
		t.Fatal(err)
	}
	made = byNIK(t, v, "5171042202850004")
	if made.GetString("birth_place") != "Tabanan" || made.GetString("ethnicity") != "" {
		t.Errorf("Made is %v", made.PublicExport())
	}
}

func TestPeopleWhoHaveMovedOnAreNotTakenBack(t *testing.T) {
	for name, live := range map[string]func(*apptest.App){
		"akun": func(v *apptest.App) {
			account := apptest.Record(t, v, "accounts", map[string]any{"nik": "5171041005800015", "resident": byNIK(t, v, "5171041005800015").Id, "active": true})
			apptest.SetPassword(account)
			apptest.Save(t, v, account)
		},
		"datanya diubah": func(v *apptest.App) {
			person := byNIK(t, v, "5171041005800015")
			person.Set("phone", "0811")
			apptest.Save(t, v, person)
		},
		"masuk keluarga dari batch ini": func(v *apptest.App) {
			person := byNIK(t, v, "5171041005800015")
			apptest.Save(t, v, apptest.Record(t, v, "residents", map[string]any{"nik": "5171041505150004", "name": "I Putu Baru", "sex": "L",
				"household": person.GetString("household"), "family_role": "anak", "life_status": "hidup"}))
		},
		"dokumen": func(v *apptest.App) {
			id := byNIK(t, v, "5171041005800015").Id
			if _, err := v.DB().NewQuery("INSERT INTO documents (id, resident, name, file) VALUES ('documentsudarma', '" + id + "', 'KTP', 'ktp.pdf')").Execute(); err != nil {
				t.Fatal(err)
			}
		},
		"peristiwa penduduk": func(v *apptest.App) {
			id := byNIK(t, v, "5171041005800015").Id
			if _, err := v.DB().NewQuery("INSERT INTO life_events (id, kind, resident, month) VALUES ('eventsudarma000', 'death', '" + id + "', '2026-11')").Execute(); err != nil {
				t.Fatal(err)
			}
		},
	} {
		v := apptest.New(t, register)
		batch := imported(t, v, "warga.csv", []byte(heads+sudarma), ChooseAll, Options{})
		live(v)
		before := count(t, v, "residents")
		err := undo(context.Background(), v, batch, silent)
		var refused *fault.Fault
		if !errors.As(err, &refused) || !strings.Contains(refused.In("id"), name) || !strings.Contains(refused.In("id"), ": ") {
			t.Errorf("%s: %v", name, err)
		}
		if count(t, v, "residents") != before {
			t.Errorf("%s: somebody went", name)
		}
	}
}
