package satisfaction

import (
	"strconv"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/sheet"
	"mdesa/hooks/web"
)

var errPeriod = fault.New(fault.Invalid, "satisfaction.period",
	"Pilih tahun (2026), semester (2026-S1), triwulan (2026-Q3), atau bulan (2026-07).",
	"Choose a year (2026), half a year (2026-S1), a quarter (2026-Q3) or a month (2026-07).")

// openResults does not hear of ratings: those of the running month are not told,
// and those of closed months no longer change. A month is told when the statistics
// have counted it.
var openResults = web.OpenAnswer{Name: "satisfaction", For: time.Hour, Of: []string{"satisfaction_plans", "services", "office", "statistics"}}

// periodIn is what was asked for; this year without a question, and last year as
// long as this one has no closed month.
func periodIn(e *core.RequestEvent) (Period, error) {
	key := e.Request.URL.Query().Get("period")
	if key == "" {
		key = lastClosed(e.App)[:4]
	}
	period, ok := ParsePeriod(key)
	if !ok || period.From > office.Today(e.App) {
		return period, errPeriod
	}
	return period, nil
}

// openSatisfaction answers GET /api/open/satisfaction?period with a [Result].
func openSatisfaction(e *core.RequestEvent) error {
	period, err := periodIn(e)
	if err != nil {
		return err
	}
	return openResults.JSON(e, period.Key, func(app core.App) (any, error) { return resultOf(app, period) })
}

// openSatisfactionJSON is the same as a file to keep.
func openSatisfactionJSON(e *core.RequestEvent) error {
	period, err := periodIn(e)
	if err != nil {
		return err
	}
	return attached(e, "kepuasan-"+period.Key+".json", openSatisfaction)
}

// openSatisfactionCSV answers GET /api/open/satisfaction/csv?period: a row an
// element, then a row a service.
func openSatisfactionCSV(e *core.RequestEvent) error {
	period, err := periodIn(e)
	if err != nil {
		return err
	}
	return attached(e, "kepuasan-"+period.Key+".csv", func(e *core.RequestEvent) error {
		return openResults.Send(e, period.Key, "text/csv; charset=utf-8", func(app core.App) ([]byte, error) {
			result, err := resultOf(app, period)
			if err != nil {
				return nil, err
			}
			return result.csv(), nil
		})
	})
}

// attached makes an answer a file; what went wrong stays an answer.
func attached(e *core.RequestEvent, name string, answer func(*core.RequestEvent) error) error {
	header := e.Response.Header()
	header.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	if err := answer(e); err != nil {
		header.Del("Content-Disposition")
		return err
	}
	return nil
}

func (r *Result) csv() []byte {
	rows := [][]string{{"period", "kind", "key", "name", "answers", "mean", "index", "band"}}
	add := func(kind, key, name string, answers int, mean string, index *float64, band string) {
		value := ""
		if index != nil {
			value = decimals(*index, 2)
		}
		rows = append(rows, []string{r.Period, kind, key, name, strconv.Itoa(answers), mean, value, band})
	}
	add("all", "", "", r.Answers, "", r.Index, r.Band)
	if r.Counter != nil {
		add("counter", "", "", r.Counter.Answers, "", &r.Counter.Index, r.Counter.Band)
	}
	for _, one := range r.Elements {
		add("element", one.Key, one.Number, r.Answers, decimals(one.Mean, 3), &one.Index, one.Band)
	}
	for _, one := range r.Services {
		add("service", one.Key, one.Name, one.Answers, "", one.Index, one.Band)
	}
	return sheet.CSV(rows)
}

func decimals(value float64, places int) string { return strconv.FormatFloat(value, 'f', places, 64) }
