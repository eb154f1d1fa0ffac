package accounts

import "testing"

func TestWhatOfAClaimTheRegisterHasToo(t *testing.T) {
	register := Claim{NIK: "5171045904780005", KK: "5171040309140003", Name: "Ni Nyoman Sariasih, S.Pd.", BirthDate: "1978-04-19"}
	for _, c := range []struct {
		name   string
		claim  Claim
		count  int
		likely bool
	}{
		{"all of it", register, 4, true},
		{"a name as people type it", Claim{register.NIK, register.KK, " ni  nyoman SARIASIH ", register.BirthDate}, 4, true},
		{"a name and no more", Claim{register.NIK, "1", "Ni Nyoman Sariasih", "2000-01-01"}, 2, true},
		{"a family card and no more", Claim{register.NIK, register.KK, "Orang Lain", "2000-01-01"}, 2, true},
		{"what the NIK tells anyone", Claim{register.NIK, "1", "Orang Lain", register.BirthDate}, 2, false},
		{"all but the NIK", Claim{"1", register.KK, register.Name, register.BirthDate}, 3, false},
		{"nothing", Claim{"1", "1", "Orang Lain", "2000-01-01"}, 0, false},
	} {
		got := Compare(c.claim, register)
		if got.Count() != c.count || got.Likely() != c.likely {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	if got := Compare(Claim{}, Claim{}); got.Count() != 0 {
		t.Errorf("what nobody knows agrees: %+v", got)
	}
}

func TestANameIsComparedWithoutItsWriting(t *testing.T) {
	for typed, want := range map[string]string{
		"I Gst. Ngr. Oka": "i gst ngr oka", "Nur 'Aini": "nur 'aini", "A.A. Gde Putra, S.H.": "a a gde putra", "": "",
	} {
		if got := plainName(typed); got != want {
			t.Errorf("%q: %q", typed, got)
		}
	}
}
