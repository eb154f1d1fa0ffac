package migrations

import (
	"fmt"

	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// Life events, the population ledger they and every other change of the register
// leave behind, and the months that are closed. All three only grow. People and
// families are named by id as text: the rows outlive the records.
func init() {
	tables := []string{"life_events", "population_entries", "population_months"}
	m.Register(func(app core.App) error {
		for _, part := range []func(core.App) error{lifeEvents, populationEntries, populationMonths, closedMonthsStay, countWhoIsThere} {
			if err := part(app); err != nil {
				return err
			}
		}
		return onlyGrow(app, tables)
	}, drop(tables...))
}

func lifeEvents(app core.App) error {
	events := core.NewBaseCollection("life_events")
	events.Fields.Add(
		neededChoice("kind", "birth", "death", "arrival", "departure", "missing", "away", "found",
			"household_split", "household_join", "head_change", "move_within", "invalid", "reversal"),
		text("resident", 15), text("household", 15),
		needed("event_date", 10), needed("reported_on", 10), // days
		text("reported_by", 150),
		structured("data", 100_000), structured("before", 200_000),
		text("document", 100), // number of the akta or the surat pindah
		needed("month", 7),    // in which it counts
		text("hamlet", 15),
		text("recorded_by", 15), needed("recorder_name", 150), text("recorder_title", 150),
		text("note", 2000),
		text("reverses", 15),
		created(),
	)
	events.AddIndex("idx_life_events_resident", false, "resident", "")
	events.AddIndex("idx_life_events_household", false, "household", "household != ''")
	events.AddIndex("idx_life_events_created", false, "created", "")
	events.AddIndex("idx_life_events_reverses", true, "reverses", "reverses != ''")
	keepForGood(events)
	return app.Save(events)
}

func populationEntries(app core.App) error {
	entries := core.NewBaseCollection("population_entries")
	entries.Fields.Add(
		needed("month", 7), needed("cause", 20), needed("hamlet", 15),
		choice("sex", "L", "P"), choice("citizenship", "WNI", "WNA"), // both empty for households
		number("persons"), number("households"), // signed
		text("event", 15), text("import", 15),
		date("at"),
	)
	// Covering: a report never reads the table itself.
	entries.AddIndex("idx_population_entries_month", false, "month, hamlet, cause, sex, citizenship, persons, households", "")
	entries.AddIndex("idx_population_entries_event", false, "event", "event != ''")
	keepForGood(entries)
	return app.Save(entries)
}

func populationMonths(app core.App) error {
	months := core.NewBaseCollection("population_months")
	months.Fields.Add(
		needed("month", 7), date("closed_at"),
		text("closed_by", 15), needed("closer_name", 150), text("closer_title", 150),
		structured("opening", 500_000), structured("closing", 500_000), // by hamlet
		needed("hash", 64),
	)
	months.AddIndex("idx_population_months_month", true, "month", "")
	keepForGood(months)
	return app.Save(months)
}

// closedMonthsStay refuses entries up to the last closed month, from whoever.
func closedMonthsStay(app core.App) error {
	_, err := app.DB().NewQuery(`CREATE TRIGGER population_entries_closed BEFORE INSERT ON population_entries
		WHEN NEW.month <= (SELECT max(month) FROM population_months)
		BEGIN SELECT RAISE(ABORT, 'population month is closed'); END`).Execute()
	return err
}

// countWhoIsThere is the ledger's first line for a register that is older than it.
func countWhoIsThere(app core.App) error {
	for _, counted := range []string{
		`SELECT hamlet, sex, CASE citizenship WHEN 'WNA' THEN 'WNA' ELSE 'WNI' END, count(*), 0
			FROM residents WHERE life_status = 'hidup' GROUP BY 1, 2, 3`,
		`SELECT hamlet, '', '', 0, count(*) FROM households
			WHERE EXISTS (SELECT 1 FROM residents WHERE household = households.id AND life_status = 'hidup') GROUP BY 1`,
	} {
		_, err := app.DB().NewQuery(`INSERT INTO population_entries (month, cause, at, hamlet, sex, citizenship, persons, households)
			SELECT strftime('%Y-%m', 'now'), 'registered', strftime('%Y-%m-%d %H:%M:%fZ'), counted.* FROM (` + counted + `) counted`).Execute()
		if err != nil {
			return err
		}
	}
	return nil
}

// onlyGrow adds the triggers of 1790000700 to more tables.
func onlyGrow(app core.App, tables []string) error {
	for _, table := range tables {
		for _, verb := range []string{"UPDATE", "DELETE"} {
			_, err := app.DB().NewQuery(fmt.Sprintf(
				`CREATE TRIGGER %[1]s_no_%[2]s BEFORE %[2]s ON %[1]s BEGIN SELECT RAISE(ABORT, '%[1]s is append-only'); END`,
				table, verb)).Execute()
			if err != nil {
				return err
			}
		}
	}
	return nil
}
