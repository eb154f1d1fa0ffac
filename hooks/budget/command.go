package budget

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/spf13/cobra"

	"mdesa/hooks/fault"
)

// Command is mdesa budget: import and export of a year's budget at the command
// line. It may be used while the server runs, which shows what was imported within
// five minutes.
func Command(app core.App) *cobra.Command {
	command := &cobra.Command{Use: "budget", Short: "Imports and exports the village's budget (APBDes)"}
	command.AddCommand(importCommand(app), exportCommand(app))
	return command
}

func importCommand(app core.App) *cobra.Command {
	var options Options
	var do, english bool
	command := &cobra.Command{
		Use:          "import FILE --year 2026 --stage plan|revised|realised [--do]",
		Short:        "Checks a Siskeudes spreadsheet (.xlsx or CSV), and with --do imports it",
		Args:         cobra.ExactArgs(1),
		SilenceUsage: true,
		RunE: func(command *cobra.Command, args []string) error {
			if err := app.RunAllMigrations(); err != nil {
				return err
			}
			options.FileName = filepath.Base(args[0])
			return inWords(carryOut(app, args[0], options, do, english, command.OutOrStdout()), english)
		},
	}
	flags := command.Flags()
	flags.IntVar(&options.Year, "year", 0, "budget year")
	flags.StringVar(&options.Stage, "stage", "", "plan, revised or realised")
	flags.StringVar(&options.Decree, "decree", "", "the Perdes that it comes with")
	flags.StringVar(&options.DecreeOn, "decree-on", "", "its day, YYYY-MM-DD")
	flags.StringVar(&options.AsOf, "as-of", "", "day up to which a realisation counts, YYYY-MM-DD")
	flags.BoolVar(&options.Draft, "draft", false, "take a budget that does not balance, while it is not published")
	flags.BoolVar(&do, "do", false, "import; without it nothing is written")
	flags.BoolVar(&english, "english", false, "report in English")
	return command
}

func carryOut(app core.App, name string, options Options, do, english bool, out io.Writer) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	about, err := file.Stat()
	if err != nil {
		return err
	}
	report, err := Check(app, file, about.Size(), options)
	if err != nil {
		return err
	}
	report.write(out, english)
	if !do {
		return nil
	}
	if report, err = Import(app, file, about.Size(), options); err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, choose(english, "Diimpor: %s %d, versi %d.\n", "Imported: %s %d, version %d.\n"),
		choose(english, stageNames[options.Stage].id, stageNames[options.Stage].en), options.Year, report.Number)
	return err
}

// write tells a report in the terminal.
func (r *Report) write(out io.Writer, english bool) {
	say := func(id, en string, values ...any) { fmt.Fprintf(out, choose(english, id, en), values...) }
	say("%d baris dibaca, %d rekening; %d perlu diperbaiki, %d peringatan\n", "%d rows read, %d accounts; %d to mend, %d warnings\n", r.Rows, r.Lines, r.Errors, r.Warnings)
	for _, problem := range r.Problems {
		line := fmt.Sprintf("%d%s: %s", problem.Row, problem.Column, choose(english, problem.Text, problem.TextEN))
		if problem.Suggestion != "" {
			line += " → " + problem.Suggestion
		}
		fmt.Fprintln(out, line)
	}
	say("Pendapatan %s, belanja %s, surplus %s, pembiayaan %s − %s, SiLPA %s\n", "Income %s, spending %s, surplus %s, financing %s − %s, left %s\n",
		Rupiah(r.Totals.Income), Rupiah(r.Totals.Spending), Rupiah(r.Surplus), Rupiah(r.Totals.FinancingIn), Rupiah(r.Totals.FinancingOut), Rupiah(r.Left))
	say("%d baru, %d berubah, %d hilang, %d sama\n", "%d new, %d changed, %d gone, %d the same\n", r.Added, r.Changed, r.Removed, r.Same)
	if r.Refused != nil {
		fmt.Fprintln(out, choose(english, r.Refused.Text, r.Refused.TextEN))
	}
}

func choose(english bool, id, en string) string {
	if english {
		return en
	}
	return id
}

// inWords makes a fault's text the error that is printed.
func inWords(err error, english bool) error {
	var said *fault.Fault
	if errors.As(err, &said) {
		return errors.New(said.In(choose(english, "id", "en")))
	}
	return err
}

func exportCommand(app core.App) *cobra.Command {
	year := 0
	command := &cobra.Command{
		Use:          "export FILE --year 2026",
		Short:        "Writes a year's budget to an .xlsx or .csv file that can be imported again",
		Args:         cobra.ExactArgs(1),
		SilenceUsage: true,
		RunE: func(_ *cobra.Command, args []string) error {
			format := strings.TrimPrefix(strings.ToLower(filepath.Ext(args[0])), ".")
			if contentTypes[format] == "" {
				return errors.New("the file must end in .xlsx or .csv")
			}
			budget, err := budgetOf(app, year)
			if err != nil {
				return inWords(err, false)
			}
			body, err := tableOf(app, budget, format)
			if err != nil {
				return err
			}
			return os.WriteFile(args[0], body, 0o600)
		},
	}
	command.Flags().IntVar(&year, "year", 0, "budget year")
	return command
}
