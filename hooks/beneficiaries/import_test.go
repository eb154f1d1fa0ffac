package beneficiaries_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/xuri/excelize/v2"

	"mdesa/hooks/apptest"
	"mdesa/hooks/beneficiaries"
)

// list is one as the state gives it; nobody of the last rows can be taken.
const list = `DAFTAR PENERIMA BLT DANA DESA,,,,
No,NIK,Nama KPM,No Peserta,Jumlah Bantuan
1,5171042202850004,I MADE ARTANA,BLT-01,Rp 300.000
2,5171045904780005,NYOMAN SARIASIH,BLT-02,
3,5171041705900001,I Wayan Sukerta,BLT-03,300000
4,5171042202850004,I MADE ARTANA,BLT-04,300000
5,5171049999999999,Ni Ketut Rasmini,BLT-05,300000
6,51710,Salah,BLT-06,300000
7,5171041106150003,I Putu Gede Sukarta,BLT-07,tiga ratus
`

func (v village) sends(path, file string, actor *core.Record, more ...string) *apptest.Response {
	v.t.Helper()
	fields := map[string]string{"target": "person", "period": "monthly", "starts_on": "2026-01-01", "status": "active", "amount": "250000"}
	for i := 0; i < len(more); i += 2 {
		fields[more[i]] = more[i+1]
	}
	return v.Do("POST", "/api/benefits/programs/"+v.blt.Id+"/"+path, apptest.Form{Fields: fields, Files: []apptest.File{{Field: "file", Name: "blt.csv", Body: []byte(file)}}}, actor)
}

func problems(report beneficiaries.Report) (told []string) {
	for _, problem := range report.Problems {
		told = append(told, fmt.Sprint(problem.Row, " ", problem.Level, " ", strings.TrimPrefix(problem.Key, "benefit.row_")))
	}
	return told
}

func TestADryRunSaysOfEachRowWhatIsWrong(t *testing.T) {
	v := start(t)
	var report beneficiaries.Report
	v.sends("check", list, v.Officer).Want(200).Into(&report)
	want := []string{"5 warned other_name", "6 refused twice", "7 refused unknown", "8 refused number", "9 refused amount"}
	got := problems(report)
	if !slices.Equal(got[:1], want[:1]) || !slices.Equal(got[1:], want[1:]) || report.Good != 2 || report.Warned != 1 || report.Refused != 4 {
		t.Errorf("found %v, %+v", got, report)
	}
	if report.Problems[0].Suggestion != "di register: I Wayan Sukarta" || !strings.Contains(report.Problems[2].Suggestion, "0002 (Banjar Kaja)") {
		t.Errorf("suggests %+v", report.Problems)
	}
	if n, _ := v.CountRecords("beneficiaries"); n != 0 {
		t.Error("something was written")
	}
}

func TestTheDeadTheMovedAndWhoGetsOtherAidAreFound(t *testing.T) {
	v := start(t)
	v.becomes(v.Made, "life_status", "mati")
	v.becomes(v.Nyoman, "life_status", "pindah")
	v.given(v.pkh, family(v.Wayan))
	var report beneficiaries.Report
	v.sends("check", strings.Join(strings.Split(list, "\n")[:5], "\n"), v.Officer).Want(200).Into(&report)
	if got := problems(report); !slices.Equal(got, []string{"3 refused dead", "4 refused moved", "5 warned other_name", "5 warned benefit.double"}) {
		t.Errorf("found %v", got)
	}
}

func TestTheGoodRowsAreTakenOrAllThatAnOfficerMayTake(t *testing.T) {
	v := start(t)
	var report beneficiaries.Report
	v.sends("import", list, v.Officer, "choice", "good").Want(200).Into(&report)
	if n, _ := v.CountRecords("beneficiaries"); n != 2 || report.Taken != 2 {
		t.Fatalf("%d were taken, %+v", n, report)
	}
	nyoman, err := v.FindFirstRecordByData("beneficiaries", "resident", v.Nyoman.Id)
	if err != nil || nyoman.GetInt("amount") != 250_000 || nyoman.GetString("participant_number") != "BLT-02" || nyoman.GetString("import") != report.Import {
		t.Errorf("Nyoman has %v %v", nyoman, err)
	}
	v.sends("import", list, v.Officer, "choice", "all").Want(200).Into(&report)
	if report.Taken != 1 { // the others are listed by now
		t.Errorf("then %d were taken: %v", report.Taken, problems(report))
	}
	v.sends("import", list, v.Officer, "choice", "all").WantFault(400, "benefit.no_good")
}

func TestTwoOfOneFamilyInAFileAreTakenOnlyByADecision(t *testing.T) {
	v := start(t)
	file := "NIK,Nama,Jumlah\n5171041705900001,I Wayan Sukarta,1000\n5171044308920002,Ni Ketut Rasmini,1000\n"
	var report beneficiaries.Report
	v.sends("import", file, v.Officer, "choice", "good").Want(200).Into(&report)
	if got := problems(report); report.Taken != 1 || !slices.Equal(got, []string{"3 warned same_family"}) {
		t.Errorf("%d taken, %v", report.Taken, got)
	}
}

func TestAListOfHouseholdsGoesByNIKOrByKK(t *testing.T) {
	v := start(t)
	file := "No. KK;Nama Kepala Keluarga;Nominal\n5171041202080001;I Wayan Sukarta;300.000\n5171042506110002;I Made Artana;300.000,00\n"
	var report beneficiaries.Report
	v.sends("import", file, v.Officer, "choice", "good", "target", "household").Want(200).Into(&report)
	if report.Taken != 2 {
		t.Fatalf("%+v", report)
	}
	if n, _ := v.CountRecords("beneficiaries", dbx.HashExp{"household": v.Wayan.GetString("household"), "resident": v.Wayan.Id}); n != 1 {
		t.Error("Wayan's household is not on the list")
	}
}

func TestAListIsTakenBackUnlessSomebodyWasPaid(t *testing.T) {
	v := start(t)
	var report beneficiaries.Report
	v.sends("import", list, v.Officer, "choice", "good").Want(200).Into(&report)
	undo := "/api/benefits/imports/" + report.Import + "/undo"
	v.Do("POST", undo, nil, v.HeadOfKaja).WantFault(403, "benefit.not_yours")
	made, _ := v.FindFirstRecordByData("beneficiaries", "resident", v.Made.Id)
	v.pays(made.Id, "2026-01", v.Officer).Want(200)
	v.Do("POST", undo, nil, v.Officer).WantFault(409, "benefit.lives_on")
	v.sends("import", "NIK,Nama\n5171041705900001,I Wayan Sukarta\n", v.Officer, "choice", "good").Want(200).Into(&report)
	v.Do("POST", "/api/benefits/imports/"+report.Import+"/undo", nil, v.Secretary).Want(200)
	if n, _ := v.CountRecords("beneficiaries", dbx.HashExp{"resident": v.Wayan.Id}); n != 0 {
		t.Error("Wayan is still on the list")
	}
	v.Do("POST", "/api/benefits/imports/"+report.Import+"/undo", nil, v.Secretary).WantFault(409, "benefit.undone")
}

func TestRefusedRowsComeBackWithTheReason(t *testing.T) {
	v := start(t)
	file := list + "8,5171040000000000,=HYPERLINK(1),x,1\n"
	body := string(v.sends("refused", file, v.Officer).Want(200).Body)
	if lines := strings.Split(strings.TrimSpace(body), "\n"); len(lines) != 6 || !strings.HasSuffix(lines[0], "Baris,Alasan") || !strings.Contains(body, "'=HYPERLINK") {
		t.Error(body)
	}
}

func TestOnesOwnFamilyIsTakenFromAListByOthersOnly(t *testing.T) {
	v := start(t)
	v.Officer.Set("resident", v.Made.Id)
	apptest.Save(t, v, v.Officer)
	var report beneficiaries.Report
	v.sends("check", list, v.Officer).Want(200).Into(&report)
	if got := problems(report); !slices.Contains(got, "3 refused benefit.own") {
		t.Errorf("found %v", got)
	}
}

func TestALookupByListStandsInTheTrail(t *testing.T) {
	v := start(t)
	before := len(v.Noted(0))
	v.sends("check", list, v.Officer).Want(200)
	noted := v.Noted(before)
	for _, who := range []string{v.Made.Id, v.Nyoman.Id, v.Wayan.Id, v.Ketut.Id} {
		if !slices.Contains(noted, v.Officer.Id+" search upkeep "+who) {
			t.Errorf("%s is not noted: %v", who, noted)
		}
	}
}

func TestARoundedNumberAndAStrangeFileAreNamed(t *testing.T) {
	v := start(t)
	book := excelize.NewFile()
	for cell, value := range map[string]any{"A1": "NIK", "B1": "Nama", "A2": 5171042202850004, "B2": "I Made Artana"} {
		if err := book.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	var body bytes.Buffer
	if err := book.Write(&body); err != nil {
		t.Fatal(err)
	}
	var report beneficiaries.Report
	v.sends("check", body.String(), v.Officer).Want(200).Into(&report)
	if got := problems(report); !slices.Equal(got, []string{"2 refused rounded"}) {
		t.Errorf("found %v", got)
	}
	v.sends("check", "satu,dua\n1,2\n", v.Officer).WantFault(400, "benefit.no_heading")
	v.sends("check", "NIK,Nama\n", v.Officer).WantFault(400, "benefit.rows")
	v.sends("check", list, v.Officer, "target", "group").WantFault(400, "benefit.listing")
	for name, actor := range map[string]*core.Record{"guest": apptest.Guest, "resident": v.Resident, "hamlet head": v.HeadOfKaja, "auditor": v.Auditor} {
		for _, path := range []string{"check", "import", "refused"} {
			if got := v.sends(path, list, actor); got.Status < 401 {
				t.Errorf("%s, %s: %d", name, path, got.Status)
			}
		}
	}
}
