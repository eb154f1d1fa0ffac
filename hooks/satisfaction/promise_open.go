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

// Board says how the office keeps its promises. It counts requests and names
// nobody. Times are working minutes, null where fewer than five requests stand
// behind them.
type Board struct {
	At       string         `json:"at"` // RFC 3339
	All      Span           `json:"all"`
	Overdue  int            `json:"overdue"` // waiting for the office longer than promised, now
	Months   []Month        `json:"months"`  // the last twelve, the running one last
	Services []ServiceBoard `json:"services"`
}

// Span is a stretch of time.
type Span struct {
	Record
	Median *int `json:"median"`
	P90    *int `json:"p90"`
}

// Month is a Span of one month, "2026-11".
type Month struct {
	Month string `json:"month"`
	Span
}

// ServiceBoard is one service's, over the twelve months and in each.
type ServiceBoard struct {
	Key     string              `json:"key"`
	Name    string              `json:"name"`
	NameEN  string              `json:"name_en"`
	Promise definition.Duration `json:"promise"`
	Overdue int                 `json:"overdue"`
	Span
	Months []Month `json:"months"`
}

// openBoard depends on the clock, and would otherwise be made anew with every step
// of every request.
var openBoard = web.OpenAnswer{Name: "promises", For: time.Minute, Of: []string{"office", "holidays", "services"}}

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
	current := office.Today(app)[:len("2026-11")]
	overdue, err := overdueOf(app, now)
	if err != nil {
		return nil, err
	}
	board := &Board{At: now.UTC().Format(time.RFC3339), Months: []Month{}, Services: []ServiceBoard{}}
	perService := map[string][]Month{}
	total := map[string]*Record{}
	all := Record{}
	for back := monthsShown - 1; back >= 0; back-- {
		month := shifted(current, -back)
		records, err := monthsOf(app).of(app, month, back > 0)
		if err != nil {
			return nil, err
		}
		sum := Record{}
		for service, record := range records {
			sum.join(*record)
			perService[service] = append(perService[service], Month{month, spanOf(*record)})
			if total[service] == nil {
				total[service] = &Record{}
			}
			total[service].join(*record)
		}
		all.join(sum)
		board.Months = append(board.Months, Month{month, spanOf(sum)})
	}
	board.All = spanOf(all)
	return board, board.fill(app, total, perService, overdue)
}

func (b *Board) fill(app core.App, total map[string]*Record, months map[string][]Month, overdue map[string]int) error {
	services, err := app.FindRecordsByFilter("services", "", "sort,name", 0, 0)
	for _, service := range services {
		record, did := total[service.Id]
		if !did && overdue[service.Id] == 0 {
			continue
		}
		if !did {
			record = &Record{}
		}
		line := ServiceBoard{Key: service.GetString("key"), Name: service.GetString("name"), NameEN: service.GetString("name_en"),
			Overdue: overdue[service.Id], Span: spanOf(*record), Months: months[service.Id]}
		if line.Months == nil {
			line.Months = []Month{}
		}
		if err := service.UnmarshalJSONField("promise", &line.Promise); err != nil {
			return err
		}
		b.Overdue += line.Overdue
		b.Services = append(b.Services, line)
	}
	return err
}

func spanOf(record Record) Span {
	return Span{Record: record, Median: record.Percentile(50), P90: record.Percentile(90)}
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
			rows = append(rows, []string{key, sheet.Harmless(name), month.Month, strconv.Itoa(month.Closed), strconv.Itoa(month.Kept), minutes(month.Median), minutes(month.P90)})
		}
	}
	add("", "", b.Months)
	for _, service := range b.Services {
		add(service.Key, service.Name, service.Months)
	}
	return commaSeparated(rows)
}

func minutes(value *int) string {
	if value == nil {
		return ""
	}
	return strconv.Itoa(*value)
}
