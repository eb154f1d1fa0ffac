package programs

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var errNoProgram = fault.New(fault.NotFound, "program.missing",
	"Program ini tidak ada atau belum diterbitkan.", "There is no such program, or it is not published yet.")

// ProgramAnswer is a program with all that belongs to it.
type ProgramAnswer struct {
	ProgramRow
	Goal           string            `json:"goal"`
	GoalEN         string            `json:"goal_en"`
	Owner          string            `json:"owner"`
	StoppedBecause string            `json:"stopped_because"`
	Proposals      []ProposalRow     `json:"proposals"`  // that asked for it, most supported first
	Milestones     []MilestoneAnswer `json:"milestones"` // from 0 % on
	LineID         string            `json:"budget_line,omitempty"`
	NamesPublic    bool              `json:"names_public"` // beneficiaries may be named, shortened
}

// MilestoneAnswer is a milestone: files lie at /api/files/milestones/{id}/{file}.
type MilestoneAnswer struct {
	ID      string   `json:"id"`
	Percent int      `json:"percent"`
	On      string   `json:"on"`
	Note    string   `json:"note"`
	Photos  []string `json:"photos"`
	Alt     string   `json:"alt"`
	Papers  []string `json:"papers"`
	By      string   `json:"by"`
}

// programOf is one program; drafts for staff only.
func programOf(app core.App, id string, drafts bool) (*ProgramAnswer, error) {
	rows, err := rowsOf(app, Filter{ID: id, Drafts: drafts})
	if err != nil {
		return nil, err
	}
	if id == "" || len(rows) == 0 {
		return nil, errNoProgram
	}
	record, err := app.FindRecordById("programs", id)
	if err != nil {
		return nil, errNoProgram.Because(err)
	}
	answer := &ProgramAnswer{ProgramRow: rows[0], Goal: record.GetString("goal"), GoalEN: record.GetString("goal_en"), Owner: record.GetString("owner"),
		StoppedBecause: record.GetString("stopped_because"), NamesPublic: record.GetBool("names_public"), Milestones: []MilestoneAnswer{}}
	if drafts {
		answer.LineID = record.GetString("budget_line")
	}
	answer.Proposals, err = proposalsBy(app, proposalFilter{IDs: record.GetStringSlice("proposals"), Most: 50, Supported: true, Hidden: drafts})
	if err != nil {
		return nil, err
	}
	milestones, err := app.FindRecordsByFilter("milestones", "program = {:program}", "percent,on,created", 0, 0, dbx.Params{"program": id})
	if err != nil {
		return nil, err
	}
	for _, one := range milestones {
		answer.Milestones = append(answer.Milestones, MilestoneAnswer{ID: one.Id, Percent: one.GetInt("percent"), On: one.GetString("on"), Note: one.GetString("note"),
			Photos: one.GetStringSlice("photos"), Alt: one.GetString("photos_alt"), Papers: one.GetStringSlice("papers"), By: one.GetString("by")})
	}
	return answer, nil
}
