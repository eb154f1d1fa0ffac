package office

import (
	"errors"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errSingle = fault.New(fault.Conflict, "office.single",
		"Program ini melayani satu kantor, dan datanya sudah ada. Ubah data yang ada itu.",
		"This program serves one office, and its record is already there. Change that one.")
	errKept = fault.New(fault.Conflict, "office.kept",
		"Data kantor tidak dapat dihapus karena surat dan jam kerja bergantung padanya. Ubah isinya.",
		"The office record cannot be deleted: letters and working hours depend on it. Change it instead.")
	errUnsound = fault.New(fault.Invalid, "office.unsound",
		"Data kantor belum tersimpan. Perbaiki isian yang ditandai.",
		"The office was not saved. Mend the marked fields.")
	errHolidayDay = fault.New(fault.Invalid, "office.holiday_day",
		"Tanggal {value} tidak ada. Tulis seperti 2026-03-19.",
		"There is no {value}. Write the date like 2026-03-19.")
	errHolidayUnsound = fault.New(fault.Invalid, "office.holiday_unsound",
		"Hari libur belum tersimpan. Perbaiki tanggalnya.",
		"The holiday was not saved. Mend its date.")
)

// titles are the office's own words, with the usual ones of a kind of office.
func titles(kind string) map[string]string {
	usual := WordsOf(kind)
	return map[string]string{
		"head_title": usual.Head, "secretary_title": usual.Secretary,
		"hamlet_title": usual.HamletHead, "hamlet_word": usual.Hamlet,
	}
}

func foundOnlyOnce(e *core.RecordEvent) error {
	if _, err := e.App.FindRecordById("office", ID); err == nil {
		return errSingle
	}
	e.Record.Id = ID
	complete(e.Record)
	return e.Next()
}

func completeOnUpdate(e *core.RecordEvent) error {
	complete(e.Record)
	return e.Next()
}

// complete fills the titles that were left empty. Titles that were the usual
// ones follow a change of kind; chosen ones stay.
func complete(office *core.Record) {
	former := titles(office.Original().GetString("kind"))
	for field, usual := range titles(office.GetString("kind")) {
		title := strings.Join(strings.Fields(office.GetString(field)), " ")
		if title == "" || title == former[field] && !office.IsNew() {
			title = usual
		}
		office.Set(field, title)
	}
	address := strings.TrimRight(strings.TrimSpace(office.GetString("public_url")), "/")
	office.Set("public_url", address)
	office.Set("tiles", strings.TrimSpace(office.GetString("tiles")))
	office.Set("accent", strings.ToLower(strings.TrimSpace(office.GetString("accent"))))
}

// refuseUnsound stops an office that the program could not work with, naming
// every field at once.
func refuseUnsound(e *core.RecordEvent) error {
	office := e.Record
	unsound := errUnsound
	var wrong *fault.Fault
	if _, err := loadZone(office.GetString("time_zone")); errors.As(err, &wrong) {
		unsound = unsound.At("time_zone", wrong)
	}
	if _, err := parseSchedules(office.GetString("hours")); errors.As(err, &wrong) {
		unsound = unsound.At("hours", wrong)
	}
	if accent := office.GetString("accent"); accent != "" {
		if wrong := checkAccent(accent); wrong != nil {
			unsound = unsound.At("accent", wrong)
		}
	}
	if address := office.GetString("public_url"); address != "" {
		if wrong := checkPublicURL(address); wrong != nil {
			unsound = unsound.At("public_url", wrong)
		}
	}
	for field, wrong := range checkMap(office.GetString("tiles"), office.GetString("tiles_credit"), office.GetInt("map_zoom")) {
		unsound = unsound.At(field, wrong)
	}
	if len(unsound.Fields) > 0 {
		return unsound
	}
	return e.Next()
}

func refuseDelete(*core.RecordEvent) error { return errKept }

// refuseImpossibleDay stops 30 February, which the field's pattern lets pass.
func refuseImpossibleDay(e *core.RecordEvent) error {
	day := e.Record.GetString("day")
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return errHolidayUnsound.At("day", errHolidayDay.With("value", day))
	}
	return e.Next()
}
