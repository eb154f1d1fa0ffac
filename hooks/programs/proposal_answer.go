package programs

import (
	"encoding/json"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/mask"
)

var errNoProposal = fault.New(fault.NotFound, "proposal.missing",
	"Usulan ini tidak ada, sudah ditarik, atau disembunyikan.", "There is no such proposal, or it was withdrawn or hidden.")

// ProposalRow is a proposal in a list. Money is in whole rupiah, moments are as
// PocketBase writes them, in UTC.
type ProposalRow struct {
	ID         string   `db:"id" json:"id"`
	Title      string   `db:"title" json:"title"`
	Need       string   `db:"need" json:"need"`
	Hamlet     string   `db:"hamlet" json:"hamlet"`
	HamletName string   `db:"hamlet_name" json:"hamlet_name"`
	Origin     string   `db:"origin" json:"origin"`         // meeting, resident
	MeetingOn  string   `db:"meeting_on" json:"meeting_on"` // of a meeting
	By         string   `db:"maker" json:"by"`              // of a resident, shortened: "W*** S***"
	Field      string   `db:"field" json:"field"`
	Place      string   `db:"place" json:"place"`
	Lat        float64  `db:"lat" json:"lat"` // 0, 0: by words only
	Lon        float64  `db:"lon" json:"lon"`
	Cost       int64    `db:"cost" json:"cost"`
	State      string   `db:"state" json:"state"`
	Supports   int      `db:"supports" json:"supports"`
	Reason     string   `db:"reason" json:"reason"`
	DecidedBy  string   `db:"decided_by" json:"decided_by"`
	DecidedAt  string   `db:"decided_at" json:"decided_at"`
	Year       int      `db:"year" json:"year"` // of the plan that it was accepted for
	MergedInto string   `db:"merged_into" json:"merged_into"`
	PhotosKept string   `db:"photos" json:"-"`
	Photos     []string `db:"-" json:"photos"` // at /api/files/proposals/{id}/{file}
	Alt        string   `db:"photos_alt" json:"alt"`
	Created    string   `db:"created" json:"created"`
	Hidden     string   `db:"hidden_because" json:"hidden_because,omitempty"` // for staff
	Minutes    string   `db:"minutes" json:"minutes,omitempty"`               // for staff
	Program    *Link    `db:"-" json:"program"`                               // that came of it, if it is published
}

// Link is what came of a proposal.
type Link struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	TitleEN  string `json:"title_en"`
	State    string `json:"state"`
	Progress int    `json:"progress"`
}

// ProposalAnswer is a proposal with what was merged into it, and what it became a
// part of.
type ProposalAnswer struct {
	ProposalRow
	Merged []ProposalRow `json:"merged"`
	Into   *ProposalRow  `json:"into"`
}

type proposalFilter struct {
	IDs                     []string // nil: all
	Hamlet, State, MergedTo string
	Hamlets                 []string // nil: of all
	Hidden                  bool     // also what is hidden or withdrawn: for staff
	Supported               bool     // ordered by supports; else the newest first
	Most, From              int
}

var proposalColumns = []string{"p.id", "p.title", "p.need", "p.hamlet", "COALESCE(h.name, '') AS hamlet_name", "p.origin", "p.meeting_on",
	"COALESCE(a.name, '') AS maker", "p.field", "p.place", "COALESCE(p.point ->> 'lat', 0) AS lat", "COALESCE(p.point ->> 'lon', 0) AS lon", "p.cost", "p.state",
	"p.supports", "p.reason", "p.decided_by", "p.decided_at", "p.year", "p.merged_into", "p.photos", "p.photos_alt", "p.created", "p.hidden_because", "p.minutes"}

// proposalsBy lists proposals as all may read them; hidden ones and what goes with
// them for staff only.
func proposalsBy(app core.App, f proposalFilter) ([]ProposalRow, error) {
	rows := []ProposalRow{}
	query := app.ConcurrentDB().Select(proposalColumns...).From("proposals p").
		LeftJoin("hamlets h", dbx.NewExp("h.id = p.hamlet")).LeftJoin("accounts a", dbx.NewExp("a.id = p.account AND p.account != ''"))
	if !f.Hidden {
		query.AndWhere(dbx.NewExp("p.hidden_because = '' AND p.state != 'withdrawn'"))
	}
	if f.IDs != nil {
		query.AndWhere(dbx.NewExp("p.id IN (SELECT value FROM json_each({:ids}))", dbx.Params{"ids": asJSON(f.IDs)}))
	}
	if f.Hamlets != nil {
		query.AndWhere(dbx.NewExp("p.hamlet IN (SELECT value FROM json_each({:hamlets}))", dbx.Params{"hamlets": asJSON(f.Hamlets)}))
	}
	for column, value := range map[string]string{"p.hamlet": f.Hamlet, "p.state": f.State, "p.merged_into": f.MergedTo} {
		if value != "" {
			query.AndWhere(dbx.HashExp{column: value})
		}
	}
	order := []string{"p.created DESC", "p.id"}
	if f.Supported {
		order = append([]string{"p.supports DESC"}, order...)
	}
	if err := query.OrderBy(order...).Limit(int64(f.Most)).Offset(int64(f.From)).All(&rows); err != nil {
		return nil, err
	}
	for i := range rows {
		row := &rows[i]
		row.By, row.Photos = mask.Name(row.By), []string{}
		_ = json.Unmarshal([]byte(row.PhotosKept), &row.Photos) // a list, or nothing
		if !f.Hidden {
			row.Minutes, row.Hidden = "", ""
		}
	}
	return rows, addPrograms(app, rows, f.Hidden)
}

// addPrograms says what came of proposals.
func addPrograms(app core.App, rows []ProposalRow, drafts bool) error {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	var found []struct {
		Proposal, ID, Title, State string
		TitleEN                    string `db:"title_en"`
		Progress                   int
	}
	published := "p.published = TRUE AND "
	if drafts {
		published = ""
	}
	err := app.ConcurrentDB().NewQuery(`SELECT j.value proposal, p.id, p.title, p.title_en, p.state, p.progress FROM programs p, json_each(p.proposals) j
		WHERE ` + published + `j.value IN (SELECT value FROM json_each({:ids})) ORDER BY p.created DESC`).Bind(dbx.Params{"ids": asJSON(ids)}).All(&found)
	of := map[string]*Link{}
	for _, one := range found {
		of[one.Proposal] = &Link{one.ID, one.Title, one.TitleEN, one.State, one.Progress}
	}
	for i := range rows {
		rows[i].Program = of[rows[i].ID]
	}
	return err
}

// proposalOf is one proposal; hidden ones for staff only.
func proposalOf(app core.App, id string, hidden bool) (*ProposalAnswer, error) {
	one := func(id string) (*ProposalRow, error) {
		rows, err := proposalsBy(app, proposalFilter{IDs: []string{id}, Hidden: hidden, Most: 1})
		if err != nil || len(rows) == 0 {
			return nil, err
		}
		return &rows[0], nil
	}
	row, err := one(id)
	if err != nil {
		return nil, err
	}
	if row == nil {
		return nil, errNoProposal
	}
	answer := &ProposalAnswer{ProposalRow: *row}
	if row.MergedInto != "" {
		if answer.Into, err = one(row.MergedInto); err != nil {
			return nil, err
		}
	}
	answer.Merged, err = proposalsBy(app, proposalFilter{MergedTo: id, Hidden: hidden, Most: 50, Supported: true})
	return answer, err
}
