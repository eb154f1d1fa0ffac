package access_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
)

func start(t *testing.T) *apptest.App {
	t.Helper()
	return apptest.New(t, func(app core.App) {
		fault.Register(app)
		access.Register(app)
	})
}

const schema = "/api/collections"

func TestAnAdminLoosensNoRule(t *testing.T) {
	app := start(t)
	app.Do("POST", schema, map[string]any{"name": "catatan", "type": "base"}, app.Admin).Want(200)
	for name, try := range map[string]struct {
		method, path string
		body         map[string]any
	}{
		"a list":         {"PATCH", "/residents", map[string]any{"listRule": ""}},
		"a locked one":   {"PATCH", "/hamlets", map[string]any{"listRule": nil}},
		"management":     {"PATCH", "/officers", map[string]any{"manageRule": `id != ""`}},
		"logging in":     {"PATCH", "/accounts", map[string]any{"authRule": ""}},
		"another id":     {"PATCH", "/residents", map[string]any{"id": "pbc_other00000", "listRule": ""}},
		"an open view":   {"POST", "", map[string]any{"name": "kutipan", "type": "view", "viewQuery": "SELECT id FROM residents", "viewRule": ""}},
		"an open base":   {"POST", "", map[string]any{"name": "titipan", "type": "base", "listRule": ""}},
		"one of theirs":  {"PATCH", "/catatan", map[string]any{"listRule": ""}},
		"by a file":      {"PUT", "/import", map[string]any{"collections": []any{map[string]any{"name": "residents", "listRule": ""}}}},
		"new, by a file": {"PUT", "/import", map[string]any{"collections": []any{map[string]any{"name": "baru", "type": "base", "listRule": ""}}}},
		"a secret": {"PUT", "/import", map[string]any{"collections": []any{map[string]any{"name": "officers",
			"authToken": map[string]any{"duration": 600, "secret": "0123456789012345678901234567890123456789"}}}}},
	} {
		if got := app.Do(try.method, schema+try.path, try.body, app.Admin); got.Key() != "access.rules_kept" {
			t.Errorf("%s: %d %s", name, got.Status, got.Body)
		}
	}
}

func TestCollectionsOfMDesaKeepTheirShape(t *testing.T) {
	app := start(t)
	fields := func(collection string, change func(field map[string]any) bool) (kept []any) {
		for _, field := range app.Do("GET", schema+"/"+collection, nil, app.Admin).Want(200).JSON()["fields"].([]any) {
			if change(field.(map[string]any)) {
				kept = append(kept, field)
			}
		}
		return kept
	}
	noPhone := fields("residents", func(field map[string]any) bool { return field["name"] != "phone" })
	bare := fields("accounts", func(field map[string]any) bool {
		if field["name"] == "activation_hash" {
			field["hidden"] = false
		}
		return true
	})
	open := fields("documents", func(field map[string]any) bool {
		if field["name"] == "file" {
			field["protected"] = false
		}
		return true
	})
	for name, try := range map[string]struct {
		method, path string
		body         map[string]any
	}{
		"renamed":       {"PATCH", "/residents", map[string]any{"name": "warga"}},
		"deleted":       {"DELETE", "/units", nil},
		"a field gone":  {"PATCH", "/residents", map[string]any{"fields": noPhone}},
		"one uncovered": {"PATCH", "/accounts", map[string]any{"fields": bare}},
		"papers open":   {"PATCH", "/documents", map[string]any{"fields": open}},
		"all but these": {"PUT", "/import", map[string]any{"deleteMissing": true, "collections": []any{map[string]any{"name": "residents"}}}},
	} {
		if got := app.Do(try.method, schema+try.path, try.body, app.Admin); got.Key() != "access.shape_kept" {
			t.Errorf("%s: %d %s", name, got.Status, got.Body)
		}
	}
}

// What PocketBase's UI sends when somebody adds a field: the whole collection.
func TestAnAdminAddsFieldsAndCollections(t *testing.T) {
	app := start(t)
	for _, name := range []string{"residents", "officers", "documents"} {
		whole := app.Do("GET", schema+"/"+name, nil, app.Admin).Want(200).JSON()
		whole["fields"] = append(whole["fields"].([]any), map[string]any{"name": "extra", "type": "text"})
		app.Do("PATCH", schema+"/"+name, whole, app.Admin).Want(200)
		app.Do("PUT", schema+"/import", map[string]any{"collections": []any{whole}}, app.Admin).Want(204)
	}
	app.Do("POST", schema, map[string]any{"name": "catatan", "type": "base", "fields": []any{map[string]any{"name": "isi", "type": "text"}}}, app.Admin).Want(200)
	app.Do("PATCH", schema+"/catatan", map[string]any{"name": "buku"}, app.Admin).Want(200)
	app.Do("DELETE", schema+"/buku", nil, app.Admin).Want(204)
}

func TestInvalidatingAllTokensNeedsNoSecretOfTheAdmins(t *testing.T) {
	app := start(t)
	secret := func() string {
		officers, err := app.FindCollectionByNameOrId("officers")
		if err != nil {
			t.Fatal(err)
		}
		return officers.AuthToken.Secret
	}
	before, chosen := secret(), "0123456789012345678901234567890123456789"
	app.Do("PATCH", schema+"/officers", map[string]any{"authToken": map[string]any{"duration": 1209600, "secret": chosen}}, app.Admin).Want(200)
	if after := secret(); after == before || after == chosen {
		t.Error("tokens are signed with", after)
	}
	before = secret()
	app.Do("PATCH", schema+"/officers", map[string]any{"authToken": map[string]any{"duration": 600}}, app.Admin).Want(200)
	if secret() != before {
		t.Error("a new duration ends all sessions")
	}
}

func TestDecisionsAreNotEmptied(t *testing.T) {
	app := start(t)
	for _, name := range []string{"registrations", "representations"} {
		app.Do("DELETE", schema+"/"+name+"/truncate", nil, app.Admin).WantFault(403, "access.not_emptied")
	}
}

func TestAnAdminOpensNoSecondWayIn(t *testing.T) {
	app := start(t)
	google := map[string]any{"enabled": true, "providers": []any{map[string]any{"name": "google", "clientId": "x", "clientSecret": "y"}}}
	for name, try := range map[string]struct {
		collection string
		body       map[string]any
	}{
		"an account elsewhere":       {"accounts", map[string]any{"oauth2": google}},
		"an officer's elsewhere":     {"officers", map[string]any{"oauth2": google}},
		"a code by mail alone":       {"accounts", map[string]any{"otp": map[string]any{"enabled": true, "length": 6, "duration": 600}}},
		"a short code":               {"officers", map[string]any{"otp": map[string]any{"enabled": true, "length": 4, "duration": 600}}},
		"a code of a day":            {"officers", map[string]any{"otp": map[string]any{"enabled": true, "length": 6, "duration": 86400}}},
		"no second step":             {"officers", map[string]any{"mfa": map[string]any{"enabled": false}}},
		"a second step for few":      {"officers", map[string]any{"mfa": map[string]any{"enabled": true, "duration": 1200, "rule": "role = 'auditor'"}}},
		"the address as a name":      {"accounts", map[string]any{"passwordAuth": map[string]any{"enabled": true, "identityFields": []string{"nik", "email"}}}},
		"no password":                {"officers", map[string]any{"passwordAuth": map[string]any{"enabled": false}}},
		"a second step for accounts": {"accounts", map[string]any{"otp": map[string]any{"enabled": true, "length": 6, "duration": 600}, "mfa": map[string]any{"enabled": true, "duration": 600}}},
	} {
		if got := app.Do("PATCH", schema+"/"+try.collection, try.body, app.Admin); got.Key() != "access.ways_kept" {
			t.Errorf("%s: %d %s", name, got.Status, got.Body)
		}
		try.body["name"] = try.collection
		if got := app.Do("PUT", schema+"/import", map[string]any{"collections": []any{try.body}}, app.Admin); got.Key() != "access.ways_kept" {
			t.Errorf("%s, by a file: %d %s", name, got.Status, got.Body)
		}
	}
}

func TestAnAdminSetsWhatOpensNoWayIn(t *testing.T) {
	app := start(t)
	letter := map[string]any{"subject": "Kode {OTP}", "body": "<p>{OTP}</p>"}
	for _, body := range []map[string]any{
		{"authToken": map[string]any{"duration": 86400}},
		{"mfa": map[string]any{"enabled": true, "duration": 900, "rule": "second_factor = true"}},
		{"otp": map[string]any{"enabled": true, "length": 6, "duration": 600, "emailTemplate": letter}},
		{"authAlert": map[string]any{"enabled": true, "emailTemplate": map[string]any{"subject": "Masuk", "body": "<p>{ALERT_INFO}</p>"}}},
	} {
		app.Do("PATCH", schema+"/officers", body, app.Admin).Want(200)
	}
	app.Do("PATCH", schema+"/_superusers", map[string]any{"otp": map[string]any{"enabled": true, "length": 8, "duration": 180}}, app.Admin).Want(200)
}

func TestASecondWayInThatIsOpenIsClosedAtTheStart(t *testing.T) {
	app := start(t)
	officers, err := app.FindCollectionByNameOrId("officers")
	if err != nil {
		t.Fatal(err)
	}
	officers.MFA.Enabled, officers.OAuth2.Enabled = false, true
	if err := app.Save(officers); err != nil {
		t.Fatal(err)
	}
	if err := access.Apply(app.App); err != nil {
		t.Fatal(err)
	}
	officers, err = app.FindCollectionByNameOrId("officers")
	if err != nil || !officers.MFA.Enabled || officers.OAuth2.Enabled || officers.MFA.Rule != "second_factor = true" {
		t.Error(err, officers.MFA, officers.OAuth2.Enabled)
	}
}

// With both, an admin would be through the second step as an officer.
func TestAnAdminMakesNoStepOfALoginUp(t *testing.T) {
	app := start(t)
	whose := map[string]any{"collectionRef": app.Officer.Collection().Id, "recordRef": app.Officer.Id}
	for name, more := range map[string]map[string]any{
		"_otps": {"password": "123456"}, "_mfas": {"method": "password"}, "_externalAuths": {"provider": "google", "providerId": "1"},
	} {
		for key, value := range whose {
			more[key] = value
		}
		app.Do("POST", "/api/collections/"+name+"/records", more, app.Admin).WantFault(403, "access.made_by_program")
	}
	otp := core.NewOTP(app.App)
	otp.SetCollectionRef(app.Officer.Collection().Id)
	otp.SetRecordRef(app.Officer.Id)
	otp.SetPassword("654321")
	if err := app.Save(otp); err != nil {
		t.Fatal(err)
	}
	app.Do("PATCH", "/api/collections/_otps/records/"+otp.Id, map[string]any{"password": "123456"}, app.Admin).WantFault(403, "access.made_by_program")
}
