package hooks_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
)

// block is how many reads share a batch of the trail here. A desk reads far less
// in the second that a batch takes, and the batch costs the same.
const block = 500

// What the trail costs a read: the same request with and without it, in turns,
// so that a noisy machine disturbs both alike. "trail-%" is by the processor's
// time, "trail-wall-%" by the clock, which waits for the disk with each batch.
func BenchmarkTrail(b *testing.B) {
	v := start(b)
	id := v.File()
	for name, read := range map[string]struct {
		path  string
		actor *core.Record
	}{
		"Case":  {"/api/requests/" + id + "/case", v.Officer},
		"Card":  {"/api/residents/" + v.Wayan.Id + "/card?purpose=counter", v.Officer},
		"Inbox": {"/api/requests/inbox?tab=open", v.Officer},
		"Admin": {"/api/collections/residents/records/" + v.Wayan.Id, v.Admin},
	} {
		b.Run(name, func(b *testing.B) { v.weigh(b, read.path, read.actor) })
	}
}

func (v village) weigh(b *testing.B, path string, actor *core.Record) {
	token := v.Login(actor)
	kept := v.Store().Get("audit.trail")
	defer v.Store().Set("audit.trail", kept)
	var wall, cpu [2]time.Duration
	v.reads(b, path, token, block) // warm
	b.ResetTimer()
	for done := 0; done < b.N; done += block {
		for side, trail := range []any{nil, kept} {
			v.Store().Set("audit.trail", trail)
			began, used := time.Now(), processorTime(b)
			v.reads(b, path, token, block)
			if err := audit.Flush(v); err != nil {
				b.Fatal(err)
			}
			wall[side] += time.Since(began)
			cpu[side] += processorTime(b) - used
		}
	}
	b.ReportMetric(100*(cpu[1].Seconds()/cpu[0].Seconds()-1), "trail-%")
	b.ReportMetric(100*(wall[1].Seconds()/wall[0].Seconds()-1), "trail-wall-%")
}

func (v village) reads(b *testing.B, path, token string, times int) {
	b.Helper()
	for range times {
		request := httptest.NewRequest("GET", path, nil)
		request.Header.Set("Authorization", token)
		answer := httptest.NewRecorder()
		v.Handler.ServeHTTP(answer, request)
		if answer.Code != http.StatusOK {
			b.Fatalf("%s answered %d: %s", path, answer.Code, answer.Body)
		}
	}
}
