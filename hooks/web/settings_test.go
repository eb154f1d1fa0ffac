package web_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/web"
)

func TestANewServerIsSetUpForAVillage(t *testing.T) {
	settings := newApp(t).Settings()
	if settings.Meta.AppName != "M-Desa" {
		t.Errorf("it is called %q", settings.Meta.AppName)
	}
	if settings.Logs.MinLevel != 4 || !settings.Logs.LogIP {
		t.Errorf("the log is %+v", settings.Logs)
	}
	if settings.Batch.Enabled {
		t.Error("batches are on")
	}
}

func TestSettingsAreSavedOnlyWhenTheyChange(t *testing.T) {
	saves := 0
	counting := func(app core.App) {
		register(app)
		app.OnModelUpdate("_params").BindFunc(func(e *core.ModelEvent) error {
			saves++
			return e.Next()
		})
	}
	apptest.New(t, counting) // the template's start saves, the copy's does not
	if saves != 1 {
		t.Errorf("two starts saved the settings %d times", saves)
	}
}

func TestTheAdminsNameForTheVillageStays(t *testing.T) {
	renaming := func(app core.App) {
		app.OnServe().BindFunc(func(e *core.ServeEvent) error {
			e.App.Settings().Meta.AppName = "Desa Taman Sari"
			e.App.Settings().Batch.Enabled = true
			return e.Next()
		})
		register(app)
	}
	settings := apptest.New(t, renaming).Settings()
	if settings.Meta.AppName != "Desa Taman Sari" {
		t.Errorf("it was renamed to %q", settings.Meta.AppName)
	}
	if settings.Batch.Enabled {
		t.Error("batches stayed on")
	}
}

func TestAnAddressThatTriesPasswordsIsStopped(t *testing.T) {
	app := newApp(t)
	app.Settings().RateLimits.Enabled = true
	login := map[string]string{"identity": "0000000000000000", "password": "salah"}
	for range 60 {
		app.Do("POST", "/api/collections/accounts/auth-with-password", login, apptest.Guest).WantFault(400, "api.login")
	}
	app.Do("POST", "/api/collections/accounts/auth-with-password", login, apptest.Guest).WantFault(429, "api.too_many")
	app.Do("GET", "/api/health", nil, apptest.Guest).Want(200)
	app.Do("GET", "/", nil, apptest.Guest).Want(200)
}

func TestBehindAProxyThePersonsAddressCounts(t *testing.T) {
	t.Setenv(web.ProxyHeaderEnv, "X-Forwarded-For")
	app := newApp(t)
	app.Settings().RateLimits.Enabled = true
	try := func(address string) *apptest.Response {
		return app.Do("POST", "/api/requests/status", "{}", apptest.Guest, apptest.Header{Name: "X-Forwarded-For", Value: address})
	}
	for range 60 {
		try("203.0.113.7").Want(404)
	}
	try("203.0.113.7").Want(429)
	try("203.0.113.8").Want(404)
}
