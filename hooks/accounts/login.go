package accounts

import (
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// Three budgets of password tries, so that guessing is slow and a lockout is no
// weapon:
//
//   - a device that the login knows has its own, which nobody else can use up:
//     not a neighbour behind the same address, nor the whole world;
//   - elsewhere tries count by name and address together, so that a stranger
//     cannot lock the owner out and one who forgot cannot lock out the banjar;
//   - and by name alone, three hundred a day over all addresses, against those who
//     guess from many. Whoever uses that up keeps the owner from a phone they
//     never used before, for some minutes, and from nothing else: the known
//     phone goes on, and a code by e-mail or from the counter lets the new one in.
var (
	perDevice   = web.Limit{Name: "accounts.login_device", N: 10, Per: 10 * time.Minute}
	perLogin    = web.Limit{Name: "accounts.login", N: 10, Per: 10 * time.Minute}
	perIdentity = web.Limit{Name: "accounts.login_everywhere", N: 300, Per: 24 * time.Hour}
)

func slowDownGuessing(e *core.RecordAuthWithPasswordRequestEvent) error {
	name := strings.ToLower(e.Identity)
	if knownDevice(e.RequestEvent, e.Record) {
		if !perDevice.Allow(e.App, e.Record.Id) {
			return errTooManyTries
		}
		return e.Next()
	}
	if !perLogin.Allow(e.App, name+" "+network(e.RealIP())) || !perIdentity.Allow(e.App, name) {
		return errTooManyTries
	}
	return e.Next()
}
