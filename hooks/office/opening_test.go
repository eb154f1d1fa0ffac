package office

import (
	"encoding/json"
	"testing"
)

func TestOpeningAsAResidentReadsIt(t *testing.T) {
	clock := denpasar(t, march2026)
	for at, want := range map[string]string{
		"2026-03-12 09:15": `{"now":"2026-03-12T09:15:00+08:00","open":true,"until":"2026-03-12T12:00:00+08:00","next_open":null,"reason":"","today":[["07:30","12:00"],["13:00","16:30"]]}`,
		"2026-03-12 12:00": `{"now":"2026-03-12T12:00:00+08:00","open":false,"until":null,"next_open":"2026-03-12T13:00:00+08:00","reason":"","today":[["07:30","12:00"],["13:00","16:30"]]}`,
		"2026-03-19 09:00": `{"now":"2026-03-19T09:00:00+08:00","open":false,"until":null,"next_open":"2026-03-25T07:30:00+08:00","reason":"Nyepi","today":[]}`,
	} {
		got, err := json.Marshal(openingAt(clock, wita(t, at)))
		if err != nil || string(got) != want {
			t.Errorf("at %s\n got %s\nwant %s", at, got, want)
		}
	}
}

func TestOfficeOpensOnTheMinuteAndClosesOnTheMinute(t *testing.T) {
	clock := denpasar(t, nil)
	for at, want := range map[string]bool{
		"2026-03-12 07:29": false, "2026-03-12 07:30": true, "2026-03-12 11:59": true, "2026-03-12 12:00": false,
		"2026-03-12 13:00": true, "2026-03-12 16:30": false, "2026-03-13 14:29": true, "2026-03-13 14:30": false,
	} {
		if got := clock.Open(wita(t, at)); got != want {
			t.Errorf("open at %s: %v", at, got)
		}
	}
	open := wita(t, "2026-03-12 08:00")
	if !clock.NextOpen(open).Equal(open) {
		t.Error("the next opening of an open office is now")
	}
	if got := clock.Day(open.UTC().Add(15 * 3600e9)); got != "2026-03-12" {
		t.Errorf("23:00 in Denpasar is the day %s", got)
	}
}
