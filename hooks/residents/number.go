package residents

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"mdesa/hooks/fault"
)

// Faults of a 16-digit number, NIK or KK; {what} says which.
var (
	errNumberLost = fault.New(fault.Invalid, "identity.lost_digits",
		"{what} ini rusak oleh lembar kerja (bentuk 5,17E+15): sebagian angkanya hilang. Salin lagi dari kartu aslinya.",
		"This {what} was damaged by a spreadsheet (a form like 5.17E+15): some digits are lost. Copy it again from the card.")
	errNumberDigits = fault.New(fault.Invalid, "identity.digits",
		"{what} hanya berisi angka. Hapus huruf atau tanda yang lain.",
		"A {what} holds digits only. Remove letters and other signs.")
	errNumberLength = fault.New(fault.Invalid, "identity.length",
		"{what} harus 16 angka; yang tertulis {count} angka. Periksa lagi kartunya.",
		"A {what} has 16 digits; this one has {count}. Check the card again.")
	errNumberPattern = fault.New(fault.Invalid, "identity.pattern",
		"Ini bukan {what} sungguhan. Salin angka dari kartunya.",
		"This is not a real {what}. Copy the digits from the card.")
	errNumberSerial = fault.New(fault.Invalid, "identity.serial",
		"Nomor urut di akhir {what} tidak mungkin nol. Angka terakhirnya mungkin hilang; periksa kartunya.",
		"The serial at the end of a {what} is never zero. Its last digits may be lost; check the card.")
)

var lostDigits = regexp.MustCompile(`^\d+[eE]\+?\d+$`)

// TidyNumber takes away what comes along when a number is pasted: spaces,
// invisible characters, the apostrophe with which spreadsheets mark text, dots
// and hyphens. Letters stay, so that [CheckNIK] can refuse them.
func TidyNumber(pasted string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r), unicode.IsControl(r), unicode.Is(unicode.Pd, r):
			return -1
		case strings.ContainsRune(".,_'\"`´‘’“”", r):
			return -1
		}
		return r
	}, pasted)
}

// temporary tells whether a number was given by the office to a person or family
// who has none yet: 0, the village code of 10 digits, a serial of 5. Real ones
// begin with a province and never with 0.
func temporary(number string) bool { return strings.HasPrefix(number, "0") }

// checkNumber is nil for 16 digits that can be a NIK or a KK number.
func checkNumber(what, number string) *fault.Fault {
	for _, r := range number {
		if r >= '0' && r <= '9' {
			continue
		}
		if lostDigits.MatchString(number) {
			return errNumberLost.With("what", what)
		}
		return errNumberDigits.With("what", what)
	}
	if len(number) != 16 {
		return errNumberLength.With("what", what).With("count", len(number))
	}
	if runs(number) {
		return errNumberPattern.With("what", what)
	}
	serial := number[12:]
	if temporary(number) {
		serial = number[11:]
	}
	if strings.Trim(serial, "0") == "" {
		return errNumberSerial.With("what", what)
	}
	return nil
}

// runs tells whether the digits only repeat, count up or count down, as in
// 1111111111111111 and 1234567890123456.
func runs(number string) bool {
	step := (number[1] - number[0] + 10) % 10
	if step != 0 && step != 1 && step != 9 {
		return false
	}
	for i := 1; i < len(number); i++ {
		if (number[i]-number[i-1]+10)%10 != step {
			return false
		}
	}
	return true
}

// provinces have a code at the beginning of NIK and KK. Codes of old stay in
// numbers for life: 54 was Timor Timur.
var provinces = strings.Fields("11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 54 " +
	"61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96")

// baliRegencies are the codes within Bali (51): eight regencies and Denpasar.
var baliRegencies = strings.Fields("01 02 03 04 05 06 07 08 71")

// knownArea tells whether the first six digits can be a district. It knows all
// provinces, Bali's regencies and Denpasar's four districts; of others it only
// asks that there is a regency and a district.
func knownArea(number string) bool {
	province, regency, district := number[:2], number[2:4], number[4:6]
	if !has(provinces, province) || regency == "00" || district == "00" {
		return false
	}
	if province == "51" && !has(baliRegencies, regency) {
		return false
	}
	return province+regency != "5171" || district <= "04"
}

func has(codes []string, code string) bool {
	for _, known := range codes {
		if known == code {
			return true
		}
	}
	return false
}

// dateIn reads DDMMYY. The century is not in the number: it is the latest date
// that is not after today.
func dateIn(digits string, today time.Time) (time.Time, bool) {
	day, _ := strconv.Atoi(digits[:2]) // checkNumber let only digits pass
	month, _ := strconv.Atoi(digits[2:4])
	year, _ := strconv.Atoi(digits[4:6])
	for century := today.Year() / 100 * 100; century >= today.Year()-200; century -= 100 {
		date := time.Date(century+year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		if date.Day() == day && int(date.Month()) == month && !date.After(today) {
			return date, today.Year()-date.Year() <= 110
		}
	}
	return time.Time{}, false
}
