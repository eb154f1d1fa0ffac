package audit_test

import (
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

func TestTheChainFindsWhatWasChangedBehindItsBack(t *testing.T) {
	for name, change := range map[string]string{
		"a changed purpose":   `UPDATE audit SET purpose = 'request' WHERE seq = 2`,
		"a changed time":      `UPDATE audit SET at = '2020-01-01 00:00:00.000Z' WHERE seq = 2`,
		"a row taken out":     `DELETE FROM audit WHERE seq = 2`,
		"the first taken out": `DELETE FROM audit WHERE seq = 1`,
		"a row slipped in": `INSERT INTO audit (id, seq, at, actor_kind, actor, actor_name, actor_title, what, purpose, request, note, resident, hamlets, count, prev_hash, hash)
			SELECT 'slippedinrow000', 4, at, actor_kind, actor, actor_name, actor_title, what, purpose, request, note, resident, hamlets, count, hash, 'ff' FROM audit WHERE seq = 3`,
	} {
		t.Run(name, func(t *testing.T) {
			w := start(t)
			for range 3 {
				audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
			}
			if chain := w.check(); chain.Break != nil || chain.Rows != 3 || chain.Last == "" {
				t.Fatalf("untouched, the chain is %+v", chain)
			}
			w.run(`DROP TRIGGER audit_no_UPDATE`)
			w.run(`DROP TRIGGER audit_no_DELETE`)
			w.run(change)
			if chain := w.check(); chain.Break == nil {
				t.Errorf("nothing was found: %+v", chain)
			}
		})
	}
}

func TestNobodyChangesOrDropsEntriesBySQL(t *testing.T) {
	w := start(t)
	audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
	w.entries(nil)
	for _, statement := range []string{
		`UPDATE audit SET note = 'x'`, `DELETE FROM audit`, `INSERT OR REPLACE INTO audit SELECT * FROM audit`,
		`INSERT INTO audit_cuts (id, upto, hash) VALUES ('forgedcut000000', 1, 'x')`,
		`INSERT INTO audit_cuts (id, upto, hash) SELECT 'forgedcut000000', seq, hash FROM audit`, // too young
	} {
		_, err := w.NonconcurrentDB().NewQuery(statement).Execute()
		if err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

func TestNobodyForgesChangesOrDeletesEntriesOverTheAPI(t *testing.T) {
	w := start(t)
	audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
	entry := w.only(nil, nil)
	records := "/api/collections/audit/records"
	forged := map[string]any{"seq": 2, "actor_kind": "officer", "what": "view", "purpose": "counter", "resident": w.Wayan.Id}
	for _, who := range []*core.Record{apptest.Guest, w.Resident, w.Officer, w.Auditor, w.Admin} {
		for _, try := range []struct {
			method, path string
			body         any
		}{
			{"POST", records, forged}, {"PATCH", records + "/" + entry.Id, map[string]any{"note": "x"}},
			{"DELETE", records + "/" + entry.Id, nil}, {"DELETE", "/api/collections/audit/truncate", nil},
			{"DELETE", "/api/collections/audit", nil}, {"POST", "/api/collections/audit_cuts/records", map[string]any{"upto": 1, "hash": "x"}},
		} {
			if answer := w.Do(try.method, try.path, try.body, who); answer.Status < 400 {
				t.Errorf("%s %s answers %d", try.method, try.path, answer.Status)
			}
		}
	}
	if err := w.Save(apptest.Record(t, w, "audit", forged)); err == nil {
		t.Error("the program itself can forge one")
	}
	if chain := w.check(); chain.Break != nil || len(w.entries(w.Wayan)) < 1 {
		t.Errorf("the chain is %+v", chain)
	}
}

func TestWhatIsOlderThanItIsKeptIsCutOffAndTheChainGoesOn(t *testing.T) {
	w := start(t)
	years := func(n int) time.Time { return time.Now().AddDate(-n, 0, 0) }
	for _, at := range []time.Time{years(7), years(6), years(4), years(0)} {
		audit.SeenAt(w, w.Officer, at, w.Wayan.Id)
	}
	w.entries(nil)
	if n, err := audit.Older(w, years(5)); err != nil || n != 2 {
		t.Fatalf("%d are older: %v", n, err)
	}
	if n, err := audit.Forget(w, years(5)); err != nil || n != 2 {
		t.Fatalf("%d went: %v", n, err)
	}
	if chain := w.check(); chain.Break != nil || chain.Rows != 2 || chain.Cut != 2 {
		t.Errorf("the chain is %+v", chain)
	}
	if _, err := audit.Forget(w, time.Now().Add(time.Hour)); err == nil {
		t.Error("entries of today were cut off")
	}
	if n, err := audit.Forget(w, years(3)); err != nil || n != 1 {
		t.Fatalf("%d went: %v", n, err)
	}
	audit.Seen(w, w.Officer, atCounter, audit.Viewed, w.Wayan.Id)
	if chain := w.check(); chain.Break != nil || chain.Rows != 2 {
		t.Errorf("the chain is %+v", chain)
	}
}
