package fault

import "testing"

func TestTheBrowsersLanguage(t *testing.T) {
	for header, want := range map[string]string{
		"":                        "id",
		"en":                      "en",
		"en-GB,en;q=0.9":          "en",
		"id-ID,id;q=0.9,en;q=0.8": "id",
		"in-ID,en;q=0.5":          "id",
		"ban, en;q=0.3":           "en",
		"id;q=0.2, en;q=0.7":      "en",
		"en;q=0, fr":              "id",
		"en;q=rusak":              "id",
		"fr-FR,fr":                "id",
		",;,;q=":                  "id",
	} {
		if got := preferred(header); got != want {
			t.Errorf("%q asks for %s, answered in %s", header, want, got)
		}
	}
}
