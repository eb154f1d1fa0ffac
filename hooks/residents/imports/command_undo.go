package imports

import (
	"context"
	"fmt"
	"io"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var errNoBatch = fault.New(fault.NotFound, "import.no_batch",
	"Tidak ada impor \"{id}\" yang dapat ditarik. Id-nya tercetak setelah impor; impor lain ditarik di halaman Impor dasbor.",
	"There is no import \"{id}\" to take back. Its id is printed after the import; others are taken back on the dashboard's Import page.")

// takeBack is mdesa import --undo ID: the batch goes out of the register whole,
// or stays whole.
func (w wishes) takeBack(ctx context.Context, app core.App, out io.Writer) error {
	batch, err := app.FindRecordById("imports", w.undo)
	if err != nil || batch.GetString("state") != done {
		return w.inWords(errNoBatch.With("id", w.undo).Because(err))
	}
	batch.Set("state", undoing)
	if err := app.Save(batch); err != nil {
		return err
	}
	if err := attempt(ctx, app, batch, undo, func(int) {}); err != nil {
		return w.inWords(err)
	}
	fmt.Fprintf(out, w.say("Batch %s (%s) ditarik: %d warga keluar, %d dikembalikan seperti semula.\n",
		"Batch %s (%s) is taken back: %d residents are out, %d are as they were.\n"),
		batch.Id, batch.GetString("name"), batch.GetInt("created_count"), batch.GetInt("updated_count"))
	return nil
}
