package demo

import (
	"io"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/spf13/cobra"
)

// countedBefore lets the ledger of the population begin a month ago, so that a
// month can be closed. Its entries never change otherwise: the trigger that says so
// steps aside for this one statement.
func (v *Village) countedBefore() error {
	here := v.fate.today.In(v.clock.Location())
	month := time.Date(here.Year(), here.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, -1, 0).Format("2006-01")
	const trigger = "population_entries_no_UPDATE"
	var made string
	if err := v.app.DB().Select("sql").From("sqlite_master").Where(dbx.HashExp{"name": trigger}).Row(&made); err != nil {
		return err
	}
	for _, statement := range []string{"DROP TRIGGER " + trigger, "UPDATE population_entries SET month = '" + month + "'", made} {
		if _, err := v.app.DB().NewQuery(statement).Execute(); err != nil {
			return err
		}
	}
	return nil
}

// publish makes the village's statistics, as the night would.
func (v *Village) publish(commands *cobra.Command) error {
	command, _, err := commands.Find([]string{"statistics"})
	if err != nil {
		return err
	}
	out := command.OutOrStdout()
	command.SetOut(io.Discard)
	defer command.SetOut(out)
	return command.RunE(command, nil)
}
