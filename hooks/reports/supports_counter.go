package reports

import (
	"net/http"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var errNoSupporter = fault.New(fault.Invalid, "report.no_supporter",
	"Pilih warga yang Anda layani di loket.",
	"Choose the resident whom you serve at the counter.")

// supportAtCounter says "me too" for a resident at the counter. It always answers
// with 204: whether it was their own report, or they said so before, is not for
// the desk to find out.
func supportAtCounter(e *core.RecordRequestEvent, report *core.Record) error {
	var hamlet string
	resident := e.Record.GetString("resident")
	err := e.App.DB().Select("hamlet").From("residents").Where(dbx.HashExp{"id": resident, "life_status": "hidup"}).Row(&hamlet)
	if err != nil {
		return errNoSupporter.At("resident", errNoSupporter).Because(err)
	}
	reach, err := delegation.ReachAtCounter(e.App, e.Auth)
	if err != nil {
		return err
	}
	if e.Auth.GetString("role") == delegation.Auditor || !reach.Covers(hamlet) {
		return errNoSupporter.At("resident", errNoSupporter)
	}
	filer, err := reporterOf(e.App, report)
	if err != nil {
		return err
	}
	if resident != filer.Resident {
		if err := addSupport(e.App, report.Id, supporter{loginOf(e.App, resident), resident}); err != nil {
			return err
		}
	}
	return e.NoContent(http.StatusNoContent)
}

// supporter is who stands behind a report; without a login only as a resident.
type supporter struct {
	Account  string `db:"account"`
	Resident string `db:"resident"`
}

// reporterOf is who filed a report: a parent rather than the child whom it is for.
func reporterOf(app core.App, report *core.Record) (filer supporter, err error) {
	err = app.DB().NewQuery(`SELECT r.account, COALESCE(a.resident, r.resident) AS resident FROM requests r LEFT JOIN accounts a ON a.id = r.account
		WHERE r.id = {:request}`).Bind(dbx.Params{"request": report.GetString("request")}).One(&filer)
	return filer, err
}

// loginOf is the login of a resident, "" without one.
func loginOf(app core.App, resident string) (id string) {
	if err := app.DB().Select("id").From("accounts").Where(dbx.HashExp{"resident": resident}).Row(&id); err != nil {
		return ""
	}
	return id
}

// handOver gives a new login what its owner said at the counter before.
func handOver(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		if err := e.Next(); err != nil {
			return err
		}
		_, err := tx.DB().Update("report_supports", dbx.Params{"account": e.Record.Id},
			dbx.HashExp{"resident": e.Record.GetString("resident"), "account": ""}).Execute()
		return err
	})
}
