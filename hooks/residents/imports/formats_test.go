package imports

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
)

// sudarmaRow is Sudarma in OpenSID's 43 columns, as people fill them in.
func sudarmaRow() []any {
	row := make([]any, ofOpenSID)
	for c, value := range map[Column]any{Address: "JL JEPUN 1", Hamlet: "DUSUN KAJA", RW: "-", RT: "-", Name: "I WAYAN SUDARMA", KK: "5171041203080015",
		NIK: "5171041005800015", Sex: 1, BirthPlace: "DENPASAR", BirthDate: 29351, Religion: 4, Education: 5, Occupation: 9, MaritalStatus: 2, FamilyRole: 1,
		Citizenship: "", BloodType: "O", Pregnant: 2, IDCard: 2, LifeStatus: 1, Lat: -8.6512, Insurance: 99} {
		row[c] = value
	}
	return row
}

func headingRow() []any {
	row := make([]any, ofOpenSID)
	for i, c := range columns[:ofOpenSID] {
		row[i] = c.machine
	}
	return row
}

func setRows(t testing.TB, file *excelize.File, sheet string, rows ...[]any) {
	t.Helper()
	for i, row := range rows {
		at, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := file.SetSheetRow(sheet, at, &row); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenSIDsWorkbook(t *testing.T) {
	v := apptest.New(t, register)
	body := workbookWith(t, func(file *excelize.File) {
		_ = file.SetSheetName("Sheet1", "Kode Data")
		setRows(t, file, "Kode Data", []any{"nama", "nik"}, []any{"bukan orang", "1"})
		_, _ = file.NewSheet("Data Penduduk")
		setRows(t, file, "Data Penduduk", headingRow(), sudarmaRow(), []any{}, []any{"", "###", "", "", "Isi di atas baris ini"}, []any{"", "sesudah", "", "", "Tidak Dibaca"})
	})
	batch := imported(t, v, "FormatImporExcel.xlsm", body, ChooseAll, Options{})
	person := byNIK(t, v, "5171041005800015")
	for field, want := range map[string]string{
		"birth_date": "1980-05-10", "occupation": "Petani/Pekebun", "blood_type": "O", "pregnant": "false", "lat": "-8.6512", "id_card": "KTP-el", "citizenship": "WNI",
	} {
		if got := person.GetString(field); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	if batch.GetInt("rows") != 1 || batch.GetString("format") != OpenSID || strings.Join(reportOf(t, batch).Sheets, ",") != "Data Penduduk" {
		t.Errorf("%v", batch.PublicExport())
	}
}

func TestWorkbooksOfOldMacs(t *testing.T) {
	v := apptest.New(t, register)
	body := workbookWith(t, func(file *excelize.File) {
		yes := true
		if err := file.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
			t.Fatal(err)
		}
		row := sudarmaRow()
		row[BirthDate] = 29351 - 1462
		setRows(t, file, "Sheet1", headingRow(), row)
	})
	imported(t, v, "mac.xlsx", body, ChooseAll, Options{})
	if born := byNIK(t, v, "5171041005800015").GetString("birth_date"); born != "1980-05-10" {
		t.Errorf("born %s", born)
	}
}

func TestASheetForEachHamletIsReadToo(t *testing.T) {
	v := apptest.New(t, register)
	second := sudarmaRow()
	second[NIK], second[KK], second[Hamlet], second[BirthDate] = "5171041105800016", "5171041203080016", "KELOD", "11-05-1980"
	body := workbookWith(t, func(file *excelize.File) {
		_, _ = file.NewSheet("Kelod")
		_, _ = file.NewSheet("Catatan")
		setRows(t, file, "Sheet1", []any{"DATA PENDUDUK DESA"}, headingRow(), sudarmaRow())
		setRows(t, file, "Kelod", headingRow(), second, sudarmaRow())
		setRows(t, file, "Catatan", []any{"terima kasih"})
	})
	batch := checkedBatch(t, v, "dua.xlsx", body, Options{})
	report := reportOf(t, batch)
	if batch.GetInt("good") != 2 || strings.Join(report.Skipped, ",") != "Catatan" {
		t.Errorf("%v, %v", batch.PublicExport(), report.Skipped)
	}
	if first := report.Problems[0]; first.Sheet != "Kelod" || first.Row != 3 || !strings.Contains(first.Text, "baris 3 lembar Sheet1") {
		t.Errorf("the double is told as %+v", first)
	}
}

// People merge the KK number over a family; only its first cell holds it.
func TestMergedCellsAreToldAndNotGuessed(t *testing.T) {
	v := apptest.New(t, register)
	child := sudarmaRow()
	child[KK] = nil
	child[NIK], child[Name], child[BirthDate], child[FamilyRole], child[MaritalStatus] = "5171041505150004", "I PUTU SUDARMA", "15-05-2015", 4, 1
	body := workbookWith(t, func(file *excelize.File) {
		setRows(t, file, "Sheet1", headingRow(), sudarmaRow(), child)
		if err := file.MergeCell("Sheet1", "F2", "F3"); err != nil {
			t.Fatal(err)
		}
	})
	batch := checkedBatch(t, v, "gabung.xlsx", body, Options{})
	if got := told(t, reportOf(t, batch)); !strings.HasPrefix(got, "3 no_kk import.no_kk") || batch.GetInt("good") != 1 {
		t.Errorf("told %s", got)
	}
}

func TestFormulasErrorsAndRoundedNumbersInCells(t *testing.T) {
	v := apptest.New(t, register)
	body := workbookWith(t, func(file *excelize.File) {
		row := sudarmaRow()
		row[Name] = nil
		row[NIK] = 5171041005800015 // as a number; excelize writes all digits
		row[FatherNIK] = 5171041005500000
		setRows(t, file, "Sheet1", headingRow(), row)
		if err := file.SetCellFormula("Sheet1", "E2", `"I WAYAN"&" X"`); err != nil {
			t.Fatal(err)
		}
	})
	wantTold(t, reportOf(t, checkedBatch(t, v, "rumus.xlsx", body, Options{})),
		"2 nama import.formula", "2 ayah_nik import.rounded")
}

func TestTwoHundredColumnsInAnyOrderWithOurOwnNames(t *testing.T) {
	v := apptest.New(t, register)
	var head, row []string
	for i := range 200 {
		head, row = append(head, "kolom lain "+string(rune('a'+i%26))+string(rune('a'+i/26))), append(row, "isi")
	}
	for i, pair := range [][2]string{{"birth_date", "1980-05-10"}, {"NIK", "5171041005800015"}, {"Nama Lengkap", "I Wayan Sudarma"}, {"No. KK", "5171041203080015"},
		{"SHDK", "Kepala Keluarga"}, {"Jenis Kelamin", "Laki-laki"}, {"Banjar", "kaja"}, {"No HP", "+62 812"}, {"Banjar Adat", "Kaja"}} {
		head[i*20], row[i*20] = pair[0], pair[1]
	}
	batch := imported(t, v, "warga.csv", []byte("\ufeff"+strings.Join(head, ";")+"\r\n"+strings.Join(row, ";")+"\r\n"), ChooseAll, Options{})
	person := byNIK(t, v, "5171041005800015")
	if person.GetString("phone") != "+62 812" || person.GetString("customary_hamlet") != "Kaja" || person.GetString("name") != "I Wayan Sudarma" {
		t.Errorf("%v", person.PublicExport())
	}
	if batch.GetString("format") != Named || len(reportOf(t, batch).Ignored) != 191 {
		t.Errorf("format %s, %d ignored", batch.GetString("format"), len(reportOf(t, batch).Ignored))
	}
}

func TestTheCivilRegistrysColumns(t *testing.T) {
	v := apptest.New(t, register)
	row := func(kk, nik, name, born, role string) string {
		cells := make([]string, 37)
		for place, value := range map[int]string{1: kk, 2: nik, 3: name, 4: "HIDUP", 5: "DENPASAR", 6: born, 7: "LAKI-LAKI", 11: "NI LUH", 12: "KAWIN",
			13: role, 14: "HINDU", 17: "JL JEPUN BR. KAJA", 18: "0", 19: "0", 20: "SLTA / SEDERAJAT", 21: "PETANI/PEKEBUN", 23: "TIDAK TAHU", 34: "PETUGAS", 37: "2020-01-01"} {
			cells[place-1] = value
		}
		return strings.Join(cells, ";") + "\n"
	}
	head := "NO_KK;NIK;NAMA;STATUS" + strings.Repeat(";X", 33) + "\n"
	file := head + row("rusak 12", "5171041005800014", "SALAH", "1980-05-10", "ANAK") + row("5171041203080015", "5171041005800015", "I WAYAN SUDARMA", "1980-05-10", "KEPALA KELUARGA")
	batch := imported(t, v, "siak.csv", []byte(file), ChooseGood, Options{})
	person := byNIK(t, v, "5171041005800015")
	household, err := v.FindRecordById("households", person.GetString("household"))
	if err != nil || household.GetString("address") != "JL JEPUN" || person.GetString("hamlet") != v.Kaja.Id || person.GetString("education") != "SLTA/Sederajat" || person.GetString("mother_name") != "NI LUH" {
		t.Errorf("%v, %v, %v", person.PublicExport(), household, err)
	}
	if batch.GetString("format") != SIAK || batch.GetInt("rows") != 2 || batch.GetInt("refused") != 1 {
		t.Errorf("%v", batch.PublicExport())
	}
	_, rows := refusedRows(t, v, batch)
	if len(rows) != 1 || rows[0][0] != "rusak 12" || !strings.Contains(rows[0][reasonsAfterSIAK], "No. KK") {
		t.Errorf("refused: %q", rows)
	}
}

func TestFilesThatCannotBeReadSayWhatToDo(t *testing.T) {
	v := apptest.New(t, register)
	good := workbookOf(t, crowd(40))
	for name, c := range map[string]struct {
		body []byte
		key  string
	}{
		"lama.xls":     {append([]byte{0xD0, 0xCF, 0x11, 0xE0}, make([]byte, 600)...), "sheet.old_workbook"},
		"potong.xlsx":  {good[:len(good)/2], "sheet.broken"},
		"kosong.xlsx":  {workbookWith(t, func(*excelize.File) {}), "import.no_headings"},
		"kosong.csv":   {[]byte("\n"), "import.no_headings"},
		"puisi.csv":    {[]byte("Aku ini binatang jalang\ndari kumpulannya terbuang\n"), "import.no_headings"},
		"foto.xlsx":    {[]byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), "sheet.no_table"},
		"dua-nik.csv":  {[]byte("nama,nik,NIK\nA,1,2\n"), "import.heading_twice"},
		"kutip.csv":    {[]byte(heads + "\"Jalan\n" + strings.Repeat("x,y\n", 50)), "sheet.open_quote"},
		"salah.csv":    {good, ""}, // the content counts, not the name
		"penduduk.txt": {[]byte(heads + sudarma), ""},
	} {
		batch := received(t, v, name, c.body, Options{})
		err := attempt(context.Background(), v, batch, checkIn("id"), silent)
		var said *fault.Fault
		if c.key == "" && err != nil || c.key != "" && (!errors.As(err, &said) || said.Key != c.key) {
			t.Errorf("%s: %v, want %q", name, err, c.key)
		}
		left, _ := v.FindRecordById("imports", batch.Id)
		if c.key != "" && (left.GetString("state") != failed || !strings.Contains(left.GetString("error"), c.key)) {
			t.Errorf("%s: the batch is %s, %s", name, left.GetString("state"), left.GetString("error"))
		}
	}
}
