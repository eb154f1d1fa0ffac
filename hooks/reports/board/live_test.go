package board

import (
	"testing"
	"time"
)

// The bell is rung with a clock of the test's own.
func TestAStormOfReportsIsOneMessage(t *testing.T) {
	var b bell
	var due []func()
	after := func(_ time.Duration, f func()) *time.Timer { due = append(due, f); return nil }
	told := 0
	for range 100 {
		b.ring(after, func() { told++ })
	}
	if len(due) != 1 || told != 0 {
		t.Fatalf("%d messages are under way, %d sent", len(due), told)
	}
	due[0]()
	b.ring(after, func() { told++ }) // what comes later is told later
	if told != 1 || len(due) != 2 {
		t.Errorf("%d sent, %d under way", told, len(due)-1)
	}
}
