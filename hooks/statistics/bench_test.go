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

// BenchmarkOpenAnswer is what the page asks for, through the whole handler, in
// parallel: somebody new, and somebody who was there.
func BenchmarkOpenAnswer(b *testing.B) {
	v := large(b)
	v.publishes(true)
	first := v.Do("GET", "/api/open/statistics", nil, apptest.Guest).Want(200)
	b.Logf("%d bytes", len(first.Body))
	for _, visit := range []struct {
		name, header, value string
		status              int
	}{{"first visit", "Accept-Encoding", "gzip", http.StatusOK}, {"second visit", "If-None-Match", first.Header.Get("ETag"), http.StatusNotModified}} {
		b.Run(visit.name, func(b *testing.B) {
			b.RunParallel(func(next *testing.PB) {
				request := httptest.NewRequest("GET", "/api/open/statistics", nil)
				request.Header.Set(visit.header, visit.value)
				for next.Next() {
					request.Body = http.NoBody // the router wraps it anew each time
					recorder := httptest.NewRecorder()
					if v.Handler.ServeHTTP(recorder, request); recorder.Code != visit.status {
						b.Errorf("%s: %d", visit.name, recorder.Code)
					}
				}
			})
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
		})
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
