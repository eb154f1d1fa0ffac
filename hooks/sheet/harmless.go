package sheet

import (
	"strconv"
	"strings"
)

// guard is what spreadsheets take away again from before a text.
const guard = "'"

// Runs tells whether a spreadsheet that opens a CSV file would take a text for a
// formula. Numbers may begin with a minus.
func Runs(text string) bool {
	if text == "" || !strings.ContainsAny(text[:1], "=+-@\t\r|%") {
		return false
	}
	_, err := strconv.ParseFloat(text, 64)
	return err != nil && text != "-"
}

// Harmless makes a text safe for a spreadsheet that opens a CSV file; [Plain]
// takes that away again.
func Harmless(text string) string {
	if Runs(text) || strings.HasPrefix(text, guard) {
		return guard + text
	}
	return text
}

// Plain is a text as it was before [Harmless].
func Plain(text string) string {
	if rest, is := strings.CutPrefix(text, guard); is && (Runs(rest) || strings.HasPrefix(rest, guard)) {
		return rest
	}
	return text
}
