package board_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// crowd is a village with many reports, over five years.
func crowd(b *testing.B, n int) *village {
	v := newVillage(b)
	states := []string{"done", "done", "done", "answered", "handling", "new", "forwarded", "refused"}
	err := v.App.App.RunInTransaction(func(tx core.App) error {
		for i := range n {
			id := fmt.Sprintf("x%014d", i)
			_, err := tx.DB().Insert("reports", dbx.Params{
				"id": id, "request": id, "code": fmt.Sprintf("R%07d", i), "service": v.lights.Id, "category": "street-light", "category_name": "Lampu jalan",
				"category_name_en": "Street lights", "hamlet": []string{apptest.KajaID, apptest.KelodID}[i%2], "identity": "hidden", "public": true, "state": states[i%len(states)],
				"title": fmt.Sprintf("Lampu mati nomor %d", i), "text": "Sudah tiga malam gelap, anak-anak takut lewat.", "place": "Depan balai banjar",
				"point": fmt.Sprintf(`{"lon":%f,"lat":%f}`, 115.2+float64(i%300)/5000, -8.6-float64(i%200)/5000), "photos_before": "[]", "photos_after": "[]",
				"submitted_at": at(-time.Duration(i) * 2 * time.Hour), "due_at": at(-time.Duration(i)*2*time.Hour + 100*time.Hour), "class": "normative",
				"first_answered_at": "", "first_due_at": "", "answered_at": "", "closed_at": "", "happened_at": "", "created": at(0), "updated": at(0),
				"answer": "", "forwarded_to": "", "forwarded_number": "", "reporter_name": "", "unit": "", "merged_into": "",
			}).Execute()
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return v
}

// BenchmarkOpen is what many people ask for, of 20,000 reports: through all
// middlewares, in parallel, by somebody new and by somebody who was there.
func BenchmarkOpen(b *testing.B) {
	v := crowd(b, 20_000)
	for name, path := range map[string]string{"feed": "", "last page": "?page=1000", "map": "/points", "one report": "/R0000077"} {
		first := v.open(path).Want(200)
		for visit, header := range map[string]apptest.Header{
			"first visit":  {Name: "Accept-Encoding", Value: "gzip"},
			"second visit": {Name: "If-None-Match", Value: first.Header.Get("ETag")},
		} {
			b.Run(name+"/"+visit, func(b *testing.B) {
				b.RunParallel(func(next *testing.PB) {
					request := httptest.NewRequest("GET", "/api/open/reports"+path, nil)
					request.Header.Set(header.Name, header.Value)
					for next.Next() {
						request.Body = http.NoBody // the router wraps it anew each time
						v.Handler.ServeHTTP(httptest.NewRecorder(), request)
					}
				})
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
			})
		}
	}
}

// BenchmarkMade is what an answer costs after a change, and what the office's
// board costs.
func BenchmarkMade(b *testing.B) {
	v := crowd(b, 20_000)
	moving, n := v.report(fields{}), 0
	changed := func() { n++; v.change(moving, fields{"supports": n}) }
	for name, path := range map[string]string{"feed": "", "last page": "?page=1000", "map": "/points", "summary": "/summary", "one report": "/R0000077"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				changed()
				b.StartTimer()
				v.open(path).Want(200)
			}
		})
	}
	b.Run("board", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			changed()
			b.StartTimer()
			v.board(v.Officer)
		}
	})
}
