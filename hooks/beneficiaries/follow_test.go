package beneficiaries_test

import (
	"slices"
	"testing"
)

func TestADeathStopsWhatThePersonGot(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, person(v.Made))
	v.becomes(v.Made, "life_status", "mati")
	v.wants(id, map[string]string{"status": "stopped", "stopped_for": "death"})
	if told := v.told(v.Made); !slices.Equal(told, []string{"benefit.added"}) {
		t.Errorf("the dead are told %v", told)
	}
	v.changes(id, map[string]any{"status": "active"}, v.Officer).WantFault(400, "benefit.fields")
}

func TestAMoveStopsItAndComingBackProposesToResume(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, person(v.Made))
	v.becomes(v.Made, "life_status", "pindah")
	v.wants(id, map[string]string{"status": "stopped", "stopped_for": "moved", "attention": ""})
	v.becomes(v.Made, "life_status", "hidup")
	v.wants(id, map[string]string{"status": "stopped", "attention": "resume"})
	v.changes(id, map[string]any{"status": "active"}, v.Officer).Want(200)
	v.wants(id, map[string]string{"status": "active", "attention": "", "stopped_for": ""})
}

func TestWhatAnOfficerStoppedStaysStopped(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, person(v.Made))
	v.changes(id, map[string]any{"status": "stopped", "stopped_for": "no_longer"}, v.Officer).Want(200)
	v.becomes(v.Made, "life_status", "pindah")
	v.becomes(v.Made, "life_status", "hidup")
	v.wants(id, map[string]string{"status": "stopped", "stopped_for": "no_longer", "attention": ""})
}

func TestAHouseholdNeedsANewReceiverWhenItsHeadDies(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, family(v.Wayan))
	v.wants(id, map[string]string{"resident": v.Wayan.Id})
	v.becomes(v.Wayan, "life_status", "mati")
	v.wants(id, map[string]string{"status": "active", "attention": "receiver"})
	v.changes(id, map[string]any{"resident": v.Made.Id}, v.Officer).WantFault(400, "benefit.fields")
	v.changes(id, map[string]any{"resident": v.Ketut.Id}, v.Officer).Want(200)
	v.wants(id, map[string]string{"resident": v.Ketut.Id, "attention": ""})
}

func TestAReceiverWhoLeavesTheHouseholdIsSeenAndOneWhoComesBackToo(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, family(v.Wayan))
	home := v.Wayan.GetString("household")
	v.becomes(v.Wayan, "household", v.Made.GetString("household"))
	v.wants(id, map[string]string{"attention": "receiver"})
	v.becomes(v.Wayan, "household", home)
	v.wants(id, map[string]string{"attention": ""})
}

func TestAHouseholdOfWhichNobodyIsLeftGetsNothing(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, family(v.Nyoman))
	v.becomes(v.Nyoman, "life_status", "mati")
	v.wants(id, map[string]string{"status": "stopped", "stopped_for": "death"})
	v.becomes(v.Nyoman, "life_status", "hidup")
	v.wants(id, map[string]string{"status": "stopped", "attention": "resume"})
}

func TestWhoIsMissingIsLookedAtAndWhoIsFoundIsNot(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, person(v.Made))
	v.becomes(v.Made, "life_status", "hilang")
	v.wants(id, map[string]string{"status": "active", "attention": "status"})
	v.becomes(v.Made, "life_status", "hidup")
	v.wants(id, map[string]string{"attention": ""})
}

func TestAidFollowsToAnotherHamlet(t *testing.T) {
	v := start(t)
	id := v.given(v.blt, person(v.Made))
	v.becomes(v.Made, "hamlet", v.Kelod.Id)
	v.wants(id, map[string]string{"hamlet": v.Kelod.Id})
}

func TestNothingIsGivenToTheDead(t *testing.T) {
	v := start(t)
	v.becomes(v.Made, "life_status", "mati")
	if got := v.gives(v.blt, person(v.Made), v.Officer); got.FieldKey("resident") != "benefit.not_living" {
		t.Errorf("%d %s", got.Status, got.Body)
	}
}
