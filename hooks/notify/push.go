package notify

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/SherClockHolmes/webpush-go"
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// pushLives is how long a push service keeps a message for a phone that is off.
const pushLives = 24 * time.Hour

// shown is what a push message carries, and all that a lock screen shows: the
// group's name, never what the notice says.
type shown struct {
	Title string `json:"title"` // the office
	Body  string `json:"body"`  // the group, "Kabar permohonan Anda"
	Link  string `json:"link"`  // the page of notices
	Tag   string `json:"tag"`   // of one group only the last is shown
}

func sendByPush(ctx context.Context, app core.App, d delivery) attempt {
	if d.Endpoint == "" {
		return attempt{final: true, reason: notLonger}
	}
	keys, err := pushKeysOf(app)
	if err != nil {
		return attempt{reason: "the push keys cannot be read"}
	}
	group, _ := GroupByKey(d.Group)
	name, address := officeOf(app)
	page := "/kabar"
	if d.Officer != "" {
		page = "/petugas/kabar"
	}
	payload, err := json.Marshal(shown{name, group.In(d.Language), page, d.Group})
	if err != nil {
		return attempt{final: true, reason: unreadable}
	}
	if !strings.HasPrefix(address, "https:") {
		address = app.Settings().Meta.SenderAddress // push services want to know whom to write to
	}
	urgency := webpush.UrgencyNormal
	if d.Urgency != Normal {
		urgency = webpush.UrgencyHigh
	}
	answer, err := webpush.SendNotificationWithContext(ctx, payload,
		&webpush.Subscription{Endpoint: d.Endpoint, Keys: webpush.Keys{P256dh: d.P256dh, Auth: d.Auth}},
		&webpush.Options{HTTPClient: pushCaller(app), Subscriber: address, TTL: int(pushLives.Seconds()), Urgency: urgency,
			VAPIDPublicKey: keys.Public, VAPIDPrivateKey: keys.Private, RecordSize: 1024})
	if err != nil {
		return attempt{reason: "no answer: " + withoutAddress(err), final: errors.Is(err, errInside)}
	}
	defer func() { _ = answer.Body.Close() }()
	return judgePush(app, d, answer.StatusCode)
}

// judgePush reads a push service's answer (RFC 8030). What is gone never comes
// back: the browser's data were deleted, or the permission taken away.
func judgePush(app core.App, d delivery, status int) attempt {
	reason := "the push service answered " + strconv.Itoa(status)
	switch {
	case status >= 200 && status < 300:
		return attempt{ok: true}
	case status == http.StatusNotFound || status == http.StatusGone:
		if _, err := app.DB().Delete("push_subscriptions", dbx.HashExp{"id": d.Subscription}).Execute(); err != nil {
			app.Logger().Error("a push subscription stays behind", "error", err)
		}
		return attempt{final: true, reason: notLonger}
	case status == http.StatusTooManyRequests || status >= 500 || status == http.StatusRequestTimeout:
		return attempt{reason: reason}
	}
	return attempt{final: true, reason: reason}
}

// pushCaller is the client that push services are called with; tests put their
// own into the store.
func pushCaller(app core.App) webpush.HTTPClient {
	if own, there := app.Store().Get("notify.push.client").(webpush.HTTPClient); there {
		return own
	}
	return pushClient
}
