package apptest

import "github.com/pocketbase/pocketbase/core"

// Act takes a step in a request.
func (app *App) Act(actor *core.Record, request, action string) *Response {
	app.t.Helper()
	return app.Do("POST", "/api/collections/request_events/records",
		map[string]any{"request": request, "action": action}, actor)
}

// ToSign files a request and brings it to the village head's table.
func (app *App) ToSign() string {
	app.t.Helper()
	return app.broughtToSign(app.File(), app.HeadOfKaja)
}

// ToSignAtCounter brings one more request, filed by the desk for Wayan, to the
// village head's table.
func (app *App) ToSignAtCounter(papers map[string]any) string {
	app.t.Helper()
	return app.broughtToSign(app.fileFor(app.Officer, app.Wayan, papers), app.HeadOfKaja)
}

// fileFor files for a certificate of domicile as actor, the resident or the desk.
func (app *App) fileFor(actor, resident *core.Record, papers map[string]any) string {
	app.t.Helper()
	return app.Do("POST", "/api/collections/requests/records", map[string]any{
		"service": app.Service("domicile").Id, "resident": resident.Id, "attachments": papers, "answers": domicile(),
	}, actor).Want(200).JSON()["id"].(string)
}

func (app *App) broughtToSign(request string, head *core.Record) string {
	app.t.Helper()
	app.Act(head, request, "approve").Want(200)
	app.Act(app.Officer, request, "approve").Want(200)
	return request
}

// Signed is a letter that was just issued to Wayan.
func (app *App) Signed() *core.Record {
	app.t.Helper()
	return app.sign(app.ToSign())
}

// SignedFor is a letter of domicile that actor, the resident or the desk, filed.
func (app *App) SignedFor(actor, resident *core.Record) *core.Record {
	app.t.Helper()
	paper := app.Upload(actor, "ktp", resident.Id)
	request := app.fileFor(actor, resident, map[string]any{"ktp": []string{paper}, "kk": []string{paper}})
	head := app.HeadOfKaja
	if resident.GetString("hamlet") == app.Kelod.Id {
		head = app.HeadOfKelod
	}
	return app.sign(app.broughtToSign(request, head))
}

func (app *App) sign(request string) *core.Record {
	app.t.Helper()
	app.Act(app.VillageHead, request, "sign").Want(200)
	return app.Letter(request)
}

// Letter is what was issued to a request.
func (app *App) Letter(request string) *core.Record {
	app.t.Helper()
	letter, err := app.FindFirstRecordByData("letters", "request", request)
	if err != nil {
		app.t.Fatal("no letter: ", err)
	}
	return letter
}

// Revoke takes a letter back: kind is revoked or replaced.
func (app *App) Revoke(actor, letter *core.Record, kind string) *Response {
	app.t.Helper()
	return app.Do("POST", "/api/collections/letter_revocations/records",
		map[string]any{"letter": letter.Id, "kind": kind, "reason": "Salah alamat"}, actor)
}
