package pages_test

import (
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
)

// A birth and a death, as the desk records them, and the report that follows.
func TestPageOfPopulationRecordsABirthAndADeath(t *testing.T) {
	v := start(t)
	desk := v.visitor(apptest.Phone()).as(v.Officer)
	desk.visit("/petugas/kependudukan")
	desk.press("Catat peristiwa")
	desk.fill("Cari warga", "Ketut")
	desk.press("Ni Ketut Rasmini")
	desk.at("Apa yang terjadi pada Ni Ketut Rasmini?")
	desk.press("Kelahiran")
	desk.fill("Nama lengkap", "Ni Luh Ayu Sukarta")
	desk.press("Perempuan")
	desk.fill("Tempat lahir", "Denpasar")
	desk.press("Lanjutkan")
	desk.sees("Kapan, dan siapa yang melapor?")
	desk.fill("Nama pelapor", "I Wayan Sukarta")
	desk.press("Lanjutkan")
	desk.sees("Periksa: ini yang akan berubah", "Ni Luh Ayu Sukarta", "+1 jiwa, 0 KK")
	if n, err := v.CountRecords("life_events"); err != nil || n != 0 {
		t.Fatal("recorded before it was confirmed: ", err)
	}
	desk.press("Catat sekarang")
	desk.sees("Peristiwa tercatat", "Ni Luh Ayu Sukarta")
	child, err := v.FindFirstRecordByData("residents", "name", "Ni Luh Ayu Sukarta")
	if err != nil || child.GetString("household") != v.Ketut.GetString("household") || !child.GetBool("nik_temporary") {
		t.Fatal("the child is not in the register: ", err)
	}

	desk.visit("/petugas/kependudukan/catat?warga=" + v.Wayan.Id + "&jenis=death")
	desk.sees("Kepala keluarga yang baru")
	desk.press("Lanjutkan")
	desk.sees("Kapan, dan siapa yang melapor?")
	desk.press("Lanjutkan")
	desk.sees("memerlukan kepala keluarga baru")
	desk.pick("Kepala keluarga yang baru", "Ni Ketut Rasmini")
	desk.press("Ubah status Ni Ketut Rasmini menjadi cerai mati")
	desk.press("Lanjutkan")
	desk.press("Lanjutkan")
	desk.sees("hidup", "meninggal", "cerai mati", "−1 jiwa, 0 KK")
	desk.press("Catat sekarang")
	desk.sees("Peristiwa tercatat")

	desk.visit("/petugas/kependudukan/laporan")
	desk.sees("Lahir – +1 – – +1 –", "Mati −1 – – – −1 –", "Penduduk akhir bulan 2 3 0 0 5 3")
	account := v.Found("accounts", v.Resident.Id)
	if account.GetBool("active") {
		t.Error("the dead still log in")
	}
}

func TestPageOfAnEventTakesItBackAndTheSecretaryClosesTheMonth(t *testing.T) {
	v := start(t)
	made := v.Do("POST", "/api/collections/life_events/records", map[string]any{
		"kind": "away", "resident": v.Made.Id, "event_date": "2026-01-05"}, v.Officer).Want(200).JSON()
	if _, err := v.DB().NewQuery("DROP TRIGGER population_entries_no_UPDATE").Execute(); err != nil {
		t.Fatal(err)
	}
	desk := v.visitor(apptest.Desktop()).as(v.Secretary)
	desk.visit("/petugas/kependudukan")
	desk.sees("Peristiwa terbaru", "Dicatat Ni Luh Widiani")
	desk.press("Pergi")
	desk.at("Pergi")
	desk.press("Batalkan peristiwa ini")
	desk.fill("Mengapa dibatalkan?", "Ternyata hanya berlibur.")
	desk.press("Batalkan peristiwa ini")
	desk.sees("Peristiwa ini sudah dibatalkan.")
	if v.Found("residents", v.Made.Id).GetString("life_status") != "hidup" {
		t.Error("still away")
	}
	if n, err := v.CountRecords("life_events", dbx.HashExp{"reverses": made["id"]}); err != nil || n != 1 {
		t.Error("reversals: ", n, err)
	}

	// As if the village had been counted months ago.
	if _, err := v.DB().NewQuery("UPDATE population_entries SET month = '2026-01'").Execute(); err != nil {
		t.Fatal(err)
	}
	desk.visit("/petugas/kependudukan")
	desk.press("Tutup bulan")
	desk.sees("Tutup Januari 2026?")
	desk.press("Ya, tutup")
	desk.sees("Januari 2026 sudah ditutup.")
	desk.visit("/petugas/kependudukan/laporan?bulan=2026-01")
	desk.sees("Ditutup oleh I Komang Sudana", "Penduduk akhir bulan 3 2 0 0 5 3")
}

// An officer who reads English finds nothing of the register's own words left.
func TestPageOfAnEventInEnglishSaysWhereFromAndWhatChanged(t *testing.T) {
	v := start(t)
	v.Officer.Set("language", "en")
	apptest.Save(t, v, v.Officer)
	arrival := v.Do("POST", "/api/collections/life_events/records", map[string]any{"kind": "arrival", "event_date": "2026-01-05", "data": map[string]any{
		"level": 4, "address": "Jalan Melati, Surabaya", "card": map[string]any{"hamlet": v.Kaja.Id, "address": "Jalan Anggrek 3"},
		"people": []map[string]string{{"name": "Budi Santoso", "sex": "L", "birth_date": "1990-04-03", "family_role": "kepala keluarga", "marital_status": "belum kawin"}}}},
		v.Officer).Want(200).JSON()["id"].(string)
	desk := v.visitor(apptest.Desktop()).as(v.Officer)
	desk.visit("/petugas/kependudukan/peristiwa/" + arrival)
	desk.sees("Address they come from Jalan Melati, Surabaya", "Where from Another province", "head of the family", "never married")
	desk.visit("/petugas/kependudukan/catat?warga=" + v.Wayan.Id + "&jenis=found")
	desk.sees("Found, back again is not possible for this person now.", "living · Head of the family")
}

func TestPageSettlesWhichOfTwoHeadsStays(t *testing.T) {
	v := start(t)
	if _, err := v.NonconcurrentDB().Update("residents", dbx.Params{"family_role": "kepala keluarga"}, dbx.HashExp{"id": v.Ketut.Id}).Execute(); err != nil {
		t.Fatal(err)
	}
	desk := v.visitor(apptest.Phone()).as(v.Officer)
	desk.visit("/petugas/warga/periksa?jenis=two_heads")
	desk.press("Catat ganti kepala keluarga")
	desk.pick("Kepala keluarga yang baru", "I Wayan Sukarta")
	desk.pick("Hubungan Ni Ketut Rasmini dengan kepala keluarga", "Istri")
	desk.press("Lanjutkan")
	desk.press("Lanjutkan")
	desk.press("Catat sekarang")
	desk.sees("Peristiwa tercatat")
	if role := v.Found("residents", v.Ketut.Id).GetString("family_role"); role != "istri" {
		t.Errorf("Ketut is %q", role)
	}
}

func TestAxeInPopulation(t *testing.T) {
	v := start(t)
	event := v.Do("POST", "/api/collections/life_events/records", map[string]any{
		"kind": "away", "resident": v.Made.Id, "event_date": "2026-01-05"}, v.Officer).Want(200).JSON()["id"].(string)
	p := v.visitor(apptest.Phone()).as(v.Secretary)
	p.opens("/petugas/kependudukan", "Dicatat Ni Luh Widiani")
	p.opens("/petugas/kependudukan/peristiwa/"+event, "Batalkan peristiwa ini")
	p.press("Batalkan peristiwa ini")
	p.sees("Mengapa dibatalkan?")
	p.sound("/petugas/kependudukan/batal")
	p.opens("/petugas/kependudukan/laporan", "Penduduk akhir bulan")
	p.opens("/petugas/kependudukan/catat", "Siapa yang mengalami?")
	p.opens("/petugas/kependudukan/catat?jenis=arrival", "Masuk keluarga mana?")
	p.opens("/petugas/kependudukan/catat?jenis=arrival&tempat=baru", "Orang ke-1")
	p.opens("/petugas/kependudukan/catat?warga="+v.Wayan.Id, "Apa yang terjadi")
	p.opens("/petugas/kependudukan/catat?warga="+v.Wayan.Id+"&jenis=departure", "Siapa yang ikut?")
	p.press("Lanjutkan")
	p.sees("Kapan, dan siapa yang melapor?")
	p.sound("/petugas/kependudukan/kapan")
	p.press("Lanjutkan")
	p.sees("Ada yang perlu diperbaiki")
	p.sound("/petugas/kependudukan/salah")
	p.opens("/petugas/kependudukan/catat?warga="+v.Ketut.Id+"&jenis=death", "Rincian")
	p.press("Lanjutkan")
	p.press("Lanjutkan")
	p.sees("Periksa: ini yang akan berubah")
	p.sound("/petugas/kependudukan/periksa")
}
