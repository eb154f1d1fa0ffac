package privacy

import "testing"

func TestWhatCanBeAskedToBeCorrected(t *testing.T) {
	offered := []string{"Hindu", "Budha"}
	for name, c := range map[string]struct {
		field    string
		from, to string
		want     string
	}{
		"another name":                       {"name", "I Wayan Sukarta", "I Wayan Sukarta Putra", ""},
		"the same name":                      {"name", "I Wayan", "I Wayan", "privacy.same_value"},
		"nothing":                            {"name", "I Wayan", "", "privacy.no_change"},
		"a day that is there":                {"birth_date", "1990-05-17", "1990-05-18", ""},
		"30 February":                        {"birth_date", "1990-05-17", "1990-02-30", "privacy.day_value"},
		"a birth to come":                    {"birth_date", "1990-05-17", "2027-01-01", "privacy.day_value"},
		"a NIK of 16 digits":                 {"nik", "5171041705900001", "5171041705900002", ""},
		"a NIK with a letter":                {"nik", "5171041705900001", "517104170590000X", "privacy.number_value"},
		"a religion from the list":           {"religion", "Hindu", "Budha", ""},
		"a religion of one's own":            {"religion", "Hindu", "Jedi", "privacy.choice_value"},
		"to be dead, which is an event":      {"life_status", "hidup", "mati", "privacy.by_events"},
		"another family card, another event": {"household", "a", "b", "privacy.by_events"},
		"a field that nobody sees":           {"import", "", "x", "privacy.no_change"},
		"a field that is not there":          {"salary", "", "1", "privacy.no_change"},
		"a place name as long as an epic":    {"birth_place", "Denpasar", string(make([]rune, 101)), "privacy.long_value"},
	} {
		wrong := checkChange(c.field, Change{From: c.from, To: c.to}, offered, "2026-11-23")
		got := ""
		if wrong != nil {
			got = wrong.Key
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestPeopleSpeakForThemselvesFromSeventeen(t *testing.T) {
	for born, child := range map[string]bool{
		"2015-06-11": true, "2009-11-24": true, "2009-11-23": false, "1990-05-17": false, "": false, "unknown": false,
	} {
		if Child(born, "2026-11-23") != child {
			t.Errorf("born %q is a child: %t", born, !child)
		}
	}
}
