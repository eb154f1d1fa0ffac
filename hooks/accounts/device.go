package accounts

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/security"
)

// A browser that has logged in to a login before is known to it. It gets a
// signed cookie with an id of its own, which gives no right but one: a budget of
// tries that nobody else can use up, neither a stranger nor another phone of the
// same person. A new password forgets all devices but the one it was set on.
const (
	deviceCookie  = "mdesa_device"
	deviceKnown   = 400 * 24 * time.Hour // the longest that browsers keep a cookie
	deviceHolders = 8                    // logins on one device; a family may share a phone
)

// device is what the cookie says; the zero device is none.
type device struct {
	id     string
	logins []string // marks, the latest first
}

// knows tells whether this browser has logged in to that login before, since its
// password was last set.
func (d device) knows(login *core.Record) bool {
	return d.id != "" && login != nil && slices.Contains(d.logins, markOf(login))
}

// budget is whose tries at a login are counted on this device.
func (d device) budget(login *core.Record) string { return d.id + " " + login.Id }

// markOf names a login and its password of today: the token key, of which
// nobody can read anything back, changes with it.
func markOf(login *core.Record) string {
	sum := sha256.Sum256([]byte(login.Id + "\n" + login.TokenKey()))
	return login.Id + "." + hex.EncodeToString(sum[:8])
}

func rememberDevice(e *core.RecordAuthRequestEvent) error {
	if onSharedComputer(e.RequestEvent) {
		return e.Next() // nothing stays behind there
	}
	now := deviceOf(e.RequestEvent)
	if now.id == "" {
		now.id = core.GenerateDefaultRandomId()
	}
	others := slices.DeleteFunc(now.logins, func(mark string) bool { return strings.HasPrefix(mark, e.Record.Id+".") })
	marks := append([]string{markOf(e.Record)}, others...)
	key, err := deviceKey(e.App)
	if err != nil {
		return err
	}
	signed, err := security.NewJWT(map[string]any{"device": now.id, "logins": marks[:min(len(marks), deviceHolders)]}, key, deviceKnown)
	if err != nil {
		return err
	}
	e.SetCookie(&http.Cookie{
		Name: deviceCookie, Value: signed, Path: "/api/", MaxAge: int(deviceKnown.Seconds()),
		HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: overTLS(e.RequestEvent),
	})
	return e.Next()
}

// overTLS is whether people reach the program by https, be it through a proxy
// that the office has told of in one of two places.
func overTLS(e *core.RequestEvent) bool {
	return e.IsTLS() || strings.HasPrefix(e.App.Settings().Meta.AppURL, "https://") || strings.HasPrefix(addressOf(e.App), "https://")
}

// deviceOf reads the cookie of a request.
func deviceOf(e *core.RequestEvent) device {
	cookie, err := e.Request.Cookie(deviceCookie)
	if err != nil {
		return device{}
	}
	key, err := deviceKey(e.App)
	if err != nil {
		return device{}
	}
	claims, err := security.ParseJWT(cookie.Value, key)
	if err != nil {
		return device{}
	}
	var known device
	known.id, _ = claims["device"].(string)
	list, _ := claims["logins"].([]any)
	for _, one := range list {
		if mark, ok := one.(string); ok {
			known.logins = append(known.logins, mark)
		}
	}
	return known
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
