package programs

import (
	"errors"
	"net/http"
	"strconv"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

// MyProgram is a program that concerns a resident.
type MyProgram struct {
	ID         string `db:"id" json:"id"`
	Title      string `db:"title" json:"title"`
	TitleEN    string `db:"title_en" json:"title_en"`
	HamletName string `db:"hamlet_name" json:"hamlet_name"` // empty: the whole village
	State      string `db:"state" json:"state"`
	Progress   int    `db:"progress" json:"progress"`
	Asked      bool   `db:"asked" json:"asked"`       // the resident asked for it, or supported who did
	Receives   bool   `db:"receives" json:"receives"` // something of it comes to them or their household
	Latest     string `db:"latest" json:"latest"`     // day of the newest milestone, empty: none
	Updated    string `db:"updated" json:"updated"`   // a moment in UTC
}

// mine finds what a resident asked for or receives, and what is done in their
// hamlet and for the whole village: theirs first, then what changed last.
const mine = "SELECT p.id, p.title, p.title_en, COALESCE(h.name, '') hamlet_name, p.state, p.progress, p.updated," + `
	EXISTS (SELECT 1 FROM json_each(p.proposals) j JOIN proposals u ON u.id = j.value
		WHERE u.account = {:me} OR EXISTS (SELECT 1 FROM proposal_supports s WHERE s.proposal = u.id AND s.account = {:me})) asked,
	p.id IN (SELECT program FROM beneficiaries WHERE status = 'active' AND target = 'person' AND resident != '' AND resident = {:resident}
		UNION SELECT program FROM beneficiaries WHERE status = 'active' AND target = 'household' AND household != '' AND household = {:household}) receives,
	COALESCE((SELECT MAX(m.` + "`on`" + `) FROM milestones m WHERE m.program = p.id AND m.waiting = FALSE), '') latest
	FROM programs p LEFT JOIN hamlets h ON h.id = p.hamlet
	WHERE p.published = TRUE AND p.year >= {:year}
		AND (p.hamlet = '' OR p.hamlet IN (SELECT value FROM json_each({:areas})) OR asked OR receives)
	ORDER BY asked OR receives DESC, p.updated DESC LIMIT 30`

// myPrograms answers GET /api/programs/mine for residents: {"hamlet": {id, name},
// "items": [MyProgram]} of this year and the last.
func myPrograms(e *core.RequestEvent) error {
	home, areas, err := homeOf(e.App, e.Auth.Id)
	if err != nil {
		return err
	}
	year, _ := strconv.Atoi(office.Today(e.App)[:4])
	items := []MyProgram{}
	err = e.App.ConcurrentDB().NewQuery(mine).Bind(dbx.Params{"me": e.Auth.Id, "resident": home.Resident, "household": home.Household,
		"areas": asJSON(areas), "year": year - 1}).All(&items)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"hamlet": home, "items": items})
}

// Home is the hamlet of somebody.
type Home struct {
	ID   string `db:"id" json:"id"`
	Name string `db:"name" json:"name"`
	// Who lives there, and with whom.
	Resident  string `db:"resident" json:"-"`
	Household string `db:"household" json:"-"`
}

func homeOf(app core.App, account string) (home Home, areas []string, err error) {
	err = app.ConcurrentDB().NewQuery(`SELECT h.id, h.name, r.id resident, r.household FROM accounts a JOIN residents r ON r.id = a.resident JOIN hamlets h ON h.id = r.hamlet WHERE a.id = {:id}`).
		Bind(dbx.Params{"id": account}).One(&home)
	if err != nil {
		return home, nil, errNoHome.Because(err)
	}
	areas, err = areasOf(app, home.ID)
	return home, areas, err
}

var errNoHome = fault.New(fault.NotFound, "program.no_home",
	"Banjar Anda belum tercatat di register desa. Tanyakan ke kantor desa.",
	"Your hamlet is not in the village's register yet. Please ask the office.")

// myProposals answers GET /api/proposals/mine for residents: {"items": [ProposalRow]}
// of their own, also withdrawn ones, "supported": {proposal id: support id}, their
// "hamlet", the "areas" (ids) whose proposals they may support, and "why_not", the
// key of what keeps them from taking part.
func myProposals(e *core.RequestEvent) error {
	home, areas, err := homeOf(e.App, e.Auth.Id)
	if err != nil {
		return err
	}
	var ids []string
	if err := e.App.ConcurrentDB().Select("id").From("proposals").Where(dbx.HashExp{"account": e.Auth.Id}).AndWhere(dbx.NewExp("account != ''")).Column(&ids); err != nil {
		return err
	}
	items, err := proposalsBy(e.App, proposalFilter{IDs: append([]string{}, ids...), Hidden: true, Most: 200})
	if err != nil {
		return err
	}
	if err := addPrograms(e.App, items, false); err != nil { // drafts are the desk's
		return err
	}
	var rows []struct{ ID, Proposal string }
	if err := e.App.ConcurrentDB().Select("id", "proposal").From("proposal_supports").Where(dbx.HashExp{"account": e.Auth.Id}).All(&rows); err != nil {
		return err
	}
	supported := map[string]string{}
	for _, row := range rows {
		supported[row.Proposal] = row.ID
	}
	why := ""
	var told *fault.Fault
	if _, err := mayTakePart(e.App, e.Auth.Id, ""); errors.As(err, &told) {
		why = told.In(fault.Lang(e))
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items, "supported": supported, "hamlet": home, "areas": areas, "why_not": why})
}
