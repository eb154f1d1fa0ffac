package notify_test

import (
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
)

func TestAGatewayThatCannotWorkIsRefusedWithThePlace(t *testing.T) {
	v := start(t)
	sound := func() map[string]any {
		return map[string]any{"name": "Baru", "channel": "sms", "url": "https://sms.example/kirim", "body": `{"to":"{to}","text":"{text}"}`, "encoding": "json"}
	}
	for _, wrong := range []struct{ field, value, at, key string }{
		{"url", "http://sms.example/kirim", "url", "gateway.url"},
		{"url", "sms.example", "url", "gateway.url"},
		{"url", "https://user:pass@sms.example/", "url", "gateway.url"},
		{"url", "file:///etc/passwd", "url", "gateway.url"},
		{"url", "http://169.254.169.254/latest/meta-data/", "url", "gateway.inside"},
		{"url", "http://[fe80::1]/", "url", "gateway.inside"},
		{"url", "http://metadata.google.internal/", "url", "gateway.inside"},
		{"url", "http://[::ffff:169.254.169.254]/", "url", "gateway.inside"},
		{"headers", `{"X-A":"b\r\nX-C: d"}`, "headers", "gateway.headers"},
		{"headers", `{"Not a name":"b"}`, "headers", "gateway.headers"},
		{"headers", `["a"]`, "headers", "gateway.headers"},
		{"body", `{"to":"{to}"}`, "body", "gateway.body"},
		{"body", `{"to":"{to}","text":{text}}`, "body", "gateway.body"},
		{"callback", `{"delivered":"read"}`, "callback", "gateway.callback"},
	} {
		fields := sound()
		fields[wrong.field] = wrong.value
		answer := v.Do("POST", "/api/collections/gateways/records", fields, v.Admin).WantFault(400, "gateway.unsound")
		if key := answer.FieldKey(wrong.at); key != wrong.key {
			t.Errorf("%s %s: %q", wrong.field, wrong.value, key)
		}
	}
	v.Do("POST", "/api/collections/gateways/records", sound(), v.Admin).Want(200)
	local := sound()
	local["name"], local["url"] = "Di kantor", "http://192.168.1.20:8080/send"
	v.Do("POST", "/api/collections/gateways/records", local, v.Admin).Want(200)
	made, err := v.FindFirstRecordByData("gateways", "name", "Baru")
	v.must(err)
	if len(made.GetString("secret")) < 40 || made.GetString("signature_header") == "" {
		t.Error("a gateway without a secret of its own")
	}
}

func TestAnAddressThatLeadsToTheMachinesOwnKeysIsNotCalled(t *testing.T) {
	v := start(t)
	p := v.provider("Fonnte", 1)
	// As if a name had changed its mind after it was saved.
	_, err := v.DB().Update("gateways", dbx.Params{"url": "http://169.254.169.254/latest"}, dbx.HashExp{"id": p.record.Id}).Execute()
	v.must(err)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.tellReady()
	v.work(noon)
	if row := v.one(); row.State != "queued" || row.Reason == "" {
		t.Errorf("%+v", row)
	}
}

func TestTheRecipesAreThereSwitchedOff(t *testing.T) {
	v := start(t)
	if n := v.count("gateways", nil); n != 3 {
		t.Errorf("%d recipes", n)
	}
	if n := v.count("gateways", dbx.HashExp{"active": true}); n != 0 {
		t.Errorf("%d are switched on", n)
	}
}

func TestOnlyAdminsSeeGateways(t *testing.T) {
	v := start(t)
	p := v.provider("Fonnte", 1)
	for _, who := range []struct {
		name string
		auth int
	}{{"guest", 403}, {"resident", 403}, {"officer", 403}} {
		actor := apptest.Guest
		switch who.name {
		case "resident":
			actor = v.Resident
		case "officer":
			actor = v.VillageHead
		}
		v.Do("GET", "/api/collections/gateways/records/"+p.record.Id, nil, actor).Want(who.auth)
	}
	v.Do("GET", "/api/collections/gateways/records/"+p.record.Id, nil, v.Admin).Want(200)
}
