package web_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"mdesa/hooks/apptest"
)

// BenchmarkPage is one file through the whole chain of middlewares, compressed
// and, on a second visit, unchanged.
func BenchmarkPage(b *testing.B) {
	app := apptest.New(b, register)
	first := app.Do("GET", "/app/main.js", nil, apptest.Guest)
	for name, header := range map[string]apptest.Header{
		"first visit":  acceptsGzip,
		"second visit": {Name: "If-None-Match", Value: first.Header.Get("ETag")},
	} {
		b.Run(name, func(b *testing.B) {
			request := httptest.NewRequest("GET", "/app/main.js", nil)
			request.Header.Set(header.Name, header.Value)
			b.ReportAllocs()
			for b.Loop() {
				request.Body = http.NoBody // the router wraps it anew each time
				app.Handler.ServeHTTP(httptest.NewRecorder(), request)
			}
		})
	}
}
