package programs_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"mdesa/hooks/apptest"
)

// BenchmarkOpenPrograms asks for the public list of 400 programs.
func BenchmarkOpenPrograms(b *testing.B) {
	v := start(b)
	line, _ := v.spends(2026, true)
	for i := range 400 {
		fields := map[string]any{"title": fmt.Sprintf("Program %03d", i), "goal": "Jalan dapat dilalui saat hujan.", "kind": "works", "year": 2022 + i%5, "published": true}
		if fields["year"] == 2026 {
			fields["budget_line"] = line.Id
		}
		apptest.Save(b, v, apptest.Record(b, v, "programs", fields))
	}
	const path = "/api/open/programs?year=2026"
	first := v.Do("GET", path, nil, apptest.Guest).Want(200)
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
