package hooks_test

import (
	"testing"
	"mdesa/hooks/apptest"
)

func TestProbe(t *testing.T) {
	v := start(t)
	doc := v.Do("POST", "/api/collections/documents/records", apptest.Form{
		Fields: map[string]string{"name": "ktp", "kind": "ktp", "resident": v.Nyoman.Id},
		Files:  []apptest.File{{Field: "file", Name: "ktp.pdf", Body: []byte("%PDF-1.7 ktp")}},
	}, v.Officer).Want(200).JSON()
	r := v.Do("POST", "/api/collections/requests/records", map[string]any{
		"service": v.service("domicile").Id, "resident": v.Nyoman.Id, "attachments": map[string]any{"ktp": []any{doc["id"]}, "kk": []any{doc["id"]}}, "answers": map[string]any{
			"home_status": "own", "since": "2015-01-01", "purpose": "bank",
		},
	}, v.Officer).Want(200).JSON()
	id := r["id"].(string)
	v.act(v.HeadOfKelod, id, "approve").Want(200)
	v.act(v.Officer, id, "approve").Want(200)
	v.act(v.VillageHead, id, "sign").Want(200)
	for _, c := range []string{"requests", "documents", "request_events", "letters", "letter_revocations"} {
		for n, a := range v.all() {
		res := v.Do("GET", "/api/collections/"+c+"/records?skipTotal=1", nil, a)
		t.Log(c, n, res.Status, len(res.Body), string(res.Body)[:min(len(res.Body), 250)])
		}
	}
	l := v.letter(id)
	res := v.Do("GET", "/api/files/letters/"+l.Id+"/"+l.GetString("pdf"), nil, nil)
	t.Log(res.Status, len(res.Body))
	res = v.Do("GET", "/api/files/documents/"+doc["id"].(string)+"/"+doc["file"].(string), nil, nil)
	t.Log(res.Status, len(res.Body))
}
func (v village) all() map[string]*coreRecord { return map[string]*coreRecord{"guest":nil,"neighbour":v.Neighbour,"officer":v.Officer} }
