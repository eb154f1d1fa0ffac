package imports

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"mdesa/hooks/fault"
)

var (
	errDay = fault.New(fault.Invalid, "import.day",
		"\"{value}\" bukan tanggal. Tulis seperti 17-05-1990 atau 1990-05-17.",
		"\"{value}\" is no date. Write it like 17-05-1990 or 1990-05-17.")
	errNoSuchDay = fault.New(fault.Invalid, "import.no_such_day",
		"Tanggal \"{value}\" tidak ada di kalender. Periksa hari dan bulannya.",
		"There is no \"{value}\" in the calendar. Check day and month.")
	errShortYear = fault.New(fault.Invalid, "import.short_year",
		"Tahun pada \"{value}\" hanya dua angka. Tulis tahunnya lengkap.",
		"The year in \"{value}\" has two digits only. Write it in full.")
	errOnlyYear = fault.New(fault.Invalid, "import.only_year",
		"\"{value}\" hanya tahun. Tulis tanggal lengkap, atau kosongkan.",
		"\"{value}\" is only a year. Write the whole date, or leave it empty.")
)

// What spreadsheets count days from. Excel takes 1900 for a leap year, so that
// serials from 61 on are a day ahead of their first days.
var (
	epoch1900 = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	epoch1904 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
)

// lastSerial is 31-12-9999 counted from 1900.
const lastSerial = 2958465

var (
	serialDay = regexp.MustCompile(`^(\d{1,7})(?:[.,]\d+)?$`)
	yearFirst = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.Z+ ]*)?$`)
	dayFirst  = regexp.MustCompile(`^(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ](\d{4}|\d{2})(?: [\d:.]+)?$`)
	runOn     = regexp.MustCompile(`^(\d{2})(\d{2})(\d{4})$`)
)

// readDay understands the days of spreadsheets and of people: serials of either
// epoch, 1990-05-17, 17-05-1990, 17/05/1990, 17 Mei 1990. What cannot be a day
// is refused, with what may have been meant; it never becomes another day.
// Nothing, "-" and 0000-00-00 are no day.
func readDay(typed string, from1904 bool) (day, suggestion string, wrong *fault.Fault) {
	if typed == "" || strings.Trim(typed, "0-/. ") == "" {
		return "", "", nil
	}
	if serial := serialDay.FindStringSubmatch(typed); serial != nil {
		return readSerial(typed, serial[1], from1904)
	}
	year, month, date := "", "", ""
	if parts := yearFirst.FindStringSubmatch(typed); parts != nil {
		year, month, date = parts[1], parts[2], parts[3]
	} else if parts := dayFirst.FindStringSubmatch(typed); parts != nil {
		date, month, year = parts[1], parts[2], parts[3]
	} else {
		return "", "", errDay.With("value", typed)
	}
	if number, named := monthNames[strings.ToLower(month)[:min(3, len(month))]]; named {
		month = strconv.Itoa(number)
	}
	if len(year) == 2 {
		return "", onCalendar(shortYear(year), month, date), errShortYear.With("value", typed)
	}
	if day := onCalendar(year, month, date); day != "" {
		return day, "", nil
	}
	return "", onCalendar(year, date, month), errNoSuchDay.With("value", typed) // 05/17/1990
}

func readSerial(typed, digits string, from1904 bool) (day, suggestion string, wrong *fault.Fault) {
	serial, _ := strconv.Atoi(digits) // at most seven digits
	switch {
	case runOn.MatchString(typed) || len(digits) > 6 && serial > lastSerial:
		return "", "", errDay.With("value", typed)
	case serial >= 1850 && serial <= 2100:
		// As serials these are days of 1905; people write years.
		return "", "", errOnlyYear.With("value", typed)
	case from1904:
		return epoch1904.AddDate(0, 0, serial).Format(time.DateOnly), "", nil
	case serial == 60 || serial == 0:
		return "", "", errNoSuchDay.With("value", typed) // Excel's 29-02-1900
	case serial < 60:
		serial++
	}
	return epoch1900.AddDate(0, 0, serial).Format(time.DateOnly), "", nil
}

var monthNames = map[string]int{
	"jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7,
	"agu": 8, "ags": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12,
}

// onCalendar is "YYYY-MM-DD", or "" where the calendar has no such day.
func onCalendar(year, month, date string) string {
	y, _ := strconv.Atoi(year)
	m, err := strconv.Atoi(month)
	d, errOfDate := strconv.Atoi(date)
	if err != nil || errOfDate != nil || y < 1000 {
		return ""
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || int(t.Month()) != m {
		return ""
	}
	return t.Format(time.DateOnly)
}

// shortYear is the likelier century, for a suggestion.
func shortYear(year string) string {
	if year <= "30" {
		return "20" + year
	}
	return "19" + year
}
