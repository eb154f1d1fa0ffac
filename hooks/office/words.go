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
var ofADesa = regexp.MustCompile(`(?i)(\bM-)?\b(kelian banjar dinas|banjar|perbekel|(?:kepala |sekretaris )?desa)\b( adat)?`)

// Speak writes a text of the program, which speaks of a desa, in the words of an
// office of another kind: "kantor desa" becomes "kantor kelurahan".
func (w Words) Speak(kind, text string) string {
	if kind == "desa" {
		return text
	}
	return ofADesa.ReplaceAllStringFunc(text, func(found string) string {
		word := strings.ToLower(found)
		if strings.HasPrefix(word, "m-") || strings.HasSuffix(word, " adat") {
			return found
		}
		said := map[string]string{
			"kelian banjar dinas": w.HamletHead, "banjar": w.Hamlet, "perbekel": w.Head, "kepala desa": w.Head,
			"sekretaris desa": w.Secretary, "desa": kind,
		}[word]
		if said == "" {
			return found
		}
		if !unicode.IsUpper(rune(found[0])) {
			return strings.ToLower(said)
		}
		return strings.ToUpper(said[:1]) + said[1:]
	})
}
