package residents_test

import (
	"errors"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
)

// village has two banjars with a family each, and staff.
type village struct {
	*apptest.App
	kaja, kelod             *core.Record // hamlets
	sudarmaKK, sariKK       *core.Record // households, of kaja and kelod
	sudarma, wati, ayu, ida *core.Record // residents; the first three are a family of kaja
	officer, headOfKaja     *core.Record
	admin                   string // token
}

func newVillage(t testing.TB) *village {
	t.Helper()
	v := &village{App: newApp(t)}
	v.admin = apptest.NewAdmin(t, v.App)
	v.kaja = apptest.Save(t, v, apptest.Record(t, v, "hamlets", map[string]any{"name": "Banjar Kaja"}))
	v.kelod = apptest.Save(t, v, apptest.Record(t, v, "hamlets", map[string]any{"name": "Banjar Kelod"}))
	v.sudarmaKK = apptest.Save(t, v, apptest.Record(t, v, "households", map[string]any{
		"kk": "5171041203080015", "hamlet": v.kaja.Id, "address": "Jl. Kamboja 12"}))
	v.sariKK = apptest.Save(t, v, apptest.Record(t, v, "households", map[string]any{
		"kk": "5171042105100022", "hamlet": v.kelod.Id, "address": "Jl. Melati 3"}))
	v.wati = v.resident(t, "Ni Ketut Wati", "5171044408920002", "1992-08-04", "P", "istri", v.sudarmaKK)
	v.ayu = v.resident(t, "Ni Luh Ayu Sudarma", "5171045503150003", "2015-03-15", "P", "anak", v.sudarmaKK)
	v.sudarma = v.resident(t, "I Wayan Sudarma", "5171041705900001", "1990-05-17", "L", "kepala keluarga", v.sudarmaKK)
	v.ida = v.resident(t, "Ida Ayu Made Sari", "5171044101800004", "1980-01-01", "P", "kepala keluarga", v.sariKK)
	v.officer = v.staff(t, "pelayanan", "officer")
	v.headOfKaja = v.staff(t, "kelian.kaja", "hamlet_head", v.kaja.Id)
	return v
}

// resident takes the hamlet from the household.
func (v *village) resident(t testing.TB, name, nik, born, sex, role string, household *core.Record) *core.Record {
	t.Helper()
	return apptest.Save(t, v, apptest.Record(t, v, "residents", map[string]any{
		"name": name, "nik": nik, "birth_date": born, "sex": sex, "family_role": role,
		"household": household.Id, "life_status": "hidup"}))
}

func (v *village) staff(t testing.TB, username, role string, hamlets ...string) *core.Record {
	t.Helper()
	officer := apptest.Record(t, v, "officers", map[string]any{
		"username": username, "name": username, "title": "Petugas", "role": role, "hamlets": hamlets, "active": true})
	apptest.SetPassword(officer)
	return apptest.Save(t, v, officer)
}

func (v *village) account(t testing.TB, resident *core.Record, activatedAt string) *core.Record {
	t.Helper()
	account := apptest.Record(t, v, "accounts", map[string]any{
		"nik": resident.GetString("nik"), "resident": resident.Id, "active": true, "activated_at": activatedAt})
	apptest.SetPassword(account)
	return apptest.Save(t, v, account)
}

func tokenOf(t testing.TB, login *core.Record) string {
	t.Helper()
	token, err := login.NewAuthToken()
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// fieldFaults are the keys of the faults of a failed save, by field.
func fieldFaults(err error) map[string]string {
	var f *fault.Fault
	if !errors.As(err, &f) {
		return nil
	}
	keys := map[string]string{}
	for field, about := range f.Fields {
		keys[field] = about.Key
	}
	return keys
}
