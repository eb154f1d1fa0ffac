package apptest

import (
	"net/http"
	"testing"

	"github.com/pocketbase/pocketbase/core"
)

// Record is a new record of a collection, not saved yet.
func Record(t testing.TB, app core.App, collection string, fields map[string]any) *core.Record {
	t.Helper()
	target, err := app.FindCollectionByNameOrId(collection)
	if err != nil {
		t.Fatal(err)
	}
	record := core.NewRecord(target)
	record.Load(fields)
	return record
}

// Save ends the test unless the record can be saved.
func Save(t testing.TB, app core.App, record *core.Record) *core.Record {
	t.Helper()
	if err := app.Save(record); err != nil {
		t.Fatal(err)
	}
	return record
}

// SetPassword gives a login the [Password], whose hash is cheap.
func SetPassword(login *core.Record) {
	login.SetRaw(core.FieldNamePassword, &core.PasswordFieldValue{Hash: passwordHash})
	login.RefreshTokenKey()
}

// NewAdmin makes a superuser, in an app from [Empty], and gives their token.
func NewAdmin(t testing.TB, app *App) string {
	t.Helper()
	admin := Record(t, app, core.CollectionNameSuperusers, map[string]any{"email": "admin@desa.example"})
	SetPassword(admin)
	return app.Login(Save(t, app, admin))
}

// Ask sends a request with a token and gives the status and the JSON answer.
func Ask(t testing.TB, app *App, method, path, token, body string) (int, map[string]any) {
	t.Helper()
	answer := app.Do(method, path, body, Guest, Header{Name: "Authorization", Value: token})
	if answer.Status == http.StatusNoContent {
		return answer.Status, nil
	}
	return answer.Status, answer.JSON()
}
