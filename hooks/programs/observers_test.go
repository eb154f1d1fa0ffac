package programs_test

import (
	"strconv"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// sees lets somebody record how far a program is, with a photo.
func (v village) sees(who *core.Record, program string, percent int, on string) *apptest.Response {
	v.t.Helper()
	return v.Do("POST", milestonesPath, apptest.Form{
		Fields: map[string]string{"program": program, "percent": strconv.Itoa(percent), "on": on, "note": "Dilihat di lokasi.", "photos_alt": "Jalan yang separuhnya rata"},
		Files:  []apptest.File{{Field: "photos", Name: "jalan.jpg", Body: photo(v.t)}},
	}, who)
}

func (v village) wantProgress(program string, percent int) {
	v.t.Helper()
	if is := v.found("programs", program).GetInt("progress"); is != percent {
		v.t.Errorf("the program is at %d %%, want %d", is, percent)
	}
}

func TestWhatAHamletHeadSawCountsOnceTheOfficeConfirmsIt(t *testing.T) {
	v := start(t)
	program := v.built(map[string]any{"hamlet": apptest.KajaID})
	open := "/api/open/programs/" + program
	observation := v.sees(v.HeadOfKaja, program, 50, "2026-05-01").Want(200).JSON()["id"].(string)
	v.wantProgress(program, 0)
	if shown := v.Do("GET", open, nil, apptest.Guest).Want(200).JSON()["milestones"].([]any); len(shown) != 0 {
		t.Errorf("a guest reads %v", shown)
	}
	v.Do("GET", milestonesPath+"/"+observation, nil, v.Resident).Want(404)
	file := v.found("milestones", observation).GetStringSlice("photos")[0]
	v.Do("GET", "/api/files/milestones/"+observation+"/"+file, nil, apptest.Guest).Want(404)
	desk := v.Do("GET", "/api/programs/"+program, nil, v.Officer).Want(200).JSON()
	if waits := desk["milestones"].([]any)[0].(map[string]any)["waiting"]; waits != true || desk["waiting"] != float64(1) {
		t.Errorf("the desk reads %v", desk)
	}

	v.Do("PATCH", milestonesPath+"/"+observation, map[string]any{"waiting": false}, v.HeadOfKaja).WantFault(403, "program.not_yours")
	v.Do("PATCH", milestonesPath+"/"+observation, map[string]any{"waiting": false, "confirmed_by": "Raja"}, v.Officer).Want(200)
	v.wantProgress(program, 50)
	kept := v.found("milestones", observation)
	if kept.GetString("officer") != v.HeadOfKaja.Id || kept.GetString("confirmed_by") != v.Officer.GetString("name")+", "+v.Officer.GetString("title") {
		t.Errorf("recorded by %q, confirmed by %q", kept.GetString("by"), kept.GetString("confirmed_by"))
	}
	v.Do("GET", "/api/files/milestones/"+observation+"/"+file, nil, apptest.Guest).Want(200)
	if shown := v.Do("GET", open, nil, apptest.Guest).Want(200).JSON()["milestones"].([]any); len(shown) != 1 {
		t.Errorf("after it was confirmed a guest reads %v", shown)
	}

	v.Do("DELETE", milestonesPath+"/"+observation, nil, v.HeadOfKaja).WantFault(403, "milestone.not_your_observation")
	v.Do("PATCH", milestonesPath+"/"+observation, map[string]any{"waiting": true}, v.Officer).Want(200)
	v.wantProgress(program, 50)
}

func TestWhoMayObserveAProgram(t *testing.T) {
	v := start(t)
	kaja, village := v.built(map[string]any{"hamlet": apptest.KajaID}), v.built(nil)
	v.sees(v.HeadOfKelod, kaja, 50, "2026-05-01").WantFault(403, "milestone.not_yours")
	v.sees(v.HeadOfKaja, village, 50, "2026-05-01").WantFault(403, "milestone.not_yours")
	v.sees(v.Auditor, kaja, 50, "2026-05-01").WantFault(403, "milestone.not_yours")
	v.sees(v.Resident, kaja, 50, "2026-05-01").Want(400)
	v.sees(v.HeadOfKaja, "tidakadaprogram", 50, "2026-05-01").WantFault(403, "milestone.not_yours")
	without := v.Do("POST", milestonesPath, map[string]any{"program": kaja, "percent": 50, "on": "2026-05-01", "waiting": false}, v.HeadOfKaja)
	if key := without.Want(400).FieldKey("photos"); key != "milestone.photo" {
		t.Error(key)
	}

	own := v.sees(v.HeadOfKaja, kaja, 20, "2026-05-01").Want(200).JSON()["id"].(string)
	v.Do("DELETE", milestonesPath+"/"+own, nil, v.HeadOfKelod).WantFault(403, "milestone.not_your_observation")
	v.Do("DELETE", milestonesPath+"/"+own, nil, v.HeadOfKaja).Want(204)
	if may := v.Do("GET", "/api/programs/"+kaja, nil, v.HeadOfKaja).Want(200).JSON(); may["may_record"] != true || may["may_keep"] != false {
		t.Errorf("%v", may)
	}
	if may := v.Do("GET", "/api/programs/"+kaja, nil, v.HeadOfKelod).Want(200).JSON(); may["may_record"] != false {
		t.Errorf("%v", may)
	}
}

func TestAnObservationIsToldToTheOfficeAndItsAnswerToWhoMadeIt(t *testing.T) {
	v := start(t)
	program := v.built(map[string]any{"hamlet": apptest.KajaID})
	first := v.sees(v.HeadOfKaja, program, 20, "2026-05-01").Want(200).JSON()["id"].(string)
	v.wantNoticed("milestone.waiting", v.Officer, v.Secretary, v.VillageHead)
	v.Do("PATCH", milestonesPath+"/"+first, map[string]any{"waiting": false}, v.Officer).Want(200)
	v.wantNoticed("milestone.confirmed", v.HeadOfKaja)
	v.Do("PATCH", milestonesPath+"/"+first, map[string]any{"note": "Diperiksa."}, v.Officer).Want(200)
	v.wantNoticed("milestone.confirmed", v.HeadOfKaja)

	second := v.sees(v.HeadOfKaja, program, 90, "2026-06-01").Want(200).JSON()["id"].(string)
	v.Do("DELETE", milestonesPath+"/"+second, nil, v.Secretary).Want(204)
	v.wantNoticed("milestone.declined", v.HeadOfKaja)
	third := v.sees(v.HeadOfKaja, program, 30, "2026-06-01").Want(200).JSON()["id"].(string)
	v.Do("DELETE", milestonesPath+"/"+third, nil, v.HeadOfKaja).Want(204)
	v.wantNoticed("milestone.declined", v.HeadOfKaja)
	v.wantProgress(program, 20)
}

func TestAnObservationThatDisagreesIsNotConfirmed(t *testing.T) {
	v := start(t)
	program := v.built(map[string]any{"hamlet": apptest.KajaID})
	observation := v.sees(v.HeadOfKaja, program, 80, "2026-05-01").Want(200).JSON()["id"].(string)
	v.reaches(program, 50, "2026-06-01").Want(200) // what waits stands in nobody's way
	answer := v.Do("PATCH", milestonesPath+"/"+observation, map[string]any{"waiting": false}, v.Secretary).Want(400)
	if key := answer.FieldKey("on"); key != "milestone.backwards" {
		t.Error(key)
	}
	v.wantProgress(program, 50)
}
