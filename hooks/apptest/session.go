package apptest

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/security"
	"github.com/pocketbase/pocketbase/tools/types"
)

// Login is a token of actor, without the password's slow check. It belongs to an
// open session, as one from a real login does: the same one for the whole test,
// until something ends it.
func (app *App) Login(actor *core.Record) string {
	app.t.Helper()
	token, err := actor.NewAuthToken()
	if err == nil && !actor.IsSuperuser() {
		token, err = app.inSession(actor, token)
	}
	if err != nil {
		app.t.Fatal(err)
	}
	return token
}

// inSession signs a token again with its session named, as hooks/accounts does.
func (app *App) inSession(actor *core.Record, token string) (string, error) {
	id, err := app.sessionOf(actor)
	if err != nil {
		return "", err
	}
	claims, err := security.ParseUnverifiedJWT(token)
	if err != nil {
		return "", err
	}
	claims["sid"] = id
	return security.NewJWT(claims, actor.TokenKey()+actor.Collection().AuthToken.Secret, time.Hour)
}

// sessionOf finds the actor's open session or opens one, in SQL: it takes no
// hooks, which not every test binds.
func (app *App) sessionOf(actor *core.Record) (string, error) {
	app.sessionsMu.Lock()
	defer app.sessionsMu.Unlock()
	if id := app.sessions[actor.Id]; id != "" && app.open(id) {
		return id, nil
	}
	id := core.GenerateDefaultRandomId()
	now := types.NowDateTime().String()
	_, err := app.NonconcurrentDB().Insert("sessions", dbx.Params{
		"id": id, "login_kind": actor.Collection().Name, "login": actor.Id,
		"agent": "Chrome di Android", "address": "192.0.2.1", "shared": false, "opened_by": "",
		"last_seen": now, "ends_at": types.NowDateTime().Add(24 * time.Hour).String(), "ended_at": "", "ended_by": "",
		"created": now, "updated": now,
	}).Execute()
	if err == nil {
		app.sessions[actor.Id] = id
	}
	return id, err
}

func (app *App) open(id string) bool {
	var ended string
	err := app.ConcurrentDB().Select("ended_at").From("sessions").Where(dbx.HashExp{"id": id}).Row(&ended)
	return err == nil && ended == ""
}
