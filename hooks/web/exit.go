package web

import "github.com/spf13/cobra"

// Heed wraps commands so that it is known afterwards whether the one that ran
// failed: PocketBase prints what a command returns, drops it and exits with 0,
// and scripts would take a refused import for a done one.
func Heed(commands ...*cobra.Command) (failed func() bool) {
	var failure error
	for _, command := range commands {
		run := command.RunE
		command.RunE = func(command *cobra.Command, args []string) error {
			failure = run(command, args)
			return failure
		}
	}
	return func() bool { return failure != nil }
}
