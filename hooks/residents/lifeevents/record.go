package lifeevents

import (
	"cmp"
	"slices"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/office"
	"mdesa/hooks/residents"
	"mdesa/hooks/residents/ledger"
	"mdesa/hooks/web"
)

// recorders are the roles that record events.
var recorders = []string{"officer", "secretary", "village_head"}

// mayRecord is nil for who records events: hamlet heads report, auditors read.
func mayRecord(auth *core.Record) error {
	switch {
	case auth == nil:
		return errLogin
	case auth.IsSuperuser():
		return nil
	case auth.Collection().Name != "officers", !auth.GetBool("active"), !slices.Contains(recorders, auth.GetString("role")):
		return errOnlyRecorders
	}
	return nil
}

// whoRecords is the request hook: it says who records, and drops what a client
// wrote into fields that are not theirs.
func whoRecords(e *core.RecordRequestEvent) error {
	if err := mayRecord(e.Auth); err != nil {
		return err
	}
	sign(e.Record, e.Auth)
	if err := e.Next(); err != nil {
		return err
	}
	memory, err := memoryOf(e.Record)
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.Upkeep}, audit.Changed, memory.people()...)
	return nil
}

// sign writes the recorder's name and title, as they are called today.
func sign(record, auth *core.Record) {
	record.Set("recorded_by", auth.Id)
	record.Set("recorder_name", cmp.Or(auth.GetString("name"), "Admin"))
	record.Set("recorder_title", auth.GetString("title"))
	record.Set("month", "")
	record.Set("hamlet", "")
	record.Set("before", nil)
}

// record is the model hook: whoever adds an event, over the API or from Go, the
// register changes in the same transaction or not at all.
func record(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		today := office.Today(tx)
		e.Record.Set("reported_on", cmp.Or(e.Record.GetString("reported_on"), today))
		own, err := ownFamily(tx, e.Record.GetString("recorded_by")) // as it was before
		if err != nil {
			return err
		}
		ev := newEvent(e.Context, tx, e.Record, today)
		if err := ev.run(); err != nil {
			return err
		}
		if err := ev.heedFamily(own); err != nil {
			return err
		}
		return e.Next()
	})
}

// run checks the event and makes it happen.
func (ev *event) run() error {
	if ev.kind.happens == nil {
		return nil // the field's own validator names the kinds
	}
	var err error
	if ev.data, err = readData([]byte(ev.record.GetString("data"))); err != nil {
		return errFields.At("data", errData.Because(err))
	}
	if err := ev.checkDays(); err != nil {
		return err
	}
	if err := ev.checkPerson(); err != nil {
		return err
	}
	if err := ev.kind.happens(ev); err != nil {
		return err
	}
	if ev.record.GetString("kind") != "reversal" {
		if err := ev.settle(); err != nil {
			return err
		}
	}
	return ev.remember()
}

// remember keeps with the event what it changed, in which month it counts and
// whose hamlet's head shall see it.
func (ev *event) remember() error {
	memory, err := ev.memory()
	if err != nil {
		return err
	}
	ev.record.Set("before", memory)
	ev.record.Set("month", cmp.Or(ev.record.GetString("month"), ledger.MonthOf(ev.record.GetString("reported_on"))))
	ev.record.Set("hamlet", cmp.Or(ev.record.GetString("hamlet"), memory.hamlet(ev.record.GetString("resident"), ev.record.GetString("household"))))
	return nil
}

// checkDays wants real days, not after today, reported in an open month.
func (ev *event) checkDays() error {
	unsound := errFields
	for _, field := range []string{"event_date", "reported_on"} {
		day := ev.record.GetString(field)
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			unsound = unsound.At(field, errDay)
		} else if day > ev.today {
			unsound = unsound.At(field, errFuture)
		}
	}
	if len(unsound.Fields) > 0 {
		return unsound
	}
	if ev.record.GetString("reported_on") < ev.day() {
		return errFields.At("reported_on", errReportedBefore)
	}
	if err := ledger.Open(ev.tx, ledger.MonthOf(ev.record.GetString("reported_on"))); err != nil {
		return under("reported_on", err)
	}
	return nil
}

// checkPerson wants the event's resident in a state in which it can happen.
func (ev *event) checkPerson() error {
	if len(ev.kind.to) == 0 {
		return nil
	}
	if ev.record.GetString("resident") == "" {
		return errFields.At("resident", errNeedPerson)
	}
	_, err := ev.person("resident", ev.record.GetString("resident"), ev.kind.to)
	return err
}

// person is a resident to whom the event can happen.
func (ev *event) person(field, id string, states []string) (*core.Record, error) {
	resident, err := ev.resident(field, id)
	if err != nil {
		return nil, err
	}
	name, status, born := resident.GetString("name"), resident.GetString("life_status"), resident.GetString("birth_date")
	switch {
	case status == dead && !slices.Contains(states, dead):
		return nil, errFields.At(field, errAlreadyDead.With("name", name))
	case !slices.Contains(states, status):
		return nil, errFields.At(field, errState.With("name", name).WithText("status", residents.StateText(status, "id"), residents.StateText(status, "en")))
	case born != "" && ev.day() < born:
		return nil, errFields.At("event_date", errBeforeBirth.With("name", name).WithText("date", office.LongDay(born, "id"), office.LongDay(born, "en")))
	}
	return resident, nil
}

// memoryOf reads what a recorded event changed.
func memoryOf(record *core.Record) (Memory, error) {
	var memory Memory
	if raw := record.GetString("before"); raw == "" || raw == "null" {
		return memory, nil
	}
	return memory, record.UnmarshalJSONField("before", &memory)
}
