package programs

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// What everybody may read. A budget that is imported at the command line is in
// another process, which the server does not hear of: five minutes at most.
var (
	openPrograms = web.OpenAnswer{Name: "programs", For: 5 * time.Minute,
		Of: []string{"programs", "milestones", "budgets", "budget_lines", "hamlets"}}
	openProgram = web.OpenAnswer{Name: "program", For: 5 * time.Minute,
		Of: []string{"programs", "milestones", "budgets", "budget_lines", "hamlets", "proposals"}}
	openProposals = web.OpenAnswer{Name: "proposals", For: 5 * time.Minute,
		Of: []string{"proposals", "programs", "hamlets"}}
)

func bindOpen(e *core.ServeEvent) {
	r := e.Router
	r.GET("/api/open/programs", listPrograms).Bind(web.Open())
	r.GET("/api/open/programs/csv", attached("program.csv", programsCSV)).Bind(web.Open())
	r.GET("/api/open/programs/json", attached("program.json", listPrograms)).Bind(web.Open())
	r.GET("/api/open/programs/{id}", oneProgram).Bind(web.Open())
	r.GET("/api/open/proposals", listProposals).Bind(web.Open())
	r.GET("/api/open/proposals/csv", attached("usulan.csv", proposalsCSV)).Bind(web.Open())
	r.GET("/api/open/proposals/json", attached("usulan.json", listProposals)).Bind(web.Open())
	r.GET("/api/open/proposals/{id}", oneProposal).Bind(web.Open())
}

// listPrograms answers GET /api/open/programs?year=&field=&hamlet=&state=&line=
// with {"items": [ProgramRow], "years": [2026, …]}. What is no year, field, hamlet
// or state is taken for not asked.
func listPrograms(e *core.RequestEvent) error {
	f, err := filterIn(e)
	if err != nil {
		return err
	}
	return openPrograms.JSON(e, fmt.Sprint(f), func(app core.App) (any, error) {
		items, err := rowsOf(app, f)
		if err != nil {
			return nil, err
		}
		years := []int{}
		err = app.ConcurrentDB().NewQuery("SELECT DISTINCT year FROM programs WHERE published = TRUE ORDER BY year DESC").Column(&years)
		return map[string]any{"items": items, "years": years}, err
	})
}

// filterIn understands what was asked; few answers can come of it, so that nobody
// fills the memory of kept ones.
func filterIn(e *core.RequestEvent) (f Filter, err error) {
	query := e.Request.URL.Query()
	if year, err := strconv.Atoi(query.Get("year")); err == nil && year >= firstYear && year <= lastYear {
		f.Year = year
	}
	if field := query.Get("field"); slices.Contains(Fields, field) {
		f.Field = field
	}
	if state := query.Get("state"); slices.Contains(States, state) {
		f.State = state
	}
	if f.Hamlet, err = known(e.App, "hamlets", query.Get("hamlet")); err == nil {
		f.Line, err = known(e.App, "budget_lines", query.Get("line"))
	}
	return f, err
}

// known is an id that there is, or "none" for one that there is not: then the list
// is empty.
func known(app core.App, table, id string) (string, error) {
	if id == "" {
		return "", nil
	}
	var there int
	err := app.ConcurrentDB().Select("count(*)").From(table).Where(dbx.HashExp{"id": id}).Row(&there)
	if there == 0 {
		id = "none"
	}
	return id, err
}

// oneProgram answers GET /api/open/programs/{id} with a [ProgramAnswer].
func oneProgram(e *core.RequestEvent) error {
	id := e.Request.PathValue("id")
	return openProgram.JSON(e, id, func(app core.App) (any, error) { return programOf(app, id, false) })
}

const proposalsAPage = 100

// listProposals answers GET /api/open/proposals?hamlet=&state=&order=supports&page=
// with {"items": [ProposalRow], "hamlets": [{id, name, open, all}], "more": bool}.
func listProposals(e *core.RequestEvent) error {
	f, err := proposalFilterIn(e)
	if err != nil {
		return err
	}
	return openProposals.JSON(e, fmt.Sprint(f), func(app core.App) (any, error) {
		items, more, err := pageOf(app, f)
		if err != nil {
			return nil, err
		}
		hamlets, err := hamletsOf(app)
		return map[string]any{"items": items, "more": more, "hamlets": hamlets}, err
	})
}

func pageOf(app core.App, f proposalFilter) (items []ProposalRow, more bool, err error) {
	items, err = proposalsBy(app, f)
	if more = len(items) == f.Most; more {
		items = items[:f.Most-1]
	}
	return items, more, err
}

func proposalFilterIn(e *core.RequestEvent) (f proposalFilter, err error) {
	query := e.Request.URL.Query()
	f.Most, f.Supported = proposalsAPage+1, query.Get("order") == "supports"
	if state := query.Get("state"); slices.Contains(ProposalStates, state) {
		f.State = state
	}
	if page, err := strconv.Atoi(query.Get("page")); err == nil {
		f.From = (min(max(page, 1), 100) - 1) * proposalsAPage
	}
	f.Hamlet, err = known(e.App, "hamlets", query.Get("hamlet"))
	return f, err
}

// HamletCount is how many proposals a hamlet has.
type HamletCount struct {
	ID   string `db:"id" json:"id"`
	Name string `db:"name" json:"name"`
	Open int    `db:"open" json:"open"`
	All  int    `db:"all" json:"all"`
}

func hamletsOf(app core.App) (list []HamletCount, err error) {
	list = []HamletCount{}
	err = app.ConcurrentDB().NewQuery("SELECT h.id, h.name, COUNT(CASE WHEN p.state = 'open' THEN 1 END) `open`, COUNT(p.id) `all` FROM hamlets h" +
		" LEFT JOIN proposals p ON p.hamlet = h.id AND p.hidden_because = '' AND p.state != 'withdrawn' GROUP BY h.id ORDER BY h.sort, h.name").All(&list)
	return list, err
}

// oneProposal answers GET /api/open/proposals/{id} with a [ProposalAnswer].
func oneProposal(e *core.RequestEvent) error {
	id := e.Request.PathValue("id")
	return openProposals.JSON(e, "one "+id, func(app core.App) (any, error) { return proposalOf(app, id, false) })
}

// attached makes an answer a file; what went wrong stays an answer.
func attached(name string, answer func(*core.RequestEvent) error) func(*core.RequestEvent) error {
	return func(e *core.RequestEvent) error {
		header := e.Response.Header()
		header.Set("Content-Disposition", `attachment; filename="`+name+`"`)
		if err := answer(e); err != nil {
			header.Del("Content-Disposition")
			return err
		}
		return nil
	}
}
