package lifeevents

import (
	"errors"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/residents"
	"mdesa/hooks/residents/ledger"
)

var (
	errNoEvent = fault.New(fault.Invalid, "event.no_event",
		"Peristiwa yang dibatalkan tidak ditemukan, atau memang sebuah pembatalan.",
		"The event to take back was not found, or is itself a reversal.")
	errReversedAlready = fault.New(fault.Conflict, "event.reversed_already",
		"Peristiwa ini sudah dibatalkan.",
		"This event has been taken back already.")
	errMonthClosed = fault.New(fault.Invalid, "event.month_closed",
		"Laporan bulan {month} sudah ditutup, jadi peristiwa ini tidak dapat dibatalkan. Catat peristiwa kebalikannya di bulan yang terbuka, misalnya \"ditemukan\" untuk kematian yang salah catat.",
		"The report of {month} is closed, so this event cannot be taken back. Record the opposite event in the open month, such as \"found\" for a death recorded by mistake.")
	errChangedSince = fault.New(fault.Conflict, "event.changed_since",
		"Data {name} sudah berubah lagi sesudah peristiwa ini. Batalkan dulu yang lebih baru.",
		"{name}'s record has changed again since this event. Take back the newer one first.")
	errInUse = fault.New(fault.Conflict, "event.in_use",
		"Data {name} sudah dipakai (permohonan, akun, atau keluarga), jadi tidak dapat ditarik. Catat \"data tidak valid\".",
		"{name}'s record is in use (requests, a login, a family), so it cannot be withdrawn. Record \"invalid record\" instead.")
)

// reverse takes an event back: what it changed becomes what it was, and whom it
// brought into the register leaves again. It counts in the event's own month, as
// if that had never happened; therefore the month must still be open.
func reverse(ev *event) error {
	former, memory, err := ev.formerEvent()
	if err != nil {
		return err
	}
	if strings.TrimSpace(ev.record.GetString("note")) == "" {
		return errFields.At("note", errNeedNote)
	}
	for _, column := range []string{"resident", "household", "hamlet", "month"} {
		ev.record.Set(column, former.GetString(column))
	}
	ev.ctx = residents.Marked(ev.ctx, residents.Marker{
		Cause: former.GetString("kind"), Month: former.GetString("month"), Event: ev.record.Id,
	})
	if err := ev.unchangedSince(memory); err != nil {
		return err
	}
	return ev.undo(memory)
}

// formerEvent is the one to take back, if that can be.
func (ev *event) formerEvent() (*core.Record, Memory, error) {
	id := ev.record.GetString("reverses")
	former, err := ev.tx.FindRecordById("life_events", id)
	if err != nil || former.GetString("kind") == "reversal" {
		return nil, Memory{}, errFields.At("reverses", errNoEvent.Because(err))
	}
	if n, err := ev.tx.CountRecords("life_events", dbx.HashExp{"reverses": id}); err != nil || n > 0 {
		return nil, Memory{}, errors.Join(err, errReversedAlready)
	}
	if err := ledger.Open(ev.tx, former.GetString("month")); err != nil {
		return nil, Memory{}, errFields.At("reverses", ledger.About(errMonthClosed, former.GetString("month")).Because(err))
	}
	newer, err := ev.tx.CountRecords("life_events", dbx.HashExp{"resident": former.GetString("resident")},
		dbx.NewExp("kind != 'reversal' AND rowid > (SELECT rowid FROM life_events WHERE id = {:former})", dbx.Params{"former": id}),
		dbx.NewExp("NOT EXISTS (SELECT 1 FROM life_events later WHERE later.reverses = life_events.id)"))
	if err != nil {
		return nil, Memory{}, err
	}
	if newer > 0 && former.GetString("resident") != "" {
		return nil, Memory{}, errChangedSince.With("name", nameOf(ev.tx, former.GetString("resident")))
	}
	memory, err := memoryOf(former)
	return former, memory, err
}

// unchangedSince wants everything to stand as the event left it, and remembers
// that for the reversal's own memory.
func (ev *event) unchangedSince(memory Memory) error {
	for collection, changes := range map[string]map[string]Change{"residents": memory.Residents, "households": memory.Households} {
		for id, change := range changes {
			record, err := ev.tx.FindRecordById(collection, id)
			if err != nil {
				return errChangedSince.With("name", id).Because(err)
			}
			for _, column := range change.fields() {
				if record.GetString(column) != change.To[column] {
					return errChangedSince.With("name", nameOfRecord(record))
				}
			}
			switch {
			case change.From == nil: // it goes altogether
			case collection == "residents":
				ev.people[id], ev.peopleFrom[id] = record, columns(record, residentColumns)
			default:
				ev.families[id], ev.familiesFrom[id] = record, columns(record, householdColumns)
			}
		}
	}
	return nil
}

// undo goes in the order in which nobody is ever without a family: those that
// were left or moved come back first, those that the event made go last.
func (ev *event) undo(memory Memory) error {
	for id, change := range memory.Households {
		if change.From != nil {
			if err := ev.bringBack("households", id, change); err != nil {
				return err
			}
		}
	}
	for id, change := range memory.Residents {
		undo := ev.bringBack
		if change.From == nil {
			undo = ev.withdraw
		}
		if err := undo("residents", id, change); err != nil {
			return err
		}
	}
	for id, change := range memory.Households {
		if change.From == nil {
			if err := ev.withdraw("households", id, change); err != nil {
				return err
			}
		}
	}
	return nil
}

// bringBack reads again: a family that moved back has taken its members along.
func (ev *event) bringBack(collection, id string, change Change) error {
	record, err := ev.tx.FindRecordById(collection, id)
	if err != nil {
		return err
	}
	for _, column := range change.fields() {
		record.Set(column, change.From[column])
	}
	return ev.save(record)
}

// withdraw deletes what the event had made, unless something depends on it.
func (ev *event) withdraw(collection, id string, _ Change) error {
	record, err := ev.tx.FindRecordById(collection, id)
	if err != nil {
		return err
	}
	name := nameOfRecord(record)
	if err := ev.tx.DeleteWithContext(ev.ctx, record); err != nil {
		return errInUse.With("name", name).Because(err)
	}
	return nil
}

func nameOf(app core.App, resident string) string {
	record, err := app.FindRecordById("residents", resident)
	if err != nil {
		return resident
	}
	return nameOfRecord(record)
}

// nameOfRecord is a person's name or a family's address.
func nameOfRecord(record *core.Record) string {
	if record.Collection().Name == "households" {
		return record.GetString("address")
	}
	return record.GetString("name")
}
