package budget

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var errNotPublished = fault.New(fault.NotFound, "budget.not_published",
	"Anggaran tahun ini belum terbit. Lihat tahun lain di halaman Anggaran, atau tanyakan di kantor desa.",
	"The budget of this year is not published yet. See other years on the page Budget, or ask at the village office.")

// open keeps what everybody may read until a line, a version or a program
// changes. An import at the command line is in another process, which the server
// does not hear of; it is shown after five minutes.
var open = web.OpenAnswer{Name: "budget", For: 5 * time.Minute, Of: []string{"budgets", "budget_lines", "budget_versions", "programs"}}

func bindOpen(e *core.ServeEvent) {
	e.Router.GET("/api/open/budgets", openYears).Bind(web.Open())
	e.Router.GET("/api/open/budgets/{year}", openYear).Bind(web.Open())
	e.Router.GET("/api/open/budgets/{year}/csv", openTable("csv")).Bind(web.Open())
	e.Router.GET("/api/open/budgets/{year}/xlsx", openTable("xlsx")).Bind(web.Open())
	e.Router.GET("/api/open/budgets/{year}/json", openJSON).Bind(web.Open())
}

// YearAnswer is a year in the list of all: its totals, and spending by field.
type YearAnswer struct {
	Year      int                         `json:"year"`
	Published bool                        `json:"published"`
	Stages    []string                    `json:"stages"`
	Totals    map[string]Result           `json:"totals"` // by stage
	Fields    map[string]map[string]int64 `json:"fields"` // "01"–"05" → stage → spending
	Income    map[string]map[string]int64 `json:"income"` // "4.1"–"4.3" → stage → income
}

// openYears answers GET /api/open/budgets: {"items": [YearAnswer]}, the latest
// year first.
func openYears(e *core.RequestEvent) error {
	return open.JSON(e, "years", func(app core.App) (any, error) {
		records, err := app.FindAllRecords("budgets", dbx.HashExp{"published": true})
		if err != nil {
			return nil, err
		}
		items, err := yearsOf(app, records)
		return map[string]any{"items": items}, err
	})
}

// yearIn is the year that a route asks for: few can be, so that nobody fills the
// memory of kept answers.
func yearIn(e *core.RequestEvent) (int, error) {
	year, err := strconv.Atoi(e.Request.PathValue("year"))
	if err != nil || year < firstYear || year > lastYear {
		return 0, errNotPublished
	}
	return year, nil
}

func readPublished(app core.App, year int) (*core.Record, error) {
	record, err := app.FindFirstRecordByFilter("budgets", "year = {:year} && published = true", dbx.Params{"year": year})
	if err != nil {
		return nil, errNotPublished.Because(err)
	}
	return record, nil
}

// openYear answers GET /api/open/budgets/{year} with an [Answer].
func openYear(e *core.RequestEvent) error {
	year, err := yearIn(e)
	if err != nil {
		return err
	}
	return open.JSON(e, strconv.Itoa(year), func(app core.App) (any, error) {
		record, err := readPublished(app, year)
		if err != nil {
			return nil, err
		}
		return answerOf(app, record, false)
	})
}

// openJSON is the same as a file to keep.
func openJSON(e *core.RequestEvent) error { return attached(e, "json", openYear) }

// openTable answers GET /api/open/budgets/{year}/csv and /xlsx: the table that
// can be imported again.
func openTable(format string) func(*core.RequestEvent) error {
	return func(e *core.RequestEvent) error {
		return attached(e, format, func(e *core.RequestEvent) error {
			year, err := yearIn(e)
			if err != nil {
				return err
			}
			return open.Send(e, strconv.Itoa(year), contentTypes[format], func(app core.App) ([]byte, error) {
				record, err := readPublished(app, year)
				if err != nil {
					return nil, err
				}
				return tableOf(app, record, format)
			})
		})
	}
}

// attached makes an answer a file; what went wrong stays an answer.
func attached(e *core.RequestEvent, format string, answer func(*core.RequestEvent) error) error {
	year, err := yearIn(e)
	if err != nil {
		return err
	}
	header := e.Response.Header()
	header.Set("Content-Disposition", fmt.Sprintf(`attachment; filename="apbdes-%d.%s"`, year, format))
	if err := answer(e); err != nil {
		header.Del("Content-Disposition")
		return err
	}
	return nil
}

// yearsOf are budgets as the list tells them, the latest first.
func yearsOf(app core.App, budgets []*core.Record) ([]YearAnswer, error) {
	items := []YearAnswer{}
	for _, budget := range budgets {
		book, err := openBook(app, budget)
		if err != nil {
			return nil, err
		}
		year := YearAnswer{Year: budget.GetInt("year"), Published: budget.GetBool("published"), Stages: book.present(), Totals: book.results(),
			Fields: map[string]map[string]int64{}, Income: map[string]map[string]int64{}}
		for stage, sums := range book.said() {
			for code, amount := range sums {
				into := year.Fields
				if code.Account != "" {
					into = year.Income
				}
				if isField, isIncome := code.Account == "" && code.levels() == 1, code.Part() == Income && code.levels() == 2; !isField && !isIncome {
					continue
				}
				if into[code.String()] == nil {
					into[code.String()] = map[string]int64{}
				}
				into[code.String()][stage] = amount
			}
		}
		items = append(items, year)
	}
	slices.SortFunc(items, func(a, b YearAnswer) int { return b.Year - a.Year })
	return items, nil
}
