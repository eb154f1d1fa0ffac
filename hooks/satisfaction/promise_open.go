package satisfaction

import (
	"strconv"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/office"
	"mdesa/hooks/sheet"
	"mdesa/hooks/web"
)

// Board says how the office keeps its promises, in months that are over. It counts
// requests and names nobody, and tells no number of requests that hooks/statistics
// hide: see [ToldMonth].
type Board struct {
	At       string         `json:"at"` // RFC 3339
	All      Span           `json:"all"`
	Overdue  *int           `json:"overdue"` // waiting for the office longer than promised, now; null: 1 to 4
	Months   []Month        `json:"months"`  // the last twelve that are over, the latest last
	Services []ServiceBoard `json:"services"`
}

// Span is a stretch of time. Its numbers are null where they are not told; All and
// those of a service are of the months that are told.
type Span struct {
	Closed *int `json:"closed"` // completed
	Kept   *int `json:"kept"`   // of those, within what was promised
	Median *int `json:"median"` // working minutes; null with fewer than five
	P90    *int `json:"p90"`
}

// Month is a Span of one month, "2026-11".
type Month struct {
	Month string `json:"month"`
	Span
}

// ServiceBoard is one service's, over the twelve months and in each in which it
// completed something.
type ServiceBoard struct {
	Key     string              `json:"key"`
	Name    string              `json:"name"`
	NameEN  string              `json:"name_en"`
	Promise definition.Duration `json:"promise"`
	Overdue *int                `json:"overdue"` // null: not told, 0 to 4 mostly
	Span
	Months []Month `json:"months"`
}

// openBoard depends on the clock, and would otherwise be made anew with every step
// of every request.
var openBoard = web.OpenAnswer{Name: "promises", For: time.Minute, Of: []string{"office", "holidays", "services", "statistics"}}

// openPromises answers GET /api/open/promises with a [Board].
func openPromises(e *core.RequestEvent) error {
	return openBoard.JSON(e, "board", func(app core.App) (any, error) { return boardOf(app, time.Now()) })
}

// openPromisesCSV answers GET /api/open/promises/csv: a row a service and month.
func openPromisesCSV(e *core.RequestEvent) error {
	return attached(e, "janji-layanan.csv", func(e *core.RequestEvent) error {
		return openBoard.Send(e, "board", "text/csv; charset=utf-8", func(app core.App) ([]byte, error) {
			board, err := boardOf(app, time.Now())
			if err != nil {
				return nil, err
			}
			return board.csv(), nil
		})
	})
}

const monthsShown = 12

func boardOf(app core.App, now time.Time) (*Board, error) {
	told, err := toldMonths(app)
	if err != nil {
		return nil, err
	}
	services, err := app.FindRecordsByFilter("services", "", "sort,name", 0, 0)
	if err != nil {
		return nil, err
	}
	board := &Board{At: now.UTC().Format(time.RFC3339), Months: []Month{}, Services: []ServiceBoard{}}
	all, each := Record{}, map[string]*serviceMonths{} // by id
	for _, service := range services {
		each[service.Id] = &serviceMonths{id: service.Id, report: service.GetString("kind") == string(definition.Report)}
	}
	current := office.Today(app)[:len("2026-11")]
	for back := monthsShown; back >= 1; back-- {
		month := shifted(current, -back)
		records, err := monthsOf(app).of(app, month)
		if err != nil {
			return nil, err
		}
		line := Month{Month: month}
		if sum, tells := tellMonth(told[month], records, each); tells {
			all.join(sum)
			line.Span = spanOf(sum)
		}
		board.Months = append(board.Months, line)
		for _, service := range each {
			service.tell(month, told[month], records)
		}
	}
	board.All = spanOf(all)
	return board, board.fill(app, services, each, now)
}

func (b *Board) fill(app core.App, services []*core.Record, each map[string]*serviceMonths, now time.Time) error {
	overdue, err := overdueOf(app, now)
	if err != nil {
		return err
	}
	for _, service := range services {
		overdue[service.Id] += 0 // none is a count too
	}
	var toldOverdue map[string]int
	b.Overdue, toldOverdue = hideFew(overdue)
	for _, service := range services {
		months := each[service.Id]
		late, tells := toldOverdue[service.Id]
		if len(months.list) == 0 && !tells {
			continue
		}
		line := ServiceBoard{Key: service.GetString("key"), Name: service.GetString("name"), NameEN: service.GetString("name_en"),
			Span: spanOf(months.told), Months: months.list}
		if tells {
			line.Overdue = &late
		}
		if line.Months == nil {
			line.Months = []Month{}
		}
		if err := service.UnmarshalJSONField("promise", &line.Promise); err != nil {
			return err
		}
		b.Services = append(b.Services, line)
	}
	return nil
}

// overdueOf counts what waits for the office longer than promised, by service.
func overdueOf(app core.App, now time.Time) (map[string]int, error) {
	var rows []struct {
		Service string
		Count   int
	}
	err := app.ConcurrentDB().NewQuery(`SELECT service, count(*) AS count FROM requests
		WHERE waiting_for != '' AND waiting_for != 'applicant' AND due_at > '' AND due_at < {:now} AND confidential = FALSE GROUP BY service`).
		Bind(dbx.Params{"now": stamp(now)}).All(&rows)
	counts := map[string]int{}
	for _, row := range rows {
		counts[row.Service] = row.Count
	}
	return counts, err
}

func (b *Board) csv() []byte {
	rows := [][]string{{"service", "name", "month", "closed", "kept", "median_minutes", "p90_minutes"}}
	add := func(key, name string, months []Month) {
		for _, month := range months {
			rows = append(rows, []string{key, name, month.Month, digits(month.Closed), digits(month.Kept), digits(month.Median), digits(month.P90)})
		}
	}
	add("", "", b.Months)
	for _, service := range b.Services {
		add(service.Key, service.Name, service.Months)
	}
	return sheet.CSV(rows)
}

func digits(value *int) string {
	if value == nil {
		return ""
	}
	return strconv.Itoa(*value)
}
