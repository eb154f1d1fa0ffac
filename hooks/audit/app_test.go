package audit_test

import (
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	fault.Register(app)
	web.Register(app)
	access.Register(app)
	audit.Register(app)
	office.Register(app)
}

// watched is the village with its trail.
type watched struct {
	*apptest.App
	t testing.TB
}

func start(t testing.TB) watched {
	t.Helper()
	return watched{apptest.New(t, register), t}
}

// entries are those about a resident, oldest first; all for nobody.
func (w watched) entries(resident *core.Record) []*core.Record {
	w.t.Helper()
	if err := audit.Flush(w); err != nil {
		w.t.Fatal(err)
	}
	conditions := []dbx.Expression{}
	if resident != nil {
		conditions = append(conditions, dbx.HashExp{"resident": resident.Id})
	}
	entries := []*core.Record{}
	if err := w.RecordQuery("audit").Where(dbx.And(conditions...)).OrderBy("seq").All(&entries); err != nil {
		w.t.Fatal(err)
	}
	return entries
}

// only ends the test unless there is one entry, which has these values.
func (w watched) only(resident *core.Record, fields map[string]any) *core.Record {
	w.t.Helper()
	entries := w.entries(resident)
	if len(entries) != 1 {
		w.t.Fatalf("%d entries, want 1: %v", len(entries), entries)
	}
	for field, want := range fields {
		if got := entries[0].Get(field); got != want {
			w.t.Errorf("%s is %v, want %v", field, got, want)
		}
	}
	return entries[0]
}

func (w watched) run(statement string) {
	w.t.Helper()
	if _, err := w.NonconcurrentDB().NewQuery(statement).Execute(); err != nil {
		w.t.Fatal(statement, ": ", err)
	}
}

func (w watched) check() audit.Chain {
	w.t.Helper()
	if err := audit.Flush(w); err != nil {
		w.t.Fatal(err)
	}
	chain, err := audit.CheckChain(w)
	if err != nil {
		w.t.Fatal(err)
	}
	return chain
}

var atCounter = audit.Purpose{Kind: audit.AtCounter}
