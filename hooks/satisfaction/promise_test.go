package satisfaction

import (
	"testing"
	"time"
)

func at(hour int) time.Time { return time.Date(2026, 11, 2, hour, 0, 0, 0, time.UTC) }

func everyMinute(from, to time.Time) int { return int(to.Sub(from).Minutes()) }

func TestTheClockOfAPromise(t *testing.T) {
	for name, c := range map[string]struct {
		steps   []Step
		due     int
		inTime  bool
		minutes int
	}{
		"a letter":                      {[]Step{{"submit", at(1)}, {"approve", at(2)}, {"sign", at(4)}}, 4, true, 180},
		"a letter that came late":       {[]Step{{"submit", at(1)}, {"comment", at(2)}, {"sign", at(5)}}, 4, false, 240},
		"it stands with the resident":   {[]Step{{"submit", at(1)}, {"return", at(2)}, {"resubmit", at(10)}, {"sign", at(11)}}, 12, true, 120},
		"an answer, confirmed later":    {[]Step{{"submit", at(1)}, {"resolve", at(3)}, {"confirm", at(20)}}, 4, true, 120},
		"an answer that was not so":     {[]Step{{"submit", at(1)}, {"resolve", at(3)}, {"reopen", at(10)}, {"resolve", at(12)}, {"close", at(23)}}, 11, false, 240},
		"reopened and answered in time": {[]Step{{"submit", at(1)}, {"resolve", at(3)}, {"reopen", at(10)}, {"resolve", at(12)}, {"confirm", at(13)}}, 14, true, 240},
		"escalations do not stop it":    {[]Step{{"submit", at(1)}, {"escalate", at(2)}, {"approve", at(3)}, {"sign", at(6)}}, 6, true, 300},
		"returned, and signed after it": {[]Step{{"submit", at(1)}, {"return", at(2)}, {"resubmit", at(5)}, {"sign", at(6)}}, 6, true, 120},
	} {
		got := Measure(c.steps, at(c.due), everyMinute)
		if got.InTime != c.inTime || got.Minutes != c.minutes {
			t.Errorf("%s: %+v, want %v after %d minutes", name, got, c.inTime, c.minutes)
		}
	}
}

func TestPercentilesAreOfTheNearestRank(t *testing.T) {
	if (Times{1, 2, 3, 4}).Percentile(50) != nil {
		t.Error("four requests have a median")
	}
	times := Times{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}
	if median, p90 := times.Percentile(50), times.Percentile(90); *median != 5 || *p90 != 9 {
		t.Errorf("median %d, 90th percentile %d", *median, *p90)
	}
	if all := times.Percentile(100); *all != 10 {
		t.Errorf("all within %d", *all)
	}
	if p90 := (Times{5, 1, 4, 2, 3}).Percentile(90); *p90 != 5 {
		t.Errorf("of five the 90th percentile is %d", *p90)
	}
}
