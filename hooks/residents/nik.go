package residents

import (
	"time"

	"mdesa/hooks/fault"
)

// Warnings about a NIK. None of them blocks: the number is for life, while a
// birth date is corrected and districts are divided, and old clerks made slips.
var (
	warnNIKTemporary = fault.New(fault.Invalid, "resident.nik_temporary",
		"NIK ini sementara, dibuat oleh kantor. Ganti dengan NIK dari Disdukcapil sebelum membuat surat untuk instansi lain.",
		"This NIK is temporary, given by the office. Replace it by the civil registry's before writing letters to other authorities.")
	warnNIKArea = fault.New(fault.Invalid, "resident.nik_area",
		"Kode wilayah {code} pada NIK tidak dikenal. Bandingkan dengan KTP atau KK.",
		"The area code {code} in the NIK is not known. Compare it with the identity or family card.")
	warnNIKDate = fault.New(fault.Invalid, "resident.nik_date",
		"NIK menunjuk tanggal lahir {nik}, register mencatat {register}. Bandingkan dengan akta kelahiran.",
		"The NIK says born on {nik}, the register says {register}. Compare both with the birth certificate.")
	warnNIKNoDate = fault.New(fault.Invalid, "resident.nik_no_date",
		"Angka {digits} pada NIK bukan tanggal lahir. Bandingkan dengan KTP atau KK.",
		"The digits {digits} in the NIK are no birth date. Compare it with the identity or family card.")
	warnNIKSex = fault.New(fault.Invalid, "resident.nik_sex",
		"Jenis kelamin menurut NIK berbeda dari register. Bandingkan dengan KTP atau KK.",
		"The sex by the NIK differs from the register's. Compare it with the identity or family card.")
)

// CheckNIK reads a person's number, 16 digits PPKKCC DDMMYY SSSS: district of
// first registration, birth date with 40 added to a woman's day, serial (PP
// 37/2007 art. 37). Errors mean that the number cannot be
// right; warnings that someone should look. The district is where the person was
// first registered, so it says nothing about where they live.
//
// nik is tidied first, see [TidyNumber]. birthDate and today are "YYYY-MM-DD",
// sex is "L" or "P"; what is empty is not compared.
func CheckNIK(nik, birthDate, sex, today string) (errors, warnings []*fault.Fault) {
	nik = TidyNumber(nik)
	if wrong := checkNumber("NIK", nik); wrong != nil {
		return []*fault.Fault{wrong}, nil
	}
	if temporary(nik) {
		return nil, []*fault.Fault{warnNIKTemporary}
	}
	if !knownArea(nik) {
		warnings = append(warnings, warnNIKArea.With("code", nik[:6]))
	}
	woman := nik[6] >= '4'
	if warning := compareDate(nik[6:12], woman, birthDate, today); warning != nil {
		warnings = append(warnings, warning)
	}
	if sex != "" && (sex == "P") != woman {
		warnings = append(warnings, warnNIKSex)
	}
	return nil, warnings
}

// compareDate compares the two digits of the year only: people of 100 years and
// more share theirs with children.
func compareDate(digits string, woman bool, birthDate, today string) *fault.Fault {
	now, err := time.Parse(time.DateOnly, today)
	if err != nil {
		now = time.Now()
	}
	plain := digits
	if woman {
		plain = string(digits[0]-4) + digits[1:]
	}
	byNIK, isDate := dateIn(plain, now)
	born, err := time.Parse(time.DateOnly, birthDate)
	known := err == nil
	switch {
	case known && born.Format("020106") == plain:
		return nil
	case !isDate:
		return warnNIKNoDate.With("digits", digits)
	case known:
		return warnNIKDate.With("nik", byNIK.Format("02-01-2006")).With("register", born.Format("02-01-2006"))
	}
	return nil
}

// TemporaryNIK tells whether the office gave the number itself, to a newborn or
// a person without papers.
func TemporaryNIK(nik string) bool { return temporary(TidyNumber(nik)) }
