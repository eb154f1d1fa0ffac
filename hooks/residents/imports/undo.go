package imports

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/residents/ledger"
)

var errLivesOn = fault.New(fault.Conflict, "import.lives_on",
	"Batch ini tidak dapat ditarik: {count} warga sudah punya data lain sejak diimpor ({names}). Perbaiki data mereka satu per satu.",
	"This batch cannot be taken back: {count} residents have other data since ({names}). Mend their data one by one.")

// namesTold is how many people a refusal to undo names.
const namesTold = 10

// undo takes a batch out of the register again: the people it brought go, and
// people who were there before get their old values back where nobody changed
// them since.
func undo(_ context.Context, app core.App, batch *core.Record, told progress) error {
	return app.RunInTransaction(func(tx core.App) error {
		if err := livesOn(tx, batch.Id); err != nil {
			return err
		}
		told(30)
		if err := uncount(tx, batch.Id); err != nil {
			return err
		}
		if err := restore(tx, batch.Id); err != nil {
			return err
		}
		told(60)
		for _, statement := range []string{
			"DELETE FROM residents WHERE [[import]] = {:batch}",
			"DELETE FROM households WHERE [[import]] = {:batch} AND NOT EXISTS (SELECT 1 FROM residents r WHERE r.household = households.id)",
		} {
			if _, err := tx.DB().NewQuery(statement).Bind(dbx.Params{"batch": batch.Id}).Execute(); err != nil {
				return err
			}
		}
		if err := followNames(tx, batch.Id); err != nil {
			return err
		}
		if _, err := tx.DB().Delete("import_changes", dbx.HashExp{"import": batch.Id}).Execute(); err != nil {
			return err
		}
		batch.Set("state", undone)
		batch.Set("error", nil)
		batch.Set("progress", 100)
		batch.Set("finished", types.NowDateTime())
		return tx.Save(batch)
	})
}

// livesOn refuses when people of the batch were changed since, or something
// else is about them.
func livesOn(tx core.App, batch string) error {
	since, err := whatSince(tx)
	if err != nil {
		return err
	}
	var count int
	var names, namesEN []string
	for _, condition := range since {
		var found []struct{ ID, Name string }
		err := tx.DB().NewQuery("SELECT r.id, r.name FROM residents r WHERE " + condition.sql + " ORDER BY r.name").
			Bind(dbx.Params{"batch": batch}).All(&found)
		if err != nil {
			return fmt.Errorf("undo, %s: %w", condition.what, err)
		}
		count += len(found)
		for _, person := range found[:min(len(found), max(0, namesTold-len(names)))] {
			id, en := inWords(condition.what)
			names, namesEN = append(names, person.Name+": "+id), append(namesEN, person.Name+": "+en)
		}
	}
	if count == 0 {
		return nil
	}
	if count > len(names) {
		names, namesEN = append(names, "…"), append(namesEN, "…")
	}
	return errLivesOn.With("count", count).WithText("names", strings.Join(names, "; "), strings.Join(namesEN, "; "))
}

// inWords names what was found; collections that come later by themselves.
func inWords(what string) (id, en string) {
	for _, known := range [][3]string{
		{"accounts", "akun", "a login"}, {"requests", "permohonan", "a request"}, {"documents", "dokumen", "a document"},
		{"life_events", "peristiwa penduduk", "a life event"}, {"officers", "petugas kantor", "an officer"},
		{"households", "masuk keluarga dari batch ini", "joined a family of this batch"}, {"residents", "datanya diubah", "changed data"},
	} {
		if known[0] == what {
			return known[1], known[2]
		}
	}
	return what, what
}

// since is a condition on residents r, and what it finds.
type since struct{ what, sql string }

// whatSince are all ways in which something can hang on a resident: every
// relation that the schema has to residents, life events, other people in the
// batch's families, and plain changes.
func whatSince(tx core.App) ([]since, error) {
	const ours = "r.[[import]] = {:batch} AND "
	all := []since{
		{"life_events", ours + "EXISTS (SELECT 1 FROM life_events x WHERE x.resident = r.id OR x.household != '' AND x.household = r.household AND x.created >= r.created)"},
		{"households", "r.[[import]] != {:batch} AND r.household IN (SELECT id FROM households WHERE [[import]] = {:batch})"},
		{"residents", ours + "r.updated != r.created"},
	}
	target, err := tx.FindCollectionByNameOrId("residents")
	if err != nil {
		return nil, err
	}
	collections, err := tx.FindAllCollections(core.CollectionTypeBase, core.CollectionTypeAuth)
	if err != nil {
		return nil, err
	}
	for _, collection := range collections {
		for _, field := range collection.Fields {
			relation, is := field.(*core.RelationField)
			if !is || relation.CollectionId != target.Id {
				continue
			}
			all = append(all, since{collection.Name, ours + pointsTo(collection.Name, relation)})
		}
	}
	return all, nil
}

func pointsTo(table string, relation *core.RelationField) string {
	if relation.IsMultiple() {
		return fmt.Sprintf("EXISTS (SELECT 1 FROM [[%s]] x, json_each(x.[[%s]]) of WHERE of.value = r.id)", table, relation.Name)
	}
	return fmt.Sprintf("r.id IN (SELECT x.[[%s]] FROM [[%s]] x)", relation.Name, table)
}

// uncount takes the batch out of the population's count: its living people, and
// the families in which nobody else lives.
func uncount(tx core.App, batch string) error {
	var entries []ledger.Entry
	for _, counted := range []string{
		`SELECT hamlet, sex, CASE citizenship WHEN 'WNA' THEN 'WNA' ELSE 'WNI' END AS citizenship, -count(*) AS persons, 0 AS households
			FROM residents WHERE [[import]] = {:batch} AND life_status = 'hidup' GROUP BY 1, 2, 3`,
		`SELECT h.hamlet, '' AS sex, '' AS citizenship, 0 AS persons, -count(*) AS households FROM households h
			WHERE h.id IN (SELECT household FROM residents WHERE [[import]] = {:batch} AND life_status = 'hidup')
			AND NOT EXISTS (SELECT 1 FROM residents r WHERE r.household = h.id AND r.life_status = 'hidup' AND r.[[import]] != {:batch})
			GROUP BY h.hamlet`,
	} {
		var found []ledger.Entry
		if err := tx.DB().NewQuery(counted).Bind(dbx.Params{"batch": batch}).All(&found); err != nil {
			return err
		}
		entries = append(entries, found...)
	}
	for i := range entries {
		entries[i].Cause, entries[i].Import = ledger.Imported, batch
	}
	return ledger.Write(tx, entries...)
}

// restore gives people back what the batch changed.
func restore(tx core.App, batch string) error {
	var rows []struct{ Resident, Changes string }
	err := tx.DB().Select("resident", "changes").From("import_changes").Where(dbx.HashExp{"import": batch}).All(&rows)
	if err != nil {
		return err
	}
	w := newWriter(tx, batch)
	defer w.close()
	for _, row := range rows {
		var changes map[string][2]any
		if err := json.Unmarshal([]byte(row.Changes), &changes); err != nil {
			return err
		}
		if err := restorePerson(w, row.Resident, changes); err != nil {
			return err
		}
	}
	return w.writeLedger()
}

func restorePerson(w *writer, resident string, changes map[string][2]any) error {
	query := w.tx.DB().NewQuery(selectPeople + " WHERE r.id = {:id}").Bind(dbx.Params{"id": resident})
	return eachPersonOnce(query, func(person *Registered) error {
		var back []Change
		for c, of := range columns {
			values, changed := changes[of.field]
			if !changed {
				continue
			}
			before, after := asValue(Column(c), values[0]), asValue(Column(c), values[1])
			if same(Column(c), person.Values[c], after) {
				back = append(back, Change{Column(c), person.Values[c], before})
			}
		}
		if len(back) == 0 {
			return nil
		}
		return w.set(person, back)
	})
}

// asValue is what [stored] made, as a row's value again.
func asValue(c Column, kept any) string {
	switch kept := kept.(type) {
	case bool:
		if kept {
			return yes
		}
		return ""
	case float64:
		if kept == 0 {
			return ""
		}
		value, _ := readDegrees(fmt.Sprint(kept), columns[c].most) // what was stored can be read
		return value
	case string:
		return kept
	}
	return ""
}
