package office

import (
	"regexp"
	"strings"
	"unicode"
)

// Words are what the people and parts of an office are called there.
type Words struct {
	Head       string // who signs: Perbekel, Lurah
	Secretary  string
	HamletHead string // Kelian Banjar Dinas, Kepala Lingkungan
	Hamlet     string // Banjar, Lingkungan
}

// WordsOf are the usual words of a kind of office in Bali; an office may use
// others. A desa elects its perbekel; a kelurahan is led by a civil servant.
func WordsOf(kind string) Words {
	switch kind {
	case "kelurahan":
		return Words{"Lurah", "Sekretaris Lurah", "Kepala Lingkungan", "Lingkungan"}
	case "kota":
		return Words{"Wali Kota", "Sekretaris Daerah", "Camat", "Kecamatan"}
	}
	return Words{"Perbekel", "Sekretaris Desa", "Kelian Banjar Dinas", "Banjar"}
}

// ofADesa finds the words of a desa in the program's own texts; what is
// something else by name, a desa adat or M-Desa itself, is found with them.
var ofADesa = map[string]*regexp.Regexp{
	"id": regexp.MustCompile(`(?i)(\bM-)?\b(kelian banjar dinas|banjar|perbekel|(?:kepala |sekretaris )?desa)\b( adat)?`),
	"en": regexp.MustCompile(`(?i)\b(customary )?(?:village|hamlet)(?: head)?s?\b`),
}

// inEnglish are the words for what a desa calls village, hamlet and their heads.
var inEnglish = map[string]map[string]string{
	"kelurahan": {"village": "kelurahan", "village head": "lurah", "hamlet": "ward", "hamlet head": "ward head"},
	"kota":      {"village": "city", "village head": "mayor", "hamlet": "district", "hamlet head": "district head"},
}

// Speak writes a text of the program, which speaks of a desa, in the words of an
// office of another kind: "kantor desa" becomes "kantor kelurahan", and in
// English "the village office" becomes "the kelurahan office".
func (w Words) Speak(kind, lang, text string) string {
	if kind == "desa" || ofADesa[lang] == nil {
		return text
	}
	said := inEnglish[kind]
	if lang == "id" {
		said = map[string]string{
			"kelian banjar dinas": w.HamletHead, "banjar": w.Hamlet, "perbekel": w.Head, "kepala desa": w.Head,
			"sekretaris desa": w.Secretary, "desa": kind,
		}
	}
	return ofADesa[lang].ReplaceAllStringFunc(text, func(found string) string {
		word, plural := strings.ToLower(found), ""
		if lang == "en" && strings.HasSuffix(word, "s") {
			word, plural = word[:len(word)-1], "s"
		}
		own := said[word]
		switch {
		case own == "": // a desa adat, M-Desa
			return found
		case !unicode.IsUpper(rune(found[0])):
			return strings.ToLower(own) + plural
		}
		return strings.ToUpper(own[:1]) + own[1:] + plural
	})
}
