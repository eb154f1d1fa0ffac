package lifeevents

import (
	"maps"
	"slices"

	"github.com/pocketbase/pocketbase/core"
)

// effects are what an event changes, for people to read.
type effects struct {
	People   []effect `json:"people"`
	Families []effect `json:"families"`
}

// effect is one record with what is another since; New is one that came into
// the register, Gone one that left it.
type effect struct {
	ID      string            `json:"id"`
	Name    string            `json:"name"` // of a family: its address
	New     bool              `json:"new"`
	Gone    bool              `json:"gone"`
	Changes map[string]fromTo `json:"changes"`
	Number  string            `json:"number,omitempty"` // the last 4 digits of a family's KK
}

type fromTo struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// effectsOf names the records of a memory, hamlets and families by their names.
func effectsOf(app core.App, memory Memory) (effects, error) {
	told := effects{People: []effect{}, Families: []effect{}}
	for _, part := range []struct {
		collection string
		changes    map[string]Change
		into       *[]effect
	}{{"residents", memory.Residents, &told.People}, {"households", memory.Households, &told.Families}} {
		for _, id := range slices.Sorted(maps.Keys(part.changes)) {
			one := effectOf(app, part.collection, id, part.changes[id])
			if len(one.Changes) > 0 {
				*part.into = append(*part.into, one)
			}
		}
	}
	return told, nil
}

func effectOf(app core.App, collection, id string, change Change) effect {
	told := effect{ID: id, New: change.From == nil, Changes: map[string]fromTo{}}
	if record, err := app.FindRecordById(collection, id); err != nil {
		told.Gone = true
	} else {
		told.Name = nameOfRecord(record)
		if kk := record.GetString("kk"); len(kk) == 16 {
			told.Number = kk[12:]
		}
	}
	for _, column := range change.fields() {
		if from, to := change.From[column], change.To[column]; from != to {
			told.Changes[column] = fromTo{nameIn(app, column, from), nameIn(app, column, to)}
		}
	}
	return told
}

// nameIn writes what a relation leads to.
func nameIn(app core.App, column, value string) string {
	switch column {
	case "hamlet":
		if record, err := app.FindRecordById("hamlets", value); err == nil {
			return record.GetString("name")
		}
	case "household":
		if record, err := app.FindRecordById("households", value); err == nil {
			return record.GetString("address") + " · KK …" + record.GetString("kk")[12:]
		}
	}
	return value
}
