package accounts

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var errOnlyByDesk = fault.New(fault.Forbidden, "account.only_by_desk",
	"Pendaftaran dan pendamping hanya berubah lewat meja layanan, supaya selalu tercatat siapa yang memutuskan.",
	"Registrations and carers change at the service desk only, so that it is always on record who decided.")

// joining binds how residents come to a login of their own, get back into it,
// and act for one another.
func joining(app core.App) {
	app.OnRecordCreateRequest("registrations", "representations").BindFunc(refuseByHand)
	app.OnRecordUpdateRequest("registrations", "representations").BindFunc(refuseByHand)
	// PocketBase's own mails lead to the dashboard and are not counted by account.
	app.OnRecordRequestPasswordResetRequest("accounts").BindFunc(sendNoReset)
	app.OnRecordRequestVerificationRequest("accounts").BindFunc(sendNoVerification)
	app.OnRecordRequestEmailChangeRequest("accounts").BindFunc(sendNoChange)
	app.OnRecordEnrich("registrations").BindFunc(hideSecrets)
	app.OnRecordAuthRequest("accounts", "officers").BindFunc(rememberDevice)
	app.OnTerminate().BindFunc(finishMail)
	app.Cron().MustAdd("accounts-registrations", "20 * * * *", func() { sweepRegistrations(app) })

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		routes := e.Router.Group("/api/accounts")
		routes.POST("/register", registerSelf).Bind(apis.BodyLimit(largestForm))
		routes.POST("/register/status", registrationStatus)
		routes.GET("/recover", recoveryWays)
		routes.POST("/recover", recoverAccess)

		routes.POST("/email", askMail).Bind(apis.RequireAuth("accounts"))
		routes.POST("/email/confirm", confirmMail).Bind(apis.RequireAuth("accounts"))
		routes.DELETE("/email", dropMail).Bind(apis.RequireAuth("accounts"))

		routes.GET("/registrations", listRegistrations).Bind(apis.RequireAuth("officers"))
		routes.GET("/registrations/{id}", showRegistration).Bind(apis.RequireAuth("officers"))
		routes.GET("/registrations/{id}/photo", showPhoto).Bind(apis.RequireAuth("officers"))
		routes.POST("/registrations/{id}/confirm", confirmRegistration).Bind(apis.RequireAuth("officers"))
		routes.POST("/registrations/{id}/refuse", refuseRegistration).Bind(apis.RequireAuth("officers"))

		own := e.Router.Group("/api/me/representations").Bind(apis.RequireAuth("accounts"))
		own.GET("", ownRepresentations)
		own.POST("", askRepresentation)
		own.POST("/{id}/end", endOwnRepresentation)
		routes.GET("/representations", listRepresentations).Bind(apis.RequireAuth("officers"))
		routes.POST("/representations", openRepresentation).Bind(apis.RequireAuth("officers"))
		routes.POST("/representations/{id}/confirm", confirmRepresentation).Bind(apis.RequireAuth("officers"))
		routes.POST("/representations/{id}/end", endRepresentation).Bind(apis.RequireAuth("officers"))
		return e.Next()
	})
}

func refuseByHand(*core.RecordRequestEvent) error { return errOnlyByDesk }

// hideSecrets keeps the password's hash from admins too, for whom PocketBase
// shows hidden fields.
func hideSecrets(e *core.RecordEnrichEvent) error {
	err := e.Next()
	e.Record.Hide("password_hash", "device")
	return err
}
