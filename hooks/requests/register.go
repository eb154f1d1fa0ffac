// Package requests is the engine: whatever a resident asks for is a request,
// and whatever happens to it is an event. See the package's Actions for who
// may do what, and State.After for what it changes.
package requests

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// Register binds the engine to an app.
func Register(app core.App) {
	app.OnRecordCreateRequest("requests").BindFunc(whoFiles)
	app.OnRecordCreate("requests").BindFunc(file)
	app.OnRecordUpdate("requests").BindFunc(onlyEngine)
	app.OnRecordDelete("requests").BindFunc(refuse)
	app.OnRecordValidate("requests").BindFunc(trustEngine)

	app.OnRecordCreateRequest("request_events").BindFunc(whoDecides)
	app.OnRecordCreate("request_events").BindFunc(decide)
	app.OnRecordCreateExecute("request_events").BindFunc(seal)
	app.OnRecordUpdate("request_events", "definitions").BindFunc(refuse)
	app.OnRecordDelete("request_events", "definitions").BindFunc(refuse)

	app.OnRecordCreateRequest("documents").BindFunc(whoseDocument)
	app.OnRecordCreate("documents").BindFunc(takeIn)
	app.OnRecordUpdate("documents").BindFunc(keepUsed)
	app.OnRecordDelete("documents").BindFunc(keepUsed)

	notices(app)
	app.OnRecordAfterCreateSuccess("requests").BindFunc(tellDesks)
	app.OnRecordAfterUpdateSuccess("requests").BindFunc(tellDesks)
	app.OnRealtimeSubscribeRequest().BindFunc(onlyStaffAtDesk)
	app.OnRecordCreate("accounts").BindFunc(handOverCounterRequests)
	app.OnRecordCreate("accounts").BindFunc(handOverRepresented)
	app.OnRecordUpdate("representations").BindFunc(takeOver)
	app.OnRecordDelete("representations").BindFunc(takeOver)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		routes := e.Router.Group("/api/requests")
		routes.GET("/inbox", inbox).Bind(apis.RequireAuth("officers"))
		routes.POST("/status", status).Bind(apis.BodyLimit(web.SmallBody))
		routes.GET("/applicants", applicants).Bind(apis.RequireAuth("accounts"))
		routes.POST("/trail", trail).Bind(apis.BodyLimit(web.SmallBody))
		routes.GET("/{id}/actions", actions)
		routes.GET("/{id}/papers/{document}", paperFile)
		routes.GET("/{id}/report", reportOf)
		routes.GET("/{id}/case", caseFile).Bind(apis.RequireAuth("officers", core.CollectionNameSuperusers))
		return e.Next()
	})
	app.Cron().MustAdd("requests-deadlines", "*/5 * * * *", func() { runDeadlines(app) })
	app.Cron().MustAdd("requests-work-photos", "40 2 * * *", func() {
		if err := TidyWorkPhotos(app, now()); err != nil {
			app.Logger().Error("work photos", "error", err)
		}
	})
}
