package beneficiaries_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/beneficiaries"
)

type mineAnswer struct{ Items []beneficiaries.MineRow }

func (v village) mine(actor *core.Record) []beneficiaries.MineRow {
	v.t.Helper()
	var answer mineAnswer
	v.Do("GET", "/api/benefits/mine", nil, actor).Want(200).Into(&answer)
	return answer.Items
}

func TestAResidentSeesTheirOwnAndTheirHouseholds(t *testing.T) {
	v := start(t)
	own := v.given(v.pkh, with(person(v.Wayan), "participant_number", "PKH-1"))
	ours := v.given(v.blt, with(family(v.Ketut), "resident", v.Ketut.Id, "starts_on", "2025-01-01", "ends_on", "2025-04-30", "double_for", "decided"))
	v.given(v.blt, person(v.Made))
	v.gives(v.program("Beasiswa"), with(person(v.Putu), "double_for", "other_person"), v.Officer).Want(200)
	v.pays(ours, "2025-01", v.Officer).Want(200)
	v.pays(ours, "2025-03", v.Officer).Want(200)
	wrong := v.pays(ours, "2025-04", v.Officer).Want(200).JSON()["id"].(string)
	v.Do("PATCH", payments+"/"+wrong, map[string]any{"cancelled_for": "mistake"}, v.Officer).Want(200)
	items := v.mine(v.Resident)
	if len(items) != 2 {
		t.Fatalf("Wayan sees %+v", items)
	}
	for _, item := range items {
		switch item.ID {
		case own:
			if !item.Me || item.Participant != "PKH-1" {
				t.Errorf("his own is %+v", item)
			}
		case ours:
			if item.Me || item.Name != "Ni Ketut Rasmini" || len(item.Payments) != 2 || !slices.Equal(item.Unpaid, []string{"2025-02", "2025-04"}) || item.Next != "" {
				t.Errorf("the household's is %+v", item)
			}
		}
	}
	if got := v.mine(v.Neighbour); len(got) != 1 || got[0].Target != "person" {
		t.Errorf("Made sees %+v", got)
	}
	v.Do("GET", "/api/benefits/mine", nil, apptest.Guest).Want(401)
	v.Do("GET", "/api/benefits/mine", nil, v.Officer).Want(403)
}

func TestWhoLeavesAHouseholdSeesWhatItGetsNoMore(t *testing.T) {
	v := start(t)
	v.given(v.blt, family(v.Wayan))
	v.becomes(v.Wayan, "household", v.Made.GetString("household"))
	if got := v.mine(v.Resident); len(got) != 0 {
		t.Errorf("Wayan sees %+v", got)
	}
}

func TestResidentsAndGuestsReachNothingOfTheDesk(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, person(v.Made))
	for _, path := range []string{"programs", "programs/" + v.blt.Id, "programs/" + v.blt.Id + "/export?purpose=upkeep", "programs/" + v.blt.Id + "/imports",
		"residents/" + v.Made.Id + "?purpose=counter", "one/" + id, "doubles?target=person&resident=" + v.Made.Id} {
		for name, actor := range map[string]*core.Record{"guest": apptest.Guest, "Made": v.Neighbour, "a neighbour": v.Resident} {
			if got := v.Do("GET", "/api/benefits/"+path, nil, actor); got.Status != 401 && got.Status != 403 {
				t.Errorf("%s, %s: %d %s", name, path, got.Status, got.Body)
			}
		}
	}
}

func TestAHamletHeadSeesTheirHamletsOnly(t *testing.T) {
	v := start(t)
	kaja, kelod := v.given(v.blt, person(v.Made)), v.given(v.blt, family(v.Nyoman))
	v.pays(kelod, "2026-01", v.Officer).Want(200)
	list := "/api/benefits/programs/" + v.blt.Id
	for _, query := range []string{"", "?q=a", "?hamlet=" + v.Kelod.Id, "?status=active&page=2", "?attention=1"} {
		if body := string(v.Do("GET", list+query, nil, v.HeadOfKaja).Want(200).Body); strings.Contains(body, kelod) || strings.Contains(body, "Sariasih") {
			t.Errorf("%s: %s", query, body)
		}
	}
	if body := string(v.Do("GET", list, nil, v.HeadOfKaja).Want(200).Body); !strings.Contains(body, kaja) {
		t.Error("the head does not see their own")
	}
	v.Do("GET", "/api/benefits/one/"+kelod, nil, v.HeadOfKaja).WantFault(404, "benefit.not_found")
	v.Do("GET", "/api/benefits/one/"+kaja, nil, v.HeadOfKaja).Want(200)
	v.Do("GET", "/api/benefits/residents/"+v.Nyoman.Id+"?purpose=field", nil, v.HeadOfKaja).WantFault(404, "benefit.not_found")
	v.Do("GET", list+"/export?purpose=field", nil, v.HeadOfKaja).WantFault(403, "benefit.not_yours")
	v.Do("GET", "/api/benefits/doubles?target=person&resident="+v.Made.Id, nil, v.HeadOfKaja).WantFault(403, "benefit.not_yours")
	var sums struct{ Items []beneficiaries.ProgramRow }
	v.Do("GET", "/api/benefits/programs", nil, v.HeadOfKaja).Want(200).Into(&sums)
	for _, program := range sums.Items {
		if program.ID == v.blt.Id && (program.Active != 1 || program.Paid != 0) {
			t.Errorf("the head counts %+v", program)
		}
	}
}

func TestTheCardShowsAllThatAHouseholdGetsAndTheTrailWhoLooked(t *testing.T) {
	v := start(t)
	v.given(v.blt, family(v.Wayan))
	v.given(v.pkh, with(person(v.Ketut), "double_for", "other_kind"))
	v.Do("GET", "/api/benefits/residents/"+v.Putu.Id, nil, v.Officer).WantFault(400, "audit.no_purpose")
	before := len(v.Noted(0))
	var answer struct {
		Items  []beneficiaries.StaffRow
		Active int
	}
	v.Do("GET", "/api/benefits/residents/"+v.Putu.Id+"?purpose=counter", nil, v.Officer).Want(200).Into(&answer)
	if len(answer.Items) != 2 || answer.Active != 2 {
		t.Errorf("the card has %+v", answer.Items)
	}
	noted := v.Noted(before)
	for _, who := range []string{v.Putu.Id, v.Wayan.Id, v.Ketut.Id} {
		if !slices.Contains(noted, v.Officer.Id+" view counter "+who) {
			t.Errorf("not noted for %s: %v", who, noted)
		}
	}
}

func TestEveryLineOfAListIsNoted(t *testing.T) {
	v := start(t)
	v.given(v.blt, person(v.Made))
	v.given(v.blt, family(v.Nyoman))
	before := len(v.Noted(0))
	v.Do("GET", "/api/benefits/programs/"+v.blt.Id+"?hamlet="+v.Kelod.Id, nil, v.Auditor).Want(200)
	if noted := v.Noted(before); !slices.Equal(noted, []string{v.Auditor.Id + " list oversight " + v.Nyoman.Id}) {
		t.Errorf("noted %v", noted)
	}
}

func TestAnExportNeedsAPurposeAndIsNotedForEverybody(t *testing.T) {
	v := start(t)
	v.given(v.blt, with(person(v.Made), "participant_number", "=1+1"))
	path := "/api/benefits/programs/" + v.blt.Id + "/export?format=csv"
	v.Do("GET", path, nil, v.Officer).WantFault(400, "audit.no_purpose")
	before := len(v.Noted(0))
	body := string(v.Do("GET", path+"&purpose=upkeep", nil, v.Officer).Want(200).Body)
	if !strings.Contains(body, v.Made.GetString("nik")) || !strings.Contains(body, "'=1+1") || strings.Contains(body, ",=1") {
		t.Error(body)
	}
	if noted := v.Noted(before); !slices.Equal(noted, []string{v.Officer.Id + " export upkeep " + v.Made.Id}) {
		t.Errorf("noted %v", noted)
	}
	if sheet := v.Do("GET", strings.Replace(path, "csv", "xlsx", 1)+"&purpose=upkeep", nil, v.Officer).Want(200).Body; !strings.HasPrefix(string(sheet), "PK") {
		t.Error("no workbook")
	}
}

func TestAListShowsWhoIsRegisteredOtherwise(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, person(v.Made))
	// As an import of the register writes it: past all hooks.
	if _, err := v.DB().NewQuery("UPDATE residents SET life_status = 'mati' WHERE id = '" + v.Made.Id + "'").Execute(); err != nil {
		t.Fatal(err)
	}
	body := string(v.Do("GET", "/api/benefits/programs/"+v.blt.Id+"?attention=1", nil, v.Officer).Want(200).Body)
	if !strings.Contains(body, id) || !strings.Contains(body, `"life_status":"mati"`) {
		t.Error(body)
	}
}
