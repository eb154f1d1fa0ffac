package imports

import (
	"strconv"
	"strings"

	"mdesa/hooks/fault"
	"mdesa/hooks/residents"
	"mdesa/hooks/sheet"
)

var (
	errRounded = fault.New(fault.Invalid, "import.rounded",
		"{what} ini tersimpan sebagai bilangan, dan lembar kerja hanya menyimpan 15 angka: angka-angka terakhirnya hilang. Ubah format kolom menjadi Teks, lalu salin lagi dari kartu aslinya.",
		"This {what} is kept as a number, and spreadsheets keep 15 digits of one: its last digits are lost. Make the column Text, and copy it again from the card.")
	errNoKK = fault.New(fault.Invalid, "import.no_kk",
		"No. KK belum ada. Keluarga tanpa KK diberi nomor sementara: 0, kode desa 10 angka, lalu 5 angka urut, sama untuk seluruh anggotanya.",
		"There is no KK number. A family without a card gets a temporary one: 0, the village's code of 10 digits, then 5 digits, the same for all its members.")
)

// exact is the largest whole number below which a spreadsheet's numbers are all
// different.
const exact = 1 << 53

// digitsOf reads a number of 16 digits out of a cell. In a cell that holds a
// number, the sixteenth digit has become 0; only programs that are no
// spreadsheets write all of them.
func digitsOf(cell sheet.Cell, typed, what string) (string, *fault.Fault) {
	if cell.Kind != sheet.Number {
		return residents.TidyNumber(typed), nil
	}
	value, err := strconv.ParseFloat(typed, 64)
	if err != nil || value != float64(int64(value)) || value < 0 {
		return typed, nil // told by whoever checks the digits
	}
	digits := strconv.FormatInt(int64(value), 10)
	if len(digits) > 15 && (value >= exact || strings.HasSuffix(digits, "0")) {
		return "", errRounded.With("what", what)
	}
	return digits, nil
}

// nobody tells whether a number cell says that there is no number.
func nobody(digits string) bool { return strings.Trim(digits, "0-") == "" }

// readPersonNumber reads a NIK; "" asks for a temporary one.
func readPersonNumber(cell sheet.Cell, typed, today string) (string, *fault.Fault) {
	digits, wrong := digitsOf(cell, typed, "NIK")
	if wrong != nil || nobody(digits) {
		return "", wrong
	}
	if errors, _ := residents.CheckNIK(digits, "", "", today); len(errors) > 0 {
		return "", errors[0]
	}
	return digits, nil
}

func readFamilyNumber(cell sheet.Cell, typed, today string) (string, []*fault.Fault, *fault.Fault) {
	digits, wrong := digitsOf(cell, typed, "No. KK")
	if wrong != nil {
		return "", nil, wrong
	}
	if nobody(digits) {
		return "", nil, nil
	}
	errors, warnings := residents.CheckKK(digits, today)
	if len(errors) > 0 {
		return "", nil, errors[0]
	}
	return digits, warnings, nil
}
