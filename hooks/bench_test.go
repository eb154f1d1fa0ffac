package hooks_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// The figures of the README: go test -run '^$' -bench . ./hooks/
// They are taken through the whole program, without the network, at manyCases
// requests in the database.
const manyCases = 100_000

// crowded is a village with many requests: mostly finished ones, 4,000 open.
// They are copies of one real request, made in SQL: filing that many would
// take the benchmark minutes.
func crowded(b *testing.B) village {
	b.Helper()
	v := start(b)
	id := v.File()
	copies := `INSERT INTO requests (id, code, service, definition, account, resident, hamlet, channel, applicant_name,
			service_name, service_name_en, answers, attachments, documents, status, step, step_key, waiting_for,
			submitted_at, due_at, step_due_at, closed_at, version, last_seq, last_hash, created, updated)
		WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {:many})
		SELECT printf('copy%011d', i), printf('C%07d', i), service, definition,
			CASE WHEN i % 10000 = 0 THEN account ELSE printf('other%010d', i % 5000) END, resident,
			CASE WHEN i % 7 = 0 THEN hamlet ELSE printf('hamlet%09d', i % 7) END, channel, applicant_name,
			service_name, service_name_en, answers, attachments, '[]',
			CASE WHEN i % 25 = 0 THEN 'submitted' ELSE 'completed' END, 0,
			CASE WHEN i % 25 = 0 THEN step_key ELSE '' END, CASE WHEN i % 25 = 0 THEN waiting_for ELSE '' END,
			submitted_at, due_at, step_due_at, CASE WHEN i % 25 = 0 THEN '' ELSE submitted_at END, 1, 1, last_hash, created, updated
		FROM n, requests WHERE requests.id = {:id}`
	if _, err := v.NonconcurrentDB().NewQuery(copies).Bind(dbx.Params{"many": manyCases, "id": id}).Execute(); err != nil {
		b.Fatal(err)
	}
	if _, err := v.NonconcurrentDB().NewQuery("ANALYZE").Execute(); err != nil {
		b.Fatal(err)
	}
	return v
}

// ask sends the same request again and again, from several clients at once.
func ask(b *testing.B, v village, method, path string, body func() string, actor *core.Record) {
	b.Helper()
	token := ""
	if actor != nil {
		token = v.Login(actor)
	}
	b.SetParallelism(4)
	b.ReportAllocs()
	b.ResetTimer()
	before := processorTime(b)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			request := httptest.NewRequest(method, path, strings.NewReader(body()))
			request.Header.Set("Content-Type", "application/json")
			request.Header.Set("Authorization", token)
			answer := httptest.NewRecorder()
			v.Handler.ServeHTTP(answer, request)
			if answer.Code != http.StatusOK {
				b.Errorf("%s %s answered %d: %s", method, path, answer.Code, answer.Body)
				return
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
	b.ReportMetric(float64((processorTime(b)-before).Microseconds())/float64(b.N), "µs-cpu/op")
}

// processorTime is what this process has used so far. Unlike the clock on the
// wall it says the same on a busy machine, more or less.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func nothing() string { return "" }

// What PocketBase itself takes for one small record with the same settings: the
// yardstick on a noisy machine.
func BenchmarkPlainRecord(b *testing.B) {
	v := start(b)
	var n atomic.Int64
	ask(b, v, "POST", "/api/collections/hamlets/records", func() string {
		return fmt.Sprintf(`{"name":"Banjar %d"}`, n.Add(1))
	}, v.Admin)
}

// One resident files again and again; the limit on that is lifted now and then.
func BenchmarkFileARequest(b *testing.B) {
	v := start(b)
	papers, err := json.Marshal(v.Papers())
	if err != nil {
		b.Fatal(err)
	}
	body := fmt.Sprintf(`{"service":%q,"attachments":%s,"answers":{"home_status":"own","since":"2015-01-01","purpose":"bank"}}`,
		v.Service("domicile").Id, papers)
	var filed atomic.Int64
	ask(b, v, "POST", "/api/collections/requests/records", func() string {
		if filed.Add(1)%25 == 0 {
			v.Store().Remove("web.limit.requests.account")
		}
		return body
	}, v.Resident)
}

// Ten of the hundred thousand are the resident's own.
func BenchmarkOwnRequests(b *testing.B) {
	v := crowded(b)
	ask(b, v, "GET", "/api/collections/requests/records?sort=-created&perPage=20&skipTotal=1", nothing, v.Resident)
}

func BenchmarkInboxOfAHamletHead(b *testing.B) {
	v := crowded(b)
	ask(b, v, "GET", "/api/requests/inbox?tab=mine", nothing, v.HeadOfKaja)
}

func BenchmarkSignALetter(b *testing.B) {
	v := start(b)
	ids := make([]string, b.N)
	papers := v.Papers()
	for i := range ids {
		ids[i] = v.ToSignAtCounter(papers)
	}
	var next atomic.Int64
	ask(b, v, "POST", "/api/collections/request_events/records", func() string {
		return fmt.Sprintf(`{"request":%q,"action":"sign"}`, ids[next.Add(1)-1])
	}, v.VillageHead)
}

func BenchmarkVerifyALetter(b *testing.B) {
	v := start(b)
	code := v.Signed().GetString("code")
	ask(b, v, "GET", "/api/letters/verify/"+code, nothing, nil)
}
