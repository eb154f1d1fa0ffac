package programs

import (
	"regexp"
	"strings"
)

// ShortName leaves the first letter of each word: "W*** S***".
func ShortName(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		words[i] = string([]rune(word)[:1]) + "***"
	}
	return strings.Join(words, " ")
}

// What residents write is read by all: identity numbers, phones and mail
// addresses are taken out of it, whoever they are of.
var personal = []*regexp.Regexp{
	regexp.MustCompile(`(?:\d[ .\-]?){15}\d`),
	regexp.MustCompile(`(?:\+?62|\b0)[ .\-]?8(?:[ .\-]?\d){7,12}`),
	regexp.MustCompile(`[\p{L}\d._%+\-]+@[\p{L}\d.\-]+\.\p{L}{2,}`),
}

// Mask takes what tells of people out of a text that all may read.
func Mask(text string) string {
	for _, pattern := range personal {
		text = pattern.ReplaceAllString(text, "•••")
	}
	return strings.TrimSpace(text)
}

// Harmless keeps a spreadsheet from taking words for a formula.
func Harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
