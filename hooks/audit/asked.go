package audit

import (
	"regexp"
	"slices"
	"strings"
)

// bare are the characters that may stand in a filter outside names and quotes.
// A slash is not among them: it begins a comment, in which quotes mean nothing.
const bare = "()&|<>=!~?+-,. \t\r\n0123456789"

var named = regexp.MustCompile(`[@A-Za-z_][\w.:@]*`)

// aboutNobody are the fields that a question may go by: they say how far matters
// are, and nothing about a person.
var aboutNobody = []string{"waiting_for", "due_at", "issued_on", "created", "updated", "id", "@now", "@rowid"}

// namesIn are the fields and functions that a filter and an order go by. sure is
// false where this simple reading might differ from PocketBase's: a backslash,
// which can hide the end of a quote, or anything else out of the ordinary.
func namesIn(filter, order string) (names []string, sure bool) {
	rest := filter + " " + order
	if strings.Contains(rest, `\`) {
		return nil, false
	}
	var outside strings.Builder
	for rest != "" {
		at := strings.IndexAny(rest, `"'`)
		if at < 0 {
			outside.WriteString(rest)
			break
		}
		outside.WriteString(rest[:at] + " ")
		end := strings.IndexByte(rest[at+1:], rest[at])
		if end < 0 {
			return nil, false
		}
		rest = rest[at+1+end+1:]
	}
	left := named.ReplaceAllString(outside.String(), "")
	return named.FindAllString(outside.String(), -1), !strings.ContainsFunc(left, isOdd)
}

func isOdd(r rune) bool { return !strings.ContainsRune(bare, r) }

// tellsOfNobody says that an answer to this question, if only how many there
// are, tells nothing about a person.
func tellsOfNobody(filter, order string) bool {
	names, sure := namesIn(filter, order)
	return sure && !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(aboutNobody, name) })
}

// staysAtHome says that a question about a harmless collection does not lead
// into others: hamlets can be asked for by the name of somebody who lives there.
func staysAtHome(filter, order string) bool {
	names, sure := namesIn(filter, order)
	return sure && !slices.ContainsFunc(names, leadsAway)
}

func leadsAway(name string) bool {
	return strings.ContainsAny(name, ".") || strings.HasPrefix(name, "@collection") || strings.Contains(name, "_via_")
}
