package office

import "testing"

func TestTextsSpeakOfTheKindOfOffice(t *testing.T) {
	words := WordsOf("kelurahan")
	for said, want := range map[string]string{
		"Datang ke kantor desa.": "Datang ke kantor kelurahan.",
		"Desa ini":               "Kelurahan ini",
		"Minta kepala desa atau sekretaris desa.": "Minta lurah atau sekretaris lurah.",
		"Kepala desa menandatangani":              "Lurah menandatangani",
		"Kelian banjar dinas di banjar Anda":      "Kepala Lingkungan di lingkungan Anda",
		"Surat dari desa adat":                    "Surat dari desa adat",
		"M-Desa dan pedesaan":                     "M-Desa dan pedesaan",
		"Perbekel":                                "Lurah",
	} {
		if got := words.Speak("kelurahan", "id", said); got != want {
			t.Errorf("%q reads %q, want %q", said, got, want)
		}
		if got := WordsOf("desa").Speak("desa", "id", said); got != said {
			t.Errorf("in a desa %q reads %q", said, got)
		}
	}
}

func TestEnglishTextsSpeakOfTheKindOfOffice(t *testing.T) {
	for said, want := range map[string]struct{ kelurahan, kota string }{
		"Come to the village office.":          {"Come to the kelurahan office.", "Come to the city office."},
		"Village staff only":                   {"Kelurahan staff only", "City staff only"},
		"the secretary or the village head":    {"the secretary or the lurah", "the secretary or the mayor"},
		"For hamlet heads, or one of yours":    {"For ward heads, or one of yours", "For district heads, or one of yours"},
		"Hamlet head":                          {"Ward head", "District head"},
		"one of the village's hamlets":         {"one of the kelurahan's wards", "one of the city's districts"},
		"it is none of your hamlets'.":         {"it is none of your wards'.", "it is none of your districts'."},
		"Customary village, villagers, M-Desa": {"Customary village, villagers, M-Desa", "Customary village, villagers, M-Desa"},
	} {
		for kind, want := range map[string]string{"kelurahan": want.kelurahan, "kota": want.kota, "desa": said} {
			if got := WordsOf(kind).Speak(kind, "en", said); got != want {
				t.Errorf("in a %s %q reads %q, want %q", kind, said, got, want)
			}
		}
	}
}
