package residents

import (
	"time"

	"mdesa/hooks/fault"
)

// oldest is the age, in years, above which a birth date is a slip of the pen.
const oldest = 120

var (
	errBirthDate = fault.New(fault.Invalid, "resident.birth_date",
		"{value} bukan tanggal. Tulis seperti 1990-05-17.",
		"{value} is no date. Write it like 1990-05-17.")
	errBirthFuture = fault.New(fault.Invalid, "resident.birth_future",
		"Tanggal lahir tidak boleh sesudah hari ini.",
		"A birth date cannot lie after today.")
	errBirthOld = fault.New(fault.Invalid, "resident.birth_old",
		"Menurut tanggal lahir ini usianya lebih dari 120 tahun. Periksa tahunnya, atau ubah status hidupnya.",
		"By this birth date the person is older than 120. Check the year, or change the state of life.")
)

// checkBirthDate wants a real day, not after today, of a person who can still
// live if the register says so. Days are "YYYY-MM-DD"; unknown ("") passes.
func checkBirthDate(day, today string, living bool) *fault.Fault {
	if day == "" {
		return nil
	}
	born, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return errBirthDate.With("value", day)
	}
	if day > today {
		return errBirthFuture
	}
	if living && born.AddDate(oldest+1, 0, 0).Format(time.DateOnly) <= today {
		return errBirthOld
	}
	return nil
}
