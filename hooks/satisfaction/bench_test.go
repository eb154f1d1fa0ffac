package satisfaction_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/satisfaction"
)

// crowd is a village with many requests of the last year, each filed, approved and
// signed, and as many ratings.
func crowd(b *testing.B, n int) *village {
	v := start(b)
	err := v.App.App.RunInTransaction(func(tx core.App) error {
		for i := range n {
			filed := time.Now().Add(-time.Duration(i) * 26 * time.Minute)
			id := fmt.Sprintf("x%014d", i)
			_, err := tx.DB().Insert("requests", dbx.Params{"id": id, "code": fmt.Sprintf("K%07d", i), "service": v.service.Id, "resident": v.Wayan.Id, "status": "completed",
				"hamlet": apptest.KajaID, "waiting_for": "", "confidential": false, "due_at": stamp(filed.Add(24 * time.Hour)), "closed_at": stamp(filed.Add(8 * time.Hour))}).Execute()
			if err != nil {
				return err
			}
			for seq, action := range []string{"submit", "approve", "sign"} {
				_, err := tx.DB().Insert("request_events", dbx.Params{"id": fmt.Sprintf("e%d%013d", seq, i), "request": id, "seq": seq + 1, "action": action,
					"at": stamp(filed.Add(time.Duration(seq) * 4 * time.Hour))}).Execute()
				if err != nil {
					return err
				}
			}
			rating := dbx.Params{"id": id, "mark": id, "service": v.service.Id, "month": filed.Format("2006-01"), "channel": "self", "full": true, "overall": 4,
				"comment": "", "age_group": satisfaction.AgeGroups[i%6], "sex": []string{"L", "P"}[i%2], "education": "SLTA/Sederajat", "occupation": "Guru"}
			for place, element := range satisfaction.Elements {
				rating[element] = 1 + (i+place)%4
			}
			if _, err := tx.DB().Insert("ratings", rating).Execute(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	var months []struct {
		Month string
		Count int
	}
	if err := v.DB().NewQuery("SELECT strftime('%Y-%m', closed_at, '+8 hours') AS month, count(*) AS count FROM requests GROUP BY 1").All(&months); err != nil {
		b.Fatal(err)
	}
	for _, one := range months {
		v.counted(one.Month, one.Count, map[string]int{"domicile": one.Count})
	}
	return v
}

// BenchmarkOpen is what many people ask for, of 20,000 requests and ratings, in
// parallel: somebody new, and somebody who was there.
func BenchmarkOpen(b *testing.B) {
	v := crowd(b, 20_000)
	for _, path := range []string{"/api/open/satisfaction", "/api/open/promises"} {
		begin := time.Now()
		first := v.Do("GET", path, nil, apptest.Guest).Want(200)
		b.Logf("%s: made in %v, %d bytes", path, time.Since(begin).Round(time.Millisecond), len(first.Body))
		for _, visit := range []struct {
			name, header, value string
			status              int
		}{{"first visit", "Accept-Encoding", "gzip", http.StatusOK}, {"second visit", "If-None-Match", first.Header.Get("ETag"), http.StatusNotModified}} {
			b.Run(path[len("/api/open/"):]+"/"+visit.name, func(b *testing.B) {
				b.RunParallel(func(next *testing.PB) {
					request := httptest.NewRequest("GET", path, nil)
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
}
