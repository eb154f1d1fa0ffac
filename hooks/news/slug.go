package news

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longestSlug is in bytes; a number may follow it.
const longestSlug = 70

// Slug is a title as it stands in an address: "Kerja Bakti Banjar Kaja, Minggu!"
// becomes "kerja-bakti-banjar-kaja-minggu". What has no Latin letter or digit
// becomes "kabar".
func Slug(title string) string {
	var words []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			words = append(words, word.String())
			word.Reset()
		}
	}
	for _, r := range norm.NFD.String(strings.ToLower(title)) {
		switch {
		case r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			word.WriteRune(r)
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
			// An accent of the letter before, or within a word: "Jum'at" is one.
		default:
			end()
		}
	}
	end()
	slug := joinUpTo(words, longestSlug)
	if slug == "" {
		return "kabar"
	}
	return slug
}

// joinUpTo puts whole words together as long as they fit; a first one that does
// not fit is cut.
func joinUpTo(words []string, most int) string {
	slug := ""
	for _, word := range words {
		if slug == "" {
			slug = word[:min(len(word), most)]
			continue
		}
		if len(slug)+1+len(word) > most {
			break
		}
		slug += "-" + word
	}
	return slug
}

// Free is the slug itself, or the slug with the first number from 2 on that is
// not taken.
func Free(slug string, taken func(string) bool) string {
	if !taken(slug) {
		return slug
	}
	for n := 2; ; n++ {
		if next := slug + "-" + strconv.Itoa(n); !taken(next) {
			return next
		}
	}
}
