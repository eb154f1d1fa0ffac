package budget

import "strings"

// guarded keeps a spreadsheet from taking a name for a formula.
func guarded(text string) string {
	if text != "" && strings.ContainsRune("=+-@", rune(text[0])) {
		return "'" + text
	}
	return text
}

// unguarded takes the mark off again when a table is read.
func unguarded(text string) string {
	if len(text) > 1 && text[0] == '\'' && strings.ContainsRune("=+-@", rune(text[1])) {
		return text[1:]
	}
	return text
}
