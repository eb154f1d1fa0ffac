package notify

import (
	"encoding/base64"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/security"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errSubscription = fault.New(fault.Invalid, "notice.subscription",
		"Peramban ini tidak memberi alamat pemberitahuan yang dapat dipakai. Coba dengan peramban lain.",
		"This browser gives no address for notifications that can be used. Try another browser.")
	errDevices = fault.New(fault.TooMany, "notice.devices",
		"Terlalu sering dalam waktu singkat. Coba lagi beberapa menit lagi.",
		"Too often in a short time. Try again in a few minutes.")
)

// mostDevices a person has; the oldest makes room.
const mostDevices = 8

var perSubscriber = web.Limit{Name: "notify.subscribe", N: 12, Per: 10 * 60 * 1e9}

// subscribe answers POST /api/notices/push {endpoint, keys: {p256dh, auth}}, as a
// browser gives them, with {id}. A browser that somebody else used before is
// theirs no longer.
func subscribe(e *core.RequestEvent) error {
	asked := struct {
		Endpoint string `json:"endpoint"`
		Keys     struct {
			P256dh string `json:"p256dh"`
			Auth   string `json:"auth"`
		} `json:"keys"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errSubscription.Because(err)
	}
	if !isPushAddress(asked.Endpoint) || !hasBytes(asked.Keys.P256dh, 65) || !hasBytes(asked.Keys.Auth, 16) {
		return errSubscription
	}
	if !perSubscriber.Allow(e.App, e.Auth.Id) {
		return errDevices
	}
	id := ""
	err := e.App.RunInTransaction(func(tx core.App) error {
		if _, err := tx.DB().Delete("push_subscriptions", dbx.HashExp{"endpoint": asked.Endpoint}).Execute(); err != nil {
			return err
		}
		collection, err := tx.FindCachedCollectionByNameOrId("push_subscriptions")
		if err != nil {
			return err
		}
		record := core.NewRecord(collection)
		record.Load(map[string]any{
			ownerField(e.Auth): e.Auth.Id, "endpoint": asked.Endpoint, "p256dh": asked.Keys.P256dh, "auth": asked.Keys.Auth,
			"session": sessionOf(e), "at": types.NowDateTime(),
		})
		record.Set("device", deviceOf(tx, record.GetString("session")))
		if err := tx.Save(record); err != nil {
			return err
		}
		id = record.Id
		return dropOldest(tx, e.Auth)
	})
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]string{"id": id})
}

func dropOldest(tx core.App, auth *core.Record) error {
	owner := ownerField(auth)
	_, err := tx.DB().NewQuery(`DELETE FROM push_subscriptions WHERE id IN (SELECT id FROM push_subscriptions
		WHERE ` + owner + ` = {:me} ORDER BY at DESC, rowid DESC LIMIT -1 OFFSET ` + itoa(mostDevices) + `)`).
		Bind(dbx.Params{"me": auth.Id}).Execute()
	return err
}

// unsubscribe answers DELETE /api/notices/push/{id} with 204, also when it is gone.
func unsubscribe(e *core.RequestEvent) error {
	_, err := e.App.DB().Delete("push_subscriptions", dbx.HashExp{"id": e.Request.PathValue("id"), ownerField(e.Auth): e.Auth.Id}).Execute()
	if err != nil {
		return err
	}
	return e.NoContent(http.StatusNoContent)
}

// isPushAddress: push services are on the open internet, by https and by name.
func isPushAddress(address string) bool {
	parsed, err := url.Parse(address)
	if err != nil || parsed.Scheme != "https" || parsed.User != nil || len(address) > 1000 {
		return false
	}
	_, notName := netip.ParseAddr(parsed.Hostname())
	return notName != nil && strings.Contains(parsed.Hostname(), ".") && (parsed.Port() == "" || parsed.Port() == "443")
}

func hasBytes(encoded string, n int) bool {
	content, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(encoded, "="))
	return err == nil && len(content) == n
}

// sessionOf is the id of the caller's session, which hooks/accounts writes into
// the token that PocketBase has checked.
func sessionOf(e *core.RequestEvent) string {
	token := e.Request.Header.Get("Authorization")
	if len(token) > 7 && strings.EqualFold(token[:7], "Bearer ") {
		token = token[7:]
	}
	claims, err := security.ParseUnverifiedJWT(token)
	if err != nil {
		return ""
	}
	id, _ := claims["sid"].(string)
	return id
}

func deviceOf(app core.App, session string) string {
	name, err := oneOf(app, "SELECT agent FROM sessions WHERE id = {:id}", session)
	if err != nil {
		return ""
	}
	return name
}
