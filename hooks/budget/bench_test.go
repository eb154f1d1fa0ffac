package budget_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"mdesa/hooks/apptest"
)

func benchmark(b *testing.B, v village, path string) {
	first := v.Do("GET", path, nil, apptest.Guest).Want(200)
	b.Logf("%d bytes", len(first.Body))
	for name, header := range map[string]apptest.Header{
		"first visit":  {Name: "Accept-Encoding", Value: "gzip"},
		"second visit": {Name: "If-None-Match", Value: first.Header.Get("ETag")},
	} {
		b.Run(name, func(b *testing.B) {
			request := httptest.NewRequest("GET", path, nil)
			request.Header.Set(header.Name, header.Value)
			b.ReportAllocs()
			for b.Loop() {
				request.Body = http.NoBody // the router wraps it anew each time
				v.Handler.ServeHTTP(httptest.NewRecorder(), request)
			}
		})
	}
}
