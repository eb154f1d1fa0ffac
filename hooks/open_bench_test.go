package hooks_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks"
	"mdesa/hooks/apptest"
	"mdesa/hooks/demo"
	"mdesa/hooks/statistics"
)

// BenchmarkOpenVillage asks for the public pages' data over a real connection, at
// 100,000 residents and 20,000 reports: by somebody new, and by somebody who was
// there before and asks whether it changed. The client's own work is in it.
func BenchmarkOpenVillage(b *testing.B) {
	v := apptest.Empty(b, hooks.Register)
	if _, err := demo.Fill(v, v.URL, time.Now()); err != nil {
		b.Fatal(err)
	}
	multiply(b, v, "residents", 100_000, map[string]string{"nik": "printf('9%015d', i)"})
	multiply(b, v, "reports", 20_000, map[string]string{
		"code": "printf('B%07d', i)", "request": "printf('report%09d', i)", "submitted_at": "datetime('now', printf('-%d minutes', i)) || '.000Z'"})
	if _, err := statistics.Publish(v, true); err != nil {
		b.Fatal(err)
	}
	budget, err := v.FindFirstRecordByData("budgets", "published", true)
	if err != nil {
		b.Fatal(err)
	}
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 16, DisableCompression: true}}
	for _, path := range []string{"/", "/api/open/home", "/api/open/budgets/" + budget.GetString("year"), "/api/open/reports", "/api/open/reports/points",
		"/api/open/statistics", "/api/open/programs", "/api/open/news", "/api/open/satisfaction", "/api/open/promises"} {
		tag := get(b, client, v.URL+path, "").Get("ETag")
		for visit, known := range map[string]string{"first": "", "again": tag} {
			b.Run(strings.TrimPrefix(path, "/api/open")+"/"+visit, func(b *testing.B) {
				b.SetParallelism(4)
				b.RunParallel(func(next *testing.PB) {
					for next.Next() {
						get(b, client, v.URL+path, known)
					}
				})
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
			})
		}
	}
}

func get(b *testing.B, client *http.Client, address, known string) http.Header {
	request, err := http.NewRequest("GET", address, nil)
	if err != nil {
		b.Fatal(err)
	}
	request.Header.Set("Accept-Encoding", "gzip")
	want := http.StatusOK
	if known != "" {
		request.Header.Set("If-None-Match", known)
		want = http.StatusNotModified
	}
	answer, err := client.Do(request)
	if err != nil {
		b.Error(err)
		return nil
	}
	_, _ = io.Copy(io.Discard, answer.Body)
	_ = answer.Body.Close()
	if answer.StatusCode != want {
		b.Errorf("%s answered %d", address, answer.StatusCode)
	}
	return answer.Header
}

// multiply copies one record of a collection, with what must differ in SQL by i.
func multiply(b *testing.B, app core.App, collection string, many int, differ map[string]string) {
	b.Helper()
	columns, err := app.TableColumns(collection)
	if err != nil {
		b.Fatal(err)
	}
	values := make([]string, len(columns))
	for i, column := range columns {
		values[i] = "one.`" + column + "`"
		if sql := differ[column]; sql != "" {
			values[i] = sql
		}
		if column == "id" {
			values[i] = "printf('" + collection[:3] + "%012d', i)"
		}
		columns[i] = "`" + column + "`"
	}
	copies := fmt.Sprintf("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {:many}) INSERT INTO %s (%s) SELECT %s FROM n, (SELECT * FROM %s LIMIT 1) one",
		collection, strings.Join(columns, ", "), strings.Join(values, ", "), collection)
	if _, err := app.NonconcurrentDB().NewQuery(copies).Bind(dbx.Params{"many": many}).Execute(); err != nil {
		b.Fatal(err)
	}
}
