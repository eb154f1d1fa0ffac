package accounts

import (
	"errors"
	"net/http"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/router"

	"mdesa/hooks/fault"
)

var errClosed = fault.New(fault.Forbidden, "account.closed",
	"Akun ini dinonaktifkan oleh kantor. Bila itu keliru, hubungi admin desa atau datang ke kantor.",
	"The office has switched this login off. If that is a mistake, ask the village admin or come to the office.")

// sayWhyClosed words PocketBase's refusal by the auth rule, which only somebody
// with the right password comes to hear.
func sayWhyClosed(e *core.RecordAuthWithPasswordRequestEvent) error {
	err := e.Next()
	var api *router.ApiError
	if e.Record == nil || !errors.As(err, &api) || api.Status != http.StatusForbidden || e.Record.GetBool("active") {
		return err
	}
	if over := outsideTerm(e.App, e.Record); over != nil {
		return over
	}
	return errClosed
}
