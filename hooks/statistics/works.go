package statistics

import (
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// Reports and programs are counted as they stand, and nothing of them is hidden:
// each one counted here can be read by itself on /laporan or /program. Reports that
// are not shown to all are not counted either, or the difference would tell of them.

// ReportCount is how many public reports of a category, filed in a month, are in a
// state.
type ReportCount struct {
	Month    string `json:"month"`
	Category string `json:"category"`
	State    string `json:"state"`
	Count    int    `json:"count"`
}

// ProgramCount is how many published programs of a year and field are in a state.
type ProgramCount struct {
	Year  int    `json:"year" db:"year"`
	Field string `json:"field" db:"field"` // Permendagri 20/2018: "01"–"05"; "" not given
	State string `json:"state" db:"state"` // planned, running, done, stopped
	Count int    `json:"count" db:"n"`
}

// countReports gives the last months with this one, and the names of categories.
func countReports(app core.App, months []string) ([]ReportCount, []Column, error) {
	clock, err := office.ClockOf(app)
	if err != nil {
		return nil, nil, err
	}
	var rows []struct {
		At       string `db:"at"`
		Category string `db:"category"`
		Label    string `db:"label"`
		LabelEN  string `db:"label_en"`
		State    string `db:"state"`
		N        int    `db:"n"`
	}
	if err := app.ConcurrentDB().NewQuery(`SELECT substr(submitted_at, 1, 15) AS at, category, max(category_name) AS label,
		max(category_name_en) AS label_en, state, count(*) AS n FROM reports
		WHERE public = TRUE AND identity IN ('shown', 'hidden') GROUP BY 1, 2, 5 ORDER BY 2, 5, 1`).All(&rows); err != nil {
		return nil, nil, err
	}
	told := map[string]bool{}
	for _, month := range months {
		told[month] = true
	}
	at := map[ReportCount]int{}
	counts, categories := []ReportCount{}, []Column{}
	for _, r := range rows {
		day, err := time.Parse("2006-01-02 15:04", r.At+"0")
		if err != nil || !told[clock.Day(day)[:7]] {
			continue
		}
		if n := len(categories); n == 0 || categories[n-1].Key != r.Category {
			categories = append(categories, Column{Key: r.Category, Label: r.Label, LabelEN: r.LabelEN})
		}
		one := ReportCount{Month: clock.Day(day)[:7], Category: r.Category, State: r.State}
		if _, ok := at[one]; !ok {
			at[one] = len(counts)
			counts = append(counts, one)
		}
		counts[at[one]].Count += r.N
	}
	return counts, categories, nil
}

func countPrograms(app core.App) ([]ProgramCount, error) {
	counts := []ProgramCount{}
	err := app.ConcurrentDB().NewQuery(`SELECT year, field, state, count(*) AS n FROM programs WHERE published = TRUE
		GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2, 3`).All(&counts)
	return counts, err
}
