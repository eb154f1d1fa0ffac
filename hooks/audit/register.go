package audit

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var errForGood = fault.New(fault.Forbidden, "audit.for_good",
	"Jejak akses data tidak dapat dibuat, diubah, atau dihapus oleh siapa pun.",
	"Nobody can make, change or delete entries of the trail of who saw what.")

// Register binds the trail to an app. Without it, Seen notes nothing.
func Register(app core.App) {
	kept := &trail{app: app, journal: newJournal(app.DataDir())}
	app.Store().Set(storeKey, kept)

	app.OnRecordCreate("audit", "audit_cuts").BindFunc(refuse)
	app.OnRecordUpdate("audit", "audit_cuts").BindFunc(refuse)
	app.OnRecordDelete("audit", "audit_cuts").BindFunc(refuse)

	app.OnRecordsListRequest().BindFunc(markList)
	app.OnRecordEnrich().BindFunc(noteRecord)
	app.OnFileDownloadRequest().BindFunc(noteFile)
	app.OnRecordDeleteRequest().BindFunc(noteRemoved)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		if err := kept.replay(); err != nil {
			return err
		}
		bindBackups(e.Router)
		bindMany(e.Router)
		e.Router.GET("/api/me/trail", mine).Bind(apis.RequireAuth("accounts"))
		e.Router.GET("/api/audit", search).Bind(apis.RequireAuth("officers", core.CollectionNameSuperusers))
		e.Router.GET("/api/audit/check", check).Bind(apis.RequireAuth("officers", core.CollectionNameSuperusers))
		return e.Next()
	})
	app.OnTerminate().BindFunc(func(e *core.TerminateEvent) error { // after the server took its last request
		if app.IsBootstrapped() {
			kept.close()
		}
		return e.Next()
	})
}

func refuse(*core.RecordEvent) error { return errForGood }
