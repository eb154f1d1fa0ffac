package letters

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

// NumberParts is what a letter's number is made of.
type NumberParts struct {
	Code    string // classification, "400.12.2.1"
	Serial  int    // within the series and year
	Office  string // short name, "DPK"
	Service string // key
	Day     string // of the letter, "YYYY-MM-DD": its month and year count, not today's
}

var (
	patternPart  = regexp.MustCompile(`\{([^{}]*)\}`)
	patternNames = []string{"code", "serial", "office", "service", "month", "month2", "year"}
)

var (
	errPatternSerial = fault.New(fault.Invalid, "letter.pattern_serial",
		"Pola nomor harus memuat {serial}, nomor urut surat; misalnya {example}.",
		"The number pattern needs {serial}, the letter's running number; for example {example}.")
	errPatternYear = fault.New(fault.Invalid, "letter.pattern_year",
		"Pola nomor harus memuat {year}, karena nomor urut mulai lagi dari 1 setiap tahun; misalnya {example}.",
		"The number pattern needs {year}, because the running number starts again at 1 every year; for example {example}.")
	errPatternName = fault.New(fault.Invalid, "letter.pattern_name",
		"“{name}” dalam pola nomor tidak dikenal. Yang dapat dipakai: {known}.",
		"“{name}” in the number pattern is not known. What can be used: {known}.")
	errPatternNear = fault.New(fault.Invalid, "letter.pattern_near",
		"“{name}” dalam pola nomor tidak dikenal. Mungkin maksud Anda “{nearest}”.",
		"“{name}” in the number pattern is not known. Perhaps you meant “{nearest}”.")
)

const patternExample = "{code}/{serial:3}/{office}/{month}/{year}"

// CheckPattern refuses a number pattern that would give two letters one number,
// or holds a name that nothing fills. {serial:3} pads to three digits; {month}
// is roman, {month2} is 01 to 12.
func CheckPattern(pattern string) error {
	used := map[string]bool{}
	for _, part := range patternPart.FindAllStringSubmatch(pattern, -1) {
		name, width, padded := strings.Cut(part[1], ":")
		known := slices.Contains(patternNames, name)
		if n, err := strconv.Atoi(width); padded && (name != "serial" || err != nil || n < 1 || n > 9) {
			known = false
		}
		if !known {
			return unknownPart(part[1])
		}
		used[name] = true
	}
	switch {
	case !used["serial"]:
		return errPatternSerial.With("example", patternExample)
	case !used["year"]:
		return errPatternYear.With("example", patternExample)
	}
	return nil
}

func unknownPart(name string) error {
	if nearest := definition.Nearest(name, patternNames); nearest != "" {
		return errPatternNear.With("name", name).With("nearest", nearest)
	}
	return errPatternName.With("name", name).With("known", strings.Join(patternNames, ", "))
}

// Number writes a letter's number. Parts of the pattern that it does not know
// stay as they are; [CheckPattern] keeps them out.
func Number(pattern string, p NumberParts) string {
	year, month := YearOf(p.Day), time.January
	if t, err := time.Parse(time.DateOnly, p.Day); err == nil {
		month = t.Month()
	}
	return patternPart.ReplaceAllStringFunc(pattern, func(part string) string {
		name, width, _ := strings.Cut(part[1:len(part)-1], ":")
		switch name {
		case "code":
			return p.Code
		case "serial":
			digits, _ := strconv.Atoi(width)
			return pad(p.Serial, digits)
		case "office":
			return p.Office
		case "service":
			return p.Service
		case "month":
			return office.RomanMonth(month)
		case "month2":
			return pad(int(month), 2)
		case "year":
			return strconv.Itoa(year)
		}
		return part
	})
}

func pad(n, digits int) string {
	text := strconv.Itoa(n)
	return strings.Repeat("0", max(0, min(digits, 9)-len(text))) + text
}

// YearOf is the year in which a letter dated day counts, 0 when it is no date.
// A letter dated last December takes last year's next number, even in January.
func YearOf(day string) int {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0
	}
	return t.Year()
}

// SeriesKey names the counter that a letter draws from. kind is what counts
// together: "office" all letters, "service" those of one type, "code" those of
// one classification. The year is kept beside it.
func SeriesKey(kind, office, service, code string) string {
	switch kind {
	case "service":
		return "service:" + office + ":" + service
	case "code":
		return "code:" + office + ":" + code
	}
	return "office:" + office
}
