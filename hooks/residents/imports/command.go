package imports

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"
	"github.com/pocketbase/pocketbase/tools/types"
	"github.com/spf13/cobra"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/residents"
)

// Commands are mdesa import and mdesa export. They may be used while the server
// runs: it goes on reading, and waits with writing.
func Commands(app core.App) []*cobra.Command {
	return []*cobra.Command{importCommand(app), exportCommand(app)}
}

var errFileUnread = fault.New(fault.NotFound, "import.file_unread",
	"Berkas {path} tidak ada atau tidak dapat dibuka. Periksa nama dan foldernya.",
	"There is no file {path}, or it cannot be opened. Check its name and folder.")

type wishes struct {
	good, dry, create, english bool
	hamlet, refused, undo      string
}

func importCommand(app core.App) *cobra.Command {
	var wish wishes
	command := &cobra.Command{
		Use:   "import FILE | import --undo ID",
		Short: "Reads residents from a workbook of OpenSID (.xlsx), a CSV file or an export of SIAK",
		Long:  "Reads residents from a workbook of OpenSID (.xlsx), a CSV file or an export of SIAK.\nWith one refused row nothing is imported, unless --good is given.",
		Args: func(command *cobra.Command, args []string) error {
			if wish.undo != "" {
				return cobra.NoArgs(command, args)
			}
			return cobra.ExactArgs(1)(command, args)
		},
		SilenceUsage: true,
		RunE: func(command *cobra.Command, args []string) error {
			if err := ready(app); err != nil {
				return wish.inWords(err)
			}
			if wish.undo != "" {
				return wish.takeBack(command.Context(), app, command.OutOrStdout())
			}
			return wish.carryOut(command.Context(), app, args[0], command.OutOrStdout())
		},
	}
	flags := command.Flags()
	flags.BoolVar(&wish.dry, "check", false, "only tell what would happen")
	flags.BoolVar(&wish.good, "good", false, "import the good rows although others are refused")
	flags.BoolVar(&wish.create, "create-hamlets", false, "create hamlets that are missing")
	flags.StringVar(&wish.hamlet, "hamlet", "", "name of the hamlet of rows that name none")
	flags.StringVar(&wish.refused, "refused", "", "write the refused rows with their reasons to this .xlsx file")
	flags.StringVar(&wish.undo, "undo", "", "take the import with this id back, instead of reading a file")
	flags.BoolVar(&wish.english, "english", false, "report in English")
	return command
}

// ready brings a data folder up to date that no server has opened yet.
func ready(app core.App) error {
	if err := app.RunAllMigrations(); err != nil {
		return err
	}
	if err := office.Found(app); err != nil {
		return err
	}
	return residents.SeedReference(app)
}

func (w wishes) lang() string {
	if w.english {
		return "en"
	}
	return "id"
}

func (w wishes) carryOut(ctx context.Context, app core.App, path string, out io.Writer) error {
	batch, err := w.batch(app, path)
	if err != nil {
		return w.inWords(err)
	}
	if w.dry {
		return errors.Join(w.check(ctx, app, batch, out), drop(app, batch))
	}
	err = attempt(ctx, app, batch, commitIn(w.lang()), func(int) {})
	if errors.Is(err, errRefusedRows) { // which, only a check of the whole file tells
		return errors.Join(w.check(ctx, app, batch, out), w.inWords(err), drop(app, batch))
	}
	if err != nil {
		return errors.Join(w.inWords(err), drop(app, batch))
	}
	w.tell(out, batch)
	fmt.Fprintln(out, w.say("Selesai. Batch ", "Done. Batch ")+batch.Id)
	return w.saveRefused(app, batch, out)
}

// drop forgets a batch that brought nothing.
func drop(app core.App, batch *core.Record) error {
	fresh, err := app.FindRecordById("imports", batch.Id)
	if err != nil {
		return err
	}
	return app.Delete(fresh)
}

func (w wishes) check(ctx context.Context, app core.App, batch *core.Record, out io.Writer) error {
	if err := attempt(ctx, app, batch, checkIn(w.lang()), func(int) {}); err != nil {
		return w.inWords(err)
	}
	w.tell(out, batch)
	return w.saveRefused(app, batch, out)
}

// batch is the file as the dashboard would have uploaded it.
func (w wishes) batch(app core.App, path string) (*core.Record, error) {
	file, err := filesystem.NewFileFromPath(path)
	if err != nil {
		return nil, errFileUnread.With("path", path).Because(err)
	}
	collection, err := app.FindCollectionByNameOrId("imports")
	if err != nil {
		return nil, err
	}
	batch := core.NewRecord(collection)
	batch.Load(map[string]any{"name": shortened(filepath.Base(path)), "state": importing, "choice": ChooseAll,
		"create_hamlets": w.create, "by_name": "mdesa import", "started": types.NowDateTime()})
	if w.dry {
		batch.Set("state", checking)
	}
	if w.good {
		batch.Set("choice", ChooseGood)
	}
	batch.Set("file", file)
	if w.hamlet != "" {
		hamlet, err := app.FindFirstRecordByFilter("hamlets", "name = {:name}", dbx.Params{"name": w.hamlet})
		if err != nil {
			return nil, errUnknownHamlet.With("value", w.hamlet).Because(err)
		}
		batch.Set("hamlet", hamlet.Id)
	}
	return batch, app.Save(batch)
}

func (w wishes) say(id, en string) string {
	if w.english {
		return en
	}
	return id
}

// inWords makes a fault's text the error that is printed.
func (w wishes) inWords(err error) error {
	var said *fault.Fault
	if errors.As(err, &said) {
		return errors.New(said.In(w.lang()))
	}
	return err
}

// shownProblems is how many problems the terminal shows.
const shownProblems = 40

func (w wishes) tell(out io.Writer, batch *core.Record) {
	fmt.Fprintf(out, w.say("%d baris: %d baik (%d baru, %d diperbarui, %d sama), %d ditolak, %d dengan peringatan\n",
		"%d rows: %d good (%d new, %d updated, %d the same), %d refused, %d with warnings\n"),
		batch.GetInt("rows"), batch.GetInt("good"), batch.GetInt("created_count"), batch.GetInt("updated_count"),
		batch.GetInt("unchanged_count"), batch.GetInt("refused"), batch.GetInt("warned"))
	var report Report
	if err := batch.UnmarshalJSONField("report", &report); err != nil {
		return
	}
	if len(report.Hamlets) > 0 {
		fmt.Fprintln(out, w.say("Wilayah baru: ", "New hamlets: ")+strings.Join(report.Hamlets, ", "))
	}
	if len(report.Ignored) > 0 {
		fmt.Fprintln(out, w.say("Kolom yang tidak dikenal, diabaikan: ", "Unknown columns, left out: ")+strings.Join(report.Ignored, ", "))
	}
	for i, problem := range report.Problems {
		if i == shownProblems {
			fmt.Fprintf(out, w.say("… dan %d lagi\n", "… and %d more\n"), report.Errors+report.Warnings-i)
			break
		}
		fmt.Fprintln(out, w.line(problem))
	}
}

// line is "Kelod!17 G nik: …reason → suggestion".
func (w wishes) line(problem Told) string {
	place := fmt.Sprint(problem.Row)
	if problem.Sheet != "" {
		place = problem.Sheet + "!" + place
	}
	for _, part := range []string{problem.Column, problem.Field} {
		if part != "" {
			place += " " + part
		}
	}
	line := place + ": " + w.say(problem.Text, problem.TextEN)
	if problem.Suggestion != "" {
		line += " → " + problem.Suggestion
	}
	return line
}

func (w wishes) saveRefused(app core.App, batch *core.Record, out io.Writer) error {
	name := batch.GetString("refused_file")
	if w.refused == "" || name == "" {
		return nil
	}
	files, err := app.NewFilesystem()
	if err != nil {
		return err
	}
	defer files.Close()
	reader, err := files.GetReader(filepath.ToSlash(filepath.Join(batch.BaseFilesPath(), name)))
	if err != nil {
		return err
	}
	defer reader.Close()
	if err := writeTo(w.refused, func(to io.Writer) error { _, err := io.Copy(to, reader); return err }); err != nil {
		return err
	}
	fmt.Fprintln(out, w.say("Baris yang ditolak: ", "Refused rows: ")+w.refused)
	return nil
}
