package apptest_test

import (
	"net/http"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

func register(app core.App) {
	fault.Register(app)
	web.Register(app)
}

func TestTwoTestsDoNotShareTheirVillage(t *testing.T) {
	first, second := apptest.New(t, register), apptest.New(t, register)
	first.Wayan.Set("name", "I Wayan Lain")
	if err := first.Save(first.Wayan); err != nil {
		t.Fatal(err)
	}
	untouched, err := second.FindRecordById("residents", second.Wayan.Id)
	if err != nil {
		t.Fatal(err)
	}
	if got := untouched.GetString("name"); got != "I Wayan Sukarta" {
		t.Errorf("the other village's Wayan is called %q", got)
	}
}

func TestActorsAreWhoTheySayTheyAre(t *testing.T) {
	app := apptest.New(t, register)
	for name, actor := range map[string]*core.Record{
		"accounts": app.Resident, "officers": app.HeadOfKelod, "_superusers": app.Admin,
	} {
		app.Do("POST", "/api/collections/"+name+"/auth-refresh", nil, actor).Want(200)
	}
	app.Do("POST", "/api/collections/accounts/auth-refresh", nil, apptest.Guest).WantFault(401, "api.unauthenticated")
}

func TestEveryoneLogsInWithTheVillagePassword(t *testing.T) {
	app := apptest.New(t, register)
	for collection, identity := range map[string]string{
		"accounts": app.Resident.GetString("nik"), "officers": "kelian.kaja", "_superusers": "admin@tamansari.example",
	} {
		app.Do("POST", "/api/collections/"+collection+"/auth-with-password",
			map[string]string{"identity": identity, "password": apptest.Password}, apptest.Guest).Want(200)
	}
}

func TestAnUploadArrivesAsAFile(t *testing.T) {
	app := apptest.New(t, register)
	created := app.Do("POST", "/api/collections/documents/records", apptest.Form{
		Fields: map[string]string{"name": "KTP"},
		Files:  []apptest.File{{Field: "file", Name: "ktp.pdf", Body: []byte("%PDF-1.4\n%%EOF\n")}},
	}, app.Admin).Want(200).JSON()
	if created["file"] == "" {
		t.Error("the document has no file")
	}
}

func TestTheServerListens(t *testing.T) {
	app := apptest.New(t, register)
	response, err := http.Get(app.URL + "/api/health")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != 200 {
		t.Errorf("health answers %d", response.StatusCode)
	}
}
