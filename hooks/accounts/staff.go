package accounts

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// staff binds what holds for officers' logins only: a password of their own,
// the second factor, the term of office.
func staff(app core.App) {
	app.OnRecordCreateRequest("officers").BindFunc(askForOwnPassword)
	app.OnRecordUpdateRequest("officers").BindFunc(askForOwnPassword)
	app.OnRecordAfterUpdateSuccess("officers").BindFunc(silenceForced)

	for _, hook := range []func(*core.RecordEvent) error{checkOfficer, checkTerm, checkSecondFactor} {
		app.OnRecordCreate("officers").BindFunc(hook)
		app.OnRecordUpdate("officers").BindFunc(hook)
	}

	app.OnRecordRequestOTPRequest("officers").BindFunc(sendNoCodeUnasked)
	app.OnRecordAuthWithOTPRequest("officers").BindFunc(onlyAsSecondStep)
	app.OnMailerRecordOTPSend("officers").BindFunc(wordLoginCode)
	app.OnRecordRequestPasswordResetRequest("officers").BindFunc(sendNoReset)
	app.OnRecordRequestVerificationRequest("officers").BindFunc(sendNoVerification)
	app.OnRecordRequestEmailChangeRequest("officers").BindFunc(sendNoChange)

	app.Cron().MustAdd("accounts-terms", "*/5 * * * *", func() { closeEnded(app) })

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		closeEnded(e.App) // the server may have been off at midnight
		e.Router.POST("/api/officers/login-code", sendLoginCode).Bind(apis.BodyLimit(web.SmallBody))
		me := e.Router.Group("/api/me").Bind(apis.RequireAuth("officers"))
		me.POST("/email", askOfficerMail)
		me.POST("/email/confirm", confirmOfficerMail)
		me.POST("/second-factor", turnSecondFactor)
		return e.Next()
	})
}
