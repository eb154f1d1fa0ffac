package apptest

import "github.com/pocketbase/pocketbase/core"

// What the people of the village do in many tests, here and in the files beside,
// goes over the API and takes the hooks of the whole program.

// Service is a kind of letter, by its key.
func (app *App) Service(key string) *core.Record {
	app.t.Helper()
	service, err := app.FindFirstRecordByData("services", "key", key)
	if err != nil {
		app.t.Fatal(key, err)
	}
	return service
}

// Found is the record with that id.
func (app *App) Found(collection, id string) *core.Record {
	app.t.Helper()
	record, err := app.FindRecordById(collection, id)
	if err != nil {
		app.t.Fatal(collection, id, err)
	}
	return record
}

// File files for a certificate of domicile as Wayan and gives the request's id.
func (app *App) File() string {
	app.t.Helper()
	return app.Do("POST", "/api/collections/requests/records", map[string]any{
		"service": app.Service("domicile").Id, "attachments": app.Papers(), "answers": domicile(),
	}, app.Resident).Want(200).JSON()["id"].(string)
}

func domicile() map[string]any {
	return map[string]any{"home_status": "own", "since": "2015-01-01", "purpose": "bank"}
}

// Papers are KTP and KK of Wayan, uploaded.
func (app *App) Papers() map[string]any {
	app.t.Helper()
	papers := map[string]any{}
	for _, key := range []string{"ktp", "kk"} {
		papers[key] = []any{app.Upload(app.Resident, key, "")}
	}
	return papers
}

// Upload gives the id of a paper that actor hands in, for a resident at the desk.
func (app *App) Upload(actor *core.Record, name, resident string) string {
	app.t.Helper()
	return app.Do("POST", "/api/collections/documents/records", Form{
		Fields: map[string]string{"name": name, "kind": name, "resident": resident},
		Files:  []File{{Field: "file", Name: name + ".pdf", Body: []byte("%PDF-1.7 " + name)}},
	}, actor).Want(200).JSON()["id"].(string)
}

// AsksFor asks for a correction as a resident would, and gives its id.
func (app *App) AsksFor(actor, about *core.Record, field, to string) string {
	app.t.Helper()
	return app.Do("POST", "/api/collections/corrections/records", map[string]any{
		"resident": about.Id, "reason": "Di akta kelahiran tertulis lain.", "changes": map[string]any{field: map[string]any{"to": to}},
	}, actor).Want(200).JSON()["id"].(string)
}
