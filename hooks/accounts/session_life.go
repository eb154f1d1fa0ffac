package accounts

import "time"

// life is how long a login holds by itself.
type life struct {
	idle  time.Duration // without a request
	whole time.Duration // from the login on
}

// lifeOf says how long a session of a collection lasts.
//
// A computer that others use is left after a quarter of an hour, and every day.
// An officer's own phone or desk keeps the login over a weekend, from Friday's
// closing to Monday's opening, and asks for the password once a month: a hamlet
// head works from a phone in the field and would otherwise type it every
// morning. A resident comes rarely; the fortnight is that of the token.
func lifeOf(collection string, shared bool) life {
	switch {
	case shared:
		return life{15 * time.Minute, 12 * time.Hour}
	case collection == "officers":
		return life{72 * time.Hour, 30 * 24 * time.Hour}
	}
	return life{14 * 24 * time.Hour, 365 * 24 * time.Hour}
}

// end is when a session that began at begun and was last used at seen is over.
func (l life) end(begun, seen time.Time) time.Time {
	idle, whole := seen.Add(l.idle), begun.Add(l.whole)
	if whole.Before(idle) {
		return whole
	}
	return idle
}
