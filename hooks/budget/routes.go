package budget

import (
	"bytes"
	"net/http"
	"path"
	"strconv"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var errNoFile = fault.New(fault.Invalid, "budget.no_file",
	"Pilih berkas .xlsx atau CSV, paling besar 10 MB.",
	"Choose an .xlsx or CSV file of at most 10 MB.")

const largestFile = 10 << 20 // bytes

// checkFile answers POST /api/budget/check {file, year, stage}: a [Report] of what
// an import would do. Nothing is written.
func checkFile(e *core.RequestEvent) error {
	return withFile(e, func(content *bytes.Reader, options Options) (*Report, error) {
		return Check(e.App, content, content.Size(), options)
	})
}

// importFile answers POST /api/budget/import {file, year, stage, decree, decree_on,
// as_of, note, draft} with the [Report] of what was done.
func importFile(e *core.RequestEvent) error {
	return withFile(e, func(content *bytes.Reader, options Options) (*Report, error) {
		return Import(e.App, content, content.Size(), options)
	})
}

func withFile(e *core.RequestEvent, do func(*bytes.Reader, Options) (*Report, error)) error {
	files, err := e.FindUploadedFiles("file")
	if err != nil || len(files) == 0 {
		return errNoFile.At("file", errNoFile)
	}
	content, err := web.ReadUpload(files[0], largestFile)
	if err != nil {
		return errNoFile.At("file", errNoFile).Because(err)
	}
	form := e.Request.FormValue
	year, _ := strconv.Atoi(form("year"))
	report, err := do(bytes.NewReader(content), Options{Year: year, Stage: form("stage"), Decree: cut(form("decree"), 120), DecreeOn: form("decree_on"),
		AsOf: form("as_of"), Note: form("note"), FileName: path.Base(files[0].OriginalName), Draft: form("draft") == "true", Auth: e.Auth})
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, report)
}

// withdrawLast answers POST /api/budget/{year}/withdraw {stage}.
func withdrawLast(e *core.RequestEvent) error {
	var body struct{ Stage string }
	if err := e.BindBody(&body); err != nil {
		return err
	}
	year, err := yearIn(e)
	if err != nil {
		return err
	}
	if err := Withdraw(e.App, year, body.Stage, e.Auth); err != nil {
		return err
	}
	return deskYear(e)
}

// correctLines answers POST /api/budget/{year}/lines {stage, note, amounts: {code:
// rupiah}} with the [Answer] afterwards.
func correctLines(e *core.RequestEvent) error {
	var body struct {
		Stage, Note string
		Amounts     map[string]int64
	}
	if err := e.BindBody(&body); err != nil {
		return err
	}
	year, err := yearIn(e)
	if err != nil {
		return err
	}
	if err := Correct(e.App, year, body.Stage, body.Amounts, body.Note, e.Auth); err != nil {
		return err
	}
	return deskYear(e)
}

// desk answers GET /api/budget for staff: {"items": [YearAnswer]}, with those that
// are not published.
func desk(e *core.RequestEvent) error {
	records, err := e.App.FindAllRecords("budgets")
	if err != nil {
		return err
	}
	items, err := yearsOf(e.App, records)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items, "may_keep": mayKeep(e.App, e.Auth) == nil})
}

// deskYear answers GET /api/budget/{year} for staff with an [Answer] and the
// record's id.
func deskYear(e *core.RequestEvent) error {
	record, err := deskRecord(e)
	if err != nil {
		return err
	}
	answer, err := answerOf(e.App, record, true)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, struct {
		*Answer
		ID      string `json:"id"`
		MayKeep bool   `json:"may_keep"`
	}{answer, record.Id, mayKeep(e.App, e.Auth) == nil})
}

// deskExport answers GET /api/budget/{year}/export?format=csv|xlsx.
func deskExport(e *core.RequestEvent) error {
	record, err := deskRecord(e)
	if err != nil {
		return err
	}
	format := "xlsx"
	if e.Request.URL.Query().Get("format") == "csv" {
		format = "csv"
	}
	body, err := tableOf(e.App, record, format)
	if err != nil {
		return err
	}
	e.Response.Header().Set("Content-Disposition", `attachment; filename="apbdes-`+strconv.Itoa(record.GetInt("year"))+`.`+format+`"`)
	return e.Blob(http.StatusOK, contentTypes[format], body)
}

func deskRecord(e *core.RequestEvent) (*core.Record, error) {
	year, err := yearIn(e)
	if err != nil {
		return nil, err
	}
	return budgetOf(e.App, year)
}
