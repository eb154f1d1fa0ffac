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
		if got := words.Speak("kelurahan", said); got != want {
			t.Errorf("%q reads %q, want %q", said, got, want)
		}
		if got := WordsOf("desa").Speak("desa", said); got != said {
			t.Errorf("in a desa %q reads %q", said, got)
		}
	}
}
