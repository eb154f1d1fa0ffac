package web_test

import (
	"testing"
	"testing/fstest"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

const importMap = `{"imports":{"lit":"/vendor/lit-3.3.3.js"}}`

// page is a small page in place of the real one.
var page = fstest.MapFS{
	"index.html":           {Data: []byte(`<!doctype html><script type="importmap">` + importMap + `</script><h1>Warga</h1>`)},
	"staff.html":           {Data: []byte(`<!doctype html><h1>Petugas</h1>`)},
	"app/main.js":          {Data: []byte(`export const kantor = "` + longWord + `";`)},
	"css/base.css":         {Data: []byte(`body{margin:0}`)},
	"vendor/lit-3.3.3.js":  {Data: []byte(`export {};`)},
	"icons/icon.svg":       {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`)},
	"manifest.webmanifest": {Data: []byte(`{}`)},
	"sw.js":                {Data: []byte(`self.skipWaiting();`)},
	"embed.go":             {Data: []byte(`package pages`)},
}

const longWord = "melayani melayani melayani melayani melayani melayani melayani melayani melayani melayani"

func register(app core.App) {
	fault.Register(app)
	web.RegisterPages(app, page)
}

func newApp(t *testing.T) *apptest.App { return apptest.New(t, register) }
