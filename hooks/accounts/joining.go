package accounts

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var errOnlyByDesk = fault.New(fault.Forbidden, "account.only_by_desk",
	"Pendaftaran dan pendamping hanya berubah lewat meja layanan, supaya selalu tercatat siapa yang memutuskan.",
	"Registrations and carers change at the service desk only, so that it is always on record who decided.")

// joining binds how residents come to a login of their own, get back into it,
// and act for one another.
func joining(app core.App) {
	app.OnRecordCreateRequest("registrations", "representations").BindFunc(refuseByHand)
	app.OnRecordUpdateRequest("registrations", "representations").BindFunc(refuseByHand)
	app.OnRecordDeleteRequest("registrations", "representations").BindFunc(refuseByHand)
	// PocketBase's own mails lead to the dashboard and are not counted by account.
	app.OnRecordRequestPasswordResetRequest("accounts").BindFunc(sendNoReset)
	app.OnRecordRequestVerificationRequest("accounts").BindFunc(sendNoVerification)
	app.OnRecordRequestEmailChangeRequest("accounts").BindFunc(sendNoChange)
	app.OnRecordEnrich("registrations", "accounts", "officers").BindFunc(hideSecrets)
	app.OnRecordAuthRequest("accounts", "officers").BindFunc(rememberDevice)
	app.OnTerminate().BindFunc(finishMail)
	// Midnight is on the hour in all of the country.
	app.Cron().MustAdd("accounts-representations", "0 * * * *", func() { endOver(app) })
	app.Cron().MustAdd("accounts-registrations", "20 * * * *", func() { sweepRegistrations(app) })

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		endOver(e.App) // the server may have been off at midnight
		routes := e.Router.Group("/api/accounts")
		routes.POST("/register", registerSelf).Bind(toDisk(), apis.BodyLimit(largestForm))
		routes.POST("/register/status", registrationStatus).Bind(apis.BodyLimit(web.SmallBody))
		routes.GET("/recover", recoveryWays)
		routes.POST("/recover", recoverAccess).Bind(apis.BodyLimit(web.SmallBody))

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

// secrets are hashes of what only one person knows.
var secrets = []string{"password_hash", "device", "activation_hash", "recovery_hash", "mail_hash", "email_hash"}

// hideSecrets keeps hashes of passwords and codes from admins too, for whom
// PocketBase shows hidden fields: a short code is soon found by its hash.
func hideSecrets(e *core.RecordEnrichEvent) error {
	err := e.Next()
	e.Record.Hide(secrets...)
	return err
}
