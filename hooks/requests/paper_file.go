package requests

import (
	"net/http"
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/definition"
)

// paperFile answers GET /api/requests/{id}/papers/{document} with the file of a
// document that hangs on a request, to all who may open the request. Rules of
// collections cannot tell who stands at the step of a confidential report, and
// photos of the work belong to no resident.
func paperFile(e *core.RequestEvent) error {
	_, request, _, err := opened(e)
	if err != nil {
		return err
	}
	id := e.Request.PathValue("document")
	if !slices.Contains(request.GetStringSlice("documents"), id) {
		return errNoCase
	}
	document, err := e.App.FindRecordById("documents", id)
	if err != nil || document.GetString("removed_on") != "" {
		return errNoCase.Because(err)
	}
	files, err := e.App.NewFilesystem()
	if err != nil {
		return err
	}
	defer func() { _ = files.Close() }() // only read
	if resident := document.GetString("resident"); resident != "" {
		audit.Seen(e.App, e.Auth, audit.OfCase(e, request.Id), audit.Opened, resident)
	}
	name := document.GetString("file")
	return files.Serve(e.Response, e.Request, document.BaseFilesPath()+"/"+name, name)
}

// reportOf answers GET /api/requests/{id}/report with what all may see of a
// report, to who filed it and to who handles it.
func reportOf(e *core.RequestEvent) error {
	_, request, def, err := opened(e)
	if err != nil {
		return err
	}
	if def.Kind != definition.Report {
		return errNoCase
	}
	return e.JSON(http.StatusOK, publicReport(e.App, request.Id))
}

// publicReport is the row of `reports` that belongs to a request; nil without.
func publicReport(app core.App, request string) map[string]any {
	report, err := app.FindFirstRecordByData("reports", "request", request)
	if err != nil {
		return nil
	}
	shown := report.PublicExport()
	if into := report.GetString("merged_into"); into != "" {
		shown["merged_into_code"] = valueOf(app, "reports", into, "code")
	}
	shown["hamlet_name"] = nameOf(app, "hamlets", report.GetString("hamlet"))
	return shown
}
