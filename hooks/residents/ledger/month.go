package ledger

import "time"

const monthForm = "2006-01"

// MonthOf is the month of a day: "2026-11" of "2026-11-23".
func MonthOf(day string) string {
	if len(day) < len(monthForm) {
		return ""
	}
	return day[:len(monthForm)]
}

// isMonth tells whether it is written as a month that there is.
func isMonth(month string) bool {
	t, err := time.Parse(monthForm, month)
	return err == nil && t.Year() >= 1900
}

// after is the next month.
func after(month string) string { return shift(month, 1) }

// shift goes some months on, or back.
func shift(month string, by int) string {
	t, err := time.Parse(monthForm, month)
	if err != nil {
		return ""
	}
	return t.AddDate(0, by, 0).Format(monthForm)
}

// monthsBetween are all months from first to last, the newest first.
func monthsBetween(first, last string) []string {
	var months []string
	for month := last; month >= first && month != ""; month = shift(month, -1) {
		months = append(months, month)
	}
	return months
}
