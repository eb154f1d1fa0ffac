package residents

import (
	"slices"
	"strings"
	"testing"
)

func TestOfficerIsWarnedOfWhatTheRegisterDoubts(t *testing.T) {
	sound := Facts{NIK: "5171041705900001", BirthDate: "1990-05-17", Sex: "L", LifeStatus: "hidup", KK: "5171041203080015", Heads: 1}
	for _, c := range []struct {
		name   string
		change func(*Facts)
		want   []string
	}{
		{"nothing odd", func(*Facts) {}, nil},
		{"the head has died", func(f *Facts) { f.Heads = 0 }, []string{"household.no_head"}},
		{"two heads", func(f *Facts) { f.Heads = 2 }, []string{"household.many_heads"}},
		{"no family card", func(f *Facts) { f.KK, f.Heads = "", 0 }, []string{"resident.no_household"}},
		{"has moved away", func(f *Facts) { f.LifeStatus = "pindah" }, []string{"resident.not_living"}},
		{"no birth date", func(f *Facts) { f.BirthDate = "" }, []string{"resident.no_birth_date"}},
		{"newborn without numbers", func(f *Facts) { f.NIK, f.KK = "0517104200100012", "0517104200100001" },
			[]string{"resident.nik_temporary", "household.kk_temporary"}},
		{"broken number in the register", func(f *Facts) { f.NIK = "123" }, []string{"identity.length"}},
	} {
		facts := sound
		c.change(&facts)
		if got := keys(Warnings(facts, today)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWarningsNameTheStateOfLifeInBothLanguages(t *testing.T) {
	told := Warnings(Facts{NIK: "5171041705900001", BirthDate: "1990-05-17", Sex: "L", LifeStatus: "mati"}, today)[0]
	if id, en := told.In("id"), told.In("en"); !strings.Contains(id, `"meninggal"`) || !strings.Contains(en, `"deceased"`) {
		t.Errorf("%s / %s", id, en)
	}
}
