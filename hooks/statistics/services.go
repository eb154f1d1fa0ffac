package statistics

import (
	"slices"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// Month is what the office was asked for and what it completed in one month, for
// the whole village only: who asks for a letter of poverty in a hamlet is known
// there. A month is counted once, when it is over, and has nothing but its own sum
// in common with any other number.
type Month struct {
	Month     string `json:"month"` // "2026-10"
	Filed     Split  `json:"filed"`
	Completed Split  `json:"completed"`
}

// Split is a sum by services. Total is null when it is 1–4; then there are no
// items.
type Split struct {
	Total Count   `json:"total"`
	Items []Count `json:"items"` // in the order of Services
}

// monthBody is a month as it is kept: services may come and go later.
type monthBody struct {
	Services []Column `json:"services"` // those that were asked for or completed
	Month
}

// asked counts one service in one month.
type asked struct{ filed, completed map[string]int }

func (a *asked) none() bool { return len(a.filed)+len(a.completed) == 0 }

// countServices counts the months by the office's calendar; reports are no
// services here, each of them stands in public by itself.
func countServices(app core.App, months []string) (map[string]*asked, error) {
	clock, err := office.ClockOf(app)
	if err != nil {
		return nil, err
	}
	counts := map[string]*asked{}
	for _, month := range months {
		counts[month] = &asked{map[string]int{}, map[string]int{}}
	}
	oldest, err := time.Parse("2006-01", slices.Min(months))
	if err != nil {
		return nil, err
	}
	since := oldest.AddDate(0, 0, -1).Format("2006-01-02 15:04:05.000Z") // a day before: zones
	for column, of := range map[string]func(*asked) map[string]int{
		"submitted_at": func(a *asked) map[string]int { return a.filed },
		"closed_at":    func(a *asked) map[string]int { return a.completed },
	} {
		condition := "r.submitted_at >= {:since}"
		if column == "closed_at" {
			condition = "r.waiting_for = '' AND r.closed_at >= {:since} AND r.status = 'completed'"
		}
		// by ten minutes: months begin at other hours elsewhere, and rows stay few
		var rows []struct {
			Service string `db:"service"`
			At      string `db:"at"`
			N       int    `db:"n"`
		}
		err := app.ConcurrentDB().NewQuery(`SELECT s.key AS service, substr(r.` + column + `, 1, 15) AS at, count(*) AS n FROM requests r
			JOIN services s ON s.id = r.service WHERE s.kind != 'report' AND ` + condition + ` GROUP BY 1, 2`).Bind(dbx.Params{"since": since}).All(&rows)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			at, err := time.Parse("2006-01-02 15:04", r.At+"0")
			if err != nil {
				continue // never filed
			}
			if month := counts[clock.Day(at)[:7]]; month != nil {
				of(month)[r.Service] += r.N
			}
		}
	}
	return counts, nil
}

func bodyOf(month string, counts *asked, names map[string]Column) monthBody {
	body := monthBody{Month: Month{Month: month}, Services: []Column{}}
	for key := range names {
		if counts.filed[key]+counts.completed[key] > 0 {
			body.Services = append(body.Services, names[key])
		}
	}
	slices.SortFunc(body.Services, func(a, b Column) int { return strings.Compare(a.Label, b.Label) })
	split := func(of map[string]int) Split {
		values := make([]int, len(body.Services))
		for i, service := range body.Services {
			values[i] = of[service.Key]
		}
		total, items := row(values)
		return Split{total, items}
	}
	body.Filed, body.Completed = split(counts.filed), split(counts.completed)
	return body
}

func serviceNames(app core.App) (map[string]Column, error) {
	var rows []struct {
		Key    string `db:"key"`
		Name   string `db:"name"`
		NameEN string `db:"name_en"`
	}
	err := app.ConcurrentDB().Select("key", "name", "name_en").From("services").Where(dbx.NewExp("kind != 'report'")).All(&rows)
	names := map[string]Column{}
	for _, r := range rows {
		names[r.Key] = Column{Key: r.Key, Label: r.Name, LabelEN: r.NameEN}
	}
	return names, err
}
