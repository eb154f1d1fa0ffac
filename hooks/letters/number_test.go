package letters

import (
	"errors"
	"strings"
	"testing"

	"mdesa/hooks/fault"
)

func TestNumber_follows_the_pattern_and_the_letters_own_date(t *testing.T) {
	parts := NumberParts{Code: "400.12.2.1", Serial: 12, Office: "TSK", Service: "domicile", Day: "2026-11-23"}
	for pattern, want := range map[string]string{
		"{code}/{serial:3}/{office}/{month}/{year}": "400.12.2.1/012/TSK/XI/2026",
		"{serial}/{service}/{month2}.{year}":        "12/domicile/11.2026",
		"{serial:1}-{year}":                         "12-2026",
	} {
		if err := CheckPattern(pattern); err != nil {
			t.Errorf("%s: %v", pattern, err)
		}
		if got := Number(pattern, parts); got != want {
			t.Errorf("%s: %s", pattern, got)
		}
	}
	if YearOf("2025-12-31") != 2025 || YearOf("besok") != 0 {
		t.Error("a letter counts in the year of its date")
	}
}

func TestPattern_that_would_repeat_numbers_is_refused(t *testing.T) {
	for pattern, says := range map[string]string{
		"{code}/{office}/{year}":      "{serial}",
		"{code}/{serial}":             "{year}",
		"{serial}/{year}/{ofice}":     "“office”",
		"{serial}/{year}/{xyzxyzxyz}": "code, serial",
		"{serial:x}/{year}":           "serial:x",
		"{serial:0}/{year}":           "serial:0",
		"{serial}/{year:2}":           "year:2",
		"":                            "{serial}",
	} {
		err := CheckPattern(pattern)
		var f *fault.Fault
		if !errors.As(err, &f) || !strings.Contains(f.In("id"), says) || !strings.Contains(f.In("en"), says) {
			t.Errorf("%s: %v", pattern, err)
		}
	}
}

func TestSeries_counts_together_what_the_service_says(t *testing.T) {
	seen := map[string]bool{}
	for _, kind := range []string{"office", "service", "code"} {
		key := SeriesKey(kind, "TSK", "domicile", "400.12.2.1")
		if seen[key] {
			t.Errorf("%s shares the counter %s", kind, key)
		}
		seen[key] = true
	}
	if SeriesKey("office", "TSK", "a", "1") != SeriesKey("office", "TSK", "b", "2") {
		t.Error("one series for the whole office")
	}
}
