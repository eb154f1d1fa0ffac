package audit

import (
	"strconv"
	"testing"
	"time"
)

func TestALookIsFreshAgainAfterAnHour(t *testing.T) {
	var r recent
	at := time.Date(2026, 11, 24, 2, 12, 0, 0, time.UTC)
	look := sight{actor: "officerdesk0000", resident: "residentwayan00", what: Listed, purpose: ForRequest}
	for _, step := range []struct {
		after time.Duration
		want  bool
	}{{0, true}, {time.Minute, false}, {59 * time.Minute, false}, {time.Hour, true}, {61 * time.Minute, false}} {
		if got := r.fresh(look, at.Add(step.after)); got != step.want {
			t.Errorf("after %s fresh is %v", step.after, got)
		}
	}
}

func TestTheMemoryOfLooksIsBounded(t *testing.T) {
	var r recent
	at := time.Date(2026, 11, 24, 2, 12, 0, 0, time.UTC)
	for i := range 5 * recentKept {
		r.fresh(sight{resident: strconv.Itoa(i)}, at)
		if len(r.young) > recentKept || len(r.old) > recentKept {
			t.Fatal("more than two generations are kept")
		}
	}
	if r.fresh(sight{resident: strconv.Itoa(5*recentKept - 1)}, at) {
		t.Error("the latest look was forgotten")
	}
}
