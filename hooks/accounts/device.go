package accounts

import (
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/security"
)

// A browser that has logged in to a login before is known to it. It gets a
// signed cookie, which gives no right but one: a budget of tries of its own. So
// the limits on guessing, which count tries from everywhere, can never be used
// by a stranger to keep the owner out of their own phone.
const (
	deviceCookie  = "mdesa_device"
	deviceKnown   = 400 * 24 * time.Hour // the longest that browsers keep a cookie
	deviceHolders = 8                    // logins on one device; a family may share a phone
)

func rememberDevice(e *core.RecordAuthRequestEvent) error {
	if onSharedComputer(e.RequestEvent) {
		return e.Next() // nothing stays behind there
	}
	holders := append([]string{e.Record.Id}, slices.DeleteFunc(holdersOf(e.RequestEvent), func(id string) bool { return id == e.Record.Id })...)
	key, err := deviceKey(e.App)
	if err != nil {
		return err
	}
	signed, err := security.NewJWT(map[string]any{"logins": holders[:min(len(holders), deviceHolders)]}, key, deviceKnown)
	if err != nil {
		return err
	}
	e.SetCookie(&http.Cookie{
		Name: deviceCookie, Value: signed, Path: "/api/", MaxAge: int(deviceKnown.Seconds()),
		HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: e.IsTLS() || strings.HasPrefix(e.App.Settings().Meta.AppURL, "https://"),
	})
	return e.Next()
}

// knownDevice tells whether this browser has logged in to that login before.
func knownDevice(e *core.RequestEvent, login *core.Record) bool {
	return login != nil && slices.Contains(holdersOf(e), login.Id)
}

func holdersOf(e *core.RequestEvent) []string {
	cookie, err := e.Request.Cookie(deviceCookie)
	if err != nil {
		return nil
	}
	key, err := deviceKey(e.App)
	if err != nil {
		return nil
	}
	claims, err := security.ParseJWT(cookie.Value, key)
	if err != nil {
		return nil
	}
	var holders []string
	list, _ := claims["logins"].([]any)
	for _, one := range list {
		if id, ok := one.(string); ok {
			holders = append(holders, id)
		}
	}
	return holders
}

// deviceKey is none that signs anything else: a device's mark must not pass for
// a token of a login.
func deviceKey(app core.App) (string, error) {
	accounts, err := app.FindCachedCollectionByNameOrId("accounts")
	if err != nil {
		return "", err
	}
	return "device:" + accounts.AuthToken.Secret, nil
}

// network is what limits count for an address: itself, or for IPv6 the /64 that
// one subscriber has 2^64 addresses of.
func network(address string) string {
	parsed, err := netip.ParseAddr(address)
	if err != nil || parsed.Unmap().Is4() {
		return address
	}
	prefix, err := parsed.WithZone("").Prefix(64)
	if err != nil {
		return address
	}
	return prefix.String()
}
