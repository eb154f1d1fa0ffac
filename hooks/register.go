// Package hooks binds all slices to an app: the same ones in the program and in
// the tests.
package hooks

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/accounts"
	"mdesa/hooks/audit"
	"mdesa/hooks/beneficiaries"
	"mdesa/hooks/budget"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/letters"
	"mdesa/hooks/news"
	"mdesa/hooks/notify"
	"mdesa/hooks/office"
	"mdesa/hooks/outbox"
	"mdesa/hooks/privacy"
	"mdesa/hooks/programs"
	"mdesa/hooks/reports"
	"mdesa/hooks/reports/board"
	"mdesa/hooks/requests"
	"mdesa/hooks/residents"
	"mdesa/hooks/residents/imports"
	"mdesa/hooks/residents/ledger"
	"mdesa/hooks/residents/lifeevents"
	"mdesa/hooks/satisfaction"
	"mdesa/hooks/services"
	"mdesa/hooks/statistics"
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
	notify.Register(app)
	residents.Register(app)
	ledger.Register(app) // after residents: it counts what is really saved
	lifeevents.Register(app)
	imports.Register(app)
	accounts.Register(app)
	services.Register(app)
	requests.Register(app)
	reports.Register(app) // after requests: it follows what happens to them
	board.Register(app)
	privacy.Register(app)
	outbox.Register(app)
	budget.Register(app)
	beneficiaries.Register(app) // after residents and life events: aid follows them
	programs.Register(app)
	satisfaction.Register(app)
	news.Register(app)
	statistics.Register(app)
	letters.Register(app) // after requests: a signature is checked before its letter is made
}
