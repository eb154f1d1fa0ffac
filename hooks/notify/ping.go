package notify

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/routine"
	"github.com/pocketbase/pocketbase/tools/subscriptions"

	"mdesa/hooks/fault"
)

// topic is the realtime topic on which pages hear that something is new. The
// message says nothing more: a page asks for what it shows.
const topic = "kabar"

var errLogin = fault.New(fault.Unauthenticated, "notice.login",
	"Masuk dulu untuk membaca kabar Anda.",
	"Log in first to read your notices.")

func onlyOwnNotices(e *core.RealtimeSubscribeRequestEvent) error {
	if e.Auth == nil && slices.Contains(e.Subscriptions, topic) {
		return errLogin
	}
	return e.Next()
}

// ping tells the open pages of one person that the count changed, and whether
// there is something new to show.
func ping(app core.App, login string, news bool) {
	data := []byte(`{"news":false}`)
	if news {
		data = []byte(`{"news":true}`)
	}
	if login == "" {
		return
	}
	for _, client := range app.SubscriptionsBroker().Clients() {
		auth, _ := client.Get("auth").(*core.Record)
		if auth == nil || auth.Id != login || !client.HasSubscription(topic) {
			continue
		}
		// Sending waits for the reader; a slow phone must not hold up the others.
		routine.FireAndForget(func() { client.Send(subscriptions.Message{Name: topic, Data: data}) })
	}
}
