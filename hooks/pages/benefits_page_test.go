package pages_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// aid is a program out of which Wayan's household gets money every month and his
// wife rice.
func (v village) aid() (program, household *core.Record) {
	v.t.Helper()
	program = apptest.Save(v.t, v, apptest.Record(v.t, v, "programs", map[string]any{"title": "BLT Dana Desa", "title_en": "Village cash aid", "goal": "Keluarga terbantu.",
		"kind": "aid", "year": 2026, "state": "running", "published": true}))
	household = v.gets(program, map[string]any{"target": "household", "household": v.Wayan.GetString("household"), "amount": 300_000, "period": "monthly"})
	apptest.Save(v.t, v, apptest.Record(v.t, v, "benefit_payments", map[string]any{"beneficiary": household.Id, "period": "2026-01", "paid_on": "2026-01-20"}))
	v.gets(program, map[string]any{"target": "person", "resident": v.Ketut.Id, "in_kind": "beras 10 kg", "period": "quarterly", "double_for": "decided"})
	return program, household
}

func (v village) gets(program *core.Record, fields map[string]any) *core.Record {
	v.t.Helper()
	for name, value := range map[string]any{"program": program.Id, "starts_on": "2026-01-01", "status": "active"} {
		fields[name] = value
	}
	return apptest.Save(v.t, v, apptest.Record(v.t, v, "beneficiaries", fields))
}

func TestAxeOnMyAid(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.opens("/bantuan", "Belum ada bantuan tercatat")
	v.aid()
	p.opens("/bantuan", "Rp 300.000 setiap bulan")
	p.sees("Untuk keluarga Anda; Anda yang menerimanya.", "Januari 2026")
	p = p.speaksEnglish()
	p.opens("/bantuan", "Rp 300.000 every month")
}

func TestAxeOnAidAtTheDesk(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Officer)
	p.opens("/petugas/bantuan", "Belum ada program bantuan")
	program, household := v.aid()
	at := "/petugas/bantuan/" + program.Id
	p.opens("/petugas/bantuan", "2 menerima")
	p.opens(at, "Keluarga I Wayan Sukarta")
	p.opens(at+"/"+household.Id, "Sudah ada bantuan lain")
	p.opens(at+"/bayar", "Catat penyerahan bersama")
	p.opens(at+"/impor", "Periksa berkas")
	p.press("Periksa berkas")
	p.sees("Pilih berkasnya dulu.")
	p.opens(at+"/baru?warga="+v.Ketut.Id, "Sudah ada bantuan lain")
	p = p.speaksEnglish()
	p.opens(at+"/"+household.Id, "There is already other aid")
	v.visitor(apptest.Phone()).as(v.HeadOfKaja).opens(at, "Keluarga I Wayan Sukarta")
}

func TestPageOfAResidentsCardShowsTheAidOfTheirHousehold(t *testing.T) {
	v := start(t)
	v.aid()
	p := v.visitor(apptest.Phone()).as(v.Officer)
	p.visit("/petugas/warga/" + v.Putu.Id)
	p.press("Warga datang ke loket")
	p.sees("Bantuan untuk warga ini dan keluarganya", "BLT Dana Desa", "menerima 2 bantuan sekaligus")
}

func TestPageOfAidPaysManyOnceAndStopsWithAReason(t *testing.T) {
	v := start(t)
	program, household := v.aid()
	p := v.visitor(apptest.Phone()).as(v.Officer)
	p.visit("/petugas/bantuan/" + program.Id + "/bayar")
	p.fill("Periode", "2026-02")
	p.press("Periksa dulu")
	p.sees("1 penerima akan dicatat menerima Februari 2026", "periode ini di luar masa")
	p.press("Catat 1 penyerahan")
	p.sees("1 penerima tercatat menerima Februari 2026")
	if n, err := v.CountRecords("benefit_payments"); err != nil || n != 2 {
		t.Error("payments: ", n, err)
	}
	p.visit("/petugas/bantuan/" + program.Id + "/" + household.Id)
	p.press("Hentikan")
	p.press("penerima mengundurkan diri")
	p.press("Simpan")
	p.sees("Dihentikan", "Lanjutkan lagi")
}
