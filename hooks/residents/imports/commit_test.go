package imports

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/residents/ledger"
)

func byNIK(t testing.TB, app core.App, nik string) *core.Record {
	t.Helper()
	person, err := app.FindFirstRecordByData("residents", "nik", nik)
	if err != nil {
		t.Fatal(nik, err)
	}
	return person
}

func TestAnImportBringsPeopleFamiliesAndTheCount(t *testing.T) {
	v := apptest.New(t, register)
	child := "Jalan Jepun 9,KAJA,-,-,Ni Putu Sudarma,5171041203080015,5171045503150003,Pr,Denpasar,15/03/2015,4,BK,Anak\n"
	before := population(t, v)
	batch := imported(t, v, "warga.csv", []byte(heads+sudarma+child), ChooseAll, Options{})
	head, girl := byNIK(t, v, "5171041005800015"), byNIK(t, v, "5171045503150003")
	for field, want := range map[string]string{
		"name": "I Wayan Sudarma", "birth_date": "1980-05-10", "religion": "Hindu", "marital_status": "kawin", "sex": "L",
		"family_role": "kepala keluarga", "life_status": "hidup", "citizenship": "WNI", "hamlet": v.Kaja.Id,
		"import": batch.Id, "address": "", "nik_temporary": "false",
	} {
		if got := head.GetString(field); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	if girl.GetString("sex") != "P" || girl.GetString("birth_date") != "2015-03-15" || girl.GetString("household") != head.GetString("household") {
		t.Errorf("the child is %v", girl.PublicExport())
	}
	if girl.GetString("address") != "Jalan Jepun 9" {
		t.Errorf("her own address is %q", girl.GetString("address"))
	}
	household, err := v.FindRecordById("households", head.GetString("household"))
	if err != nil || household.GetString("kk") != "5171041203080015" || household.GetString("address") != "Jalan Jepun 1" || household.GetString("import") != batch.Id {
		t.Errorf("the household is %v, %v", household, err)
	}
	if head.GetDateTime("created").IsZero() || head.GetDateTime("updated").IsZero() {
		t.Error("no times")
	}
	if after := population(t, v); after != (counted{before.persons + 2, before.households + 1}) {
		t.Errorf("the count went from %v to %v", before, after)
	}
	if batch.GetString("file") != "" || batch.GetString("state") != done {
		t.Errorf("file %q, state %s", batch.GetString("file"), batch.GetString("state"))
	}
	if err := v.Save(head); err != nil {
		t.Error("the hooks would not have it: ", err)
	}
}

type counted struct{ persons, households int }

// population is what the ledger says.
func population(t testing.TB, app core.App) (all counted) {
	t.Helper()
	err := app.DB().Select("COALESCE(sum(persons), 0)", "COALESCE(sum(households), 0)").From("population_entries").Row(&all.persons, &all.households)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// OpenSID #6550: "success" was shown although rows had failed.
func TestOpenSIDBugNothingIsImportedWithOneRefusedRow(t *testing.T) {
	v := apptest.New(t, register)
	before := count(t, v, "residents")
	file := []byte(heads + sudarma + strings.Replace(sudarma, "Hindu", "Hndu", 1))
	batch := checkedBatch(t, v, "warga.csv", file, Options{})
	batch.Set("choice", ChooseAll)
	err := commit(context.Background(), v, batch, "id", silent)
	if !errors.Is(err, errRefusedRows) || count(t, v, "residents") != before {
		t.Errorf("%v, %d residents", err, count(t, v, "residents"))
	}
}

func TestTheGoodRowsAloneCanBeImported(t *testing.T) {
	v := apptest.New(t, register)
	before := count(t, v, "residents")
	second := strings.Replace(strings.Replace(sudarma, "5171041005800015", "5171041105800016", 1), "Hindu", "Hndu", 1)
	batch := imported(t, v, "warga.csv", []byte(heads+sudarma+second), ChooseGood, Options{})
	if count(t, v, "residents") != before+1 || batch.GetInt("refused") != 1 || batch.GetInt("created_count") != 1 {
		t.Errorf("%d residents, %v", count(t, v, "residents"), batch.PublicExport())
	}
	if batch.GetString("refused_file") == "" {
		t.Error("there is no file of refused rows")
	}
}

func TestPeopleOnRecordGetTheirPlainFieldsOnly(t *testing.T) {
	v := apptest.New(t, register)
	row := "Jalan Baru 1,Kelod,7,8,I MADE ARTANA,5171041203080015,5171042202850004,L,Singaraja,22-02-1985,Hindu,Kawin tercatat,Anak\n"
	batch := imported(t, v, "warga.csv", []byte(heads+row), ChooseAll, Options{})
	made := byNIK(t, v, "5171042202850004")
	for field, want := range map[string]string{
		"birth_place": "Singaraja", "marital_status": "kawin", "marriage_registered": "true", // plain
		"name":        "I Made Artana", // capitals are no other name
		"family_role": "kepala keluarga", "hamlet": v.Kaja.Id, "household": v.Made.GetString("household"), "import": "",
	} {
		if got := made.GetString(field); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	wantTold(t, reportOf(t, batch), "2 alamat import.needs_event", "2 dusun import.needs_event", "2 rw import.needs_event",
		"2 rt import.needs_event", "2 no_kk import.needs_event", "2 kk_level import.needs_event")
	if batch.GetInt("updated_count") != 1 || batch.GetInt("warned") != 1 {
		t.Errorf("%v", batch.PublicExport())
	}
}

// OpenSID #8520: empty dates were filled in. Here an empty cell says nothing.
func TestOpenSIDBugEmptyCellsChangeNothing(t *testing.T) {
	v := apptest.New(t, register)
	batch := imported(t, v, "warga.csv", []byte("nama,nik,tanggallahir,tempatlahir,agama_id,tanggalperkawinan\nI Made Artana,5171042202850004,,-,,0000-00-00\n"), ChooseAll, Options{})
	made := byNIK(t, v, "5171042202850004")
	if made.GetString("birth_date") != "1985-02-22" || made.GetString("birth_place") != "Denpasar" || made.GetString("married_on") != "" || made.GetString("religion") != "Hindu" {
		t.Errorf("Made is %v", made.PublicExport())
	}
	if batch.GetInt("unchanged_count") != 1 {
		t.Errorf("%v", batch.PublicExport())
	}
}

// OpenSID: KIA, code 3 of ktp_el, was refused; insurance 99 as well (#3847).
func TestOpenSIDBugKIAAndOtherInsuranceAreKnown(t *testing.T) {
	v := apptest.New(t, register)
	imported(t, v, "warga.csv", []byte("nama,nik,ktp_el,id_asuransi\nI Putu Gede Sukarta,5171041106150003,3,99\n"), ChooseAll, Options{})
	putu := byNIK(t, v, "5171041106150003")
	if putu.GetString("id_card") != "KIA" || putu.GetString("insurance") == "" {
		t.Errorf("card %q, insurance %q", putu.GetString("id_card"), putu.GetString("insurance"))
	}
}

// OpenSID: the label "Pr" was compared in one case only.
func TestOpenSIDBugShortFormsInAnyCase(t *testing.T) {
	v := apptest.New(t, register)
	for _, typed := range []string{"Pr", "PR", "pr", "P", "p", "2", "Perempuan", "PEREMPUAN", " perempuan "} {
		row := strings.Replace(strings.Replace(sudarma, ",L,", ","+typed+",", 1), "5171041005800015", "5171045005800015", 1)
		batch := checkedBatch(t, v, "warga.csv", []byte(heads+row), Options{})
		wantTold(t, reportOf(t, batch))
		if batch.GetInt("good") != 1 {
			t.Errorf("%q is refused", typed)
		}
	}
}

// OpenSID #8351: people without NIK were refused, or all got the same one.
func TestOpenSIDBugPeopleWithoutNIKGetTemporaryOnesOfTheirOwn(t *testing.T) {
	v := apptest.New(t, register)
	newborn := strings.Replace(strings.Replace(sudarma, "5171041005800015", "0", 1), "K,1\n", "BK,Anak\n", 1)
	file := []byte(heads + sudarma + strings.Replace(newborn, "Sudarma", "Kembar Satu", 1) + strings.Replace(newborn, "Sudarma", "Kembar Dua", 1))
	imported(t, v, "warga.csv", file, ChooseAll, Options{})
	var niks []string
	if err := v.DB().Select("nik").From("residents").Where(dbx.HashExp{"nik_temporary": true}).OrderBy("nik").Column(&niks); err != nil {
		t.Fatal(err)
	}
	if strings.Join(niks, " ") != "0517104209900001 0517104209900002" {
		t.Errorf("the temporary numbers are %v", niks)
	}
	again := imported(t, v, "warga.csv", file, ChooseAll, Options{})
	if again.GetInt("unchanged_count") != 3 {
		t.Errorf("importing it again: %v", again.PublicExport())
	}
}

func TestMissingHamletsAreMadeOnWish(t *testing.T) {
	v := apptest.New(t, register)
	file := []byte(heads + strings.Replace(sudarma, "Banjar Kaja", "DUSUN TENGAH", 1))
	batch := imported(t, v, "warga.csv", file, ChooseAll, Options{CreateHamlets: true})
	hamlet, err := v.FindFirstRecordByData("hamlets", "name", "Banjar Tengah")
	if err != nil || byNIK(t, v, "5171041005800015").GetString("hamlet") != hamlet.Id {
		t.Errorf("the hamlet is %v, %v", hamlet, err)
	}
	if made := reportOf(t, batch).Hamlets; len(made) != 1 || made[0] != "Banjar Tengah" {
		t.Errorf("the report says %v", made)
	}
}

func TestReadersGoOnDuringAnImport(t *testing.T) {
	v := apptest.New(t, register)
	before := count(t, v, "residents")
	batch := received(t, v, "besar.xlsx", workbookOf(t, crowd(1500)), Options{})
	batch.Set("choice", ChooseAll)
	asked := 0
	err := commit(context.Background(), v, batch, "id", func(int) {
		asked++
		if seen := count(t, v, "residents"); seen != before {
			t.Errorf("%d residents are seen in the middle", seen)
		}
		v.Do("GET", "/api/residents/reference", nil, nil).Want(200)
	})
	if err != nil || asked < 3 || count(t, v, "residents") != before+1500 {
		t.Errorf("%v, asked %d times, %d residents", err, asked, count(t, v, "residents"))
	}
}

func TestTheIndexesAreAsBeforeAfterTheFirstImport(t *testing.T) {
	v := apptest.New(t, register)
	schema := func() (all []string) {
		if err := v.DB().NewQuery("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name").Column(&all); err != nil {
			t.Fatal(err)
		}
		return all
	}
	before := schema()
	batch := imported(t, v, "besar.xlsx", workbookOf(t, crowd(2000)), ChooseAll, Options{})
	if after := schema(); !slices.Equal(before, after) {
		t.Errorf("the schema was\n%v\nand is\n%v", before, after)
	}
	if batch.GetInt("created_count") != 2000 {
		t.Errorf("%d came", batch.GetInt("created_count"))
	}
	var sound []string
	rows, err := v.DB().NewQuery("PRAGMA integrity_check").Rows()
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			t.Fatal(err)
		}
		sound = append(sound, line)
	}
	if strings.Join(sound, " ") != "ok" {
		t.Errorf("the database is not sound: %v", sound)
	}
}

func TestAFailureInTheMiddleLeavesNothingBehind(t *testing.T) {
	v := apptest.New(t, register)
	residentsBefore, householdsBefore, countBefore := count(t, v, "residents"), count(t, v, "households"), population(t, v)
	batch := checkedBatch(t, v, "besar.xlsx", workbookOf(t, crowd(1200)), Options{})
	ctx, cancel := context.WithCancel(context.Background())
	batch.Set("choice", ChooseAll)
	batch.Set("state", importing)
	apptest.Save(t, v, batch)
	err := attempt(ctx, v, batch, commitIn("id"), func(percent int) { cancel() }) // the program stops after a portion
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if count(t, v, "residents") != residentsBefore || count(t, v, "households") != householdsBefore || population(t, v) != countBefore {
		t.Error("something was half kept")
	}
	left, err := v.FindRecordById("imports", batch.Id)
	if err != nil || left.GetString("state") != checked || !strings.Contains(left.GetString("error"), "import.interrupted") {
		t.Errorf("the batch is %v, %v", left.PublicExport(), err)
	}
	batch = apptest.Save(t, v, left)
	if err := commit(context.Background(), v, batch, "id", silent); err != nil || count(t, v, "residents") != residentsBefore+1200 {
		t.Error("it cannot be tried again: ", err)
	}
}

func TestTheNextStartTellsOfBatchesLeftInTheMiddle(t *testing.T) {
	v := apptest.New(t, register)
	for state, want := range map[string]string{uploaded: failed, checking: failed, importing: checked, undoing: done, done: done, checked: checked} {
		batch := received(t, v, "warga.csv", []byte(heads+sudarma), Options{})
		batch.Set("state", state)
		apptest.Save(t, v, batch)
		if err := recoverBatches(v); err != nil {
			t.Fatal(err)
		}
		if left, _ := v.FindRecordById("imports", batch.Id); left.GetString("state") != want {
			t.Errorf("%s became %s, want %s", state, left.GetString("state"), want)
		}
	}
}

func TestMendedSexMovesThePopulationReport(t *testing.T) {
	v := apptest.New(t, register)
	before := population(t, v)
	imported(t, v, "warga.csv", []byte("nama,nik,sex\nI Made Artana,5171042202850004,P\n"), ChooseAll, Options{})
	var women int
	err := v.DB().Select("COALESCE(sum(persons), 0)").From("population_entries").Where(dbx.HashExp{"cause": ledger.Imported, "sex": "P"}).Row(&women)
	if err != nil || women != 1 || population(t, v) != before {
		t.Errorf("%d women came, %v", women, err)
	}
}
