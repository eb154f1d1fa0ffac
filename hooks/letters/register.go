// Package letters turns a signature into a numbered, sealed PDF, and answers
// whoever wants to know whether a letter is real. A signing step is an event of
// a request; the letter is made inside the transaction of that event.
package letters

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
)

// Register binds letters to an app.
func Register(app core.App) {
	app.OnRecordCreate("request_events").BindFunc(issueOnSignature)
	app.OnRecordValidate("services").BindFunc(checkTemplate) // after the catalogue's own check

	app.OnRecordUpdate("letters", "letter_revocations", "letter_counters").BindFunc(refuse)
	app.OnRecordDelete("letters", "letter_revocations", "letter_counters").BindFunc(refuse)
	app.OnRecordCreateRequest("letter_revocations").BindFunc(whoRevokes)
	app.OnRecordCreate("letter_revocations").BindFunc(revoke)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		if _, err := keysOf(e.App); err != nil {
			return err
		}
		routes := e.Router.Group("/api/letters")
		routes.GET("/verify/{code}", verify)
		routes.GET("/keys", publicKeys)
		routes.GET("/register", register).Bind(apis.RequireAuth("officers", core.CollectionNameSuperusers))
		routes.POST("/preview", preview).Bind(apis.RequireSuperuserAuth())
		return e.Next()
	})
}
