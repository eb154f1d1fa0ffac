package fault

import (
	"strconv"
	"strings"

	"github.com/pocketbase/pocketbase/core"
)

// Lang is the language in which the caller is answered, "id" or "en": what their
// account says, else what their browser asks for, else Indonesian.
func Lang(e *core.RequestEvent) string {
	if e.Auth != nil {
		if chosen := e.Auth.GetString("language"); chosen != "" {
			return chosen
		}
	}
	return preferred(e.Request.Header.Get("Accept-Language"))
}

// preferred picks the language with the highest weight from an Accept-Language
// header (RFC 9110 §12.5.4); of equal ones the first. Other languages don't count.
func preferred(header string) string {
	best, weight := "id", 0.0
	for part := range strings.SplitSeq(header, ",") {
		tag, options, _ := strings.Cut(strings.TrimSpace(part), ";")
		base, _, _ := strings.Cut(strings.ToLower(tag), "-")
		if base == "in" { // the code of Indonesian until 1989; old phones still send it
			base = "id"
		}
		if base != "id" && base != "en" {
			continue
		}
		q := 1.0
		if value, ok := strings.CutPrefix(strings.TrimSpace(options), "q="); ok {
			parsed, err := strconv.ParseFloat(value, 64)
			if err != nil {
				continue
			}
			q = parsed
		}
		if q > weight {
			best, weight = base, q
		}
	}
	return best
}
