package imports

import "testing"

func hamletsOfDesa(create bool) *Hamlets {
	return NewHamlets([]Place{{"k", "Banjar Kaja", "01"}, {"l", "Banjar Kelod", "02"}, {"t", "Banjar Batan Poh", "03"}}, "Banjar", create)
}

func TestHamletsAreFoundWithAndWithoutTheirWord(t *testing.T) {
	h := hamletsOfDesa(false)
	for typed, want := range map[string]string{
		"Banjar Kaja": "k", "KAJA": "k", "DUSUN KAJA": "k", "dsn. kaja": "k", "Br. Kaja": "k", "BR KAJA": "k", "kaja": "k", "01": "k", "1": "k",
		"Lingkungan  Kelod": "l", "batan poh": "t", "BANJAR  BATAN POH": "t",
	} {
		if place, _, wrong := h.find(typed); wrong != nil || place.ID != want {
			t.Errorf("%q is %v, %v", typed, place, wrong)
		}
	}
}

func TestUnknownHamletsComeWithTheNearest(t *testing.T) {
	for typed, want := range map[string]string{"Kajaa": "Banjar Kaja", "BANJAR KELDO": "Banjar Kelod", "Batanpoh": "Banjar Batan Poh", "Sesetan": ""} {
		if _, nearest, wrong := hamletsOfDesa(false).find(typed); wrong == nil || nearest != want {
			t.Errorf("%q: %q, %v", typed, nearest, wrong)
		}
	}
}

func TestMissingHamletsAreNamedLikeTheOthers(t *testing.T) {
	for typed, want := range map[string]string{
		"DUSUN TENGAH": "Banjar Tengah", "TENGAH": "Banjar Tengah", "Banjar Tengah": "Banjar Tengah", "BANJAR TENGAH": "Banjar Tengah",
		"Lingkungan Sari": "Lingkungan Sari", "batan ancak": "Banjar Batan Ancak",
	} {
		h := hamletsOfDesa(true)
		place, _, wrong := h.find(typed)
		if wrong != nil || place.Name != want || place.ID != "" {
			t.Errorf("%q will be %v, %v", typed, place, wrong)
		}
		if again, _, _ := h.find(typed); again.Name != want {
			t.Errorf("the second %q will be %v", typed, again)
		}
	}
	plain := NewHamlets(nil, "Banjar", true)
	if place, _, _ := plain.find("DUSUN SATU"); place.Name != "Satu" {
		t.Errorf("the first hamlet will be %v", place)
	}
}

func TestSameNameTwiceAsksForTheWholeName(t *testing.T) {
	h := NewHamlets([]Place{{"a", "Banjar Kaja", ""}, {"b", "Lingkungan Kaja", ""}}, "Banjar", false)
	if _, _, wrong := h.find("Kaja"); wrong == nil || wrong.Key != "import.many_hamlets" {
		t.Errorf("Kaja alone: %v", wrong)
	}
	if place, _, wrong := h.find("lingkungan kaja"); wrong != nil || place.ID != "b" {
		t.Errorf("the whole name: %v, %v", place, wrong)
	}
}

func TestHamletsInsideTheRegistrysAddresses(t *testing.T) {
	h := hamletsOfDesa(false)
	for address, want := range map[string][2]string{
		"JALAN KAMBOJA BR. KAJA": {"k", "JALAN KAMBOJA"}, "JL MELATI 3, DUSUN BATAN POH": {"t", "JL MELATI 3"},
		"BANJAR KELOD": {"l", ""}, "KAJA": {"k", ""}, "JALAN KAJA": {"", "JALAN KAJA"}, "": {"", ""},
	} {
		place, rest := h.inAddress(address)
		if place.ID != want[0] || rest != want[1] {
			t.Errorf("%q is %v and %q", address, place, rest)
		}
	}
}
