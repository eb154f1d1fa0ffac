package statistics

import (
	"slices"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

// open keeps the one answer. Reports change often and their counts slowly: they
// may be ten minutes old.
var open = web.OpenAnswer{Name: "statistics", For: 10 * time.Minute, Of: []string{"statistics", "programs", "office"}}

func bindOpen(e *core.ServeEvent) {
	e.Router.GET("/api/open/statistics", openAll).Bind(web.Open())
	e.Router.GET("/api/open/statistics/json", attached("json", openAll)).Bind(web.Open())
	e.Router.GET("/api/open/statistics/csv", attached("csv", openTable)).Bind(web.Open())
}

// Answer is all that is told.
type Answer struct {
	Population *Population    `json:"population"` // null: not published, or too few people
	Next       string         `json:"next"`       // first day of the next count; "" as long as there is none
	Services   []Column       `json:"services"`
	Months     []Month        `json:"months"` // the latest first
	Categories []Column       `json:"categories"`
	Reports    []ReportCount  `json:"reports"`
	Programs   []ProgramCount `json:"programs"`
}

// openAll answers GET /api/open/statistics with an [Answer].
func openAll(e *core.RequestEvent) error {
	return open.JSON(e, "", func(app core.App) (any, error) { return answerOf(app) })
}

// openTable answers GET /api/open/statistics/csv.
func openTable(e *core.RequestEvent) error {
	return open.Send(e, "", "text/csv; charset=utf-8", func(app core.App) ([]byte, error) {
		answer, err := answerOf(app)
		if err != nil {
			return nil, err
		}
		return answer.table(), nil
	})
}

// attached makes an answer a file; what went wrong stays an answer.
func attached(ending string, answer func(*core.RequestEvent) error) func(*core.RequestEvent) error {
	return func(e *core.RequestEvent) error {
		header := e.Response.Header()
		header.Set("Content-Disposition", `attachment; filename="statistik.`+ending+`"`)
		if err := answer(e); err != nil {
			header.Del("Content-Disposition")
			return err
		}
		return nil
	}
}

func answerOf(app core.App) (*Answer, error) {
	answer := &Answer{}
	last, err := lastRelease(app)
	if err != nil {
		return nil, err
	}
	if last != nil {
		if err := last.UnmarshalJSONField("body", &answer.Population); err != nil {
			return nil, err
		}
		on, err := time.Parse(time.DateOnly, answer.Population.AsOf)
		if err != nil {
			return nil, err
		}
		answer.Next = nextRelease(on).Format(time.DateOnly)
	}
	today, err := time.Parse(time.DateOnly, office.Today(app))
	if err != nil {
		return nil, err
	}
	if err := answer.addMonths(app); err != nil {
		return nil, err
	}
	shown := slices.Concat([]string{today.Format("2006-01")}, closedMonths(today))
	if answer.Reports, answer.Categories, err = countReports(app, shown); err != nil {
		return nil, err
	}
	answer.Programs, err = countPrograms(app)
	return answer, err
}

// addMonths lays the kept months, each of which knows its own services, over one
// list of services.
func (a *Answer) addMonths(app core.App) error {
	records, err := app.FindRecordsByFilter("statistics", "key ~ 'services/%'", "-key", monthsKept, 0)
	if err != nil {
		return err
	}
	bodies := make([]monthBody, len(records))
	at := map[string]int{}
	a.Services, a.Months = []Column{}, []Month{}
	for i, record := range records {
		if err := record.UnmarshalJSONField("body", &bodies[i]); err != nil {
			return err
		}
		for _, service := range bodies[i].Services {
			if _, ok := at[service.Key]; !ok {
				at[service.Key] = len(a.Services)
				a.Services = append(a.Services, service)
			}
		}
	}
	for _, body := range bodies {
		wide := func(s Split) Split {
			if s.Items == nil {
				return Split{s.Total, nil}
			}
			none := 0
			items := make([]Count, len(a.Services))
			for i := range items {
				items[i] = &none
			}
			for i, count := range s.Items {
				items[at[body.Services[i].Key]] = count
			}
			return Split{s.Total, items}
		}
		a.Months = append(a.Months, Month{body.Month.Month, wide(body.Filed), wide(body.Completed)})
	}
	return nil
}
