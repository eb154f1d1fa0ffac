package ledger

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var errAppendOnly = fault.New(fault.Forbidden, "population.append_only",
	"Buku penduduk hanya bertambah: yang sudah tercatat tidak diubah atau dihapus oleh siapa pun. Perbaiki dengan catatan baru.",
	"The population ledger only grows: what is written is neither changed nor deleted by anyone. Put it right with a new record.")

// Register binds the ledger to an app, after the register itself: the entries
// are made from what is really saved.
func Register(app core.App) {
	app.OnRecordCreate("residents").BindFunc(followResident)
	app.OnRecordUpdate("residents").BindFunc(followResident)
	app.OnRecordDelete("residents").BindFunc(followResident)
	app.OnRecordUpdate("households").BindFunc(followHousehold)

	app.OnRecordUpdate("population_entries", "population_months").BindFunc(refuse)
	app.OnRecordDelete("population_entries", "population_months").BindFunc(refuse)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		staff := apis.RequireAuth("officers", core.CollectionNameSuperusers)
		routes := e.Router.Group("/api/population")
		routes.GET("/report", report).Bind(staff)
		routes.GET("/months", months).Bind(staff)
		routes.POST("/close", closeMonth).Bind(staff)
		return e.Next()
	})
}

func refuse(*core.RecordEvent) error { return errAppendOnly }
