package accounts

import (
	"net/http/httptest"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func registerForBench(app core.App) { Register(app) }

// What sessions add to every request: its token is read once more, and memory
// is asked. BenchmarkTokenCheck is what PocketBase did before, for the same token.
func BenchmarkEnterASession(b *testing.B) {
	app := apptest.New(b, registerForBench)
	token := app.Login(app.Resident)
	b.ReportAllocs()
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		e := new(core.RequestEvent)
		e.App, e.Auth = app, app.Resident
		e.Request = httptest.NewRequest("GET", "/api/collections/requests/records", nil)
		e.Request.Header.Set("Authorization", token)
		for pb.Next() {
			if refused, err := enter(e, time.Now()); refused != nil || err != nil {
				b.Error(refused, err)
			}
		}
	})
}

func BenchmarkTokenCheck(b *testing.B) {
	app := apptest.New(b, registerForBench)
	token := app.Login(app.Resident)
	b.ReportAllocs()
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := app.FindAuthRecordByToken(token, core.TokenTypeAuth); err != nil {
				b.Error(err)
			}
		}
	})
}
