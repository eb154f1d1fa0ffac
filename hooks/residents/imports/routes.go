package imports

import (
	"errors"
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/fault"
)

var (
	errNoFile = fault.New(fault.Invalid, "import.no_file",
		"Pilih berkas .xlsx atau CSV.",
		"Choose an .xlsx or CSV file.")
	errOnlyByRoute = fault.New(fault.Forbidden, "import.only_by_route",
		"Catatan impor dibuat oleh M-Desa dan tidak diubah dengan tangan. Buka halaman Impor.",
		"M-Desa writes these records; they are not changed by hand. Open the page Import.")
	errKeepBatch = fault.New(fault.Conflict, "import.keep",
		"Batch yang sudah diimpor tidak dapat dihapus. Tarik dulu datanya bila perlu.",
		"A batch that was imported cannot be deleted. Take its data back first, if need be.")
	errChoice = fault.New(fault.Invalid, "import.choice",
		"Pilih \"all\" atau \"good\".",
		"Choose \"all\" or \"good\".")
)

// receive takes an uploaded file: the program fills in all but the file and the
// choices of how to read it.
//
// The check runs on the app itself: within a batch of requests, e.App is a
// transaction that is soon over.
func receive(app core.App, e *core.RecordRequestEvent) error {
	files := e.Record.GetUnsavedFiles("file")
	if len(files) == 0 {
		return errNoFile.At("file", errNoFile)
	}
	chosen := map[string]any{"create_hamlets": e.Record.GetBool("create_hamlets"), "hamlet": e.Record.GetString("hamlet")}
	for _, field := range e.Collection.Fields {
		if name := field.GetName(); !slices.Contains([]string{"id", "file", "created", "updated"}, name) {
			e.Record.Set(name, chosen[name])
		}
	}
	e.Record.Set("name", shortened(path.Base(files[0].OriginalName)))
	e.Record.Set("state", uploaded)
	e.Record.Set("by", e.Auth.Id)
	e.Record.Set("by_name", e.Auth.Email())
	lang := fault.Lang(e.RequestEvent)
	if err := e.Next(); err != nil {
		return err
	}
	id := e.Record.Id
	jobsOf(app).later(func() { startCheck(app, id, lang) })
	return nil
}

func shortened(name string) string {
	if letters := []rune(name); len(letters) > 200 {
		return string(letters[:200])
	}
	return name
}

// startCheck begins the dry run of a batch by itself.
func startCheck(app core.App, id, lang string) {
	batch, err := app.FindRecordById("imports", id)
	if err == nil {
		err = begin(app, batch, checking, checkIn(lang), uploaded)
	}
	if errors.Is(err, errBusy) { // somebody's click came first
		jobsOf(app).later(func() { startCheck(app, id, lang) })
	} else if err != nil {
		app.Logger().Error("import", "error", err.Error(), "batch", id)
	}
}

// batchOf is the batch that a route names.
func batchOf(e *core.RequestEvent) (*core.Record, error) {
	return e.App.FindRecordById("imports", e.Request.PathValue("id"))
}

// checkAgain answers POST /api/imports/{id}/check {create_hamlets, hamlet}.
func checkAgain(e *core.RequestEvent) error {
	batch, err := batchOf(e)
	if err != nil {
		return err
	}
	body := struct {
		CreateHamlets *bool   `json:"create_hamlets"`
		Hamlet        *string `json:"hamlet"`
	}{}
	if err := e.BindBody(&body); err != nil {
		return err
	}
	if body.CreateHamlets != nil {
		batch.Set("create_hamlets", *body.CreateHamlets)
	}
	if body.Hamlet != nil {
		batch.Set("hamlet", *body.Hamlet)
	}
	return answer(e, begin(e.App, batch, checking, checkIn(fault.Lang(e)), uploaded, checked, failed))
}

// commitBatch answers POST /api/imports/{id}/commit {choice}.
func commitBatch(e *core.RequestEvent) error {
	batch, err := batchOf(e)
	if err != nil {
		return err
	}
	body := struct {
		Choice string `json:"choice"`
	}{}
	if err := e.BindBody(&body); err != nil {
		return err
	}
	switch {
	case body.Choice != ChooseAll && body.Choice != ChooseGood:
		return errChoice.At("choice", errChoice)
	case body.Choice == ChooseAll && batch.GetInt("refused") > 0:
		return errRefusedRows
	case batch.GetInt("good") == 0:
		return errNothingGood
	}
	batch.Set("choice", body.Choice)
	err = begin(e.App, batch, importing, commitIn(fault.Lang(e)), checked)
	if err == nil {
		purpose := audit.Purpose{Kind: audit.Upkeep, Note: "import " + batch.GetString("name")}
		audit.SeenAll(e.App, e.Auth, purpose, audit.Changed, batch.GetInt("good"))
	}
	return answer(e, err)
}

// undoBatch answers POST /api/imports/{id}/undo.
func undoBatch(e *core.RequestEvent) error {
	batch, err := batchOf(e)
	if err != nil {
		return err
	}
	err = begin(e.App, batch, undoing, undo, done)
	if err == nil {
		purpose := audit.Purpose{Kind: audit.Upkeep, Note: "undo import " + batch.GetString("name")}
		audit.SeenAll(e.App, e.Auth, purpose, audit.Changed, batch.GetInt("created_count")+batch.GetInt("updated_count"))
	}
	return answer(e, err)
}

func answer(e *core.RequestEvent, err error) error {
	if err != nil {
		return err
	}
	return e.JSON(http.StatusAccepted, map[string]string{"id": e.Request.PathValue("id")})
}

// progressOf answers GET /api/imports/{id}/progress: {"state", "percent"}. It
// does not come from the database, where an import is seen only when it is over.
func progressOf(e *core.RequestEvent) error {
	batch, err := batchOf(e)
	if err != nil {
		return err
	}
	percent := batch.GetInt("progress")
	if now, working := jobsOf(e.App).percentOf(batch.Id); working {
		percent = now
	}
	return e.JSON(http.StatusOK, map[string]any{"state": batch.GetString("state"), "percent": percent})
}

func refuseByHand(*core.RecordRequestEvent) error { return errOnlyByRoute }

// keepChange also stops "truncate": without these rows nothing can be taken back.
func keepChange(*core.RecordEvent) error { return errOnlyByRoute }

// mayGo lets a batch be deleted that nothing of the register came from.
func mayGo(e *core.RecordEvent) error {
	if !slices.Contains([]string{checked, undone, failed}, e.Record.GetString("state")) {
		return errKeepBatch
	}
	return e.Next()
}

// download answers GET /api/residents/export?format=xlsx|csv with the register.
func download(e *core.RequestEvent) error {
	format := strings.ToLower(e.Request.URL.Query().Get("format"))
	if format != "csv" {
		format = "xlsx"
	}
	purpose, err := audit.PurposeOf(e)
	if err != nil {
		return err
	}
	count, err := e.App.CountRecords("residents")
	if err != nil {
		return err
	}
	audit.SeenAll(e.App, e.Auth, purpose, audit.Exported, int(count))
	e.Response.Header().Set("Content-Type", contentTypes[format])
	e.Response.Header().Set("Content-Disposition", `attachment; filename="`+exportName(e.App)+`.`+format+`"`)
	e.Response.Header().Set("Cache-Control", "no-store")
	return Export(e.App, e.Response, format)
}
