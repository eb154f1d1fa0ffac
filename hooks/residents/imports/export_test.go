package imports

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"
	"github.com/xuri/excelize/v2"

	"mdesa/hooks/apptest"
	"mdesa/hooks/residents"
	"mdesa/hooks/sheet"
)

func exported(t testing.TB, app core.App, format string) []byte {
	t.Helper()
	var body bytes.Buffer
	if err := Export(app, &body, format); err != nil {
		t.Fatal(err)
	}
	return body.Bytes()
}

func TestTheWorkbookHasOpenSIDsFortyThreeColumns(t *testing.T) {
	v := apptest.New(t, register)
	file, err := excelize.OpenReader(bytes.NewReader(exported(t, v, "xlsx"))) // another reader than our own
	if err != nil {
		t.Fatal(err)
	}
	if sheets := strings.Join(file.GetSheetList(), ","); sheets != "Data Penduduk,Kode Data" {
		t.Errorf("the sheets are %s", sheets)
	}
	rows, err := file.GetRows("Data Penduduk")
	if err != nil {
		t.Fatal(err)
	}
	want := "alamat dusun rw rt nama no_kk nik sex tempatlahir tanggallahir agama_id pendidikan_kk_id pendidikan_sedang_id pekerjaan_id status_kawin kk_level warganegara_id ayah_nik nama_ayah ibu_nik nama_ibu golongan_darah_id akta_lahir dokumen_pasport tanggal_akhir_paspor dokumen_kitas akta_perkawinan tanggalperkawinan akta_perceraian tanggalperceraian cacat_id cara_kb_id hamil ktp_el status_rekam alamat_sekarang status_dasar suku tag_id_card id_asuransi no_asuransi lat lng"
	if got := strings.Join(rows[0], " "); got != want || len(rows[0]) != 43 {
		t.Errorf("%d columns: %s", len(rows[0]), got)
	}
	if wayan := rows[1]; wayan[Name] != "I Made Artana" && wayan[Name] != "I Wayan Sukarta" || wayan[Sex] != "1" || wayan[FamilyRole] != "1" || len(wayan[NIK]) != 16 {
		t.Errorf("the first row is %v", wayan)
	}
	if last := rows[len(rows)-1]; last[1] != "###" {
		t.Errorf("the last row is %v", last)
	}
	if kind, err := file.GetCellType("Data Penduduk", "G2"); err != nil || kind == excelize.CellTypeNumber {
		t.Errorf("the NIK is kept as %v, %v", kind, err)
	}
}

// Whatever is in the register, importing its export changes nothing.
func TestImportingAnExportChangesNothing(t *testing.T) {
	v := apptest.New(t, register)
	settle := rand.New(rand.NewPCG(2026, 11))
	for i := range 60 {
		randomPerson(t, v, settle, i)
	}
	for _, format := range []string{"xlsx", "csv"} {
		before := everything(t, v)
		batch := imported(t, v, "penduduk."+format, exported(t, v, format), ChooseAll, Options{})
		all := count(t, v, "residents")
		if batch.GetInt("unchanged_count") != all || batch.GetInt("rows") != all || batch.GetInt("refused") != 0 {
			t.Errorf("%s: %v\n%s", format, batch.PublicExport(), told(t, reportOf(t, batch)))
		}
		if after := everything(t, v); after != before {
			t.Errorf("%s changed the register", format)
		}
		for _, reason := range reportOf(t, batch).Reasons {
			if reason.Key == errNeedsEvent.Key {
				t.Errorf("%s: %v", format, reason)
			}
		}
	}
}

// everything is the register as text.
func everything(t testing.TB, app core.App) string {
	t.Helper()
	var all strings.Builder
	err := eachPerson(app.DB().NewQuery(selectPeople+" ORDER BY r.id"), func(person *Registered) error {
		fmt.Fprintln(&all, *person)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// randomPerson lives in a family of their own, with something or nothing in
// every field.
func randomPerson(t testing.TB, v *apptest.App, settle *rand.Rand, i int) {
	t.Helper()
	pick := func(all ...string) string { return all[settle.IntN(len(all))] }
	temporary := i%9 == 0
	nik, kk := fmt.Sprintf("517104%02d0580%04d", 1+i%28, 100+i), fmt.Sprintf("51710412030%05d", 20001+i)
	if temporary {
		nik, kk = fmt.Sprintf("05171042099%05d", 500+i), fmt.Sprintf("05171042099%05d", 500+i)
	}
	household := apptest.Save(t, v, apptest.Record(t, v, "households", map[string]any{"kk": kk, "hamlet": pick(apptest.KajaID, apptest.KelodID),
		"address": pick("", "=HYPERLINK(1)", "'petik", "Jalan \"Kutip\"; 3", "+62"), "rt": pick("", "001", "7"), "rw": pick("", "010")}))
	fields := map[string]any{
		"nik": nik, "name": pick("I Wayan A", "Ni Luh Ma'ruf", "José, S.E.", "Nama 2 Angka") + " " + string(rune('A'+i%26)), "household": household.Id,
		"birth_date": pick("", "1980-05-01", "2000-02-29"), "sex": pick("L", "P"), "family_role": pick("kepala keluarga", "lainnya", ""),
		"life_status": pick("hidup", "hidup", "mati", "pindah"), "address": pick("", "-x", "@rumah"), "birth_place": pick("", "-", "Denpasar"),
		"citizenship": pick("", "WNI", "WNA", "dua kewarganegaraan"), "married_on": pick("", "2019-12-31"), "pregnant": settle.IntN(2) == 1,
		"lat": settle.Float64()*180 - 90, "lng": settle.Float64()*360 - 180, "tag_id": pick("", "1234567890"), "father_nik": pick("", "5171041005500001"),
		"insurance_number": pick("", "0001234567890"), "ethnicity": pick("", "Bali", "%suku"), "passport_until": pick("", "2031-01-01"),
	}
	for _, c := range columns[:ofOpenSID] {
		if c.table == "" || fields[c.field] != nil {
			continue
		}
		values, err := residents.Table(v, c.table)
		if err != nil {
			t.Fatal(err)
		}
		if n := settle.IntN(len(values) + 1); n < len(values) {
			fields[c.field] = values[n].Value
		}
	}
	apptest.Save(t, v, apptest.Record(t, v, "residents", fields))
}

func TestACSVExportRunsNothingInASpreadsheet(t *testing.T) {
	v := apptest.New(t, register)
	randomPerson(t, v, rand.New(rand.NewPCG(1, 1)), 3)
	made := byNIK(t, v, "5171042202850004")
	made.Set("address", "=cmd|' /C calc'!A0")
	apptest.Save(t, v, made)
	for line := range strings.Lines(string(exported(t, v, "csv"))) {
		for _, cell := range strings.Split(strings.TrimSpace(line), ",") {
			if sheet.Runs(strings.Trim(cell, `"`)) {
				t.Errorf("%s would run", cell)
			}
		}
	}
	if !strings.Contains(string(exported(t, v, "csv")), ",'5171042202850004,") {
		t.Error("a spreadsheet would round the NIK")
	}
}
