package web_test

import (
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

func TestMain(m *testing.M) { apptest.Main(m) }

// living is a page that needs what the policy must allow: the import map, a
// module, a style sheet, an image made in the page, the API and a service worker.
var living = fstest.MapFS{
	"index.html": {Data: []byte(`<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Menunggu</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/css/base.css">
<script type="importmap">{"imports":{"desa":"/vendor/desa-1.0.0.js"}}</script>
<script type="module" src="/app/main.js"></script></head><body><main><h1>Desa</h1></main></body></html>`)},
	"css/base.css":         {Data: []byte(`h1 { color: rgb(1, 2, 3) }`)},
	"vendor/desa-1.0.0.js": {Data: []byte(`export const name = "Desa Taman Sari";`)},
	"sw.js":                {Data: []byte(`self.addEventListener("fetch", () => {});`)},
	"app/main.js": {Data: []byte(`import { name } from "desa";
const policy = trustedTypes.createPolicy("mdesa", { createScriptURL: () => "/sw.js" });
await navigator.serviceWorker.register(policy.createScriptURL(""));
const photo = new Image();
photo.src = URL.createObjectURL(new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'], { type: "image/svg+xml" }));
await photo.decode();
const health = await (await fetch("/api/health")).json();
let refused = "";
try { document.body.innerHTML = "<b>x</b>" } catch { refused = "markup refused" }
window.result = [name, health.code, getComputedStyle(document.querySelector("h1")).color, refused].join(" | ");`)},
}

func registerLiving(app core.App) {
	fault.Register(app)
	web.RegisterPages(app, living)
}

func TestAPageLivesWithinThePolicy(t *testing.T) {
	app := apptest.New(t, registerLiving)
	heard := &refusals{TB: t}
	tab := apptest.Browser(heard)
	if err := chromedp.Do(tab, chromedp.Navigate(app.URL+"/layanan/domisili")); err != nil {
		t.Fatal(err)
	}
	got, err := chromedp.Run(tab, chromedp.Poll[string]("window.result"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Desa Taman Sari | 200 | rgb(1, 2, 3) | markup refused"; got != want {
		t.Errorf("the page says %q, want %q", got, want)
	}
	if heard.times != 1 {
		t.Errorf("the browser refused %d things, want the one string of markup", heard.times)
	}
}

// refusals counts what the browser complains about.
type refusals struct {
	testing.TB
	times int
}

func (r *refusals) Errorf(format string, args ...any) {
	r.times++
	r.Logf(format, args...)
}
