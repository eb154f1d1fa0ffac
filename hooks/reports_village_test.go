package hooks_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks"
	"mdesa/hooks/apptest"
	"mdesa/hooks/services"
)

const (
	reportsPath  = "/api/collections/reports/records"
	supportsPath = "/api/collections/report_supports/records"
)

// reporting is Taman Sari with the categories that a new office has.
type reporting struct {
	*apptest.App
	t testing.TB
}

func openReports(t testing.TB) reporting {
	t.Helper()
	app := apptest.New(t, hooks.Register)
	if err := services.SeedReports(app); err != nil {
		t.Fatal(err)
	}
	return reporting{app, t}
}

func (v reporting) category(key string) string {
	v.t.Helper()
	service, err := v.FindFirstRecordByData("services", "key", key)
	if err != nil {
		v.t.Fatal(err)
	}
	return service.Id
}

// waste answers a report about waste in front of the hall of Kaja.
func wasteReport(more map[string]any) map[string]any {
	answers := map[string]any{"what": "Sampah menumpuk tiga hari di depan balai banjar", "identity": "hidden",
		"place": map[string]any{"words": "Depan balai banjar", "hamlet": apptest.KajaID}}
	for key, value := range more {
		answers[key] = value
	}
	return answers
}

func (v reporting) try(actor *core.Record, category string, answers map[string]any, more ...any) *apptest.Response {
	v.t.Helper()
	body := map[string]any{"service": v.category(category), "answers": answers}
	for i := 0; i+1 < len(more); i += 2 {
		body[more[i].(string)] = more[i+1]
	}
	return v.Do("POST", "/api/collections/requests/records", body, actor)
}

// file files a report and gives the request and its public side.
func (v reporting) file(actor *core.Record, category string, answers map[string]any, more ...any) (string, *core.Record) {
	v.t.Helper()
	id := v.try(actor, category, answers, more...).Want(200).JSON()["id"].(string)
	return id, v.report(id)
}

func (v reporting) report(request string) *core.Record {
	v.t.Helper()
	report, err := v.FindFirstRecordByData("reports", "request", request)
	if err != nil {
		v.t.Fatal(err)
	}
	return report
}

func (v reporting) act(actor *core.Record, request, action string, more ...any) *apptest.Response {
	v.t.Helper()
	body := map[string]any{"request": request, "action": action}
	for i := 0; i+1 < len(more); i += 2 {
		body[more[i].(string)] = more[i+1]
	}
	return v.Do("POST", "/api/collections/request_events/records", body, actor)
}

// answered brings a report about waste to its answer.
func (v reporting) answered(request string) {
	v.t.Helper()
	v.act(v.Officer, request, "approve", "note", "Kami periksa hari ini.").Want(200)
	v.act(v.Officer, request, "resolve", "note", "Sudah diangkut.", "data", map[string]any{"no_photo": "Petugas DLHK sudah pulang"}).Want(200)
}

func (v reporting) support(actor *core.Record, report string) *apptest.Response {
	v.t.Helper()
	return v.Do("POST", supportsPath, map[string]any{"report": report}, actor)
}

func (v reporting) upload(actor *core.Record, fields map[string]string) string {
	v.t.Helper()
	fields["name"] = "Foto"
	return v.Do("POST", "/api/collections/documents/records", apptest.Form{Fields: fields,
		Files: []apptest.File{{Field: "file", Name: "foto.jpg", Body: reportPhoto(v.t)}}}, actor).Want(200).JSON()["id"].(string)
}

// photo is a small real picture.
func reportPhoto(t testing.TB) []byte {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, 40, 30))
	for x := range 40 {
		picture.Set(x, x%30, color.RGBA{R: 200, A: 255})
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// told are the keys of the notices that were written for a login at once.
func (v reporting) told(account *core.Record) (keys []string) {
	v.t.Helper()
	err := v.DB().Select("key").From("notices").Where(dbx.HashExp{"account": account.Id}).OrderBy("at", "rowid").Column(&keys)
	if err != nil {
		v.t.Fatal(err)
	}
	return keys
}
