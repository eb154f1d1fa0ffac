package beneficiaries

import (
	"fmt"
	"testing"
)

func TestPeriodsFollowOneAnother(t *testing.T) {
	for _, c := range []struct{ rhythm, day, period, first, next string }{
		{Monthly, "2026-12-31", "2026-12", "2026-12-01", "2027-01"},
		{Quarterly, "2026-11-23", "2026-Q4", "2026-10-01", "2027-Q1"},
		{Quarterly, "2026-03-31", "2026-Q1", "2026-01-01", "2026-Q2"},
		{Yearly, "2026-05-01", "2026", "2026-01-01", "2027"},
		{Once, "2026-05-01", "2026", "2026-01-01", ""},
	} {
		key := PeriodOf(c.rhythm, c.day)
		if got := fmt.Sprint(key, " ", FirstDay(key), " ", Next(c.rhythm, key), " ", IsPeriod(c.rhythm, key)); got != fmt.Sprint(c.period, " ", c.first, " ", c.next, " true") {
			t.Errorf("%s %s: %s", c.rhythm, c.day, got)
		}
	}
}

func TestWhatIsDue(t *testing.T) {
	for name, c := range map[string]struct {
		span Span
		paid []string
		want string
	}{
		"a month was left out":   {Span{Monthly, "2026-08-15", "2026-12-31"}, []string{"2026-08", "2026-10"}, "[2026-09 2026-11] 2026-12"},
		"paid ahead":             {Span{Monthly, "2026-11-01", ""}, []string{"2026-11", "2026-12"}, "[] 2027-01"},
		"the time is over":       {Span{Monthly, "2026-01-01", "2026-02-28"}, []string{"2026-01"}, "[2026-02] "},
		"all was paid":           {Span{Quarterly, "2026-01-01", "2026-06-30"}, []string{"2026-Q1", "2026-Q2"}, "[] "},
		"it is yet to begin":     {Span{Quarterly, "2027-02-01", ""}, nil, "[] 2027-Q1"},
		"once":                   {Span{Once, "2026-05-01", ""}, nil, "[2026] "},
		"once, and paid":         {Span{Once, "2026-05-01", ""}, []string{"2026"}, "[] "},
		"every year":             {Span{Yearly, "2025-05-01", ""}, []string{"2025"}, "[2026] 2027"},
		"a year's worth at most": {Span{Monthly, "2020-01-01", "2025-12-31"}, nil, "[2025-01 2025-02 2025-03 2025-04 2025-05 2025-06 2025-07 2025-08 2025-09 2025-10 2025-11 2025-12] "},
	} {
		open, next := c.span.Due("2026-11-23", c.paid)
		if got := fmt.Sprint(open, " ", next); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestNamesAreComparedAsPeopleDo(t *testing.T) {
	for pair, same := range map[[2]string]bool{
		{"I Wayan Sukarta", "WAYAN SUKARTA"}:           true,
		{"Ni Ketut Rasmini, S.E.", "NI KETUT RASMINI"}: true,
		{"Sukarta I Wayan", "I Wayan Sukarta"}:         true,
		{"I Wayan Sukarta", "I Wayan Sukerta"}:         false,
		{"I Wayan", "I Wayan Sukarta"}:                 false,
		{"", ""}:                                       false,
	} {
		if sameName(pair[0], pair[1]) != same {
			t.Errorf("%v", pair)
		}
	}
}

func TestAmountsAsListsWriteThem(t *testing.T) {
	for text, want := range map[string]int{"300000": 300_000, "Rp 300.000": 300_000, "Rp. 300.000,00": 300_000, "300,000": 300_000, "300.000,-": 300_000, "": 0, "-": 0,
		"tiga ratus": -1, "300.00": -1, "-5": -1, "3.0000": -1, "9999999999999999999": -1} {
		if got := amountOf(text); got != want {
			t.Errorf("%q is %d, want %d", text, got, want)
		}
	}
}
