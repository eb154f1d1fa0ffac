package residents

import (
	"strconv"
	"strings"
	"testing"
)

// Whatever an office's old files call a value, the table understands it, and
// nothing in it means two things.
func TestEveryCodeLabelAndAliasMeansItsOwnValue(t *testing.T) {
	if len(Tables) != 17 {
		t.Fatalf("there are %d tables: %v", len(Tables), Tables)
	}
	for table, values := range builtIn {
		for _, want := range values {
			texts := append([]string{want.Value, want.Label, want.LabelEN}, want.Aliases...)
			if want.Code > 0 {
				code := strconv.Itoa(want.Code)
				texts = append(texts, code, "0"+code, code+".0", code+",00")
			}
			for _, text := range texts {
				for _, written := range []string{text, " " + strings.ToUpper(text) + " ", strings.ToLower(text), strings.ReplaceAll(text, " ", "  "), strings.ReplaceAll(text, "/", " / ")} {
					if got, known := Meaning(values, written); !known || got.Value != want.Value {
						t.Errorf("%s: %q means %q, want %q", table, written, got.Value, want.Value)
					}
				}
			}
		}
	}
}

func TestWhatOldFilesSay(t *testing.T) {
	for _, c := range []struct{ table, typed, want string }{
		{"sex", "Lk", "L"},
		{"sex", "pr", "P"},
		{"marital_status", "BK", "belum kawin"},
		{"marital_status", "CM", "cerai mati"},
		{"religion", "BUDDHA", "Budha"},
		{"education", "S1", "Diploma IV/Strata I"},
		{"education", "Strata I", "Diploma IV/Strata I"}, // as other programs mislabel 9 and 10
		{"occupation", "PNS", "Pegawai Negeri Sipil (PNS)"},
		{"blood_type", "A−", "A-"}, // a typographic minus
		{"blood_type", "a +", "A+"},
		{"insurance", "99", "Asuransi Lainnya"},
		{"id_card", "3", "KIA"},
		{"disability", "cacat netra / buta", "Disabilitas Netra"},
		{"krama_status", "krama wed", "Krama Desa"},
		{"religion", "", ""},
		{"religion", "-", ""},
		{"religion", "0", ""},
		{"religion", "8", ""},
		{"sex", "4.5", ""},
	} {
		if got, _ := Meaning(builtIn[c.table], c.typed); got.Value != c.want {
			t.Errorf("%s %q means %q, want %q", c.table, c.typed, got.Value, c.want)
		}
	}
}

func TestASlipOfTheFingerIsAnsweredWithASuggestion(t *testing.T) {
	for _, c := range []struct{ table, typed, want string }{
		{"religion", "Hndu", "Hindu"},
		{"religion", "Isalm", "Islam"},
		{"education", "SLTA Sederajad", "SLTA/Sederajat"},
		{"occupation", "Petani Pekebun Kelapa", ""},
		{"occupation", "Karyawan Swsta", "Karyawan Swasta"},
		{"occupation", "Kontraktor", ""},
		{"religion", "x", ""},
	} {
		if got, _ := Suggest(builtIn[c.table], c.typed); got.Value != c.want {
			t.Errorf("%s %q suggests %q, want %q", c.table, c.typed, got.Value, c.want)
		}
	}
}

func TestSlipsOfTheFingerAreCounted(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"sukarta", "sukarta", 0}, {"sukrta", "sukarta", 1}, {"sukarat", "sukarta", 1}, {"wyan", "wayan", 1},
		{"", "abc", 3}, {"rai", "ria", 1}, {"putu", "wayan", 4}, {"kétut", "ketut", 1},
	} {
		if got := distance(c.a, c.b, 4); got != c.want {
			t.Errorf("%s to %s: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := distance(c.b, c.a, 4); got != c.want {
			t.Errorf("%s to %s: %d, want %d", c.b, c.a, got, c.want)
		}
	}
}
