package pages_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
	"mdesa/hooks/office"
	"mdesa/hooks/satisfaction"
)

// rated are full ratings of the last month, of ten requests that the statistics tell.
func (v village) rated(count int) {
	v.t.Helper()
	today, err := time.Parse(time.DateOnly, office.Today(v))
	if err != nil {
		v.t.Fatal(err)
	}
	month := today.AddDate(0, 0, -today.Day()).Format("2006-01")
	for i := range count {
		fields := map[string]any{"mark": strings.Repeat(fmt.Sprint(i), 64), "service": v.Service("domicile").Id, "month": month, "channel": "self",
			"free": true, "overall": 4, "sex": "P", "age_group": "30_39", "comment": "Pelayanannya cepat."}
		for place, element := range satisfaction.Elements {
			fields[element] = 3 + (i+place)%2
		}
		apptest.Save(v.t, v, apptest.Record(v.t, v, "ratings", fields))
	}
	apptest.Save(v.t, v, apptest.Record(v.t, v, "statistics", map[string]any{"key": "services/" + month, "as_of": office.Today(v), "body": map[string]any{
		"month": month, "services": []any{map[string]any{"key": "domicile"}}, "completed": map[string]any{"total": 10, "items": []int{10}}, "filed": map[string]any{"total": 10, "items": []int{10}}}}))
}

func TestAxeOnSatisfactionAndPromises(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone())
	p.opens("/kepuasan?periode=2025", "Jawaban belum cukup")
	p.opens("/janji", "Belum ada angka")
	v.rated(6)
	v.Signed()
	p.opens("/kepuasan", "Sarana dan prasarana")
	p.opens("/kepuasan/laporan", "Jumlah sampel")
	p.opens("/janji/maklumat", "Kami melayani dengan tulus.")
	p.opens("/standar", "Surat Keterangan Domisili")
	p.opens("/standar/domicile", "1 (satu) hari kerja")
	p = p.speaksEnglish()
	p.opens("/kepuasan", "Result by service")
	p.opens("/kepuasan/laporan", "Size of the sample")
	p.opens("/janji", "Too few to be told")
}

func TestAResidentRatesAServiceInThePage(t *testing.T) {
	v := start(t)
	request := v.Signed().GetString("request")
	p := v.visitor(apptest.Phone()).as(v.Resident)
	p.opens("/permohonan/"+request, "Bagaimana layanan kami?")
	p.press("Sangat baik")
	p.sees("Secara keseluruhan, bagaimana Anda dilayani?")
	p.sound("/permohonan/nilai")
	p.press("Kirim penilaian")
	p.sees("Terima kasih, penilaian Anda tercatat.")
	p.opens("/permohonan/"+request+"/nilai", "Terima kasih, penilaian Anda tercatat.")
	p.opens("/kabar", "Bagaimana layanan kami untuk")
	ratings, err := v.FindAllRecords("ratings")
	if err != nil || len(ratings) != 1 || ratings[0].GetInt("overall") != 4 {
		t.Errorf("kept are %v, %v", ratings, err)
	}
}

func TestAxeOnSatisfactionAtTheDesk(t *testing.T) {
	v := start(t)
	v.rated(6)
	p := v.visitor(apptest.Phone()).as(v.Secretary)
	p.opens("/petugas/kepuasan", "Pelayanannya cepat.")
	p.press("Cari permohonan")
	p.sees("Nomor tanda terima ini tidak ada.")
	p.sound("/petugas/kepuasan/salah")
	p.fill("Apa yang akan diperbaiki, oleh siapa, kapan?", "Tambah kursi.")
	p.press("Simpan rencana")
	p.sees("Rencana tindak lanjut tersimpan.")
	p.opens("/petugas/kepuasan/standar?layanan=domicile", "Evaluasi kinerja pelaksana")
	p = p.as(v.Auditor)
	p.opens("/petugas/kepuasan", "Tambah kursi.")
}

func TestAnOfficerEntersARatingFromTheFinishedRequest(t *testing.T) {
	v := start(t)
	request := v.Signed().GetString("request")
	if _, err := v.DB().Update("requests", dbx.Params{"channel": "counter", "account": ""}, dbx.HashExp{"id": request}).Execute(); err != nil {
		t.Fatal(err)
	}
	p := v.visitor(apptest.Phone()).as(v.Officer)
	p.opens("/petugas/permohonan/"+request, "Catat penilaian warga")
	p.press("Catat penilaian warga")
	p.sees("Secara keseluruhan, bagaimana Anda dilayani?")
	p.sound("/petugas/kepuasan?kode")
}
