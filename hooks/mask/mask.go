// Package mask takes what tells of people out of what all may read.
package mask

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Name keeps the first letter of every word of two letters and more: "Budi
// Santoso" is "B*** S***". The number of stars tells nothing.
func Name(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		first, size := utf8.DecodeRuneInString(word)
		if size == len(word) {
			words[i] = "***"
			continue
		}
		words[i] = string(first) + "***"
	}
	return strings.Join(words, " ")
}

// Mail is enough of an address to know which mailbox is meant:
// "made@example.id" is "m***@example.id", and "" what is none.
func Mail(address string) string {
	local, host, ok := strings.Cut(address, "@")
	if !ok || local == "" {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(local)
	return string(first) + "***@" + host
}

// Identity numbers (NIK and KK, sixteen digits), phones with and without the
// country's code, telephones of a house with their area's code, and mail
// addresses. House numbers, years and sums of money stay.
var personal = []*regexp.Regexp{
	regexp.MustCompile(`(?:\d[ .\-]?){15}\d`),
	regexp.MustCompile(`(?:\+?62|\b0)[ .\-]?8(?:[ .\-]?\d){7,12}`),
	regexp.MustCompile(`\(?\b0[2-79]\d{1,2}\)?[ .\-]?\d(?:[ .\-]?\d){4,7}\b`),
	regexp.MustCompile(`[\p{L}\d._%+\-]+@[\p{L}\d.\-]+\.\p{L}{2,}`),
}

// Text hides numbers and addresses of people in a text, whoever wrote it.
func Text(text string) string {
	for _, pattern := range personal {
		text = pattern.ReplaceAllString(text, "•••")
	}
	return text
}
