package office

import "time"

// The Pawukon is Bali's wheel of 30 weeks: 210 days without year number and
// without leap rule, so its feasts can be computed. They are no national
// holidays; the governor's yearly circular makes some of them (optional) days
// off, which is why they are proposed to the admin and never close an office by
// themselves. Nyepi, Siwaratri and the full moons follow the Saka calendar with
// its corrections and are not computed.

const pawukonLength = 210 // days

// pawukonFeasts are the days that circulars usually give, by their place in the
// wheel that begins on Redite Sinta.
var pawukonFeasts = map[int]string{
	3:   "Hari Raya Pagerwesi",
	72:  "Penampahan Galungan",
	73:  "Hari Raya Galungan",
	74:  "Umanis Galungan",
	82:  "Penampahan Kuningan",
	83:  "Hari Raya Kuningan",
	84:  "Umanis Kuningan",
	209: "Hari Raya Saraswati",
}

// Feast is one day of the wheel that an office may close on.
type Feast struct {
	Day  string `json:"day"` // YYYY-MM-DD
	Name string `json:"name"`
}

// PawukonFeasts are the feasts of a Gregorian year, in order. A year holds one
// or two of each.
func PawukonFeasts(year int) []Feast {
	var feasts []Feast
	for day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == year; day = day.AddDate(0, 0, 1) {
		if name, is := pawukonFeasts[pawukonIndex(day)]; is {
			feasts = append(feasts, Feast{day.Format(time.DateOnly), name})
		}
	}
	return feasts
}

// pawukonIndex is the day's place in the wheel, 0 to 209. Sunday 14 July 2024
// was Redite Sinta, the first day.
func pawukonIndex(day time.Time) int {
	epoch := dayNumber(time.Date(2024, 7, 14, 0, 0, 0, 0, time.UTC))
	return ((dayNumber(day)-epoch)%pawukonLength + pawukonLength) % pawukonLength
}
