// Package accounts is about logins: residents', which an officer opens and the
// resident completes with a password of their own, and officers', which the
// admin makes.
package accounts

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// Register binds logins to an app.
func Register(app core.App) {
	app.OnRecordAuthWithPasswordRequest("accounts", "officers").BindFunc(slowDownGuessing)
	app.OnRecordAuthWithPasswordRequest("accounts", "officers").BindFunc(sayWhyClosed)
	app.OnRecordUpdateRequest("accounts", "officers").BindFunc(countOwnTries)
	app.OnRecordCreateRequest("accounts", "officers").BindFunc(keepTokensSecret)
	app.OnRecordUpdateRequest("accounts", "officers").BindFunc(keepTokensSecret)
	app.OnRecordUpdateRequest("accounts").BindFunc(onlyOwnSettings)
	app.OnRecordUpdateRequest("officers").BindFunc(onlyOwnSettings)
	app.OnRecordCreate("accounts", "officers").BindFunc(checkPassword)
	app.OnRecordUpdate("accounts", "officers").BindFunc(checkPassword)
	app.OnRecordUpdate("residents").BindFunc(followResident)
	sessions(app)
	staff(app)
	joining(app)
	notices(app)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		e.Router.POST("/api/accounts/open", open).
			Bind(apis.RequireAuth("officers", core.CollectionNameSuperusers))
		e.Router.POST("/api/accounts/activate", activate).Bind(apis.BodyLimit(web.SmallBody))
		return e.Next()
	})
}
