package web_test

import (
	"strings"
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/web"
)

func TestEveryAnswerIsGuarded(t *testing.T) {
	app := newApp(t)
	for _, path := range []string{"/", "/petugas", "/app/main.js", "/api/health", "/api/unknown", "/_/", "/_/extensions.js"} {
		got := app.Do("GET", path, nil, apptest.Guest).Header
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin",
		} {
			if got.Get(name) != want {
				t.Errorf("%s: %s is %q", path, name, got.Get(name))
			}
		}
	}
}

func TestEveryPageIsGuarded(t *testing.T) {
	app := newApp(t)
	for _, path := range []string{"/", "/petugas", "/layanan/domicile", "/_/"} {
		got := app.Do("GET", path, nil, apptest.Guest).Header
		if got.Get("Cross-Origin-Opener-Policy") != "same-origin" {
			t.Errorf("%s: Cross-Origin-Opener-Policy is %q", path, got.Get("Cross-Origin-Opener-Policy"))
		}
		if !strings.Contains(got.Get("Permissions-Policy"), "camera=(self)") {
			t.Errorf("%s: Permissions-Policy is %q", path, got.Get("Permissions-Policy"))
		}
	}
}

func TestPagesRunOnlyTheirOwnScripts(t *testing.T) {
	app := newApp(t)
	for _, path := range []string{"/", "/petugas", "/sw.js"} {
		header := app.Do("GET", path, nil, apptest.Guest).Header
		policy := header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "require-trusted-types-for 'script'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: the policy is %q", path, policy)
		}
		if header.Get("X-Frame-Options") != "DENY" {
			t.Errorf("%s may be framed", path)
		}
	}
	admin := app.Do("GET", "/_/", nil, apptest.Guest).Header.Get("Content-Security-Policy")
	if !strings.Contains(admin, "style-src 'self' 'unsafe-inline'") {
		t.Errorf("the admin UI lost its own policy: %q", admin)
	}
}

func TestPersonalDataStaysOutOfCaches(t *testing.T) {
	app := newApp(t)
	for path, want := range map[string]string{
		"/api/collections/residents/records": "no-store",
		"/_/extensions.js":                   "no-cache",
	} {
		if got := app.Do("GET", path, nil, app.Admin).Header.Get("Cache-Control"); got != want {
			t.Errorf("%s is cached as %q", path, got)
		}
	}
}

func TestAProtectedFileStaysOutOfCachesAndAPublicOneDoesNot(t *testing.T) {
	app := newApp(t)
	document := app.Do("POST", "/api/collections/documents/records", apptest.Form{
		Fields: map[string]string{"name": "KTP"},
		Files:  []apptest.File{{Field: "file", Name: "ktp.pdf", Body: []byte("%PDF-1.4\n%%EOF\n")}},
	}, app.Admin).Want(200).JSON()
	token := app.Do("POST", "/api/files/token", nil, app.Admin).Want(200).JSON()["token"].(string)
	path := "/api/files/documents/" + document["id"].(string) + "/" + document["file"].(string)
	if got := app.Do("GET", path+"?token="+token, nil, apptest.Guest).Want(200).Header.Get("Cache-Control"); got != "no-store" {
		t.Errorf("a document is cached as %q", got)
	}
	app.Do("GET", path, nil, apptest.Guest).Want(404)
}

func TestOnlyHTTPSIsRememberedAsHTTPS(t *testing.T) {
	forwarded := apptest.Header{Name: "X-Forwarded-Proto", Value: "https"}
	if got := newApp(t).Do("GET", "/", nil, apptest.Guest, forwarded).Header.Get("Strict-Transport-Security"); got != "" {
		t.Errorf("anybody can say https: %q", got)
	}
	t.Setenv(web.ProxyHeaderEnv, "X-Forwarded-For")
	if got := newApp(t).Do("GET", "/", nil, apptest.Guest, forwarded).Header.Get("Strict-Transport-Security"); got == "" {
		t.Error("behind a proxy https is not remembered")
	}
}
