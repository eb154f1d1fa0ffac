// Package lifeevents is how the register changes: people are born, die, come,
// go, marry into another family. Each event has the day it happened and the day
// it was reported, changes state of life, household, hamlet and family role in
// its own transaction, and can be taken back as long as its month is open.
package lifeevents

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
)

// Register binds the life events to an app, after the register and the ledger.
func Register(app core.App) {
	app.OnRecordCreateRequest("life_events").BindFunc(whoRecords)
	app.OnRecordCreate("life_events").BindFunc(record)
	app.OnRecordUpdate("life_events").BindFunc(refuse)
	app.OnRecordDelete("life_events").BindFunc(refuse)
	app.OnRecordUpdate("residents").Bind(onlyByEvent("life_status", "household", "hamlet", "family_role"))
	app.OnRecordUpdate("households").Bind(onlyByEvent("hamlet"))

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		staff := apis.RequireAuth("officers", core.CollectionNameSuperusers)
		routes := e.Router.Group("/api/population")
		routes.GET("/events", listing).Bind(staff)
		routes.GET("/events/{id}", one).Bind(staff)
		routes.GET("/person/{id}", person).Bind(staff)
		routes.POST("/preview", preview).Bind(staff)
		return e.Next()
	})
}

func refuse(*core.RecordEvent) error { return errAppendOnly }
