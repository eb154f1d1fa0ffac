package programs

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// moneyOf reads budget lines, by id. Those of a budget that is not published are
// for staff only.
func moneyOf(app core.App, lines map[string]bool, drafts bool) (map[string]*Money, error) {
	ids := make([]string, 0, len(lines))
	for id := range lines {
		ids = append(ids, id)
	}
	var found []struct {
		ID, Code, Activity, Name, Source, Carries string
		Leaf                                      bool
		Plan, Revised, Realised                   int64
		Year                                      int
		Revision, Until                           string
	}
	published := " AND b.published = TRUE"
	if drafts {
		published = ""
	}
	err := app.ConcurrentDB().NewQuery(`SELECT l.id, l.code, l.activity, l.name, l.source, l.carries, l.leaf, l.plan, l.revised, l.realised,
		b.year, b.revision_decree revision, b.realised_until until FROM budget_lines l JOIN budgets b ON b.id = l.budget
		WHERE l.id IN (SELECT value FROM json_each({:ids}))` + published).Bind(dbx.Params{"ids": asJSON(ids)}).All(&found)
	money := map[string]*Money{}
	for _, line := range found {
		one := &Money{Year: line.Year, Code: line.Code, Activity: line.Activity, Name: line.Name, Source: line.Source, Plan: line.Plan, Until: line.Until}
		holds := line.Plan
		if line.Revision != "" || line.Revised != 0 {
			one.Revised, holds = &line.Revised, line.Revised
		}
		// A report may be told per activity while the plan goes down to accounts: then
		// the account's 0 says nothing.
		if line.Realised != 0 || line.Until != "" && (!line.Leaf || contains(line.Carries, "realised")) {
			one.Realised = &line.Realised
			one.Percent = percentOf(line.Realised, holds)
		}
		money[line.ID] = one
	}
	return money, err
}

// contains reads a list as the database keeps it.
func contains(list, value string) bool {
	for _, one := range listIn(list) {
		if one == value {
			return true
		}
	}
	return false
}
