package office_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

func register(app core.App) {
	fault.Register(app)
	office.Register(app)
}

// newApp is a program at its first start.
func newApp(t *testing.T) *apptest.App {
	t.Helper()
	return apptest.Empty(t, register)
}

// ownOffice is the office record to change, not the shared one.
func ownOffice(t *testing.T, app core.App) *core.Record {
	t.Helper()
	record, err := app.FindRecordById("office", office.ID)
	if err != nil {
		t.Fatal(err)
	}
	return record
}
