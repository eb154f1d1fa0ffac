package board

import (
	"cmp"
	"slices"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// Count is how many reports of one category or hamlet have each colour.
type Count struct {
	Key     string         `json:"key"` // of the category; id of the hamlet, "" for none
	Name    string         `json:"name"`
	NameEN  string         `json:"name_en,omitempty"`
	Colours map[string]int `json:"colours"`
}

// Summary is how all reports stand, and what can be filtered by.
type Summary struct {
	Total      int            `json:"total"`
	Colours    map[string]int `json:"colours"`
	Categories []Count        `json:"categories"` // by name; of those that have reports
	Hamlets    []Count        `json:"hamlets"`
	Months     []string       `json:"months"` // "2026-11", the latest first; with reports
	Years      []int          `json:"years"`  // the same, of the files to download
}

// openSummary answers GET /api/open/reports/summary with a [Summary].
func openSummary(e *core.RequestEvent) error {
	known, err := knownOf(e.App)
	if err != nil {
		return err
	}
	return open.JSON(e, "summary", func(app core.App) (any, error) { return summaryOf(app, known.Location, time.Now()) })
}

// cell is how many reports of a category, in a hamlet, have a colour.
type cell struct {
	Category       string `db:"category"`
	CategoryName   string `db:"category_name"`
	CategoryNameEN string `db:"category_name_en"`
	Hamlet         string `db:"hamlet"`
	HamletName     string `db:"hamlet_name"`
	Colour         string `db:"colour"`
	N              int    `db:"n"`
}

// cellsOf counts the rows that a condition lets through.
func cellsOf(app core.App, now time.Time, condition string, params dbx.Params) ([]cell, error) {
	var cells []cell
	err := app.ConcurrentDB().Select("r.category", "max(r.category_name) AS category_name", "max(r.category_name_en) AS category_name_en",
		"r.hamlet", "COALESCE(max(h.name), '') AS hamlet_name", colour+" AS colour", "count(*) AS n").
		From("reports r").LeftJoin("hamlets h", dbx.NewExp("h.id = r.hamlet")).
		Where(dbx.NewExp(condition, params)).AndBind(dbx.Params{"now": stamp(now)}).
		GroupBy("r.category", "r.hamlet", "colour").All(&cells)
	return cells, err
}

func summaryOf(app core.App, zone *time.Location, now time.Time) (*Summary, error) {
	cells, err := cellsOf(app, now, shown, dbx.Params{})
	if err != nil {
		return nil, err
	}
	summary := &Summary{Colours: map[string]int{}, Categories: byCategory(cells), Hamlets: byHamlet(cells), Months: []string{}, Years: []int{}}
	for _, c := range cells {
		summary.Total += c.N
		summary.Colours[c.Colour] += c.N
	}
	var first, last string
	err = app.ConcurrentDB().Select("COALESCE(min(submitted_at), '')", "COALESCE(max(submitted_at), '')").From("reports r").
		Where(dbx.NewExp(shown)).Row(&first, &last)
	summary.Months, summary.Years = monthsBetween(first, last, zone)
	return summary, err
}

func byCategory(cells []cell) []Count {
	return gather(cells, func(c cell) Count { return Count{Key: c.Category, Name: c.CategoryName, NameEN: c.CategoryNameEN} })
}

func byHamlet(cells []cell) []Count {
	return gather(cells, func(c cell) Count { return Count{Key: c.Hamlet, Name: c.HamletName} })
}

// gather adds cells up, sorted by name; what has none comes last.
func gather(cells []cell, of func(cell) Count) []Count {
	list := []Count{}
	for _, c := range cells {
		one := of(c)
		at := slices.IndexFunc(list, func(known Count) bool { return known.Key == one.Key })
		if at < 0 {
			at, one.Colours = len(list), map[string]int{}
			list = append(list, one)
		}
		list[at].Colours[c.Colour] += c.N
	}
	slices.SortFunc(list, func(a, b Count) int {
		if (a.Name == "") != (b.Name == "") {
			return cmp.Compare(b.Name, a.Name)
		}
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Key, b.Key))
	})
	return list
}

// monthsBetween lists the months and years from the first report's to the last's,
// the latest first.
func monthsBetween(first, last string, zone *time.Location) (months []string, years []int) {
	months, years = []string{}, []int{}
	from, err := time.Parse(time.DateTime, first[:min(len(first), len(time.DateTime))])
	until, err2 := time.Parse(time.DateTime, last[:min(len(last), len(time.DateTime))])
	if err != nil || err2 != nil {
		return months, years
	}
	from, until = from.In(zone), until.In(zone)
	begin := time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, zone)
	for at := time.Date(until.Year(), until.Month(), 1, 0, 0, 0, 0, zone); !at.Before(begin) && at.Year() >= firstYear; at = at.AddDate(0, -1, 0) {
		months = append(months, at.Format("2006-01"))
		if !slices.Contains(years, at.Year()) {
			years = append(years, at.Year())
		}
	}
	return months, years
}
