package statistics

import (
	"fmt"

	"github.com/pocketbase/pocketbase/core"
	"github.com/spf13/cobra"
)

// Command is mdesa statistics: makes at once what the night would make. It may be
// used while the server runs, which shows it within ten minutes.
func Command(app core.App) *cobra.Command {
	var again bool
	command := &cobra.Command{
		Use:   "statistics [--again]",
		Short: "Publishes the statistics that are due",
		Long: "Publishes the statistics that are due: the population once in a half-year, and the months that are over.\n" +
			"--again counts the population anew, after a large import or correction. Don't use it for a few people: who compares both would see who they are.",
		Args:         cobra.NoArgs,
		SilenceUsage: true,
		RunE: func(command *cobra.Command, _ []string) error {
			if err := app.RunAllMigrations(); err != nil {
				return err
			}
			made, err := Publish(app, again)
			for _, key := range made {
				fmt.Fprintln(command.OutOrStdout(), key)
			}
			if err == nil && len(made) == 0 {
				fmt.Fprintln(command.OutOrStdout(), "Tidak ada yang jatuh tempo. / Nothing is due.")
			}
			return err
		},
	}
	command.Flags().BoolVar(&again, "again", false, "count the population anew")
	return command
}
