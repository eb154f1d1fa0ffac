package accounts

import (
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// Budgets of password tries, so that guessing is slow and a lockout is no
// weapon:
//
//   - a device that the login knows has its own, which nobody else can use up:
//     not a neighbour behind the same address, nor a former phone, nor the whole
//     world;
//   - elsewhere tries count by name and network together: ten in ten minutes and
//     twenty a day, so that a stranger cannot lock the owner out and one who
//     forgot cannot lock out the banjar. Where the login was entered in the last
//     thirty days, sixty a day: a shared computer of the desk is a new device
//     every morning, and each login there is a try, too;
//   - and by name alone, three hundred a day over all networks, against those who
//     guess from many. Whoever uses that up keeps the owner from no place where
//     they log in; only from one where they have not been for thirty days, on a
//     device they never used, until the next day. A code by e-mail or from the
//     counter lets a resident in there, too.
var (
	perDevice       = web.Limit{Name: "accounts.login_device", N: 10, Per: 10 * time.Minute}
	perLogin        = web.Limit{Name: "accounts.login", N: 10, Per: 10 * time.Minute}
	perNetwork      = web.Limit{Name: "accounts.login_network", N: 20, Per: 24 * time.Hour}
	perKnownNetwork = web.Limit{Name: "accounts.login_known_network", N: 60, Per: 24 * time.Hour}
	perIdentity     = web.Limit{Name: "accounts.login_everywhere", N: 300, Per: 24 * time.Hour}
)

// networkKnown is for how long a network is known from which a login was entered.
const networkKnown = 30 * 24 * time.Hour

func slowDownGuessing(e *core.RecordAuthWithPasswordRequestEvent) error {
	if now := deviceOf(e.RequestEvent); now.knows(e.Record) {
		if !perDevice.Allow(e.App, now.budget(e.Record)) {
			return errTooManyTries
		}
		return e.Next()
	}
	name, from := strings.ToLower(e.Identity), network(e.RealIP())
	if !perLogin.Allow(e.App, name+" "+from) {
		return errTooManyTries
	}
	known, err := knownNetwork(e.App, e.Record, from)
	switch {
	case err != nil:
		return err
	case known && !perKnownNetwork.Allow(e.App, name+" "+from):
		return errTooManyTries
	case !known && (!perNetwork.Allow(e.App, name+" "+from) || !perIdentity.Allow(e.App, name)):
		return errTooManyTries
	}
	return e.Next()
}

// knownNetwork tells whether a login was entered from a network lately, by its
// owner and not by an admin in their place.
func knownNetwork(app core.App, login *core.Record, from string) (bool, error) {
	if login == nil {
		return false, nil
	}
	var addresses []string
	err := app.DB().Select("address").Distinct(true).From("sessions").
		Where(dbx.HashExp{"login": login.Id, "opened_by": ""}).
		AndWhere(dbx.NewExp("created >= {:since}", dbx.Params{"since": stamp(time.Now().Add(-networkKnown))})).Column(&addresses)
	for _, address := range addresses {
		if network(address) == from {
			return true, err
		}
	}
	return false, err
}
