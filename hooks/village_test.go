package hooks_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks"
	"mdesa/hooks/apptest"
)

func TestMain(m *testing.M) { apptest.Main(m) }

// village is the whole program with the village of apptest in it.
type village struct {
	*apptest.App
	t testing.TB
}

func start(t testing.TB) village {
	t.Helper()
	return village{apptest.New(t, hooks.Register), t}
}

func (v village) service(key string) *core.Record {
	v.t.Helper()
	service, err := v.FindFirstRecordByData("services", "key", key)
	if err != nil {
		v.t.Fatal(key, err)
	}
	return service
}

// file files for a certificate of domicile as Wayan and gives the request's id.
func (v village) file() string {
	v.t.Helper()
	return v.Do("POST", "/api/collections/requests/records", map[string]any{
		"service": v.service("domicile").Id, "attachments": v.papers(), "answers": map[string]any{
			"home_status": "own", "since": "2015-01-01", "purpose": "bank",
		},
	}, v.Resident).Want(200).JSON()["id"].(string)
}

// papers are KTP and KK of Wayan, uploaded.
func (v village) papers() map[string]any {
	v.t.Helper()
	papers := map[string]any{}
	for _, key := range []string{"ktp", "kk"} {
		document := v.Do("POST", "/api/collections/documents/records", apptest.Form{
			Fields: map[string]string{"name": key, "kind": key},
			Files:  []apptest.File{{Field: "file", Name: key + ".pdf", Body: []byte("%PDF-1.7 " + key)}},
		}, v.Resident).Want(200).JSON()
		papers[key] = []any{document["id"]}
	}
	return papers
}

func (v village) act(actor *core.Record, request, action string) *apptest.Response {
	v.t.Helper()
	return v.Do("POST", "/api/collections/request_events/records",
		map[string]any{"request": request, "action": action}, actor)
}

// toSign files a request and brings it to the village head's table.
func (v village) toSign() string {
	v.t.Helper()
	id := v.file()
	v.act(v.HeadOfKaja, id, "approve").Want(200)
	v.act(v.Officer, id, "approve").Want(200)
	return id
}

// signed is a letter that was just issued.
func (v village) signed() *core.Record {
	v.t.Helper()
	id := v.toSign()
	v.act(v.VillageHead, id, "sign").Want(200)
	return v.letter(id)
}

func (v village) letter(request string) *core.Record {
	v.t.Helper()
	letter, err := v.FindFirstRecordByData("letters", "request", request)
	if err != nil {
		v.t.Fatal("no letter: ", err)
	}
	return letter
}

// toSignAtCounter brings one more request to the village head's table.
func (v village) toSignAtCounter(papers map[string]any) string {
	v.t.Helper()
	id := v.Do("POST", "/api/collections/requests/records", map[string]any{
		"service": v.service("domicile").Id, "resident": v.Wayan.Id, "attachments": papers,
		"answers": map[string]any{"home_status": "own", "since": "2015-01-01", "purpose": "bank"},
	}, v.Officer).Want(200).JSON()["id"].(string)
	v.act(v.HeadOfKaja, id, "approve").Want(200)
	v.act(v.Officer, id, "approve").Want(200)
	return id
}
