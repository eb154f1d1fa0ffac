package matrix_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
)

// updateEnv, set to 1, writes the golden files anew instead of comparing.
const updateEnv = "MDESA_UPDATE"

const matrixLegend = `Who may do what with each collection over the records API. The records asked for
are Wayan's of Banjar Kaja: his request, its history, the paper hung on it, his letter. What is
created is created in his name. list: all or none of the rows there are, or how many. Otherwise: yes,
or the status of the refusal. Every write is taken back afterwards.
MDESA_UPDATE=1 go test ./hooks/matrix -run Matrix writes this file anew.
`

func TestAccessMatrixOfTheCollections(t *testing.T) {
	a := archived(t)
	watched := a.undoWrites()
	var table strings.Builder
	table.WriteString(matrixLegend)
	for _, collection := range append(access.Collections(), systemCollections...) {
		fmt.Fprintf(&table, "\n%-20s%-6s%-6s%-8s%-8s%s\n", collection, "list", "view", "create", "update", "delete")
		for _, actor := range a.actors() {
			row := []any{"  " + actor.name, a.lists(collection, actor.record)}
			for _, verb := range a.verbs(collection) {
				*watched = undone{collection: collection}
				answer := a.Do(verb.method, verb.path, verb.body, actor.record)
				row = append(row, outcome(answer, watched.written))
			}
			fmt.Fprintf(&table, "%-20s%-6s%-6s%-8s%-8s%s\n", row...)
		}
	}
	golden(t, "testdata/matrix.golden", table.String())
}

// systemCollections are PocketBase's own that the records API reaches.
var systemCollections = []string{"_authOrigins", "_externalAuths", "_mfas", "_otps", core.CollectionNameSuperusers}

func TestEveryCollectionHasItsRulesInOnePlace(t *testing.T) {
	v := start(t)
	collections, err := v.FindAllCollections()
	if err != nil {
		t.Fatal(err)
	}
	known := append(access.Collections(), systemCollections...)
	for _, collection := range collections {
		if !slices.Contains(known, collection.Name) {
			t.Errorf("%s has no rules in hooks/access", collection.Name)
		}
	}
}

type actor struct {
	name   string
	record *core.Record
}

func (v village) actors() []actor {
	return []actor{
		{"guest", apptest.Guest}, {"resident", v.Resident}, {"neighbour", v.Neighbour},
		{"head of Kaja", v.HeadOfKaja}, {"head of Kelod", v.HeadOfKelod}, {"officer", v.Officer},
		{"secretary", v.Secretary}, {"village head", v.VillageHead}, {"auditor", v.Auditor}, {"admin", v.Admin},
	}
}

// undone is a write that went all the way and was taken back.
type undone struct {
	collection string // whose writes are taken back
	written    bool
}

// undoWrites takes back every write to one collection after the database, with
// its references and triggers, took it: so every actor meets the same village.
func (v village) undoWrites() *undone {
	watched := new(undone)
	handler := &hook.Handler[*core.RecordEvent]{Priority: -9999, Func: func(e *core.RecordEvent) error {
		if e.Record.Collection().Name != watched.collection {
			return e.Next()
		}
		outer := e.App
		defer func() { e.App = outer }()
		return outer.RunInTransaction(func(tx core.App) error {
			e.App = tx
			if err := e.Next(); err != nil {
				return err
			}
			watched.written = true
			return apptest.ErrOnPurpose
		})
	}}
	v.OnRecordCreateExecute().Bind(handler)
	v.OnRecordUpdateExecute().Bind(handler)
	v.OnRecordDeleteExecute().Bind(handler)
	return watched
}

// lists says how much of a collection an actor can list.
func (v village) lists(collection string, actor *core.Record) string {
	v.t.Helper()
	if err := audit.Flush(v); err != nil { // reading the trail makes it longer, a second later
		v.t.Fatal(err)
	}
	all, err := v.CountRecords(collection)
	if err != nil {
		v.t.Fatal(err)
	}
	answer := v.Do("GET", "/api/collections/"+collection+"/records?perPage=1", nil, actor)
	if answer.Status != 200 {
		return fmt.Sprint(answer.Status)
	}
	switch seen := int64(answer.JSON()["totalItems"].(float64)); seen {
	case 0:
		return "none"
	case all:
		return "all"
	default:
		return fmt.Sprint(seen)
	}
}

func outcome(answer *apptest.Response, written bool) string {
	if written || answer.Status < 300 {
		return "yes"
	}
	return fmt.Sprint(answer.Status)
}

// golden compares with a file that people read.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv(updateEnv) == "1" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, have := strings.Split(string(kept), "\n"), strings.Split(got, "\n")
	for i := range max(len(want), len(have)) {
		if at(want, i) != at(have, i) {
			t.Errorf("%s:%d\nwant %s\n got %s", path, i+1, at(want, i), at(have, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
