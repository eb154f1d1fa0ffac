package board

import (
	"encoding/json"
	"strconv"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/sheet"
)

// openCSV answers GET /api/open/reports/csv?year with all reports of a year, the
// oldest first; without a year this one's.
func openCSV(e *core.RequestEvent) error { return sendFile(e, "csv", "text/csv; charset=utf-8", asCSV) }

// openJSON is the same as {"items": [Report]}.
func openJSON(e *core.RequestEvent) error { return sendFile(e, "json", "application/json", asJSON) }

func sendFile(e *core.RequestEvent, kind, contentType string, write func([]row) ([]byte, error)) error {
	known, err := knownOf(e.App)
	if err != nil {
		return err
	}
	now := time.Now().In(known.Location)
	year := now.Year()
	if text := e.Request.URL.Query().Get("year"); text != "" {
		if year, err = strconv.Atoi(text); err != nil || year < firstYear || year > now.Year() {
			return errFilter.With("name", "year")
		}
	}
	header := e.Response.Header()
	header.Set("Content-Disposition", `attachment; filename="laporan-`+strconv.Itoa(year)+"."+kind+`"`)
	err = openFiles.Send(e, kind+strconv.Itoa(year), contentType, func(app core.App) ([]byte, error) {
		found, err := ofYear(app, year, known.Location)
		if err != nil {
			return nil, err
		}
		return write(found)
	})
	if err != nil {
		header.Del("Content-Disposition")
	}
	return err
}

func ofYear(app core.App, year int, zone *time.Location) ([]row, error) {
	var found []row
	begin := time.Date(year, 1, 1, 0, 0, 0, 0, zone)
	err := between(rows(app, time.Now()), begin, begin.AddDate(1, 0, 0)).OrderBy("r.submitted_at", "r.rowid").All(&found)
	return found, err
}

var columns = []string{"code", "submitted_at", "category", "category_name", "hamlet_name", "place", "lat", "lon", "title", "text", "state", "colour",
	"supports", "first_due_at", "first_answered_at", "due_at", "answered_at", "closed_at", "forwarded_to", "forwarded_number", "answer", "merged_into"}

func asCSV(found []row) ([]byte, error) {
	table := [][]string{columns}
	for _, r := range found {
		lat, lon := "", ""
		if at := r.pointOf(); at != nil {
			lat, lon = strconv.FormatFloat(at.Lat, 'f', 5, 64), strconv.FormatFloat(at.Lon, 'f', 5, 64)
		}
		table = append(table, []string{r.Code, moment(r.SubmittedAt), r.Category, r.CategoryName, r.HamletName, r.Place, lat, lon, r.item().Title, r.Text, r.State, r.Colour,
			strconv.Itoa(r.Supports), moment(r.FirstDueAt), moment(r.FirstAnsweredAt), moment(r.DueAt), moment(r.AnsweredAt), moment(r.ClosedAt),
			r.ForwardedTo, r.ForwardedNumber, r.Answer, r.MergedInto})
	}
	return sheet.CSV(table), nil
}

func asJSON(found []row) ([]byte, error) {
	list := make([]Report, len(found))
	for i, r := range found {
		list[i] = r.report()
	}
	return json.Marshal(map[string]any{"items": list})
}
