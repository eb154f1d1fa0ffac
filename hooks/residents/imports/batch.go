package imports

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/sheet"
)

// States of a batch. Whatever is begun ends in one of the others, if only at the
// next start of the program.
const (
	uploaded  = "uploaded"
	checking  = "checking"
	checked   = "checked"
	importing = "importing"
	done      = "done"
	undoing   = "undoing"
	undone    = "undone"
	failed    = "failed"
)

// Choices of what to import.
const (
	ChooseAll  = "all"  // only if no row is refused
	ChooseGood = "good" // the good rows; the refused stay in their file
)

var (
	errRefusedRows = fault.New(fault.Conflict, "import.refused_rows",
		"Ada baris yang ditolak, jadi tidak ada yang diimpor. Perbaiki barisnya, atau impor baris yang baik saja.",
		"Some rows are refused, so nothing was imported. Mend them, or import only the good ones.")
	errNothingGood = fault.New(fault.Conflict, "import.nothing_good",
		"Tidak ada baris yang dapat diimpor.",
		"There is no row that can be imported.")
)

// progress is told how much of a file was read, in percent.
type progress func(percent int)

// check reads a batch's file without changing the register, and notes on the
// batch what would become of it.
func check(ctx context.Context, app core.App, batch *core.Record, lang string, told progress) error {
	file, err := open(app, batch)
	if err != nil {
		return err
	}
	refused := &refusals{lang: lang}
	counts, report, err := run(ctx, app, file, optionsOf(batch), steps{refused: refused.add, read: func() { told(file.Percent()) }})
	if err != nil {
		return err
	}
	if err := keepRefused(batch, refused); err != nil {
		return err
	}
	note(batch, counts, report)
	batch.Set("state", checked)
	return app.Save(batch)
}

// commit brings a batch's rows into the register: all of it in one transaction,
// the batch's own state with it. Readers go on meanwhile, other writers wait.
// Every row is judged again, as the register may have changed since the check.
func commit(ctx context.Context, app core.App, batch *core.Record, lang string, told progress) error {
	file, err := open(app, batch)
	if err != nil {
		return err
	}
	asBefore, err := roomy(app)
	if err != nil {
		return err
	}
	defer asBefore()
	return app.RunInTransaction(func(tx core.App) error {
		w, refused := newWriter(tx, batch.Id), &refusals{lang: lang}
		defer w.close()
		do := steps{create: w.create, update: w.update, refused: refused.add, read: func() { told(file.Percent()) }}
		if batch.GetString("choice") != ChooseGood {
			do.refused = func(*Person) error { return errRefusedRows }
		}
		var counts Counts
		var report *Report
		err := withoutIndexes(tx, func() (err error) {
			counts, report, err = run(ctx, tx, file, optionsOf(batch), do)
			return err
		})
		if err != nil {
			return err
		}
		if counts.Good() == 0 {
			return errNothingGood
		}
		if err := w.writeLedger(); err != nil {
			return err
		}
		if err := followNames(tx, batch.Id); err != nil {
			return err
		}
		note(batch, counts, report)
		batch.Set("state", done)
		batch.Set("file", nil) // everybody's data: it has done its service
		if err := keepRefused(batch, refused); err != nil {
			return err
		}
		return tx.Save(batch)
	})
}

// keepRefused hangs the file of refused rows on the batch, in place of an older one.
func keepRefused(batch *core.Record, refused *refusals) error {
	rows, err := refused.file()
	if err != nil {
		return err
	}
	batch.Set("refused_file", nil)
	if rows != nil {
		batch.Set("refused_file", rows)
	}
	return nil
}

// roomKiB is the page cache of the writing connection during an import: with
// the usual 12 MB the pages of the indexes go to the disk and back again.
const roomKiB = 32_000

func roomy(app core.App) (asBefore func(), err error) {
	var before int
	if err := app.NonconcurrentDB().NewQuery("PRAGMA cache_size").Row(&before); err != nil {
		return nil, err
	}
	resize := func(size int) error {
		_, err := app.NonconcurrentDB().NewQuery(fmt.Sprintf("PRAGMA cache_size = %d", size)).Execute()
		return err
	}
	return func() {
		if err := resize(before); err != nil {
			app.Logger().Warn("import", "error", err.Error())
		}
	}, resize(-roomKiB) // SQLite reads a negative size as KiB
}

// followNames keeps the names of logins in step with the register.
func followNames(tx core.App, batch string) error {
	_, err := tx.DB().NewQuery(`UPDATE accounts SET name = r.name FROM residents r
		WHERE r.id = accounts.resident AND r.name != accounts.name
		AND r.id IN (SELECT resident FROM import_changes WHERE [[import]] = {:batch})`).Bind(dbx.Params{"batch": batch}).Execute()
	return err
}

func note(batch *core.Record, counts Counts, report *Report) {
	batch.Set("format", report.Format)
	batch.Set("rows", counts.Rows)
	batch.Set("good", counts.Good())
	batch.Set("refused", counts.Refused)
	batch.Set("warned", counts.Warned)
	batch.Set("created_count", counts.Created)
	batch.Set("updated_count", counts.Updated)
	batch.Set("unchanged_count", counts.Unchanged)
	batch.Set("report", report)
	batch.Set("error", nil)
	batch.Set("progress", 100)
	batch.Set("finished", types.NowDateTime())
}

func optionsOf(batch *core.Record) Options {
	return Options{CreateHamlets: batch.GetBool("create_hamlets"), Hamlet: batch.GetString("hamlet")}
}

var errFileGone = fault.New(fault.Conflict, "import.file_gone",
	"Berkas batch ini sudah tidak disimpan. Unggah lagi berkasnya.",
	"The file of this batch is no longer kept. Upload it again.")

// open reads the batch's file into memory: it is packed, and at most 50 MB.
func open(app core.App, batch *core.Record) (*sheet.File, error) {
	if batch.GetString("file") == "" {
		return nil, errFileGone
	}
	files, err := app.NewFilesystem()
	if err != nil {
		return nil, err
	}
	defer files.Close()
	reader, err := files.GetReader(filepath.ToSlash(filepath.Join(batch.BaseFilesPath(), batch.GetString("file"))))
	if err != nil {
		return nil, errFileGone.Because(err)
	}
	defer reader.Close()
	body, err := io.ReadAll(reader)
	if err != nil {
		return nil, err
	}
	return sheet.Open(bytes.NewReader(body), int64(len(body)))
}

// asFault is what ended a job, for a person.
func asFault(err error) *fault.Fault {
	var known *fault.Fault
	if errors.As(err, &known) {
		return known
	}
	return errUnexpected.Because(err)
}

var errUnexpected = fault.New(fault.Internal, "import.unexpected",
	"Pekerjaan ini gagal karena kesalahan program. Tidak ada data yang berubah. Coba lagi; bila tetap gagal, kirim catatan program kepada pengembang.",
	"This job failed by a mistake of the program. Nothing was changed. Try again; if it keeps failing, send the program's log to its makers.")
