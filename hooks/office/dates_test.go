package office

import (
	"testing"
	"time"
)

func TestDatesAndMoneyAsLettersWriteThem(t *testing.T) {
	day := time.Date(1990, 5, 17, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct{ got, want string }{
		{Long(day, "id"), "17 Mei 1990"},
		{Long(day, "en"), "17 May 1990"},
		{Long(day, ""), "17 Mei 1990"},
		{LongDay("2026-08-01", "id"), "1 Agustus 2026"},
		{LongDay("2026-12-31", "en"), "31 December 2026"},
		{LongDay("", "id"), ""},
		{LongDay("sekitar 1950", "id"), "sekitar 1950"},
		{Weekday(day, "id"), "Kamis"},
		{Weekday(day, "en"), "Thursday"},
		{Weekday(day.AddDate(0, 0, 3), "id"), "Minggu"},
		{RomanMonth(time.January), "I"},
		{RomanMonth(time.September), "IX"},
		{RomanMonth(time.December), "XII"},
		{Rupiah(0), "Rp 0"},
		{Rupiah(999), "Rp 999"},
		{Rupiah(1000), "Rp 1.000"},
		{Rupiah(2500000), "Rp 2.500.000"},
		{Rupiah(1234567), "Rp 1.234.567"},
		{Rupiah(-15000), "-Rp 15.000"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
