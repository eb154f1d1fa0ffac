package pages_test

import (
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestPageOfDelegationsHandsOverAndTheLetterSaysSo(t *testing.T) {
	v := start(t)
	id := v.ToSign()
	head := v.visitor(apptest.Phone()).as(v.VillageHead)
	head.visit("/petugas/delegasi")
	head.press("Buat pelimpahan")
	head.at("Buat pelimpahan")
	head.pick("Kepada siapa?", "I Komang Sudana, Sekretaris Desa")
	head.sees("I Komang Sudana bertindak dan menandatangani sebagai Plh. Perbekel untuk semua layanan.")
	head.press("Simpan pelimpahan")
	head.at("Pelimpahan wewenang")
	head.sees("Sedang berlaku", "Plh. Perbekel", "Akhiri lebih awal")

	secretary := v.visitor(apptest.Desktop()).as(v.Secretary)
	secretary.visit("/petugas")
	secretary.sees("Anda bertindak sebagai Plh. Perbekel", "I Wayan Sukarta")
	secretary.visit("/petugas/permohonan/" + id)
	secretary.press("Tanda tangani")
	secretary.sees("I Komang Sudana, sebagai Plh. Perbekel")
	secretary.press("Tanda tangani")
	secretary.sees("surat I Wayan Sukarta sudah terbit")
	letter := v.Letter(id)
	v.WantValidPDF(letter, []string{"Plh. PERBEKEL TAMAN SARI,", "I Komang Sudana"})

	wayan := v.visitor(apptest.Phone()).as(v.Resident)
	wayan.visit("/permohonan/" + id)
	wayan.sees("I Komang Sudana, Sekretaris Desa, sebagai Plh. Perbekel")
	wayan.visit("/v/" + letter.GetString("code"))
	wayan.sees("I Komang Sudana, Plh. Perbekel")

	second := v.ToSign()
	head.visit("/petugas/delegasi")
	head.press("Akhiri lebih awal")
	head.sees("Tidak berlaku lagi mulai")
	head.press("Akhiri lebih awal")
	head.sees("diakhiri", "Sudah berakhir")
	secretary.visit("/petugas/permohonan/" + second)
	secretary.sees("Sekarang di tangan Perbekel")
	if strings.Contains(secretary.shown(), "Tanda tangani") {
		t.Error("who acts no longer can still sign")
	}
}

func TestWhoActsForSomeServicesServesTheCounterForThoseOnly(t *testing.T) {
	v := start(t)
	wayan := "/api/residents/" + v.Wayan.Id
	ask := func(purpose string) *apptest.Response { return v.Do("GET", wayan+"/card?"+purpose, nil, v.HeadOfKelod) }
	finds := func(purpose string) bool {
		answer := v.Do("GET", "/api/residents/search?q=Sukarta&purpose="+purpose, nil, v.HeadOfKelod).Want(200)
		return strings.Contains(string(answer.Body), v.Wayan.Id)
	}
	ask("purpose=counter").Want(404)
	domicile := v.File()
	given := v.givenFor(v.HeadOfKaja, v.HeadOfKelod, "domicile")
	if !finds("counter") || finds("field") {
		t.Error("they find Wayan not only at the counter")
	}
	ask("purpose=field").Want(404)
	v.Do("POST", wayan+"/reveal?purpose=counter", map[string]any{"purpose": "counter"}, v.HeadOfKelod).Want(404)
	card := ask("purpose=counter").Want(200).JSON()
	if len(card["requests"].([]any)) > 0 || len(card["household"].([]any)) == 0 || len(card["services"].([]any)) != 1 || card["masked"] != true {
		t.Errorf("at the counter the card shows %v", card)
	}
	if file := ask("request=" + domicile).Want(200).JSON(); file["masked"] != false {
		t.Errorf("for the request at hand the card shows %v", file)
	}
	kelod := v.visitor(apptest.Phone()).as(v.HeadOfKelod)
	kelod.visit("/petugas/loket?warga=" + v.Wayan.Id)
	kelod.sees("Anda bertindak untuk wilayah ini hanya bagi layanan berikut.", "Surat Keterangan Domisili")
	if strings.Contains(kelod.shown(), "Surat Keterangan Usaha") {
		t.Error("other services are offered")
	}
	given.Set("revoked_on", v.Day(0))
	apptest.Save(t, v, given)
	ask("request=" + domicile).Want(404)
	v.givenFor(v.HeadOfKaja, v.HeadOfKelod, "business")
	ask("request=" + domicile).Want(404)
	if card := v.Do("GET", wayan+"/card?purpose=counter", nil, v.HeadOfKaja).Want(200).JSON(); card["services"] != nil || len(card["requests"].([]any)) != 1 {
		t.Errorf("to the head of Kaja the card shows %v", card)
	}
}

// givenFor hands a post over from today for one service.
func (v village) givenFor(from, to *core.Record, service string) *core.Record {
	v.t.Helper()
	return apptest.Save(v.t, v, apptest.Record(v.t, v, "delegations", map[string]any{"from": from.Id, "to": to.Id, "form": "Plh.",
		"starts_on": v.Day(0), "ends_on": v.Day(7), "services": []string{v.Service(service).Id}}))
}
