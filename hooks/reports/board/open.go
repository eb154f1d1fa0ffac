package board

import (
	"database/sql"
	"errors"
	"regexp"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

// What an answer is made of, and how long it is kept at most: the clock alone
// turns a report red.
var (
	madeOf    = []string{"reports", "hamlets", "services", "office"}
	open      = web.OpenAnswer{Name: "reports", For: time.Minute, Of: madeOf}
	openOne   = web.OpenAnswer{Name: "reports.one", For: time.Minute, Of: madeOf}   // so that one visitor of many pages does not empty the lists
	openFiles = web.OpenAnswer{Name: "reports.files", For: time.Minute, Of: madeOf} // large, and few
)

var errNoReport = fault.New(fault.NotFound, "reports.none",
	"Laporan ini tidak ada, atau tidak lagi ditampilkan untuk umum.",
	"There is no such report, or it is no longer shown to all.")

// pageSize is how many reports a list shows at once.
const pageSize = 20

// Feed is a page of the list, the newest first.
type Feed struct {
	Items []Item `json:"items"`
	Page  int    `json:"page"`
	Pages int    `json:"pages"`
	Total int    `json:"total"`
}

// asked reads the filter of a request.
func asked(e *core.RequestEvent) (Filter, *Known, error) {
	known, err := knownOf(e.App)
	if err != nil {
		return Filter{}, nil, err
	}
	f, err := readFilter(e.Request.URL.Query(), known, time.Now())
	return f, known, err
}

// openFeed answers GET /api/open/reports?category&hamlet&colour&month&page with
// a [Feed].
func openFeed(e *core.RequestEvent) error {
	f, known, err := asked(e)
	if err != nil {
		return err
	}
	return open.JSON(e, "feed|"+f.Key(), func(app core.App) (any, error) { return feedOf(app, f, known, time.Now()) })
}

func feedOf(app core.App, f Filter, known *Known, now time.Time) (*Feed, error) {
	all, err := total(app, f, known.Location, now)
	if err != nil {
		return nil, err
	}
	var found []row
	err = narrow(rows(app, now), f, known.Location).OrderBy("r.submitted_at DESC", "r.rowid DESC").
		Limit(pageSize).Offset(int64(f.Page-1) * pageSize).All(&found)
	return &Feed{Items: items(found), Page: f.Page, Pages: max(1, (all+pageSize-1)/pageSize), Total: all}, err
}

// codeShape is what codes look like; anything else asks for nothing that can be.
var codeShape = regexp.MustCompile(`^[0-9A-Z]{4,8}$`)

// openReport answers GET /api/open/reports/{code} with a [Report].
func openReport(e *core.RequestEvent) error {
	code := strings.ToUpper(e.Request.PathValue("code"))
	if !codeShape.MatchString(code) {
		return errNoReport
	}
	return openOne.JSON(e, code, func(app core.App) (any, error) {
		var found row
		err := rows(app, time.Now()).AndWhere(dbx.HashExp{"r.code": code}).One(&found)
		if errors.Is(err, sql.ErrNoRows) {
			return nil, errNoReport
		}
		return found.report(), err
	})
}

// onlyOfShown lets a photo of a report be read as long as the report is shown.
// What was read before is asked for again each time, so that what was withdrawn
// is gone from the readers' own caches too.
func onlyOfShown(e *core.FileDownloadRequestEvent) error {
	identity := e.Record.GetString("identity")
	if !e.Record.GetBool("public") || identity != "shown" && identity != "hidden" {
		return errNoReport
	}
	e.Response.Header().Set("Cache-Control", "no-cache")
	return e.Next()
}
