package web_test

import (
	"testing"

	"github.com/pocketbase/dbx"
)

func TestWhatIsAcknowledgedIsOnTheDisk(t *testing.T) {
	app := newApp(t)
	const full, normal = "2", "1"
	for name, file := range map[string]struct {
		db          dbx.Builder
		synchronous string
	}{
		"data for reading":      {app.ConcurrentDB(), full},
		"data for writing":      {app.NonconcurrentDB(), full},
		"auxiliary for reading": {app.AuxConcurrentDB(), normal},
		"auxiliary for writing": {app.AuxNonconcurrentDB(), normal},
	} {
		t.Run(name, func(t *testing.T) {
			for pragma, want := range map[string]string{
				"synchronous": file.synchronous, "journal_mode": "wal", "foreign_keys": "1",
				"recursive_triggers": "1", "busy_timeout": "10000", "cache_size": "-12000",
			} {
				var got string
				if err := file.db.NewQuery("PRAGMA " + pragma).Row(&got); err != nil {
					t.Fatal(err)
				}
				if got != want {
					t.Errorf("%s is %s, want %s", pragma, got, want)
				}
			}
		})
	}
}

func TestATransactionTakesTheWriteLockAtItsBeginning(t *testing.T) {
	app := newApp(t)
	first, err := app.ConcurrentDB().(*dbx.DB).Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = first.Rollback() }()
	// A second writer that doesn't wait is turned away, although the first has
	// not written anything yet.
	second, err := app.NonconcurrentDB().(*dbx.DB).DB().Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if _, err := second.ExecContext(t.Context(), "PRAGMA busy_timeout = 0"); err != nil {
		t.Fatal(err)
	}
	if tx, err := second.BeginTx(t.Context(), nil); err == nil {
		_ = tx.Rollback()
		t.Error("two transactions hold the write lock")
	}
}
