package residents_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tests"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/residents"
	_ "mdesa/migrations"
)

var migrated string // data folder that every test clones

func TestMain(m *testing.M) {
	empty, err := os.MkdirTemp("", "mdesa-residents")
	if err != nil {
		panic(err)
	}
	app, err := tests.NewTestAppWithConfig(core.BaseAppConfig{DataDir: empty})
	if err != nil {
		panic(err)
	}
	for _, name := range []string{"accounts", "officers", core.CollectionNameSuperusers} {
		hashCheaply(app, name)
	}
	migrated = app.DataDir()
	if err := app.ResetBootstrapState(); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(migrated)
	os.RemoveAll(empty)
	os.Exit(code)
}

// hashCheaply keeps the tests from spending their time on passwords.
func hashCheaply(app core.App, logins string) {
	collection, err := app.FindCollectionByNameOrId(logins)
	if err != nil {
		panic(err)
	}
	collection.Fields.GetByName("password").(*core.PasswordField).Cost = 4
	if err := app.Save(collection); err != nil {
		panic(err)
	}
}

// testApp is a running program; an app serves one router.
type testApp struct {
	*tests.TestApp
	handler http.Handler
}

// newApp is a program at its first start.
func newApp(t *testing.T) *testApp {
	t.Helper()
	app, err := tests.NewTestAppWithConfig(core.BaseAppConfig{DataDir: migrated})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(app.Cleanup)
	fault.Register(app)
	office.Register(app)
	residents.Register(app)
	router, err := apis.NewRouter(app)
	if err != nil {
		t.Fatal(err)
	}
	serving := &core.ServeEvent{App: app, Router: router}
	if err := app.OnServe().Trigger(serving, func(*core.ServeEvent) error { return nil }); err != nil {
		t.Fatal(err)
	}
	handler, err := router.BuildMux()
	if err != nil {
		t.Fatal(err)
	}
	return &testApp{app, handler}
}

// ask sends a request through the app's own routes and decodes the JSON answer.
func ask(t *testing.T, app *testApp, method, path, token, body string) (int, map[string]any) {
	t.Helper()
	request := httptest.NewRequest(method, path, strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", token)
	recorder := httptest.NewRecorder()
	app.handler.ServeHTTP(recorder, request)
	var answer map[string]any
	if recorder.Code != http.StatusNoContent {
		if err := json.Unmarshal(recorder.Body.Bytes(), &answer); err != nil {
			t.Fatalf("%s %s: %v in %s", method, path, err, recorder.Body)
		}
	}
	return recorder.Code, answer
}

func adminToken(t *testing.T, app core.App) string {
	t.Helper()
	admins, err := app.FindCollectionByNameOrId(core.CollectionNameSuperusers)
	if err != nil {
		t.Fatal(err)
	}
	admin := core.NewRecord(admins)
	admin.SetEmail("admin@desa.example")
	admin.SetPassword("kunci-pintu-kantor")
	if err := app.Save(admin); err != nil {
		t.Fatal(err)
	}
	token, err := admin.NewAuthToken()
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func newRecord(t *testing.T, app core.App, collection string, values map[string]any) *core.Record {
	t.Helper()
	c, err := app.FindCollectionByNameOrId(collection)
	if err != nil {
		t.Fatal(err)
	}
	record := core.NewRecord(c)
	record.Load(values)
	return record
}

func save(t *testing.T, app core.App, record *core.Record) *core.Record {
	t.Helper()
	if err := app.Save(record); err != nil {
		t.Fatal(err)
	}
	return record
}
