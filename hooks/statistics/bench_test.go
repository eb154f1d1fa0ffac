package statistics_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"mdesa/hooks/apptest"
)

// BenchmarkPublish counts and protects a village of 100,000 in 30 hamlets.
func BenchmarkPublish(b *testing.B) {
	v := large(b)
	b.ReportAllocs()
	for b.Loop() {
		v.publishes(true)
	}
}

// BenchmarkOpenAnswer is what the page asks for, kept.
func BenchmarkOpenAnswer(b *testing.B) {
	v := large(b)
	v.publishes(true)
	first := v.Do("GET", "/api/open/statistics", nil, apptest.Guest).Want(200)
	b.Logf("%d bytes", len(first.Body))
	request := httptest.NewRequest("GET", "/api/open/statistics", nil)
	request.Header.Set("Accept-Encoding", "gzip")
	for b.Loop() {
		request.Body = http.NoBody // the router wraps it anew each time
		v.Handler.ServeHTTP(httptest.NewRecorder(), request)
	}
}

func large(b *testing.B) village {
	v := start(b)
	for i := range 30 {
		hamlet := apptest.Record(b, v, "hamlets", map[string]any{"name": fmt.Sprint("Banjar ", i), "sort": i})
		v.moveIn(apptest.Save(b, v, hamlet).Id, 3334, nil)
	}
	return v
}
