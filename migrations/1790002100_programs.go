package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// From what a hamlet asks for to what is built of it, and back. Files are
// protected, so that those of drafts follow the rules of their records.
func init() {
	m.Register(func(app core.App) error {
		for _, make := range []func(core.App) error{proposalsAndSupports, programsAndMilestones} {
			if err := make(app); err != nil {
				return err
			}
		}
		return nil
	}, drop("milestones", "programs", "proposal_supports", "proposals"))
}

func sitePhotos(name string, max int) *core.FileField {
	return &core.FileField{Name: name, MaxSelect: max, MaxSize: 10 << 20, Protected: true,
		MimeTypes: []string{"image/jpeg", "image/png"}, Thumbs: []string{"480x360", "960x720f"}}
}

func proposalsAndSupports(app core.App) error {
	proposals := core.NewBaseCollection("proposals")
	proposals.Fields.Add(
		needed("title", 150), needed("need", 2000), // what is missing, and for whom
		neededTo(app, "hamlet", "hamlets"),
		neededChoice("origin", "meeting", "resident"),
		text("meeting_on", 10), // day of the hamlet's meeting
		// Who asked, of a resident; who recorded it, of a meeting. Nobody's to read:
		// records are open to all.
		hidden(to(app, "account", "accounts")), hidden(to(app, "officer", "officers")),
		text("field", 2), text("place", 300),
		&core.GeoPointField{Name: "point"}, // 0, 0: by words only
		number("cost"),                     // estimate in whole rupiah; 0: not known
		sitePhotos("photos", 5), text("photos_alt", 300),
		hidden(&core.FileField{Name: "minutes", MaxSelect: 1, MaxSize: 10 << 20, Protected: true, MimeTypes: []string{"application/pdf", "image/jpeg", "image/png"}}),
		choice("state", "open", "accepted", "refused", "merged", "withdrawn"),
		text("reason", 2000), text("decided_by", 150), date("decided_at"),
		number("year"),              // of the plan it was accepted for
		text("hidden_because", 300), // not fit to be seen by all
		number("supports"),
	)
	proposals.Fields.Add(created(), updated())
	proposals.AddIndex("idx_proposals_hamlet", false, "hamlet, state, supports", "")
	proposals.AddIndex("idx_proposals_created", false, "created", "")
	proposals.AddIndex("idx_proposals_account", false, "account, created", "account != ''")
	if err := app.Save(proposals); err != nil {
		return err
	}
	proposals.Fields.Add(to(app, "merged_into", "proposals"))
	if err := app.Save(proposals); err != nil {
		return err
	}

	of, by := neededTo(app, "proposal", "proposals"), neededTo(app, "account", "accounts")
	of.CascadeDelete, by.CascadeDelete = true, true
	supports := core.NewBaseCollection("proposal_supports")
	supports.Fields.Add(of, by,
		to(app, "hamlet", "hamlets"),       // of the supporter, in the register at that moment
		to(app, "moved_from", "proposals"), // that was merged into this one
		created())
	supports.AddIndex("idx_proposal_supports", true, "proposal, account", "")
	supports.AddIndex("idx_proposal_supports_account", false, "account", "")
	return app.Save(supports)
}

func programsAndMilestones(app core.App) error {
	programs := core.NewBaseCollection("programs")
	programs.Fields.Add(
		needed("title", 150), text("title_en", 150),
		needed("goal", 2000), text("goal_en", 2000),
		neededChoice("kind", "works", "activity", "aid"),
		number("year"),
		text("field", 2), text("activity", 20), // Permendagri 20/2018: "02", "02.03.10"
		to(app, "budget_line", "budget_lines"),
		toMany(app, "proposals", "proposals", 50), // what asked for it
		to(app, "hamlet", "hamlets"),              // empty: the whole village
		text("place", 300),
		&core.GeoPointField{Name: "point"}, // 0, 0: by words only
		text("starts_on", 10), text("ends_on", 10),
		text("owner", 150), // who answers for it: the person or team in charge
		text("source", 60), // source of funds, as on the budget line
		number("cost"),     // whole rupiah, where no budget line says it
		choice("state", "planned", "running", "done", "stopped"),
		text("stopped_because", 1000),
		number("progress"), // percent
		// Who gets it may be named in public, shortened, where the office decided so.
		flag("names_public"),
		flag("published"),
	)
	stamped(programs)
	programs.AddIndex("idx_programs_year", false, "year, hamlet", "")
	programs.AddIndex("idx_programs_line", false, "budget_line", "budget_line != ''")
	if err := app.Save(programs); err != nil {
		return err
	}

	of := neededTo(app, "program", "programs")
	of.CascadeDelete = true
	milestones := core.NewBaseCollection("milestones")
	milestones.Fields.Add(of,
		number("percent"), // 0, 50, 100, or between
		needed("on", 10),
		text("note", 2000),
		sitePhotos("photos", 6), text("photos_alt", 300),
		&core.FileField{Name: "papers", MaxSelect: 5, MaxSize: 20 << 20, Protected: true, MimeTypes: []string{"application/pdf"}},
		to(app, "officer", "officers"), text("by", 150),
	)
	stamped(milestones)
	milestones.AddIndex("idx_milestones_program", false, "program, percent", "")
	return app.Save(milestones)
}
