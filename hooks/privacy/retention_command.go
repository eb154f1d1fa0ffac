package privacy

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/spf13/cobra"
)

var errNeverLooked = errors.New("look first: run \"mdesa retention\" without --do and read what would go; it holds for 7 days and this schedule")

// Command is mdesa retention: it shows what would go by the office's schedule,
// and with --do takes it away.
func Command(app core.App) *cobra.Command {
	var do bool
	command := &cobra.Command{
		Use:          "retention",
		Short:        "Shows what is kept longer than the office's schedule says; --do removes it",
		Args:         cobra.NoArgs,
		SilenceUsage: true, // what goes wrong here is not about the flags
		RunE: func(command *cobra.Command, _ []string) error {
			return runByHand(app, do, time.Now(), command.OutOrStdout())
		},
	}
	command.Flags().BoolVar(&do, "do", false, "remove it, after a dry run was looked at")
	return command
}

func runByHand(app core.App, do bool, at time.Time, out io.Writer) error {
	if do {
		schedule, err := scheduleOf(app)
		if err != nil {
			return err
		}
		looked, err := lookedAt(app, schedule, at)
		if err != nil {
			return err
		}
		if !looked {
			return errNeverLooked
		}
	}
	run, err := Run(app, ByCommand, !do, at)
	if run != nil {
		if reportErr := report(run, out); reportErr != nil {
			return reportErr
		}
	}
	return err
}

// named is how the command calls each kind.
var named = map[string]string{
	Uploads:       "uploaded files of requests that are over",
	Rejected:      "rejected, cancelled and expired requests",
	Requests:      "completed requests without a letter",
	Registrations: "settled registrations",
	Information:   "people in answered requests for information",
	Aid:           "people in aid that is over",
	Comments:      "words of ratings",
	Notices:       "notices and their receipts",
	Trail:         "entries of who saw what",
}

func report(run *core.Record, out io.Writer) error {
	counts, examples, schedule := map[string]int{}, map[string][]string{}, Schedule{}
	if err := errors.Join(run.UnmarshalJSONField("counts", &counts), run.UnmarshalJSONField("examples", &examples),
		run.UnmarshalJSONField("schedule", &schedule)); err != nil {
		return err
	}
	verb := "removed"
	if run.GetBool("dry") {
		verb = "would go"
	}
	var text strings.Builder
	for _, kind := range Kinds {
		days := brooms[kind].days(schedule)
		if days == 0 {
			fmt.Fprintf(&text, "%-45s kept for ever\n", named[kind])
			continue
		}
		fmt.Fprintf(&text, "%-45s older than %d days: %d %s", named[kind], days, counts[kind], verb)
		if shown := examples[kind]; len(shown) > 0 {
			fmt.Fprintf(&text, " (%s", strings.Join(shown, ", "))
			if counts[kind] > len(shown) {
				text.WriteString(", …")
			}
			text.WriteString(")")
		}
		text.WriteString("\n")
	}
	if run.GetBool("dry") {
		text.WriteString("Nothing was changed. mdesa retention --do removes it.\n")
	}
	_, err := io.WriteString(out, text.String())
	return err
}
