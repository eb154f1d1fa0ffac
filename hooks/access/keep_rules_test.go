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
