package reports

import (
	"regexp"
	"strings"
)

// Numbers in a public text that may be somebody's are masked whoever wrote them:
// sixteen digits (NIK, KK) and what looks like a phone number, also with dots,
// dashes and blanks between. House numbers, years and sums stay.
var (
	identityDigits = regexp.MustCompile(`(?:\d[ .\-]?){15}\d`)
	phoneDigits    = regexp.MustCompile(`(?:\+?62|\b0)[ .\-]?8(?:[ .\-]?\d){7,12}|\(?\b0361\)?[ .\-]?\d(?:[ .\-]?\d){5,6}\b`)
	mailAddress    = regexp.MustCompile(`[\p{L}\d._%+\-]+@[\p{L}\d.\-]+\.\p{L}{2,}`)
)

const masked = "•••"

// Mask takes numbers of people, and their mail addresses, out of a public text.
func Mask(text string) string {
	for _, pattern := range []*regexp.Regexp{identityDigits, phoneDigits, mailAddress} {
		text = pattern.ReplaceAllString(text, masked)
	}
	return text
}

// ShortName leaves the first letter of each word: "W*** S***".
func ShortName(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		words[i] = string([]rune(word)[:1]) + "***"
	}
	return strings.Join(words, " ")
}
