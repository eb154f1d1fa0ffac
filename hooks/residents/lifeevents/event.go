package lifeevents

import (
	"context"
	"errors"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/residents"
	"mdesa/hooks/residents/ledger"
)

// event is one life event while it happens, inside its transaction.
type event struct {
	tx     core.App
	ctx    context.Context // marks the saves as the event's
	record *core.Record    // of life_events, not saved yet
	kind   kind
	data   Data
	today  string

	people, families         map[string]*core.Record // touched so far
	peopleFrom, familiesFrom map[string]map[string]string
	parts                    map[string]string // of the form, by the ids of those it brought: "data.people.0"
}

func newEvent(ctx context.Context, tx core.App, record *core.Record, today string) *event {
	if record.Id == "" { // the ledger's entries name it
		record.Id = core.GenerateDefaultRandomId()
	}
	return &event{
		tx: tx, record: record, today: today, kind: kinds[record.GetString("kind")],
		ctx: residents.Marked(ctx, residents.Marker{
			Cause: record.GetString("kind"), Month: ledger.MonthOf(record.GetString("reported_on")), Event: record.Id,
		}),
		people: map[string]*core.Record{}, families: map[string]*core.Record{},
		peopleFrom: map[string]map[string]string{}, familiesFrom: map[string]map[string]string{},
		parts: map[string]string{},
	}
}

func (ev *event) day() string { return ev.record.GetString("event_date") }

// resident reads somebody through the transaction and remembers how they stood.
func (ev *event) resident(field, id string) (*core.Record, error) {
	if known := ev.people[id]; known != nil {
		return known, nil
	}
	record, err := ev.tx.FindRecordById("residents", id)
	if err != nil {
		return nil, errFields.At(field, errNobody.Because(err))
	}
	ev.people[id], ev.peopleFrom[id] = record, columns(record, residentColumns)
	return record, nil
}

// household is [event.resident] for a family.
func (ev *event) household(field, id string) (*core.Record, error) {
	if known := ev.families[id]; known != nil {
		return known, nil
	}
	record, err := ev.tx.FindRecordById("households", id)
	if err != nil {
		return nil, errFields.At(field, errNoFamily.Because(err))
	}
	ev.families[id], ev.familiesFrom[id] = record, columns(record, householdColumns)
	return record, nil
}

// familyOf is the household somebody is on the card of; nil when they are on none.
func (ev *event) familyOf(resident *core.Record) (*core.Record, error) {
	if resident.GetString("household") == "" {
		return nil, nil
	}
	return ev.household("household", resident.GetString("household"))
}

func (ev *event) save(record *core.Record) error { return ev.tx.SaveWithContext(ev.ctx, record) }

// make adds a person or a family to the register.
func (ev *event) make(collection string, fields map[string]any) (*core.Record, error) {
	target, err := ev.tx.FindCollectionByNameOrId(collection)
	if err != nil {
		return nil, err
	}
	record := core.NewRecord(target)
	record.Load(fields)
	if err := ev.save(record); err != nil {
		return nil, err
	}
	known, from := ev.people, ev.peopleFrom
	if collection == "households" {
		known, from = ev.families, ev.familiesFrom
	}
	known[record.Id], from[record.Id] = record, nil
	return record, nil
}

// memory reads all that was touched once more, as it now stands, and keeps what
// has changed.
func (ev *event) memory() (Memory, error) {
	memory := Memory{Residents: map[string]Change{}, Households: map[string]Change{}}
	var err error
	read := func(collection, id string, names []string, from map[string]string, into map[string]Change) {
		record, missing := ev.tx.FindRecordById(collection, id)
		if missing != nil {
			err = errors.Join(err, missing)
			return
		}
		change := Change{From: from, To: columns(record, names)}
		if len(change.fields()) > 0 {
			into[id] = change
		}
	}
	for id := range ev.people {
		read("residents", id, residentColumns, ev.peopleFrom[id], memory.Residents)
	}
	for id := range ev.families {
		read("households", id, householdColumns, ev.familiesFrom[id], memory.Households)
	}
	return memory, err
}

func columns(record *core.Record, names []string) map[string]string {
	values := make(map[string]string, len(names))
	for _, name := range names {
		values[name] = record.GetString(name)
	}
	return values
}
