package audit

import "testing"

func TestOnlyQuestionsAboutNobodyAreHarmless(t *testing.T) {
	for filter, want := range map[string]bool{
		``: true,
		`waiting_for != "" && due_at != "" && due_at < @now`: true,
		`(created >= '2026-01-01' || id = "name")`:           true,
		`name ~ "Wayan"`: false,
		`id != "\"" && name ~ 'Wayan' && id != "\""`: false,
		"id != '' // '\n && name ~ 'Wayan' // '":     false,
		`id != "`:                                    false,
		`resident.name = "x"`:                        false,
		`id = resident.name`:                         false,
		`@collection.residents.name ~ "x"`:           false,
		`created:lower = "x"`:                        false,
		`strftime('%Y', birth_date) = "1980"`:        false,
		`id = #x`:                                    false,
	} {
		if got := tellsOfNobody(filter, "-created"); got != want {
			t.Errorf("%s: %v", filter, got)
		}
	}
	if tellsOfNobody("", "-name") {
		t.Error("the order tells who comes first by name")
	}
}

func TestAQuestionAboutHamletsMayLeadToResidents(t *testing.T) {
	for filter, want := range map[string]bool{
		`name ~ "Kaja (utara), no. 1"`:    true,
		`residents_via_hamlet.nik = "51"`: false,
		`@collection.residents.id ?= ""`:  false,
		`residents_via_hamlet != ""`:      false,
		`name ~ "\""`:                     false,
	} {
		if got := staysAtHome(filter, ""); got != want {
			t.Errorf("%s: %v", filter, got)
		}
	}
}
