package hooks_test

import (
	"strings"
	"testing"

	"mdesa/hooks/audit"
)

func (v village) allNoted() string {
	v.t.Helper()
	if err := audit.Flush(v); err != nil {
		v.t.Fatal(err)
	}
	return strings.Join(v.Noted(0), "\n")
}

// A refusal says who somebody is and how they are: "already on record as dead".
func TestWhoIsNamedInARefusedEventIsNoted(t *testing.T) {
	v := start(t)
	got := v.Do("POST", "/api/population/preview", map[string]any{"kind": "found", "resident": v.Made.Id,
		"event_date": v.Day(0), "reported_on": v.Day(0), "data": map[string]any{"mother": v.Nyoman.Id}}, v.Officer).Want(400)
	if !strings.Contains(string(got.Body), v.Made.GetString("name")) {
		t.Fatalf("the refusal names nobody: %s", got.Body)
	}
	for _, person := range []string{v.Made.Id, v.Nyoman.Id} {
		if !strings.Contains(v.allNoted(), person) {
			t.Errorf("%s is not noted", person)
		}
	}
}

func TestAnOpenRequestIsAReasonForFullNumbersButNotForHealth(t *testing.T) {
	v := start(t)
	v.Wayan.Set("disability", "Disabilitas Fisik")
	if err := v.Save(v.Wayan); err != nil {
		t.Fatal(err)
	}
	card := v.Do("GET", "/api/residents/"+v.Wayan.Id+"/card?request="+v.File(), nil, v.HeadOfKaja).Want(200)
	if body := string(card.Body); !strings.Contains(body, v.Wayan.GetString("nik")) || strings.Contains(body, "Disabilitas") {
		t.Errorf("the card shows %s", body)
	}
	if !strings.Contains(v.allNoted(), v.Putu.Id) {
		t.Error("Putu, who stands on the card, is not noted")
	}
}
