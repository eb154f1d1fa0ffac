package pages_test

import (
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

// doubtful writes into the register what years of paper leave behind: Wayan has
// died, and Made stands there twice.
func (v village) doubtful() {
	v.t.Helper()
	write := func(id string, columns dbx.Params) {
		if _, err := v.NonconcurrentDB().Update("residents", columns, dbx.HashExp{"id": id}).Execute(); err != nil {
			v.t.Fatal(err)
		}
	}
	write(v.Wayan.Id, dbx.Params{"life_status": "mati"})
	twin := apptest.Record(v.t, v, "residents", map[string]any{"nik": "5171042202850044", "name": "I Made Artana", "birth_date": "1985-02-22",
		"sex": "L", "life_status": "hidup", "household": v.Made.GetString("household"), "family_role": "famili lain"})
	apptest.Save(v.t, v, twin)
}

func TestPageShowsNumbersInFullWhenAskedAndTheTrailSaysWhy(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Desktop()).as(v.Officer)
	desk.visit("/petugas/warga")
	desk.sees("Untuk apa Anda membuka data warga?")
	desk.press("Keperluan lain")
	desk.fill("Keperluannya", "Membantu mengisi formulir")
	desk.press("Lanjut")
	desk.fill("Cari warga", "nyomn sariasih")
	desk.sees("ini yang mirip")
	desk.press("Ni Nyoman Sariasih")
	desk.at("Ni Nyoman Sariasih")
	desk.sees("Membantu mengisi formulir", "Nomor disamarkan")
	if asks[bool](desk, `document.body.textContent.includes("5171045904780005")`) {
		t.Error("the card shows the NIK in full")
	}
	desk.press("Tampilkan nomor lengkap")
	desk.press("Tampilkan")
	desk.sees("5171045904780005", "5171040309140003")

	if err := audit.Flush(v); err != nil {
		t.Fatal(err)
	}
	var rows []struct{ What, Note string }
	err := v.DB().Select("what", "note").From("audit").Where(dbx.HashExp{"resident": v.Nyoman.Id}).OrderBy("seq").All(&rows)
	if err != nil || len(rows) < 3 || rows[len(rows)-1].What != audit.Revealed || rows[len(rows)-1].Note != "Membantu mengisi formulir" {
		t.Errorf("the trail says %v (%v)", rows, err)
	}
}

func TestPageOfTheCardAsksForThePurposeFirst(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Phone()).as(v.HeadOfKaja)
	desk.visit("/petugas/warga/" + v.Wayan.Id)
	desk.sees("Untuk apa Anda membuka data warga?")
	desk.press("Kunjungan atau kegiatan banjar")
	desk.at("I Wayan Sukarta")
	if asks[bool](desk, `document.body.textContent.includes("Perbaiki data")`) {
		t.Error("a hamlet head is offered to correct data")
	}
	desk.visit("/petugas/warga/" + v.Nyoman.Id)
	desk.sees("Warga tidak ditemukan di register, atau bukan warga wilayah Anda.")
}

func TestPageCorrectsWhatIsWrongAndKeepsWhatWasTypedWhenRefused(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Phone()).as(v.Officer)
	desk.visit("/petugas/warga/" + v.Nyoman.Id + "/perbaiki")
	desk.press("Ubah Nama")
	desk.fill("Nama", "Ni Nyoman Sariasih Dewi")
	desk.press("Ubah NIK")
	desk.fill("NIK", "123")
	desk.fill("Dasar perbaikan", "Sesuai akta kelahiran")
	desk.press("Simpan perbaikan")
	desk.sees("harus 16 angka")
	if got := asks[string](desk, `document.getElementById("name").value`); got != "Ni Nyoman Sariasih Dewi" {
		t.Errorf("what was typed became %q", got)
	}
	desk.press("Jangan ubah NIK")
	desk.press("Simpan perbaikan")
	desk.sees("Data warga sudah diperbaiki.")
	if record := v.Found("residents", v.Nyoman.Id); record.GetString("name") != "Ni Nyoman Sariasih Dewi" {
		t.Errorf("the register says %s", record.GetString("name"))
	}
}

func TestPageMergesWhoWasRegisteredTwice(t *testing.T) {
	v := start(t)
	v.doubtful()
	desk := v.visitor(apptest.Desktop()).as(v.Officer)
	desk.visit("/petugas/warga/periksa?jenis=same_person")
	desk.sees("I Made Artana")
	desk.press("Orang yang sama")
	desk.fill("Alasan", "Orang yang sama, KK sudah dilihat")
	desk.press("Gabungkan")
	desk.sees("Keputusan dicatat.")
	merged, err := v.FindFirstRecordByData("settlements", "kind", "same_person")
	if err != nil || merged.GetString("decision") != "merged" {
		t.Fatal("settled: ", err)
	}
	gone, err := v.CountRecords("residents", dbx.HashExp{"name": "I Made Artana", "life_status": "tidak valid"})
	if err != nil || gone != 1 {
		t.Errorf("%d of the two are not valid now (%v)", gone, err)
	}
	desk.visit("/petugas/warga/periksa?jenis=head_gone")
	desk.press("Bukan masalah")
	desk.press("Catat keputusan")
	desk.sees("paling sedikit 5 huruf")
	desk.fill("Alasan", "KK baru sedang diurus")
	desk.press("Catat keputusan")
	desk.sees("Register rapi")
}
