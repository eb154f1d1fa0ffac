package demo

import (
	"io"

	"github.com/spf13/cobra"
)

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
