package accounts

import (
	"testing"
	"time"
)

func TestASessionEndsWhenNobodyComesBackAndAtItsLatest(t *testing.T) {
	begun := time.Date(2026, 11, 20, 16, 30, 0, 0, time.UTC) // a Friday
	for _, c := range []struct {
		name       string
		collection string
		shared     bool
		seen, end  time.Duration // after begun
	}{
		{"a shared computer, just logged in", "officers", true, 0, 15 * time.Minute},
		{"a shared computer, in use", "accounts", true, time.Hour, 75 * time.Minute},
		{"a shared computer, in use all day", "accounts", true, 12*time.Hour - time.Minute, 12 * time.Hour},
		{"an officer's own, over a weekend", "officers", false, 0, 72 * time.Hour},
		{"an officer's own, used daily for a month", "officers", false, 30*24*time.Hour - time.Hour, 30 * 24 * time.Hour},
		{"a resident's phone", "accounts", false, 24 * time.Hour, 15 * 24 * time.Hour},
	} {
		if got := lifeOf(c.collection, c.shared).end(begun, begun.Add(c.seen)); got != begun.Add(c.end) {
			t.Errorf("%s: ends %s after the login, not %s", c.name, got.Sub(begun), c.end)
		}
	}
}
