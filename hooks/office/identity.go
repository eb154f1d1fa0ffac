package office

import (
	"database/sql"
	"errors"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

// ID is the id of the one office record.
const ID = "mdesa0000office"

var errNotFounded = fault.New(fault.Unavailable, "office.not_founded",
	"Data kantor belum ada. Jalankan ulang program; data awal akan dibuat.",
	"There is no office record yet. Restart the program; it makes one.")

// Current is the office. The record is shared by everyone: read it, and load
// one of your own to change it. It works inside transactions.
func Current(app core.App) (*core.Record, error) {
	read, err := identityOf(app)
	if err != nil {
		return nil, err
	}
	return read.record, nil
}

// ClockOf is the office's working-time clock. It is kept in memory until the
// office or a holiday changes.
func ClockOf(app core.App) (*Clock, error) { return ClockFor(app, "") }

// ClockFor is the clock of one hamlet, which may have holidays of its own, such
// as the odalan of its temple. An empty or unknown id gives the office's.
func ClockFor(app core.App, hamletID string) (*Clock, error) {
	read, err := identityOf(app)
	if err != nil {
		return nil, err
	}
	if clock, own := read.clocks[hamletID]; own {
		return clock, nil
	}
	return read.clocks[""], nil
}

// Today is the date on the office's wall, "YYYY-MM-DD"; in UTC as long as there
// is no office.
func Today(app core.App) string {
	clock, err := ClockOf(app)
	if err != nil {
		return time.Now().UTC().Format(time.DateOnly)
	}
	return clock.Day(time.Now())
}

func readIdentity(app core.App) (*identity, error) {
	record, err := app.FindRecordById("office", ID)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, errNotFounded
	}
	if err != nil {
		return nil, err
	}
	speak(app, record)
	closed, err := readClosedDays(app)
	if err != nil {
		return nil, err
	}
	read := &identity{record: record, clocks: make(map[string]*Clock, len(closed))}
	for hamlet, days := range closed {
		read.clocks[hamlet], err = Parse(record.GetString("hours"), record.GetString("time_zone"), days)
		if err != nil {
			return nil, err
		}
	}
	return read, nil
}

// speak lets faults speak of this office; see [fault.Speech].
func speak(app core.App, office *core.Record) {
	kind := office.GetString("kind")
	words := Words{
		Head: office.GetString("head_title"), Secretary: office.GetString("secretary_title"),
		HamletHead: office.GetString("hamlet_title"), Hamlet: office.GetString("hamlet_word"),
	}
	app.Store().Set(fault.Speech, func(lang, text string) string { return words.Speak(kind, lang, text) })
}

// readClosedDays gives the closed days with their names, for the office under
// "" and for each hamlet with days of its own (those include the office's).
func readClosedDays(app core.App) (map[string]map[string]string, error) {
	holidays, err := app.FindAllRecords("holidays")
	if err != nil {
		return nil, err
	}
	closed := map[string]map[string]string{"": {}}
	for _, holiday := range holidays {
		if !holiday.GetBool("closed") {
			continue
		}
		hamlet := holiday.GetString("hamlet")
		if closed[hamlet] == nil {
			closed[hamlet] = map[string]string{}
		}
		addClosedDay(closed[hamlet], holiday.GetString("day"), holiday.GetString("name"))
	}
	for hamlet, days := range closed {
		if hamlet == "" {
			continue
		}
		for day, name := range closed[""] {
			addClosedDay(days, day, name)
		}
	}
	return closed, nil
}

func addClosedDay(days map[string]string, day, name string) {
	if other := days[day]; other != "" {
		name = other + ", " + name
	}
	days[day] = name
}
