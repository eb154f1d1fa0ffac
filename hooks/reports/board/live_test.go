package board

import (
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"
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

func TestBoardsDoNotStirForWhatTheyDoNotShow(t *testing.T) {
	reports := core.NewBaseCollection("reports")
	reports.Fields.Add(&core.TextField{Name: "identity"})
	for _, c := range []struct {
		before, now string
		stirs       bool
	}{{"", "handler_only", false}, {"handler_only", "handler_only", false}, {"", "hidden", true}, {"hidden", "handler_only", true}, {"handler_only", "shown", true}} {
		report := core.NewRecord(reports)
		if c.before != "" {
			report.Load(map[string]any{"id": "report000000000", "identity": c.before})
			if err := report.PostScan(); err != nil { // as read from the database
				t.Fatal(err)
			}
		}
		report.Set("identity", c.now)
		if got := onBoards(report); got != c.stirs {
			t.Errorf("from %q to %q it stirs: %v", c.before, c.now, got)
		}
	}
}
