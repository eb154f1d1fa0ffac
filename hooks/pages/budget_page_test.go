package pages_test

import (
	"testing"

	"mdesa/hooks/apptest"
)

const (
	budgetPlan = `TAHUN ANGGARAN 2026,,,,
Kode Rekening,,Uraian,Anggaran,Sumber Dana
,4.2.1,Dana Desa,600.000.000,DDS
,4.2.3,Alokasi Dana Desa,400.000.000,ADD
01.01.01,,Penyediaan Penghasilan Tetap dan Tunjangan Kepala Desa,,
,5.1.1,Penghasilan Tetap dan Tunjangan Kepala Desa,450.000.000,ADD
02.03.10,,Pengaspalan Jalan Banjar Kaja,,
,5.3.5,Belanja Modal Jalan,600.000.000,DDS
,6.1.1,SiLPA,50.000.000,
`
	budgetReport = `Kode Rekening,,Uraian,Realisasi
,4.2.1,Dana Desa,300.000.000
01.01.01,,Penghasilan Kepala Desa,225.000.000
,6.1.1,SiLPA,50.000.000
`
)

func (v village) takesBudget(file, stage, year string) {
	v.t.Helper()
	v.Do("POST", "/api/budget/import", apptest.Form{Fields: map[string]string{"year": year, "stage": stage, "decree": "Perdes Nomor 7 Tahun 2025", "decree_on": "2025-12-29"},
		Files: []apptest.File{{Field: "file", Name: "apbdes.csv", Body: []byte(file)}}}, v.Secretary).Want(200)
	budget, err := v.FindFirstRecordByFilter("budgets", "year = {:year}", map[string]any{"year": year})
	if err != nil {
		v.t.Fatal(err)
	}
	budget.Set("published", true)
	apptest.Save(v.t, v, budget)
}

func TestAxeOnTheBudget(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone())
	p.opens("/anggaran", "Belum ada anggaran yang terbit")
	v.takesBudget(budgetPlan, "plan", "2026")
	v.takesBudget(budgetReport, "realised", "2026")
	p.opens("/anggaran", "Belanja Rp 1,05 miliar")
	p.opens("/anggaran/2026", "Pendapatan menurut asalnya")
	p.opens("/anggaran/2026#02.03.10%205.3.5", "Belanja Modal Jalan")
	p.opens("/anggaran/2026/baliho", "Rincian sampai ke setiap rekening")
	p.opens("/anggaran/2020", "belum terbit")
	p = p.speaksEnglish()
	p.opens("/anggaran/2026", "Village development")
}

func TestAxeOnTheBudgetAtTheDesk(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone()).as(v.Secretary)
	p.opens("/petugas/anggaran", "Belum ada anggaran")
	p.press("Periksa berkas")
	p.sees("Pilih berkas yang akan diperiksa.")
	p.sound("/petugas/anggaran/salah")
	v.takesBudget(budgetPlan, "plan", "2026")
	p.opens("/petugas/anggaran", "Tarik versi terakhir")
	p.press("Perbaiki beberapa baris")
	p.sees("Sisa (SiLPA) setelah perbaikan")
	p.sound("/petugas/anggaran/perbaiki")
	p = p.speaksEnglish()
	p.opens("/petugas/anggaran", "Import from Siskeudes")
	v.visitor(apptest.Phone()).as(v.Auditor).opens("/petugas/anggaran", "Riwayat")
}
