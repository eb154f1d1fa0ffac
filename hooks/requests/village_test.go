package requests_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/requests"
	"mdesa/hooks/web"
)

const (
	requestsPath  = "/api/collections/requests/records"
	eventsPath    = "/api/collections/request_events/records"
	documentsPath = "/api/collections/documents/records"
)

func register(app core.App) {
	fault.Register(app)
	web.Register(app)
	access.Register(app)
	office.Register(app)
	delegation.Register(app)
	requests.Register(app)
}

// desk is a village with one service: a certificate that the hamlet head and
// the desk approve and the village head resolves.
type desk struct {
	*apptest.App
	t       testing.TB
	service *core.Record
}

func open(t testing.TB) desk {
	t.Helper()
	app := apptest.New(t, register)
	service := newRecord(t, app, "services", map[string]any{
		"key": "bench", "name": "Izin Bangku", "name_en": "Bench permit", "kind": "benefit",
		"self_service": true, "active": true,
		"requirements": []any{map[string]any{"key": "ktp", "name": "KTP", "name_en": "Identity card", "optional": true}},
		"form": []any{map[string]any{"key": "p", "title": "Keperluan", "title_en": "Purpose", "fields": []any{
			map[string]any{"key": "purpose", "label": "Keperluan", "label_en": "Purpose", "type": "text", "required": true},
			map[string]any{"key": "child", "label": "Anak", "label_en": "Child", "type": "member"},
		}}},
		"steps": []any{
			step("hamlet", "hamlet_head", "approve"), step("desk", "officer", "approve"), step("head", "village_head", "resolve"),
		},
		"promise": map[string]any{"amount": 1, "unit": "days"},
	})
	return desk{App: app, t: t, service: service}
}

func step(key, role, action string) map[string]any {
	return map[string]any{"key": key, "name": key, "name_en": key, "role": role, "action": action,
		"time": map[string]any{"amount": 4, "unit": "hours"}}
}

func newRecord(t testing.TB, app core.App, collection string, fields map[string]any) *core.Record {
	t.Helper()
	target, err := app.FindCollectionByNameOrId(collection)
	if err != nil {
		t.Fatal(err)
	}
	record := core.NewRecord(target)
	record.Load(fields)
	if err := app.Save(record); err != nil {
		t.Fatal(err)
	}
	return record
}

func (d desk) filing(fields map[string]any) map[string]any {
	body := map[string]any{"service": d.service.Id, "answers": map[string]any{"purpose": "Duduk"}}
	for key, value := range fields {
		body[key] = value
	}
	return body
}

// file files a request as Wayan and gives its id.
func (d desk) file() string {
	d.t.Helper()
	return d.Do("POST", requestsPath, d.filing(nil), d.Resident).Want(200).JSON()["id"].(string)
}

func (d desk) act(actor *core.Record, request, action string, more ...any) *apptest.Response {
	d.t.Helper()
	body := map[string]any{"request": request, "action": action}
	for i := 0; i+1 < len(more); i += 2 {
		body[more[i].(string)] = more[i+1]
	}
	return d.Do("POST", eventsPath, body, actor)
}

func (d desk) status(request string) string {
	d.t.Helper()
	record, err := d.FindRecordById("requests", request)
	if err != nil {
		d.t.Fatal(err)
	}
	return record.GetString("status")
}
