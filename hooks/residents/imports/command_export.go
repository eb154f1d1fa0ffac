package imports

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

var errEnding = fault.New(fault.Invalid, "export.ending",
	"Nama berkas harus berakhir dengan .xlsx atau .csv.",
	"The file's name must end in .xlsx or .csv.")

func exportCommand(app core.App) *cobra.Command {
	var wish wishes
	command := &cobra.Command{
		Use:          "export FILE",
		Short:        "Writes the whole register to a workbook (.xlsx) or CSV file that can be imported again",
		Args:         cobra.ExactArgs(1),
		SilenceUsage: true,
		RunE: func(command *cobra.Command, args []string) error {
			if err := ready(app); err != nil {
				return wish.inWords(err)
			}
			format := strings.TrimPrefix(strings.ToLower(filepath.Ext(args[0])), ".")
			if contentTypes[format] == "" {
				return wish.inWords(errEnding)
			}
			if err := writeTo(args[0], func(to io.Writer) error { return Export(app, to, format) }); err != nil {
				return wish.inWords(err)
			}
			people, err := app.CountRecords("residents")
			fmt.Fprintf(command.OutOrStdout(), wish.say("%d warga ditulis ke %s\n", "%d residents were written to %s\n"), people, args[0])
			return err
		},
	}
	command.Flags().BoolVar(&wish.english, "english", false, "report in English")
	return command
}

// writeTo makes a file that only its owner can read.
func writeTo(path string, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(write(file), file.Close())
}
