package accounts

import (
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// perLogin counts password tries by name and address together, for the same
// reason as perPerson.
var perLogin = web.Limit{Name: "accounts.login", N: 10, Per: 10 * time.Minute}

func slowDownGuessing(e *core.RecordAuthWithPasswordRequestEvent) error {
	if !perLogin.Allow(e.App, strings.ToLower(e.Identity)+" "+e.RealIP()) {
		return errTooManyTries
	}
	return e.Next()
}
