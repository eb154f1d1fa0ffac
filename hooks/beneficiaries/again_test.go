package beneficiaries_test

import (
	"slices"
	"strings"
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/beneficiaries"
)

// The same list some months later: Made gets more, Nyoman is as before, Putu is
// new, and Wayan is no longer on it.
const (
	firstList = "NIK,Nama,No Peserta,Jumlah\n5171042202850004,I Made Artana,BLT-01,300000\n5171045904780005,Ni Nyoman Sariasih,BLT-02,300000\n5171041705900001,I Wayan Sukarta,BLT-03,300000\n"
	laterList = "NIK,Nama,No Peserta,Jumlah\n5171042202850004,I Made Artana,BLT-01,350000\n5171045904780005,Ni Nyoman Sariasih,BLT-02,300000\n5171041106150003,I Putu Gede Sukarta,BLT-04,300000\n"
)

func TestTheSameListAgainChangesNothing(t *testing.T) {
	v := start(t)
	var report beneficiaries.Report
	v.sends("import", firstList, v.Officer, "choice", "all").Want(200).Into(&report)
	if report.Taken != 3 {
		t.Fatalf("%+v", report)
	}
	v.sends("check", firstList, v.Officer).Want(200).Into(&report)
	if got := problems(report); report.Same != 3 || report.Good+report.Warned+report.Refused+report.Changed+report.Gone != 0 || !slices.Equal(got, []string{"2 same same", "3 same same", "4 same same"}) {
		t.Errorf("%v, %+v", got, report)
	}
	v.sends("import", firstList, v.Officer, "choice", "all").WantFault(400, "benefit.no_good")
	if n, _ := v.CountRecords("beneficiaries"); n != 3 {
		t.Errorf("%d are on the list", n)
	}
}

func TestALaterListSaysOfEachWhatBecomesOfThem(t *testing.T) {
	v := start(t)
	v.sends("import", firstList, v.Officer, "choice", "all").Want(200)
	byHand := v.given(v.blt, with(person(v.Ketut), "double_for", "other_person"))
	var report beneficiaries.Report
	v.sends("check", laterList, v.Officer).Want(200).Into(&report)
	got := problems(report)
	for _, want := range []string{"2 changed changed", "3 same same", "0 gone gone"} {
		if !slices.Contains(got, want) {
			t.Errorf("there is no %q in %v", want, got)
		}
	}
	at := slices.IndexFunc(report.Problems, func(p beneficiaries.Problem) bool { return p.Level == beneficiaries.Changed })
	if text := report.Problems[at]; !strings.Contains(text.Text, "jumlah Rp 300.000 → Rp 350.000") || !strings.Contains(text.TextEN, "amount Rp") {
		t.Errorf("it says %q, %q", text.Text, text.TextEN)
	}
	v.sends("import", laterList, v.Officer, "choice", "all").Want(200).Into(&report)
	if report.Taken != 1 || report.Updated != 1 || report.Stopped != 0 {
		t.Errorf("%+v", report)
	}
	wayan, _ := v.FindFirstRecordByData("beneficiaries", "resident", v.Wayan.Id)
	v.wants(wayan.Id, map[string]string{"status": "active"}) // nobody said that he should be stopped
	v.sends("import", laterList, v.Officer, "choice", "good", "stop", "2").WantFault(409, "benefit.other_gone")
	v.sends("import", laterList, v.Officer, "choice", "good", "stop", "1").Want(200).Into(&report)
	if report.Stopped != 1 {
		t.Errorf("%+v", report)
	}
	v.wants(wayan.Id, map[string]string{"status": "stopped", "stopped_for": "no_longer"})
	made, _ := v.FindFirstRecordByData("beneficiaries", "resident", v.Made.Id)
	v.wants(made.Id, map[string]string{"amount": "350000", "participant_number": "BLT-01", "status": "active"})
	v.wants(byHand, map[string]string{"status": "active"})
	if told := v.told(v.Wayan); !slices.Contains(told, "benefit.stopped") {
		t.Errorf("Wayan was told %v", told)
	}
	if told := v.told(v.Made); len(told) != 1 {
		t.Errorf("Made was told %v: that it was approved, once", told)
	}
}

func TestWhoWasStoppedHereIsNotTakenUpAgainByAList(t *testing.T) {
	v := start(t)
	v.sends("import", firstList, v.Officer, "choice", "all").Want(200)
	made, _ := v.FindFirstRecordByData("beneficiaries", "resident", v.Made.Id)
	v.changes(made.Id, map[string]any{"status": "stopped", "stopped_for": "declined"}, v.Officer).Want(200)
	var report beneficiaries.Report
	v.sends("check", laterList, v.Officer).Want(200).Into(&report)
	if got := problems(report); !slices.Contains(got, "2 refused over") {
		t.Errorf("found %v", got)
	}
	v.sends("import", laterList, v.Officer, "choice", "all").Want(200)
	v.wants(made.Id, map[string]string{"status": "stopped", "amount": "300000"})
}

func TestCandidatesAreApprovedByALaterListAndOtherAidIsWeighedThen(t *testing.T) {
	v := start(t)
	one := "NIK,Nama,Jumlah\n5171042202850004,I Made Artana,300000\n"
	v.sends("import", one, v.Officer, "choice", "good", "status", "candidate").Want(200)
	v.given(v.pkh, family(v.Made))
	var report beneficiaries.Report
	v.sends("check", one, v.Officer).Want(200).Into(&report)
	if got := problems(report); !slices.Equal(got, []string{"2 changed changed", "2 warned benefit.double"}) && !slices.Equal(got, []string{"2 warned benefit.double", "2 changed changed"}) || report.Warned != 1 {
		t.Errorf("found %v, %+v", got, report)
	}
	v.sends("import", one, v.Officer, "choice", "good").WantFault(400, "benefit.no_good")
	v.sends("import", one, v.Officer, "choice", "all").Want(200)
	made, _ := v.FindFirstRecordByData("beneficiaries", "resident", v.Made.Id)
	v.wants(made.Id, map[string]string{"status": "active", "double_for": "decided"})
}

func TestNobodyChangesOrStopsTheirOwnFamilyByAList(t *testing.T) {
	v := start(t)
	v.sends("import", firstList, v.Secretary, "choice", "all").Want(200)
	for who, resident := range map[string]string{"changes": v.Made.Id, "is gone": v.Wayan.Id} {
		v.Officer.Set("resident", resident)
		apptest.Save(t, v, v.Officer)
		var report beneficiaries.Report
		v.sends("check", laterList, v.Officer).Want(200).Into(&report)
		if who == "changes" && !slices.Contains(problems(report), "2 refused benefit.own") {
			t.Errorf("one's own is changed: %v", problems(report))
		}
		if who == "is gone" && report.Gone != 0 {
			t.Errorf("one's own is stopped: %v", problems(report))
		}
	}
}

func TestAListWithoutAmountsLeavesThemAsTheyAre(t *testing.T) {
	v := start(t)
	v.sends("import", firstList, v.Officer, "choice", "all").Want(200)
	var report beneficiaries.Report
	v.sends("check", "NIK,Nama\n5171042202850004,I Made Artana\n", v.Officer, "amount", "").Want(200).Into(&report)
	if report.Same != 1 || report.Gone != 2 {
		t.Errorf("%v, %+v", problems(report), report)
	}
}
