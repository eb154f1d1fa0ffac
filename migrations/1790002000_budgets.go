package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// The village budget (APBDes), as Permendagri 20/2018 lays it out. All amounts
// are whole rupiah.
func init() {
	m.Register(func(app core.App) error {
		budgets := core.NewBaseCollection("budgets")
		budgets.Fields.Add(
			&core.NumberField{Name: "year", OnlyInt: true, Required: true},
			text("decree", 120), text("decree_on", 10), // the Perdes that set it
			text("revision_decree", 120), text("revision_decree_on", 10), // the Perdes of the last revision
			text("realised_until", 10), // day up to which realisation is counted
			flag("published"),
			text("note", 2000),
		)
		stamped(budgets)
		budgets.AddIndex("idx_budgets_year", true, "year", "")
		if err := app.Save(budgets); err != nil {
			return err
		}

		lines := core.NewBaseCollection("budget_lines")
		lines.Fields.Add(
			neededTo(app, "budget", "budgets"),
			// Unique in its budget: the account ("4.2.1"), for spending the activity's
			// code, a space and the account ("02.03.10 5.3"), or the activity alone.
			needed("code", 60),
			text("parent", 60),   // code of the line above; empty at the top
			text("activity", 20), // "02.03.10" of spending, also of what stands above it: "02.03", "02"
			text("account", 20),  // "5.3", empty where the line is an activity
			needed("name", 300),
			neededChoice("part", "income", "spending", "financing_in", "financing_out"),
			text("field", 2),   // "01"–"05" of spending
			text("source", 60), // DDS, ADD, PAD, PBH …: the source of funds
			flag("leaf"),       // carries amounts of its own; the others are sums
			// Stages whose amount stands here: a realisation may be told per activity
			// while the plan goes down to accounts.
			&core.SelectField{Name: "carries", Values: []string{"plan", "revised", "realised"}, MaxSelect: 3},
			number("plan"), number("revised"), number("realised"), // own or sum; 0 also where nothing is said
			number("sort"),
		)
		stamped(lines)
		lines.AddIndex("idx_budget_lines_code", true, "budget, code", "")
		lines.AddIndex("idx_budget_lines_order", false, "budget, sort", "")
		if err := app.Save(lines); err != nil {
			return err
		}

		// Every spreadsheet that was taken over, with what it said, every correction by
		// hand and every withdrawal: the history of a budget. Never changed.
		versions := core.NewBaseCollection("budget_versions")
		versions.Fields.Add(
			neededTo(app, "budget", "budgets"),
			neededChoice("stage", "plan", "revised", "realised"),
			number("number"), // the how many-eth of its stage
			neededChoice("kind", "file", "hand", "withdrawal"),
			number("restores"), // of a withdrawal: the version whose figures hold again; 0: none
			text("decree", 120), text("decree_on", 10), text("as_of", 10),
			text("file_name", 200), text("note", 500),
			structured("lines", 8<<20), // [{code, name, source, amount}]
			structured("names", 4<<20), // code → name of what stands above the lines
			structured("totals", 10_000),
			to(app, "officer", "officers"), text("by", 150),
			date("at"),
		)
		versions.AddIndex("idx_budget_versions", true, "budget, stage, number", "")
		keepForGood(versions)
		if err := app.Save(versions); err != nil {
			return err
		}
		for _, verb := range []string{"UPDATE", "DELETE"} {
			if _, err := app.DB().NewQuery(never("budget_versions", verb)).Execute(); err != nil {
				return err
			}
		}
		return nil
	}, drop("budget_versions", "budget_lines", "budgets"))
}
