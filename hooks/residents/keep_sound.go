package residents

import (
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"golang.org/x/text/unicode/norm"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var (
	errUnsound = fault.New(fault.Invalid, "resident.unsound",
		"Data warga belum tersimpan. Perbaiki isian yang ditandai.",
		"The resident was not saved. Mend the marked fields.")
	errNIKTaken = fault.New(fault.Invalid, "resident.nik_taken",
		"NIK ini sudah dipakai warga lain di register. Cari NIK ini dulu: mungkin orangnya sudah tercatat.",
		"Another resident in the register has this NIK. Search for it first: the person may already be there.")
	errDayAhead = fault.New(fault.Invalid, "resident.day_ahead",
		"Tanggal ini belum terjadi. Periksa tahunnya.",
		"This day has not come yet. Check the year.")
	errOtherHamlet = fault.New(fault.Invalid, "resident.other_hamlet",
		"Keluarga ini tercatat di {hamlet}. Samakan wilayahnya, atau pilih kartu keluarga yang lain.",
		"This family is on record in {hamlet}. Choose the same hamlet, or another family card.")
)

// keepResidentSound tidies what was typed and stops what cannot be right, naming
// every field at once. What only looks odd is told by [Warnings] instead.
func keepResidentSound(e *core.RecordEvent) error {
	resident := e.Record
	nik := TidyNumber(resident.GetString("nik"))
	resident.Set("nik", nik)
	resident.Set("nik_temporary", TemporaryNIK(nik))
	resident.Set("name", tidyName(resident.GetString("name")))

	today := office.Today(e.App)
	unsound := errUnsound
	unknown, err := tidyValues(e.App, resident)
	if err != nil {
		return err
	}
	for field, wrong := range unknown {
		unsound = unsound.At(field, wrong)
	}
	if wrong, _ := CheckNIK(nik, "", "", today); len(wrong) > 0 {
		unsound = unsound.At("nik", wrong[0])
	} else if taken, err := isTaken(e, "nik"); err != nil {
		return err
	} else if taken {
		unsound = unsound.At("nik", errNIKTaken)
	}
	living := resident.GetString("life_status") == "hidup"
	if wrong := checkBirthDate(resident.GetString("birth_date"), today, living); wrong != nil {
		unsound = unsound.At("birth_date", wrong)
	}
	for field, wrong := range wrongFields(resident, today) {
		unsound = unsound.At(field, wrong)
	}
	other, err := otherHamlet(e.App, resident)
	if err != nil {
		return err
	}
	if other != "" {
		unsound = unsound.At("hamlet", errOtherHamlet.With("hamlet", other))
	}
	if len(unsound.Fields) > 0 {
		return unsound
	}
	return e.Next()
}

// wrongFields tidies the parents' numbers and looks at the days on papers. What
// the register already held is left alone.
func wrongFields(resident *core.Record, today string) map[string]*fault.Fault {
	wrong := map[string]*fault.Fault{}
	former := resident.Original()
	for _, field := range numbersOfParents {
		number := TidyNumber(resident.GetString(field))
		if number == "" || !resident.IsNew() && number == former.GetString(field) {
			continue
		}
		resident.Set(field, number)
		if errors, _ := CheckNIK(number, "", "", today); len(errors) > 0 {
			wrong[field] = errors[0]
		}
	}
	for _, field := range daysOnCards {
		day := resident.GetString(field)
		if day == "" || !resident.IsNew() && day == former.GetString(field) {
			continue
		}
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			wrong[field] = errBirthDate.With("value", day)
		} else if field != "passport_until" && day > today {
			wrong[field] = errDayAhead
		}
	}
	return wrong
}

// tidyName keeps one space between words and one way to write each letter.
func tidyName(name string) string {
	return norm.NFC.String(strings.Join(strings.Fields(name), " "))
}

// isTaken tells whether another record of the collection has the same number.
// The unique index has the last word; this is for a text that helps.
func isTaken(e *core.RecordEvent, field string) (bool, error) {
	number := e.Record.GetString(field)
	if !e.Record.IsNew() && number == e.Record.Original().GetString(field) {
		return false, nil
	}
	others, err := e.App.CountRecords(e.Record.Collection(), dbx.HashExp{field: number}, dbx.Not(dbx.HashExp{"id": e.Record.Id}))
	return others > 0, err
}

// otherHamlet gives the name of the hamlet of the person's family when it is not
// the one they are on record in; a person without hamlet takes the family's.
func otherHamlet(app core.App, resident *core.Record) (string, error) {
	household := resident.GetString("household")
	former := resident.Original()
	if household == "" || !resident.IsNew() && household == former.GetString("household") &&
		resident.GetString("hamlet") == former.GetString("hamlet") {
		return "", nil
	}
	family, err := app.FindRecordById("households", household)
	if err != nil {
		return "", nil // the relation's own check says so
	}
	hamlet := family.GetString("hamlet")
	switch resident.GetString("hamlet") {
	case hamlet:
		return "", nil
	case "":
		resident.Set("hamlet", hamlet)
		return "", nil
	}
	lives, err := app.FindRecordById("hamlets", hamlet)
	if err != nil {
		return "", err
	}
	return lives.GetString("name"), nil
}
