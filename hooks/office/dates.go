package office

import (
	"strconv"
	"strings"
	"time"
)

var (
	monthsID = [...]string{"Januari", "Februari", "Maret", "April", "Mei", "Juni",
		"Juli", "Agustus", "September", "Oktober", "November", "Desember"}
	weekdaysID = [...]string{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"}
	romans     = [...]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"}
)

// Long writes the date of t, in t's own zone, as letters do: "17 Mei 1990", or
// "17 May 1990" when lang is "en".
func Long(t time.Time, lang string) string {
	month := monthsID[t.Month()-1]
	if lang == "en" {
		month = t.Month().String()
	}
	return strconv.Itoa(t.Day()) + " " + month + " " + strconv.Itoa(t.Year())
}

// LongDay does the same for a plain day "YYYY-MM-DD". What is no date comes
// back as it was.
func LongDay(day, lang string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return Long(t, lang)
}

// Weekday is "Senin", or "Monday" when lang is "en".
func Weekday(t time.Time, lang string) string {
	if lang == "en" {
		return t.Weekday().String()
	}
	return weekdaysID[t.Weekday()]
}

// RomanMonth is the month as letter numbers carry it: "XII" for December.
func RomanMonth(month time.Month) string { return romans[month-1] }

// Rupiah writes whole rupiah as "Rp 1.234.567".
func Rupiah(amount int) string {
	digits := strconv.Itoa(amount)
	digits, negative := strings.CutPrefix(digits, "-")
	var b strings.Builder
	if negative {
		b.WriteString("-")
	}
	b.WriteString("Rp ")
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(digit)
	}
	return b.String()
}
