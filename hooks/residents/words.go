package residents

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// wordsOf splits a text as the search index does: letters and digits together,
// small, without accents. "I Gst. Ngr. Ràka" is i, gst, ngr, raka.
func wordsOf(text string) []string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case unicode.IsLetter(r), unicode.IsNumber(r), unicode.Is(unicode.Co, r):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFD.String(text))
	return strings.Fields(plain)
}

// foldings are letters that Balinese names are written with in either way: old
// and new spelling (Tjokorda, Cokorda; Soekarta, Sukarta), breathed letters
// (Dharma, Darma), and half vowels (Suwarta, Suarta; Suryani, Suriani).
var foldings = strings.NewReplacer("tj", "c", "dj", "j", "sj", "s", "sy", "s", "nj", "ni", "oe", "u", "ch", "c",
	"dh", "d", "th", "t", "bh", "b", "gh", "g", "kh", "k", "ph", "p", "y", "i", "w", "u", "v", "p", "f", "p", "z", "s", "q", "k")

// fold gives words that sound alike the same letters; doubled ones count once.
func fold(word string) string {
	var out strings.Builder
	var last rune
	for _, r := range foldings.Replace(word) {
		if r != last {
			out.WriteRune(r)
		}
		last = r
	}
	return out.String()
}

// shortened are the forms in which clerks and residents shorten names; some
// stand for two words.
var shortened = map[string]string{
	"pt": "putu", "gd": "gede", "wy": "wayan", "wyn": "wayan", "yan": "wayan", "md": "made", "kd": "kadek", "kdk": "kadek",
	"nym": "nyoman", "nyn": "nyoman", "man": "nyoman", "km": "komang", "kmg": "komang", "kt": "ketut", "ktt": "ketut", "tut": "ketut",
	"lh": "luh", "gst": "gusti", "ngr": "ngurah", "ag": "agung", "agg": "agung", "bgs": "bagus", "bg": "bagus", "dw": "dewa",
	"dsk": "desak", "cok": "cokorda", "tjok": "cokorda", "jr": "jero", "jro": "jero", "gung": "agung",
	"aa": "anak agung", "ib": "ida bagus", "ia": "ida ayu", "ign": "gusti ngurah", "iga": "gusti ayu", "gek": "gusti ayu",
	"jl": "jalan", "jln": "jalan", "gg": "gang", "br": "banjar",
}

// longForms are the ways in which a typed word may stand in the register besides
// as it is: each a list of words that all must be there.
func longForms(word string) [][]string {
	var forms [][]string
	if long, known := shortened[word]; known {
		forms = append(forms, strings.Fields(long))
	}
	for short, long := range shortened {
		if long == word {
			forms = append(forms, []string{short})
		}
	}
	return forms
}
