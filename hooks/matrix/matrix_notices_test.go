package matrix_test

import (
	"context"
	"time"

	"mdesa/hooks/apptest"
	"mdesa/hooks/notify"
)

// toldAll works out what the archive's village is told, with one message that is
// on its way and a device of Wayan's.
func (a archive) toldAll() {
	a.t.Helper()
	a.deliver()
	notice, err := a.FindFirstRecordByData("notices", "account", a.Resident.Id)
	if err != nil {
		a.t.Fatal(err)
	}
	save := func(collection string, fields map[string]any) string {
		return apptest.Save(a.t, a, apptest.Record(a.t, a, collection, fields)).Id
	}
	a.existing["notices"], a.existing["gateways"] = notice.Id, a.first("gateways")
	a.existing["notice_deliveries"] = save("notice_deliveries", map[string]any{"notice": notice.Id, "channel": "phone", "state": "sent"})
	a.existing["notice_choices"] = save("notice_choices", map[string]any{"account": a.Resident.Id, "quiet_from": "22:00", "quiet_to": "05:00"})
	a.existing["push_subscriptions"] = save("push_subscriptions", map[string]any{"account": a.Resident.Id, "endpoint": "https://push.example/a", "p256dh": "x", "auth": "y"})
	a.existing["gateway_messages"] = save("gateway_messages", map[string]any{"gateway": a.existing["gateways"], "hash": "00"})
}

// deliver does what the server's worker would do by now.
func (a archive) deliver() {
	a.t.Helper()
	if err := notify.Work(context.Background(), a, time.Now()); err != nil {
		a.t.Fatal(err)
	}
}

func (a archive) noticesToCreate() map[string]any {
	return map[string]any{
		"notices":            map[string]any{"account": a.Resident.Id, "key": "x", "group": "news", "text": "x", "text_en": "x"},
		"notice_causes":      map[string]any{"kind": "x", "subject": "x"},
		"notice_deliveries":  map[string]any{"channel": "phone", "state": "queued", "reply_to": "6281234500001", "reply": "x"},
		"notice_choices":     map[string]any{"account": a.Neighbour.Id},
		"push_subscriptions": map[string]any{"account": a.Resident.Id, "endpoint": "https://push.example/b", "p256dh": "x", "auth": "y"},
		"gateways":           map[string]any{"name": "Lain", "channel": "sms", "url": "https://sms.example/", "body": "to={to}&text={text}", "encoding": "form"},
		"gateway_messages":   map[string]any{"gateway": a.existing["gateways"], "hash": "01"},
	}
}

var noticesToUpdate = map[string]any{
	"notices":            map[string]any{"text": "lain"},
	"notice_deliveries":  map[string]any{"state": "delivered"},
	"notice_choices":     map[string]any{"no_quiet": true},
	"push_subscriptions": map[string]any{"endpoint": "https://push.example/c"},
	"gateways":           map[string]any{"note": "lain"},
	"gateway_messages":   map[string]any{"hash": "02"},
}

func (a archive) noticesRoutes() group {
	return group{"Notices", []route{
		{name: "my notices", method: "GET", path: "/api/notices?before=2000-01-01~a"},
		{name: "unread", method: "GET", path: "/api/notices/unread"},
		{name: "read nothing", method: "POST", path: "/api/notices/read", body: map[string]any{"ids": []string{"nosuchnotice000"}}},
		{name: "my choices", method: "GET", path: "/api/notices/choices"},
		{name: "choose nothing", method: "PUT", path: "/api/notices/choices", body: map[string]any{}},
		{name: "a device without keys", method: "POST", path: "/api/notices/push", body: map[string]any{"endpoint": "https://push.example/d"}},
		{name: "drop a device of nobody's", method: "DELETE", path: "/api/notices/push/nosuchdevice000"},
		{name: "unsigned callback", method: "POST", path: "/api/notices/gateways/" + a.existing["gateways"] + "/status", body: map[string]any{}},
		{name: "unsigned message", method: "POST", path: "/api/notices/gateways/" + a.existing["gateways"] + "/inbox", body: map[string]any{}},
		{name: "how messages leave", method: "GET", path: "/api/outbox"},
		{name: "try messages again", method: "POST", path: "/api/outbox/pigeon/again"},
		{name: "switch no provider", method: "PUT", path: "/api/outbox/gateways/nosuchgateway00", body: map[string]any{"active": false}},
	}}
}
