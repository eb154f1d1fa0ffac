package notify_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/notify"
)

// From the notice to the provider that took it and the receipt on the disk; the
// provider takes 20 ms for each.
func BenchmarkNoticesThroughTheGateway(b *testing.B) {
	v := start(b)
	fonnte := v.provider("Fonnte", 1)
	fonnte.slow = 20 * time.Millisecond
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.must(v.RunInTransaction(func(tx core.App) error {
		for n := range b.N {
			if err := notify.Tell(tx, notify.Notice{Account: v.Resident.Id, Key: ready, Data: map[string]string{"code": fmt.Sprint(n)}}); err != nil {
				return err
			}
		}
		return nil
	}))
	b.ResetTimer()
	v.work(noon)
	b.StopTimer()
	if n := v.count("notice_deliveries", dbx.HashExp{"state": notify.Sent}); n != b.N || len(fonnte.messages()) != b.N {
		b.Fatalf("%d of %d were sent", n, b.N)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "notices/s")
}

func BenchmarkTell(b *testing.B) {
	v := start(b)
	for b.Loop() {
		v.tellReady()
	}
}

// BenchmarkUnread is what every open page of a resident asks.
func BenchmarkUnread(b *testing.B) {
	v := start(b)
	for range 50 {
		v.tellReady()
	}
	b.ResetTimer()
	for b.Loop() {
		v.Do("GET", "/api/notices/unread", nil, v.Resident).Want(200)
	}
}
