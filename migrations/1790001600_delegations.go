package migrations

import (
	"fmt"
	"strings"

	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// Who acts for whom, and what requests and letters keep of it.
func init() {
	m.Register(func(app core.App) error {
		for _, part := range []func(core.App) error{delegations, delegationTriggers, unitOfRequests, delegationOfLetters} {
			if err := part(app); err != nil {
				return err
			}
		}
		return nil
	}, func(app core.App) error {
		for _, verb := range []string{"update", "delete"} {
			if _, err := app.DB().NewQuery("DROP TRIGGER IF EXISTS delegations_no_" + verb).Execute(); err != nil {
				return err
			}
		}
		return drop("delegations")(app)
	})
}

func delegations(app core.App) error {
	made := core.NewBaseCollection("delegations")
	made.Fields.Add(
		to(app, "from", "officers"),     // empty: the post is vacant
		neededTo(app, "to", "officers"), // who acts
		text("from_name", 150), text("from_title", 100), text("to_name", 150), text("to_title", 100),
		neededChoice("post", "hamlet_head", "officer", "secretary", "village_head"), // on whose behalf, or as what
		neededChoice("form", "a.n.", "u.b.", "Plt.", "Plh.", "Pj."),
		text("under", 15),                              // of u.b.: the a.n. that it hangs on
		needed("starts_on", 10), needed("ends_on", 10), // days, inclusive, in the office's zone
		date("starts_at"), date("ends_at"), // the same as moments, for access rules
		toMany(app, "services", "services", 200), // empty: all
		text("decree_number", 120), text("decree_date", 10),
		text("note", 1000),
		choice("made_by_kind", "officer", "superuser"), text("made_by", 15), text("made_by_name", 150),
		text("revoked_on", 10), // the first day on which it no longer holds
		text("revoked_by", 15), text("revoked_by_name", 150),
		created(),
	)
	made.AddIndex("idx_delegations_to", false, "`to`, ends_at", "")
	made.AddIndex("idx_delegations_ends", false, "ends_on", "")
	keepForGood(made)
	return app.Save(made)
}

// delegationTriggers let SQL change nothing but an early end, once.
func delegationTriggers(app core.App) error {
	fixed := []string{"id", "from", "to", "from_name", "from_title", "to_name", "to_title", "post", "form", "under", "starts_on",
		"ends_on", "starts_at", "services", "decree_number", "decree_date", "note", "made_by_kind", "made_by", "made_by_name", "created"}
	changed := make([]string, len(fixed))
	for i, column := range fixed {
		changed[i] = fmt.Sprintf("OLD.`%[1]s` IS NOT NEW.`%[1]s`", column)
	}
	for _, statement := range []string{
		"CREATE TRIGGER delegations_no_delete BEFORE DELETE ON delegations BEGIN SELECT RAISE(ABORT, 'delegations is append-only'); END",
		"CREATE TRIGGER delegations_no_update BEFORE UPDATE ON delegations WHEN OLD.revoked_on != '' OR " + strings.Join(changed, " OR ") +
			" BEGIN SELECT RAISE(ABORT, 'delegations is append-only'); END",
	} {
		if _, err := app.DB().NewQuery(statement).Execute(); err != nil {
			return err
		}
	}
	return nil
}

// unitOfRequests says which unit of the office a request waits for; empty: any.
func unitOfRequests(app core.App) error { return addForGood(app, "requests", text("waiting_unit", 40)) }

func delegationOfLetters(app core.App) error {
	return addForGood(app, "letters", text("delegation", 15))
}

func addForGood(app core.App, collection string, field core.Field) error {
	grown, err := app.FindCollectionByNameOrId(collection)
	if err != nil {
		return err
	}
	field.SetSystem(true)
	grown.Fields.Add(field)
	return app.Save(grown)
}
