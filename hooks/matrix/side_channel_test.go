package matrix_test

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
)

// channel is a way from one collection over a relation to the fields of another.
type channel struct {
	from, path string
	to         *core.Collection
}

// channels are all of them: relations that a collection has, and those that
// others have to it.
func (a archive) channels() []channel {
	a.t.Helper()
	var found []channel
	for _, from := range access.Collections() {
		own := a.collection(from)
		for _, other := range access.Collections() {
			for _, field := range a.collection(other).Fields {
				relation, is := field.(*core.RelationField)
				switch {
				case !is || relation.Hidden:
				case other == from:
					if to, err := a.FindCollectionByNameOrId(relation.CollectionId); err == nil {
						found = append(found, channel{from, relation.Name, to})
					}
				case relation.CollectionId == own.Id:
					found = append(found, channel{from, other + "_via_" + relation.Name, a.collection(other)})
				}
			}
		}
	}
	return found
}

func (v village) collection(name string) *core.Collection {
	v.t.Helper()
	collection, err := v.FindCachedCollectionByNameOrId(name)
	if err != nil {
		v.t.Fatal(name, err)
	}
	return collection
}

// question asks whether any text that only this record has stands at the end of a
// channel; invented asks the same of texts that stand nowhere.
func (a archive) question(c channel, record *core.Record) (real, invented string) {
	a.t.Helper()
	var asked, made []string
	for _, field := range c.to.Fields {
		value := record.GetString(field.GetName())
		if field.GetHidden() || len(value) < 3 || strings.ContainsAny(value, `"\{[`) {
			continue
		}
		if same, err := a.CountRecords(c.to, dbx.HashExp{field.GetName(): value}); err != nil || same > 1 {
			continue // the neighbour's own may have it too
		}
		switch field.Type() {
		case core.FieldTypeText, core.FieldTypeEmail, core.FieldTypeSelect, core.FieldTypeDate, core.FieldTypeRelation:
			name := c.path + "." + field.GetName()
			asked = append(asked, fmt.Sprintf(`%s ?= "%s"`, name, value))
			made = append(made, fmt.Sprintf(`%s ?= "%s"`, name, strings.Repeat("q", len(value))))
		}
	}
	return strings.Join(asked, " || "), strings.Join(made, " || ")
}

// A list that one may see can be filtered and sorted by what one may not see: the
// answer would then tell of it without showing it. All questions are asked at
// once: after a few searches that find nothing, PocketBase lets people wait.
func TestNoFilterAndNoOrderTellsOfOtherPeople(t *testing.T) {
	a := archived(t)
	// What everybody may read; of budgets, the archive holds a published one.
	open := map[string]bool{"budgets": true, "budget_lines": true, "office": true, "hamlets": true, "holidays": true, "services": true, "units": true, "reference_values": true, "definitions": true}
	var asked sync.WaitGroup
	defer asked.Wait()
	for _, c := range a.channels() {
		if open[c.to.Name] || a.existing[c.to.Name] == "" {
			continue
		}
		list := "/api/collections/" + c.from + "/records?perPage=200&fields=id&"
		real, invented := a.question(c, a.Found(c.to.Name, a.existing[c.to.Name]))
		for _, who := range []actor{{"guest", apptest.Guest}, {"neighbour", a.Neighbour}} {
			ask := func(query string) string {
				answer := a.Do("GET", list+query, nil, who.record)
				var listed struct{ Items []any }
				_ = json.Unmarshal(answer.Body, &listed)
				return fmt.Sprint(answer.Status, listed.Items)
			}
			asked.Go(func() {
				if real != "" && ask("filter="+url.QueryEscape(real)) != ask("filter="+url.QueryEscape(invented)) {
					t.Errorf("%s learns from %s by a filter on %s", who.name, c.from, c.path)
				}
			})
			if !open[c.from] || a.lists(c.to.Name, who.record) != "none" {
				continue // their own rows, in whatever order
			}
			for _, field := range c.to.Fields.FieldNames() {
				asked.Go(func() {
					if ask("sort="+c.path+"."+field) != ask("sort=-"+c.path+"."+field) {
						t.Errorf("%s learns from %s by the order of %s.%s", who.name, c.from, c.path, field)
					}
				})
			}
		}
	}
}
