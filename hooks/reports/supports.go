package reports

import (
	"net/http"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errLogin = fault.New(fault.Unauthenticated, "report.login",
		"Masuk dulu untuk menyatakan bahwa Anda juga mengalaminya.",
		"Please log in to say that you see it too.")
	errNotOpen = fault.New(fault.Invalid, "report.not_open",
		"Laporan ini tidak ada atau sudah ditutup. Bila masalahnya masih ada, buat laporan baru.",
		"There is no such report, or it is closed. If the matter is still there, file a new report.")
	errOwnReport = fault.New(fault.Invalid, "report.own",
		"Ini laporan Anda sendiri; petugas sudah menerimanya.",
		"This is your own report; the office has it already.")
	errTooMany = fault.New(fault.TooMany, "report.too_many",
		"Anda mengirim terlalu banyak dalam waktu singkat. Coba lagi beberapa menit lagi.",
		"You sent too much in a short time. Try again in a few minutes.")
	errNeverChanged = fault.New(fault.Forbidden, "report.support_kept",
		"Dukungan tidak diubah; cabut saja bila tidak lagi berlaku.",
		"A support is not changed; take it back if it no longer holds.")
)

// perAccount is far more than anybody needs, and too little to make up a crowd.
// Nothing is counted by address: a whole banjar may share one.
var perAccount = web.Limit{Name: "reports.support", N: 60, Per: 10 * time.Minute}

// whoSupports is the request hook of report_supports: residents, for themselves,
// once; saying it again answers as before. Officers say it for who stands at the
// counter.
func whoSupports(e *core.RecordRequestEvent) error {
	if e.Auth == nil || e.Auth.IsSuperuser() {
		return errLogin
	}
	if !perAccount.Allow(e.App, e.Auth.Id) {
		return errTooMany
	}
	report, err := e.App.FindRecordById("reports", e.Record.GetString("report"))
	if err != nil || !report.GetBool("public") || !IsOpen(report.GetString("state")) {
		return errNotOpen.Because(err)
	}
	if e.Auth.Collection().Name == "officers" {
		return supportAtCounter(e, report)
	}
	filer, err := reporterOf(e.App, report)
	if err != nil {
		return err
	}
	if filer.Account == e.Auth.Id || filer.Resident == e.Auth.GetString("resident") {
		return errOwnReport
	}
	e.Record.Set("account", e.Auth.Id)
	e.Record.Set("resident", e.Auth.GetString("resident"))
	already := func() (*core.Record, error) {
		return e.App.FindFirstRecordByFilter("report_supports", "report = {:report} && account = {:account}",
			dbx.Params{"report": report.Id, "account": e.Auth.Id})
	}
	if said, err := already(); err == nil {
		return e.JSON(http.StatusOK, said)
	}
	if err := e.Next(); err != nil {
		if said, raced := already(); raced == nil { // two clicks at once
			return e.JSON(http.StatusOK, said)
		}
		return err
	}
	return nil
}

// support is the model hook: it knows whose a support is, and with a support that comes or goes, the report is
// counted anew; see moderate.
func support(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		if account := e.Record.GetString("account"); account != "" && e.Record.GetString("resident") == "" { // said by Go code
			login, err := tx.FindRecordById("accounts", account)
			if err != nil {
				return err
			}
			e.Record.Set("resident", login.GetString("resident"))
		}
		if err := e.Next(); err != nil {
			return err
		}
		report, err := tx.FindRecordById("reports", e.Record.GetString("report"))
		if err != nil {
			return err
		}
		return tx.Save(report)
	})
}

func neverChanged(*core.RecordEvent) error { return errNeverChanged }

// counted is how many support a report.
func counted(app core.App, report string) (count int, err error) {
	err = app.DB().Select("count(*)").From("report_supports").Where(dbx.HashExp{"report": report}).Row(&count)
	return count, err
}
