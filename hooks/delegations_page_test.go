package hooks_test

import (
	"strings"
	"testing"

	"mdesa/hooks/apptest"
)

func TestPageOfDelegationsHandsOverAndTheLetterSaysSo(t *testing.T) {
	v := start(t)
	id := v.toSign()
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
	letter := v.letter(id)
	v.wantsValidPDF(letter, []string{"Plh. PERBEKEL TAMAN SARI,", "I Komang Sudana"})

	wayan := v.visitor(apptest.Phone()).as(v.Resident)
	wayan.visit("/permohonan/" + id)
	wayan.sees("I Komang Sudana, Sekretaris Desa, sebagai Plh. Perbekel")
	wayan.visit("/v/" + letter.GetString("code"))
	wayan.sees("I Komang Sudana, Plh. Perbekel")

	second := v.toSign()
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
