package web_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"mdesa/hooks/apptest"
)

var acceptsGzip = apptest.Header{Name: "Accept-Encoding", Value: "br, gzip"}

func TestEveryAddressWithoutExtensionIsAPage(t *testing.T) {
	app := newApp(t)
	for path, heading := range map[string]string{
		"/": "Warga", "/layanan/domisili": "Warga", "/v/7KQF-2M9X": "Warga", "/masuk/": "Warga", "/petugasku": "Warga",
		"/petugas": "Petugas", "/petugas/": "Petugas", "/petugas/permohonan/abc": "Petugas",
	} {
		got := app.Do("GET", path, nil, apptest.Guest).Want(200)
		if !strings.Contains(string(got.Body), heading) {
			t.Errorf("%s shows %s", path, got.Body)
		}
		if kind := got.Header.Get("Content-Type"); kind != "text/html; charset=utf-8" {
			t.Errorf("%s is %s", path, kind)
		}
	}
}

func TestFilesHaveTheirTypes(t *testing.T) {
	app := newApp(t)
	for path, kind := range map[string]string{
		"/app/main.js": "text/javascript; charset=utf-8", "/css/base.css": "text/css; charset=utf-8",
		"/icons/icon.svg": "image/svg+xml", "/manifest.webmanifest": "application/manifest+json",
	} {
		if got := app.Do("GET", path, nil, apptest.Guest).Want(200).Header.Get("Content-Type"); got != kind {
			t.Errorf("%s is %s, want %s", path, got, kind)
		}
	}
}

func TestAMissingFileIsNotAPage(t *testing.T) {
	app := newApp(t)
	for _, path := range []string{"/app/missing.js", "/petugas/x.css", "/embed.go", "/..%2fgo.mod", "/app/../../go.mod"} {
		got := app.Do("GET", path, nil, apptest.Guest)
		if got.Status != 404 && got.Status/100 != 3 {
			t.Errorf("%s answers %d", path, got.Status)
		}
	}
	app.Do("GET", "/app/missing.js", nil, apptest.Guest).WantFault(404, "web.no_file")
}

func TestAnUnknownAPIAddressAnswersInTheCallersLanguage(t *testing.T) {
	app := newApp(t)
	for _, path := range []string{"/api", "/api/", "/api/unknown", "/api/unknown/deeper"} {
		app.Do("GET", path, nil, apptest.Guest).WantFault(404, "web.no_route")
	}
	app.Do("POST", "/api/unknown", "{}", apptest.Guest).WantFault(404, "api.not_found")
	english := app.Do("GET", "/api/unknown", nil, apptest.Guest, apptest.Header{Name: "Accept-Language", Value: "en-GB,en;q=0.9"}).JSON()
	if text, _ := english["message"].(string); !strings.HasPrefix(text, "There is nothing") {
		t.Errorf("an English caller reads %q", text)
	}
}

func TestASecondVisitSendsNothingTwice(t *testing.T) {
	app := newApp(t)
	first := app.Do("GET", "/app/main.js", nil, apptest.Guest).Want(200)
	if first.Header.Get("Cache-Control") != "no-cache" {
		t.Errorf("a module is cached as %q", first.Header.Get("Cache-Control"))
	}
	again := app.Do("GET", "/app/main.js", nil, apptest.Guest,
		apptest.Header{Name: "If-None-Match", Value: first.Header.Get("ETag")}).Want(304)
	if len(again.Body) > 0 {
		t.Error("a 304 has a body")
	}
	if got := app.Do("GET", "/vendor/lit-3.3.3.js", nil, apptest.Guest).Header.Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("a versioned vendor file is cached as %q", got)
	}
}

func TestFilesTravelCompressed(t *testing.T) {
	app := newApp(t)
	plain := app.Do("GET", "/app/main.js", nil, apptest.Guest).Want(200)
	packed := app.Do("GET", "/app/main.js", nil, apptest.Guest, acceptsGzip).Want(200)
	if packed.Header.Get("Content-Encoding") != "gzip" || len(packed.Body) >= len(plain.Body) {
		t.Fatalf("%d bytes became %d", len(plain.Body), len(packed.Body))
	}
	reader, err := gzip.NewReader(bytes.NewReader(packed.Body))
	if err != nil {
		t.Fatal(err)
	}
	if unpacked, _ := io.ReadAll(reader); !bytes.Equal(unpacked, plain.Body) {
		t.Error("the unpacked file differs")
	}
	if tiny := app.Do("GET", "/css/base.css", nil, apptest.Guest, acceptsGzip); tiny.Header.Get("Content-Encoding") != "" {
		t.Error("a file that would grow was compressed")
	}
	head := app.Do("HEAD", "/app/main.js", nil, apptest.Guest, acceptsGzip).Want(200)
	if len(head.Body) > 0 || head.Header.Get("Content-Length") != packed.Header.Get("Content-Length") {
		t.Error("HEAD does not describe what GET sends")
	}
}

func TestLongAnswersOfTheAPITravelCompressed(t *testing.T) {
	app := newApp(t)
	long := app.Do("GET", "/api/collections", nil, app.Admin, acceptsGzip).Want(200)
	if long.Header.Get("Content-Encoding") != "gzip" {
		t.Error("the list of collections is not compressed")
	}
	short := app.Do("GET", "/api/health", nil, apptest.Guest, acceptsGzip).Want(200)
	if short.Header.Get("Content-Encoding") != "" {
		t.Error("a short answer is compressed")
	}
}

func TestTheAdminUIStaysWhereItIs(t *testing.T) {
	app := newApp(t)
	if got := app.Do("GET", "/_", nil, apptest.Guest).Want(301).Header.Get("Location"); got != "/_/" {
		t.Errorf("/_ leads to %q", got)
	}
	app.Do("GET", "/_/", nil, apptest.Guest).Want(200)
}
