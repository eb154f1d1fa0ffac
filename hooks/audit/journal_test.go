package audit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
)

// killed is what a kill leaves of the journal: what was noted stands on the
// disk, and no batch has brought it into the table.
func killed(w watched) string {
	w.t.Helper()
	var lines strings.Builder
	for _, page := range []string{"audit-1.journal", "audit-2.journal"} {
		content, err := os.ReadFile(filepath.Join(w.DataDir(), page))
		if err != nil && !os.IsNotExist(err) {
			w.t.Fatal(err)
		}
		lines.Write(content)
	}
	return lines.String()
}

// startAgain is a program in another folder that finds this journal.
func startAgain(t *testing.T, journal string) watched {
	t.Helper()
	w := start(t)
	if err := os.WriteFile(filepath.Join(w.DataDir(), "audit-1.journal"), []byte(journal), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := audit.Replay(w); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestWhatWasSeenSurvivesAKill(t *testing.T) {
	w := start(t)
	release := audit.HoldBatches(w)
	audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
	audit.Seen(w, w.Officer, atCounter, audit.Listed, w.Made.Id, w.Nyoman.Id)
	left := killed(w)
	release()

	again := startAgain(t, left)
	again.only(again.Wayan, map[string]any{"what": "view", "actor_name": "Ni Luh Widiani"})
	again.only(again.Nyoman, map[string]any{"what": "list"})
	if chain := again.check(); chain.Break != nil || chain.Rows != 3 {
		t.Errorf("the chain is %+v", chain)
	}
	if left := killed(again); left != "" {
		t.Error("the journal is still there: ", left)
	}
}

func TestAJournalThatIsFoundTwiceIsWrittenOnce(t *testing.T) {
	w := start(t)
	release := audit.HoldBatches(w)
	audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
	left := killed(w)
	release()
	again := startAgain(t, left+left+`{"id":"cut sho`)
	if err := os.WriteFile(filepath.Join(again.DataDir(), "audit-2.journal"), []byte(left), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := audit.Replay(again); err != nil {
		t.Fatal(err)
	}
	again.only(nil, nil)
}

func TestTheJournalIsEmptyOnceAllIsInTheTable(t *testing.T) {
	w := start(t)
	for range 3 {
		audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
		w.entries(nil) // flushes
		if left := killed(w); left != "" {
			t.Fatal("left: ", left)
		}
	}
}

func TestABatchThatFailsIsTriedAgain(t *testing.T) {
	w := start(t)
	w.run(`CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
	for range 2 {
		audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
		if err := audit.Flush(w); err == nil {
			t.Fatal("the batch was written")
		}
	}
	if lines := strings.Count(killed(w), "\n"); lines != 2 {
		t.Fatalf("%d lines in the journal", lines)
	}
	w.run(`DROP TRIGGER full`)
	audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
	if got := len(w.entries(w.Wayan)); got != 3 {
		t.Errorf("%d entries", got)
	}
}

func TestTheEndOfTheProgramWritesTheRest(t *testing.T) {
	w := start(t)
	t.Cleanup(func() { // before the app is stopped, which start arranged earlier
		w.OnTerminate().BindFunc(func(e *core.TerminateEvent) error {
			if got := len(w.entries(w.Wayan)); got != 1 || killed(w) != "" {
				t.Errorf("%d entries, and a journal of %q", got, killed(w))
			}
			return e.Next()
		})
	})
	t.Cleanup(func() { audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id) })
}

func TestACommandBesideTheServerLeavesItsJournalAlone(t *testing.T) {
	w := start(t)
	journal := filepath.Join(w.DataDir(), "audit-1.journal")
	if err := os.WriteFile(journal, []byte("the server's\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	audit.Close(w) // of a command that noted nothing
	if _, err := os.Stat(journal); err != nil {
		t.Error(err)
	}
}
