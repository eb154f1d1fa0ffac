package beneficiaries

import (
	"fmt"
	"regexp"
	"slices"
	"time"
)

// How often aid comes.
const (
	Once      = "once"
	Monthly   = "monthly"
	Quarterly = "quarterly"
	Yearly    = "yearly"
)

// Rhythms are all of them.
var Rhythms = []string{Once, Monthly, Quarterly, Yearly}

var keys = map[string]*regexp.Regexp{
	Once:      regexp.MustCompile(`^\d{4}$`),
	Yearly:    regexp.MustCompile(`^\d{4}$`),
	Monthly:   regexp.MustCompile(`^\d{4}-(0[1-9]|1[0-2])$`),
	Quarterly: regexp.MustCompile(`^\d{4}-Q[1-4]$`),
}

// IsPeriod tells whether a text names a period of a rhythm: "2026-11" of a month,
// "2026-Q4" of a quarter, "2026" of a year or of what comes once.
func IsPeriod(rhythm, key string) bool { return keys[rhythm] != nil && keys[rhythm].MatchString(key) }

// PeriodOf is the period that a day "2026-11-23" lies in.
func PeriodOf(rhythm, day string) string {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	switch rhythm {
	case Monthly:
		return at.Format("2006-01")
	case Quarterly:
		return fmt.Sprintf("%d-Q%d", at.Year(), (int(at.Month())+2)/3)
	}
	return at.Format("2006")
}

// FirstDay is the day on which a period begins.
func FirstDay(key string) string {
	switch {
	case keys[Monthly].MatchString(key):
		return key + "-01"
	case keys[Quarterly].MatchString(key):
		return fmt.Sprintf("%s-%02d-01", key[:4], 3*int(key[6]-'1')+1)
	}
	return key + "-01-01"
}

// Next is the period after one; what comes once has none.
func Next(rhythm, key string) string {
	at, err := time.Parse(time.DateOnly, FirstDay(key))
	if err != nil || rhythm == Once {
		return ""
	}
	months := map[string]int{Monthly: 1, Quarterly: 3, Yearly: 12}[rhythm]
	return PeriodOf(rhythm, at.AddDate(0, months, 0).Format(time.DateOnly))
}

// Span is the time for which aid was promised.
type Span struct {
	Rhythm   string
	From, To string // days; To empty: until further notice
}

// covers tells whether a period belongs to it.
func (s Span) covers(key string) bool {
	if s.Rhythm == Once {
		return key == PeriodOf(Once, s.From)
	}
	return key >= PeriodOf(s.Rhythm, s.From) && (s.To == "" || FirstDay(key) <= s.To)
}

// longest is how many periods back are told.
const longest = 12

// Due are the periods up to today that nothing was paid for, oldest first, and
// the one that comes after; "" where none does.
func (s Span) Due(today string, paid []string) (open []string, next string) {
	open = []string{}
	now := PeriodOf(s.Rhythm, today)
	if s.Rhythm == Once {
		now = PeriodOf(Once, s.From)
		if !slices.Contains(paid, now) {
			return []string{now}, ""
		}
		return open, ""
	}
	for key := PeriodOf(s.Rhythm, s.From); key != "" && s.covers(key); key = Next(s.Rhythm, key) {
		if slices.Contains(paid, key) {
			continue
		}
		if key > now {
			next = key
			break
		}
		open = append(open, key)
	}
	return open[max(0, len(open)-longest):], next
}

// isDay tells whether a text is a day "2026-11-23".
func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}
