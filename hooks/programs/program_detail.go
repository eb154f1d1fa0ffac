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
	// Who of the office confirmed what a hamlet head recorded; empty: nobody had to.
	ConfirmedBy string `json:"confirmed_by"`
	Waiting     bool   `json:"waiting,omitempty"` // for that; staff only
	Officer     string `json:"officer,omitempty"` // id of who recorded it, while it waits
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
		StoppedBecause: record.GetString("stopped_because"), NamesPublic: record.GetBool("names_public")}
	if drafts {
		answer.LineID = record.GetString("budget_line")
	}
	answer.Proposals, err = proposalsBy(app, proposalFilter{IDs: record.GetStringSlice("proposals"), Most: 50, Supported: true, Hidden: drafts})
	if err != nil {
		return nil, err
	}
	answer.Milestones, err = milestonesOf(app, id, drafts)
	return answer, err
}

// milestonesOf are a program's milestones; those that wait for staff only.
func milestonesOf(app core.App, program string, waiting bool) ([]MilestoneAnswer, error) {
	list := []MilestoneAnswer{}
	records, err := app.FindRecordsByFilter("milestones", "program = {:program}", "percent,on,created", 0, 0, dbx.Params{"program": program})
	for _, one := range records {
		if one.GetBool("waiting") && !waiting {
			continue
		}
		answer := MilestoneAnswer{ID: one.Id, Percent: one.GetInt("percent"), On: one.GetString("on"), Note: one.GetString("note"),
			Photos: one.GetStringSlice("photos"), Alt: one.GetString("photos_alt"), Papers: one.GetStringSlice("papers"),
			By: one.GetString("by"), ConfirmedBy: one.GetString("confirmed_by"), Waiting: one.GetBool("waiting")}
		if answer.Waiting {
			answer.Officer = one.GetString("officer")
		}
		list = append(list, answer)
	}
	return list, err
}
