package programs

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
)

// deskPrograms answers GET /api/programs?year=&field=&hamlet=&state= for staff:
// {"items": [ProgramRow], "may_keep": bool}, with drafts.
func deskPrograms(e *core.RequestEvent) error {
	f, err := filterIn(e)
	if err != nil {
		return err
	}
	f.Drafts = true
	items, err := rowsOf(e.App, f)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items, "may_keep": mayKeep(e.App, e.Auth) == nil})
}

// deskProgram answers GET /api/programs/{id} for staff with a [ProgramAnswer] and
// what the reader may do.
func deskProgram(e *core.RequestEvent) error {
	answer, err := programOf(e.App, e.Request.PathValue("id"), true)
	if err != nil {
		return err
	}
	may := mayKeep(e.App, e.Auth) == nil
	return e.JSON(http.StatusOK, struct {
		*ProgramAnswer
		MayKeep   bool `json:"may_keep"`
		MayRecord bool `json:"may_record"` // milestones; those of an observer wait
	}{answer, may, may || mayObserve(e.App, e.Auth, answer.Hamlet) == nil})
}

// LineChoice is a spending line that a program may hang on.
type LineChoice struct {
	ID       string `db:"id" json:"id"`
	Code     string `db:"code" json:"code"`
	Activity string `db:"activity" json:"activity"`
	Name     string `db:"name" json:"name"`
	Source   string `db:"source" json:"source"`
	Plan     int64  `db:"plan" json:"plan"`
}

// deskLines answers GET /api/programs/lines?year= for staff: {"items": [LineChoice]},
// the spending lines of a year that name an activity.
func deskLines(e *core.RequestEvent) error {
	year, _ := strconv.Atoi(e.Request.URL.Query().Get("year"))
	all := []LineChoice{}
	err := e.App.ConcurrentDB().NewQuery(`SELECT l.id, l.code, l.activity, l.name, l.source, MAX(l.plan, l.revised) plan FROM budget_lines l
		JOIN budgets b ON b.id = l.budget WHERE b.year = {:year} AND l.part = 'spending' ORDER BY l.sort, l.code`).
		Bind(map[string]any{"year": year}).All(&all)
	if err != nil {
		return err
	}
	items := slices.DeleteFunc(all, func(line LineChoice) bool { return !IsActivity(line.Activity) })
	return e.JSON(http.StatusOK, map[string]any{"items": items})
}

// deskProposals answers GET /api/proposals?hamlet=&state=&page= for staff: {"items":
// [ProposalRow], "more", "hamlets", "may_decide", "may_record"}, most supported
// first; a hamlet head's own areas only.
func deskProposals(e *core.RequestEvent) error {
	f, err := deskFilter(e)
	if err != nil {
		return err
	}
	items, more, err := pageOf(e.App, f)
	if err != nil {
		return err
	}
	hamlets, err := hamletsOf(e.App)
	if err != nil {
		return err
	}
	hamlets = slices.DeleteFunc(hamlets, func(one HamletCount) bool { return f.Hamlets != nil && !slices.Contains(f.Hamlets, one.ID) })
	may := slices.ContainsFunc(hamlets, func(one HamletCount) bool { return mayRecord(e.App, e.Auth, one.ID) == nil })
	return e.JSON(http.StatusOK, map[string]any{"items": items, "more": more, "hamlets": hamlets, "may_record": may, "may_decide": mayDecide(e.App, e.Auth) == nil})
}

func deskFilter(e *core.RequestEvent) (proposalFilter, error) {
	f, err := proposalFilterIn(e)
	if err != nil {
		return f, err
	}
	f.Hidden, f.Supported = true, true
	if e.Auth.IsSuperuser() {
		return f, nil
	}
	reach, err := delegation.ReachOf(e.App, e.Auth)
	if err == nil && !reach.Everywhere {
		f.Hamlets = append([]string{}, reach.Hamlets...)
	}
	return f, err
}

// deskProposal answers GET /api/proposals/{id} for staff with a [ProposalAnswer]
// and what the reader may do.
func deskProposal(e *core.RequestEvent) error {
	answer, err := proposalOf(e.App, e.Request.PathValue("id"), true)
	if err != nil {
		return err
	}
	f, err := deskFilter(e)
	if err != nil {
		return err
	}
	if f.Hamlets != nil && !slices.Contains(f.Hamlets, answer.Hamlet) {
		return errNoProposal
	}
	return e.JSON(http.StatusOK, struct {
		*ProposalAnswer
		MayDecide bool `json:"may_decide"`
		MayRecord bool `json:"may_record"`
		MayKeep   bool `json:"may_keep"`
	}{answer, mayDecide(e.App, e.Auth) == nil, mayRecord(e.App, e.Auth, answer.Hamlet) == nil, mayKeep(e.App, e.Auth) == nil})
}

// deskProposalsCSV answers GET /api/proposals/csv for staff: the list for the
// musdes, with the filters of the inbox.
func deskProposalsCSV(e *core.RequestEvent) error {
	f, err := deskFilter(e)
	if err != nil {
		return err
	}
	f.Most, f.From = mostInFile, 0
	rows, err := proposalsBy(e.App, f)
	if err != nil {
		return err
	}
	e.Response.Header().Set("Content-Disposition", `attachment; filename="usulan-musdes.csv"`)
	return e.Blob(http.StatusOK, kindCSV, proposalTable(rows))
}
