package satisfaction

import (
	"fmt"
	"strconv"
)

// Period is a stretch of whole months, from and to included, "2026-07".
type Period struct{ Key, From, To string }

// firstYear is long before the program.
const firstYear = 2020

// ParsePeriod reads "2026", "2026-S1" (half a year), "2026-Q3", "2026-07".
func ParsePeriod(key string) (Period, bool) {
	if len(key) < 4 {
		return Period{}, false
	}
	year, err := strconv.Atoi(key[:4])
	if err != nil || year < firstYear || year > 2100 {
		return Period{}, false
	}
	for _, period := range PeriodsOf(year) {
		if period.Key == key {
			return period, true
		}
	}
	return Period{}, false
}

// PeriodsOf are all periods of a year, the longest first.
func PeriodsOf(year int) []Period {
	list := []Period{stretch(year, strconv.Itoa(year), 1, 12)}
	for half := range 2 {
		list = append(list, stretch(year, fmt.Sprintf("%d-S%d", year, half+1), half*6+1, half*6+6))
	}
	for quarter := range 4 {
		list = append(list, stretch(year, fmt.Sprintf("%d-Q%d", year, quarter+1), quarter*3+1, quarter*3+3))
	}
	for month := 1; month <= 12; month++ {
		list = append(list, stretch(year, fmt.Sprintf("%d-%02d", year, month), month, month))
	}
	return list
}

func stretch(year int, key string, from, to int) Period {
	return Period{key, fmt.Sprintf("%d-%02d", year, from), fmt.Sprintf("%d-%02d", year, to)}
}

// Holds tells whether a month lies in the period.
func (p Period) Holds(month string) bool { return p.From <= month && month <= p.To }

func nextMonth(month string) string { return shifted(month, 1) }

// shifted is the month so many months later.
func shifted(month string, by int) string {
	year, _ := strconv.Atoi(month[:4])
	number, _ := strconv.Atoi(month[5:])
	all := year*12 + number - 1 + by
	return fmt.Sprintf("%04d-%02d", all/12, all%12+1)
}
