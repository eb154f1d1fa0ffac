package letters

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// printable brings text into the one form that is drawn: valid, composed (NFC),
// without control characters and the invisible ones that would turn its reading
// direction around or join letters. New lines stay.
func printable(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r\n", "\n")
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == '\u2011': // hard hyphen: the font has one hyphen
			return '-'
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
	return norm.NFC.String(text)
}

// oneLine is printable text with single spaces and no line breaks. Hard spaces stay.
func oneLine(text string) string {
	return strings.TrimRight(squeeze(printable(text), true), " ")
}
