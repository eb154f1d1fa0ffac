package migrations

import (
	"fmt"

	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// Who saw what of whom. Rows are only ever added, in one chain; what is older
// than the office keeps it is cut off at the beginning, and the cut stays on
// record with the hash that the rest of the chain goes on from.
func init() {
	m.Register(func(app core.App) error {
		audit := core.NewBaseCollection("audit")
		audit.Fields.Add(
			number("seq"),
			date("at"),
			neededChoice("actor_kind", "officer", "superuser"),
			text("actor", 15), text("actor_name", 150), text("actor_title", 100),
			needed("what", 20),
			needed("purpose", 20),
			text("request", 15), // the one at hand
			text("note", 500),
			text("resident", 15),  // empty: many at once
			text("hamlets", 2000), // ids with commas: whose people, empty for everybody
			number("count"),       // of residents, where there were many
			text("prev_hash", 64), text("hash", 64),
		)
		audit.AddIndex("idx_audit_seq", true, "seq", "")
		audit.AddIndex("idx_audit_resident", false, "resident, at", "")
		audit.AddIndex("idx_audit_actor", false, "actor, at", "")
		keepForGood(audit)
		if err := app.Save(audit); err != nil {
			return err
		}

		cuts := core.NewBaseCollection("audit_cuts")
		cuts.Fields.Add(number("upto"), needed("hash", 64), number("count"), date("at"))
		cuts.AddIndex("idx_audit_cuts_upto", true, "upto", "")
		keepForGood(cuts)
		if err := app.Save(cuts); err != nil {
			return err
		}
		return auditTriggers(app)
	}, drop("audit", "audit_cuts"))
}

// auditTriggers: nothing changes, and only what a cut covers goes. A cut fits
// the chain and covers nothing that is younger than a year.
func auditTriggers(app core.App) error {
	refused := func(table, verb, when string) string {
		return fmt.Sprintf(`CREATE TRIGGER %[1]s_no_%[2]s BEFORE %[2]s ON %[1]s %[3]s BEGIN SELECT RAISE(ABORT, '%[1]s is append-only'); END`, table, verb, when)
	}
	for _, statement := range []string{
		refused("audit", "UPDATE", ""),
		refused("audit", "DELETE", "WHEN NOT EXISTS (SELECT 1 FROM audit_cuts WHERE upto >= OLD.seq)"),
		refused("audit_cuts", "UPDATE", ""),
		refused("audit_cuts", "DELETE", ""),
		refused("audit_cuts", "INSERT", `WHEN NOT EXISTS (SELECT 1 FROM audit WHERE seq = NEW.upto AND hash = NEW.hash)
			OR EXISTS (SELECT 1 FROM audit WHERE seq <= NEW.upto AND at > strftime('%Y-%m-%d %H:%M:%fZ', 'now', '-365 days'))`),
	} {
		if _, err := app.DB().NewQuery(statement).Execute(); err != nil {
			return fmt.Errorf("%w: %s", err, statement)
		}
	}
	return nil
}
