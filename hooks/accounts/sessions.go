package accounts

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
)

// sessions binds where people are logged in: every token names a session, which
// its owner can see and end, and which ends by itself.
func sessions(app core.App) {
	app.OnRecordAuthRequest("accounts", "officers").BindFunc(openSession)
	app.OnFileTokenRequest("accounts", "officers").BindFunc(tieFileToken)
	app.OnFileDownloadRequest().BindFunc(refuseOldFileToken)
	app.OnRealtimeSubscribeRequest().BindFunc(tieRealtime)

	app.OnRecordCreate("sessions").BindFunc(stampSession)
	app.OnRecordAfterCreateSuccess("sessions").BindFunc(rememberSession)
	app.OnRecordAfterUpdateSuccess("sessions").BindFunc(forgetEnded)
	app.OnRecordDelete("sessions").BindFunc(keepOnRecord)
	app.OnRecordUpdateRequest("sessions").BindFunc(adminEnds)

	app.OnRecordUpdate("accounts", "officers").BindFunc(changeKey)
	app.OnRecordUpdateExecute("accounts", "officers").BindFunc(endOldTokens)

	app.Cron().MustAdd("accounts-sessions", "*/5 * * * *", func() { tidySessions(app) })
	app.OnTerminate().BindFunc(keepSeenAtLast)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		e.Router.Bind(guard)
		me := e.Router.Group("/api/me").Bind(apis.RequireAuth("accounts", "officers"))
		me.GET("/sessions", mySessions)
		me.POST("/sessions/end-others", endOthers)
		me.POST("/sessions/{id}/end", endOne)
		me.POST("/logout", logout)
		me.POST("/password", changePassword)
		return e.Next()
	})
}

// changeKey makes the tokens of a login that is switched off worthless. The auth
// rule only guards the door: who is in already would stay for days.
func changeKey(e *core.RecordEvent) error {
	if !e.Record.GetBool("active") {
		e.Record.RefreshTokenKey()
	}
	return e.Next()
}
