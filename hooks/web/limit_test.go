package web

import (
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestAnAccountMayTryAFewTimesAndThenWaits(t *testing.T) {
	limiter := NewLimiter(3, time.Minute)
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	for try := range 3 {
		if !limiter.allowAt("7KQ4", now) {
			t.Fatalf("try %d was refused", try+1)
		}
	}
	if limiter.allowAt("7KQ4", now) {
		t.Error("the fourth try went through")
	}
	if !limiter.allowAt("M2XP", now) {
		t.Error("another code had to wait too")
	}
	if !limiter.allowAt("7KQ4", now.Add(20*time.Second)) {
		t.Error("a third of the minute did not bring back a third of the tries")
	}
}

func TestALimiterForgetsOnlyWhatIsLongAgo(t *testing.T) {
	limiter := NewLimiter(1, time.Hour)
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	limiter.allowAt("guessed", now)
	for other := range keysRemembered {
		limiter.allowAt(strconv.Itoa(other), now)
	}
	if limiter.allowAt("guessed", now) {
		t.Error("other keys washed the attempt away")
	}
	for other := range 3 * keysRemembered {
		limiter.allowAt(strconv.Itoa(other), now)
	}
	if kept := len(limiter.recent) + len(limiter.older); kept > 2*keysRemembered {
		t.Errorf("%d keys are kept", kept)
	}
}

func TestALongKeyCountsAndIsKeptShort(t *testing.T) {
	limiter := NewLimiter(1, time.Hour)
	long := strings.Repeat("7", 1<<20)
	if !limiter.Allow(long) || limiter.Allow(long) || !limiter.Allow(long+"8") {
		t.Error("a long key does not count as a short one does")
	}
	for key := range limiter.recent {
		if len(key) > longestKey {
			t.Errorf("a key of %d bytes is kept", len(key))
		}
	}
}
