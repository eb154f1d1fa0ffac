package imports

import (
	"fmt"
	"strings"
	"testing"

	"mdesa/hooks/apptest"
)

// heads are the columns that most tests need.
const heads = "alamat,dusun,rw,rt,nama,no_kk,nik,sex,tempatlahir,tanggallahir,agama_id,status_kawin,kk_level\n"

// sudarma is a head of family who is not in the register yet.
const sudarma = "Jalan Jepun 1,Banjar Kaja,-,-,I Wayan Sudarma,5171041203080015,5171041005800015,L,Denpasar,10-05-1980,Hindu,K,1\n"

// told are the problems of a dry run as "row column key → suggestion".
func told(t *testing.T, report Report) string {
	t.Helper()
	var all []string
	for _, p := range report.Problems {
		line := fmt.Sprint(p.Row, " ", p.Field, " ", p.Key)
		if p.Suggestion != "" {
			line += " → " + p.Suggestion
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

func wantTold(t *testing.T, report Report, want ...string) {
	t.Helper()
	if got := told(t, report); got != strings.Join(want, "\n") {
		t.Errorf("told\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func TestADryRunTellsWhatWouldHappenAndChangesNothing(t *testing.T) {
	v := apptest.New(t, register)
	before := count(t, v, "residents")
	batch := checkedBatch(t, v, "warga.csv", []byte(heads+sudarma), Options{})
	if batch.GetString("state") != checked || batch.GetInt("rows") != 1 || batch.GetInt("good") != 1 || batch.GetInt("created_count") != 1 {
		t.Errorf("the batch says %v", batch.PublicExport())
	}
	if batch.GetString("format") != OpenSID || count(t, v, "residents") != before {
		t.Errorf("format %s, %d residents", batch.GetString("format"), count(t, v, "residents"))
	}
	wantTold(t, reportOf(t, batch))
}

// One bad cell never hides another.
func TestAllProblemsOfARowAreToldAtOnce(t *testing.T) {
	v := apptest.New(t, register)
	batch := checkedBatch(t, v, "warga.csv", []byte(heads+
		"Jalan Jepun 1,Banjar Kajaa,-,-,I Wayan 5udarma,517104120308001,5.17104E+15,X,Denpasar,31-02-1980,Hndu,Kawn,Kepla Keluarga\n"), Options{})
	report := reportOf(t, batch)
	wantTold(t, report,
		"2 dusun import.unknown_hamlet → Banjar Kaja",
		"2 nama import.name → I Wayan udarma",
		"2 no_kk identity.length",
		"2 nik identity.lost_digits",
		"2 sex import.code",
		"2 tanggallahir import.no_such_day",
		"2 agama_id import.code → Hindu",
		"2 status_kawin import.code → Kawin",
		"2 kk_level import.code → Kepala keluarga")
	first := report.Problems[0]
	if first.Column != "B" || first.Value != "Banjar Kajaa" || first.Level != "error" || first.Text == first.TextEN || first.Label != "Wilayah" {
		t.Errorf("the first problem is %+v", first)
	}
}

func TestNewcomersNeedNameSexFamilyRoleAndFamilyCard(t *testing.T) {
	v := apptest.New(t, register)
	batch := checkedBatch(t, v, "warga.csv", []byte("nama,nik,dusun\nI Ketut Baru,5171041005800015,\nNi Made Baru,0,Kaja\n"), Options{})
	wantTold(t, reportOf(t, batch),
		"2 kk_level import.needed", "2 sex import.needed", "2 no_kk import.no_kk",
		"3 kk_level import.needed", "3 sex import.needed", "3 no_kk import.no_kk",
		"2 tanggallahir import.no_birth_date", "3 tanggallahir import.no_birth_date")
}

func TestADryRunTellsThatTheOfficeCannotGiveTemporaryNumbers(t *testing.T) {
	v := apptest.New(t, register)
	v.Office.Set("area_code", "")
	apptest.Save(t, v, v.Office)
	file := heads + strings.Replace(sudarma, "5171041005800015", "0", 1)
	batch := checkedBatch(t, v, "tanpa-nik.csv", []byte(file), Options{})
	if batch.GetInt("refused") != 1 || !strings.Contains(batch.GetString("report"), "identity.no_area_code") {
		t.Errorf("%v", batch.PublicExport())
	}
}

func TestRowsWithoutHamletTakeTheChosenOne(t *testing.T) {
	v := apptest.New(t, register)
	file := []byte(strings.Replace(heads+sudarma, "Banjar Kaja", "", 1))
	wantTold(t, reportOf(t, checkedBatch(t, v, "warga.csv", file, Options{})), "2 dusun import.no_hamlet")
	batch := imported(t, v, "warga.csv", file, ChooseAll, Options{Hamlet: v.Kelod.Id})
	if person := byNIK(t, v, "5171041005800015"); person.GetString("hamlet") != v.Kelod.Id || batch.GetInt("created_count") != 1 {
		t.Error("Sudarma is not in Banjar Kelod")
	}
}

// OpenSID: the check for doubles was broken by operator precedence.
func TestOpenSIDBugTheSameNIKTwiceIsTold(t *testing.T) {
	v := apptest.New(t, register)
	batch := checkedBatch(t, v, "warga.csv", []byte(heads+sudarma+strings.Replace(sudarma, "Sudarma", "Sudarta", 1)), Options{})
	wantTold(t, reportOf(t, batch), "3 nik import.row_twice", "3 kk_level import.two_heads")
	if text := reportOf(t, batch).Problems[0].Text; !strings.Contains(text, "baris 2") {
		t.Errorf("it does not say where the first is: %s", text)
	}
	if batch.GetInt("good") != 1 {
		t.Errorf("%d rows are good", batch.GetInt("good"))
	}
}

func TestTwoHeadsOfAFamilyAreToldInFileAndRegister(t *testing.T) {
	v := apptest.New(t, register)
	second := strings.Replace(strings.Replace(sudarma, "5171041005800015", "5171041105800016", 1), "10-05-1980", "11-05-1980", 1)
	ofWayan := strings.Replace(strings.Replace(second, "5171041203080015", "5171041202080001", 1), "5171041105800016", "5171041105800017", 1)
	ofWayan = strings.Replace(ofWayan, ",-,-,", ",9,1,", 1)
	batch := checkedBatch(t, v, "warga.csv", []byte(heads+sudarma+second+ofWayan), Options{})
	report := reportOf(t, batch)
	wantTold(t, report, "3 kk_level import.two_heads", "4 kk_level import.two_heads",
		"4 rw import.family_area") // RT 1 is 001
	if !strings.Contains(report.Problems[0].Text, "(baris 2)") || !strings.Contains(report.Problems[1].Text, "I Wayan Sukarta") {
		t.Errorf("the heads are %s; %s", report.Problems[0].Text, report.Problems[1].Text)
	}
}

func TestANIKOfSomebodyElseIsTold(t *testing.T) {
	v := apptest.New(t, register)
	batch := checkedBatch(t, v, "warga.csv", []byte(heads+strings.Replace(sudarma, "5171041005800015", v.Made.GetString("nik"), 1)), Options{})
	report := reportOf(t, batch)
	if !strings.HasPrefix(told(t, report), "2 nik import.other_person") || !strings.Contains(report.Problems[0].Text, "I Made Artana") {
		t.Errorf("told %s", told(t, report))
	}
}

func TestAFamilyIsInOneHamletOnly(t *testing.T) {
	v := apptest.New(t, register)
	child := "Jalan Jepun 1,Kelod,-,-,Ni Putu Sudarma,5171041203080015,5171045503150003,P,Denpasar,15-03-2015,Hindu,BK,Anak\n"
	batch := checkedBatch(t, v, "warga.csv", []byte(heads+sudarma+child), Options{})
	wantTold(t, reportOf(t, batch), "3 dusun import.family_hamlet → Banjar Kaja")
}

func TestAFamilyWithoutHeadIsAWarning(t *testing.T) {
	v := apptest.New(t, register)
	batch := checkedBatch(t, v, "warga.csv", []byte(heads+strings.Replace(sudarma, "K,1\n", "K,Famili lain\n", 1)), Options{})
	wantTold(t, reportOf(t, batch), "2 no_kk import.no_head")
	if batch.GetInt("good") != 1 {
		t.Error("the row is refused")
	}
}

func TestPregnancyIsForWomenAndContraceptionForTheMarried(t *testing.T) {
	v := apptest.New(t, register)
	with := strings.TrimSuffix(heads, "\n") + ",hamil,cara_kb_id\n"
	row := func(more string) string { return strings.TrimSuffix(sudarma, "\n") + more + "\n" }
	batch := checkedBatch(t, v, "warga.csv", []byte(with+row(",1,3")), Options{})
	wantTold(t, reportOf(t, batch), "2 hamil import.pregnant")
	batch = checkedBatch(t, v, "warga.csv", []byte(with+strings.Replace(row(",2,Suntik"), ",K,", ",BK,", 1)), Options{})
	wantTold(t, reportOf(t, batch), "2 cara_kb_id import.contraception")
}

func TestBirthDatesAreOfLivingPeople(t *testing.T) {
	v := apptest.New(t, register)
	for born, want := range map[string]string{"10-05-2080": "import.future_day", "10-05-1880": "import.too_old"} {
		batch := checkedBatch(t, v, "warga.csv", []byte(heads+strings.Replace(sudarma, "10-05-1980", born, 1)), Options{})
		if got := told(t, reportOf(t, batch)); !strings.HasPrefix(got, "2 tanggallahir "+want) {
			t.Errorf("born %s: %s", born, got)
		}
	}
}

func TestWhatOnlyLooksOddIsAWarning(t *testing.T) {
	v := apptest.New(t, register)
	batch := checkedBatch(t, v, "warga.csv", []byte(heads+strings.Replace(sudarma, ",L,", ",P,", 1)), Options{})
	wantTold(t, reportOf(t, batch), "2 nik resident.nik_sex")
	if batch.GetInt("good") != 1 || batch.GetInt("warned") != 1 {
		t.Errorf("the batch says %v", batch.PublicExport())
	}
}

func TestTheReportHoldsTheFirstFiveHundredErrorsFirst(t *testing.T) {
	v := apptest.New(t, register)
	var file strings.Builder
	file.WriteString(heads)
	for i := range 700 {
		fmt.Fprintf(&file, "Jalan Jepun 1,Kaja,-,-,Si Anu,51710412030%05d,517104510580%04d,L,Denpasar,,Hindu,K,anak\n", 10001+i, 1+i)
	}
	file.WriteString(strings.Replace(sudarma, "Hindu", "Hndu", 1))
	batch := checkedBatch(t, v, "warga.csv", []byte(file.String()), Options{})
	report := reportOf(t, batch)
	if len(report.Problems) != maxTold || report.Problems[0].Level != "error" || report.Errors != 1 || report.Warnings < 2000 {
		t.Errorf("%d told, first %s, %d errors, %d warnings", len(report.Problems), report.Problems[0].Level, report.Errors, report.Warnings)
	}
	if first := report.Reasons[0]; first.Key != "import.code" || first.Count != 1 {
		t.Errorf("the first reason is %+v", first)
	}
}
