// Package hooks binds all slices to an app: the same ones in the program and in
// the tests.
package hooks

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/accounts"
	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/letters"
	"mdesa/hooks/office"
	"mdesa/hooks/privacy"
	"mdesa/hooks/requests"
	"mdesa/hooks/residents"
	"mdesa/hooks/residents/imports"
	"mdesa/hooks/residents/ledger"
	"mdesa/hooks/residents/lifeevents"
	"mdesa/hooks/services"
	"mdesa/hooks/web"
	_ "mdesa/migrations" // the schema that the hooks rely on
)

// Register binds M-Desa to an app.
func Register(app core.App) {
	fault.Register(app)
	web.Register(app)
	access.Register(app)
	audit.Register(app)
	office.Register(app)
	delegation.Register(app)
	residents.Register(app)
	ledger.Register(app) // after residents: it counts what is really saved
	lifeevents.Register(app)
	imports.Register(app)
	accounts.Register(app)
	services.Register(app)
	requests.Register(app)
	privacy.Register(app)
	letters.Register(app) // after requests: a signature is checked before its letter is made
}
