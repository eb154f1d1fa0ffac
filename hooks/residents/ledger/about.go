package ledger

import (
	"strings"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

// About fills {month} of a fault in words: "November 2026".
func About(f *fault.Fault, month string) *fault.Fault {
	in := func(lang string) string { return strings.TrimPrefix(office.LongDay(month+"-01", lang), "1 ") }
	return f.WithText("month", in("id"), in("en"))
}
