package outbox_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/notify"
	"mdesa/hooks/office"
	"mdesa/hooks/outbox"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	notify.ByHand(app)
	fault.Register(app)
	access.Register(app)
	audit.Register(app)
	office.Register(app)
	delegation.Register(app)
	notify.Register(app)
	outbox.Register(app)
}

var ready = notify.Declare(notify.Text{Key: "test.outbox", Group: "requests", ID: "Permohonan {code} selesai.", EN: "Request {code} is done."})

func init() { notify.Purposes(map[string]int{"notice_whatsapp": 1}) }

// village is Taman Sari with a provider that answers as it is told.
type village struct {
	*apptest.App
	t       testing.TB
	gateway *core.Record
	answers atomic.Int32 // the HTTP status
	taken   atomic.Int32
}

func start(t testing.TB) *village {
	t.Helper()
	v := &village{App: apptest.New(t, register), t: t}
	v.answers.Store(200)
	provider := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		v.taken.Add(1)
		w.WriteHeader(int(v.answers.Load()))
	}))
	t.Cleanup(provider.Close)
	v.gateway = apptest.Save(t, v, apptest.Record(t, v, "gateways", map[string]any{"name": "Penyedia", "active": true, "channel": "whatsapp", "url": provider.URL,
		"headers": map[string]string{"Authorization": "{token}"}, "body": `{"to":"{to}","text":"{text}"}`, "encoding": "json", "number_form": "62", "token": "kunci-rahasia"}))
	apptest.Save(t, v, apptest.Record(t, v, "consents", map[string]any{"resident": v.Wayan.Id, "purpose": "notice_whatsapp", "given": true, "text": "…",
		"text_version": 1, "channel": "counter", "at": "2026-01-01 00:00:00.000Z"}))
	apptest.Save(t, v, apptest.Record(t, v, "notice_choices", map[string]any{"account": v.Resident.Id, "no_quiet": true}))
	return v
}

func (v *village) tells() {
	v.t.Helper()
	if err := notify.Tell(v, notify.Notice{Account: v.Resident.Id, Key: ready, Data: map[string]string{"code": "K7PM-3Q9W"}}); err != nil {
		v.t.Fatal(err)
	}
	v.works(time.Now())
}

func (v *village) works(at time.Time) {
	v.t.Helper()
	if err := notify.Work(context.Background(), v, at); err != nil {
		v.t.Fatal(err)
	}
}

func (v *village) phone(actor *core.Record) (notify.ChannelHealth, notify.Health) {
	v.t.Helper()
	var health notify.Health
	v.Do("GET", "/api/outbox", nil, actor).Want(200).Into(&health)
	return health.Channels[0], health
}

func TestTheSecretarySeesHowEachChannelDoes(t *testing.T) {
	v := start(t)
	v.tells()
	phone, health := v.phone(v.Secretary)
	if !phone.SetUp || phone.Waiting+phone.Failed+phone.Stuck != 0 || phone.LastSent == "" || len(health.Channels) != 3 {
		t.Errorf("the phone is %+v of %d", phone, len(health.Channels))
	}
	if len(health.Gateways) != 1 || health.Gateways[0].Sent != 1 || !health.Gateways[0].Active {
		t.Errorf("the providers are %+v", health.Gateways)
	}
	v.answers.Store(503)
	v.tells()
	if phone, _ := v.phone(v.Admin); phone.Waiting != 1 || phone.Stuck != 1 || phone.Why[notify.OfProvider] != 1 {
		t.Errorf("then it is %+v", phone)
	}
}

func TestWhatFailedIsTriedAgainAtOnceAndOnce(t *testing.T) {
	v := start(t)
	v.answers.Store(400)
	v.tells()
	if phone, _ := v.phone(v.Secretary); phone.Failed != 1 || phone.Again != 1 || phone.Why[notify.OfRefusal] != 1 {
		t.Fatalf("it is %+v", phone)
	}
	v.answers.Store(200)
	if got := v.Do("POST", "/api/outbox/phone/again", nil, v.Secretary).Want(200).JSON()["tried"]; got != 1.0 {
		t.Errorf("%v are tried", got)
	}
	v.works(time.Now())
	if phone, _ := v.phone(v.Secretary); phone.Failed+phone.Waiting != 0 || v.taken.Load() != 2 {
		t.Errorf("then it is %+v, %d messages", phone, v.taken.Load())
	}
	if got := v.Do("POST", "/api/outbox/phone/again", nil, v.Secretary).Want(200).JSON()["tried"]; got != 0.0 {
		t.Errorf("what was sent is tried again: %v", got)
	}
	v.Do("POST", "/api/outbox/phone/again", nil, v.Secretary).Want(200)
	v.Do("POST", "/api/outbox/phone/again", nil, v.Secretary).WantFault(429, "outbox.too_often")
	v.Do("POST", "/api/outbox/pigeon/again", nil, v.Secretary).WantFault(400, "notice.channel")
}

func TestOldFailuresAndWithdrawnConsentsAreNotSentAgain(t *testing.T) {
	v := start(t)
	v.answers.Store(400)
	v.tells()
	v.tells()
	v.answers.Store(200)
	apptest.Save(t, v, apptest.Record(t, v, "consents", map[string]any{"resident": v.Wayan.Id, "purpose": "notice_whatsapp", "given": false, "text": "…",
		"text_version": 1, "channel": "counter", "at": "2026-11-01 00:00:00.000Z"}))
	if _, err := v.DB().NewQuery("UPDATE notice_deliveries SET at = '2026-01-01 00:00:00.000Z' WHERE rowid = (SELECT min(rowid) FROM notice_deliveries)").Execute(); err != nil {
		t.Fatal(err)
	}
	v.Do("POST", "/api/outbox/phone/again", nil, v.Secretary).Want(200)
	v.works(time.Now())
	if v.taken.Load() != 2 {
		t.Errorf("%d messages left the house", v.taken.Load())
	}
	if n, _ := v.CountRecords("notice_deliveries", dbx.HashExp{"state": "failed"}); n != 1 {
		t.Errorf("%d stay failed", n)
	}
}

func TestAProviderIsSwitchedOffAndOnAndAnEmptyOneStaysOff(t *testing.T) {
	v := start(t)
	path := "/api/outbox/gateways/" + v.gateway.Id
	v.Do("PUT", path, map[string]any{"active": false}, v.Secretary).Want(200)
	v.tells()
	if v.taken.Load() != 0 {
		t.Error("it was asked all the same")
	}
	if phone, health := v.phone(v.Secretary); phone.SetUp || health.Gateways[0].Active {
		t.Errorf("it is on: %+v", health)
	}
	v.Do("PUT", path, map[string]any{"active": true}, v.Secretary).Want(200)
	empty := apptest.Save(t, v, apptest.Record(t, v, "gateways", map[string]any{"name": "Kosong", "channel": "sms", "url": "https://sms.example/{to}",
		"headers": map[string]string{"Authorization": "{token}"}, "body": "text={text}", "encoding": "form"}))
	v.Do("PUT", "/api/outbox/gateways/"+empty.Id, map[string]any{"active": true}, v.Secretary).WantFault(400, "gateway.not_ready")
	v.Do("PUT", "/api/outbox/gateways/nothing00000000", map[string]any{"active": true}, v.Secretary).WantFault(404, "gateway.none")
	v.Do("PUT", path, map[string]any{}, v.Secretary).WantFault(400, "outbox.switch")
}

func TestOthersNeitherSeeNorTouchTheOutbox(t *testing.T) {
	v := start(t)
	for name, who := range map[string]struct {
		actor *core.Record
		want  int
	}{"guest": {apptest.Guest, 401}, "resident": {v.Resident, 403}, "hamlet head": {v.HeadOfKaja, 403}, "officer": {v.Officer, 403}} {
		for _, ask := range []struct {
			method, path string
			body         any
		}{{"GET", "/api/outbox", nil}, {"POST", "/api/outbox/phone/again", nil}, {"PUT", "/api/outbox/gateways/" + v.gateway.Id, map[string]any{"active": false}}} {
			if got := v.Do(ask.method, ask.path, ask.body, who.actor); got.Status != who.want {
				t.Errorf("%s %s by the %s: %d", ask.method, ask.path, name, got.Status)
			}
		}
	}
}

// The page is about machines: no key, no number, no name and no words of a
// message leave through it.
func TestTheOutboxTellsNoSecretsAndNobodysName(t *testing.T) {
	v := start(t)
	v.answers.Store(400)
	v.tells()
	body := string(v.Do("GET", "/api/outbox", nil, v.Secretary).Want(200).Body)
	for _, secret := range []string{"kunci-rahasia", v.gateway.GetString("secret"), v.gateway.GetString("url"), v.Wayan.GetString("name"), v.Resident.Id, v.Wayan.Id, "K7PM"} {
		if strings.Contains(body, secret) {
			t.Errorf("it tells %q", secret)
		}
	}
	for _, actor := range []*core.Record{v.Secretary, v.VillageHead, v.Officer, v.Resident} {
		for _, path := range []string{"gateways/records", "gateways/records/" + v.gateway.Id, "notice_deliveries/records", "gateway_messages/records",
			"gateways/records?fields=token,secret", "gateways/records?filter=token!=''", "notice_deliveries/records?expand=gateway"} {
			if got := v.Do("GET", "/api/collections/"+path, nil, actor); got.Status < 400 {
				t.Errorf("%s reads %s: %s", actor.GetString("name"), path, got.Body)
			}
		}
	}
}
