package residents_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/residents"
)

func register(app core.App) {
	fault.Register(app)
	audit.Register(app)
	office.Register(app)
	delegation.Register(app)
	residents.Register(app)
}

// newApp is a program at its first start.
func newApp(t testing.TB) *apptest.App {
	t.Helper()
	return apptest.Empty(t, register)
}
