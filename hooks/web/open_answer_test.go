package web_test

import (
	"errors"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var errNoYear = fault.New(fault.NotFound, "test.no_year", "Tahun ini tidak ada.", "There is no such year.")

var (
	openHamlets = web.OpenAnswer{Name: "test.hamlets", Of: []string{"hamlets"}}
	openMoment  = web.OpenAnswer{Name: "test.moment", For: time.Nanosecond}
)

// made counts how often an app worked out an answer.
func made(app core.App) *atomic.Int64 {
	return app.Store().GetOrSet("test.made", func() any { return new(atomic.Int64) }).(*atomic.Int64)
}

// registerOpen lists the hamlets' names, and fails for two years.
func registerOpen(app core.App) {
	register(app)
	openHamlets.Bind(app)
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		e.Router.GET(web.OpenPath+"moment", func(e *core.RequestEvent) error {
			return openMoment.JSON(e, "", func(app core.App) (any, error) { return made(app).Add(1), nil })
		}).Bind(web.Open())
		e.Router.GET(web.OpenPath+"hamlets/{year}", func(e *core.RequestEvent) error {
			year := e.Request.PathValue("year")
			return openHamlets.JSON(e, year, func(app core.App) (any, error) { return hamletNames(app, year) })
		}).Bind(web.Open())
		return e.Next()
	})
}

func hamletNames(app core.App, year string) (any, error) {
	switch first := made(app).Add(1) == 1; {
	case year == "1799" && first:
		panic("the first time")
	case year == "1800":
		return nil, errNoYear
	}
	hamlets, err := app.FindAllRecords("hamlets")
	names := []string{}
	for _, hamlet := range hamlets {
		names = append(names, hamlet.GetString("name"))
	}
	return names, err
}

const hamlets2026 = web.OpenPath + "hamlets/2026"

func TestAnOpenAnswerIsMadeOnceForAll(t *testing.T) {
	v := apptest.New(t, registerOpen)
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() { v.Do("GET", hamlets2026, nil, apptest.Guest).Want(200) })
	}
	all.Wait()
	if made(v.App).Load() != 1 {
		t.Errorf("the list was made %d times", made(v.App).Load())
	}
	v.Do("GET", web.OpenPath+"hamlets/2027", nil, apptest.Guest).Want(200)
	if made(v.App).Load() != 2 {
		t.Error("another year got the answer of the first")
	}
}

func TestAnOpenAnswerIsSentAgainOnlyWhenItChanged(t *testing.T) {
	v := apptest.New(t, registerOpen)
	first := v.Do("GET", hamlets2026, nil, apptest.Guest, acceptsGzip).Want(200)
	if first.Header.Get("Cache-Control") != "no-cache" {
		t.Errorf("Cache-Control is %q", first.Header.Get("Cache-Control"))
	}
	known := apptest.Header{Name: "If-None-Match", Value: first.Header.Get("ETag")}
	v.Do("GET", hamlets2026, nil, apptest.Guest, known).Want(304)

	hamlets, err := v.App.FindAllRecords("hamlets")
	if err != nil {
		t.Fatal(err)
	}
	hamlets[0].Set("name", "Banjar Baru")
	if err := v.App.Save(hamlets[0]); err != nil {
		t.Fatal(err)
	}
	if after := v.Do("GET", hamlets2026, nil, apptest.Guest, known).Want(200); !strings.Contains(string(after.Body), "Banjar Baru") {
		t.Errorf("the old answer was sent: %s", after.Body)
	}
}

func TestAnOpenAnswerHoldsNothingThatWasNotCommitted(t *testing.T) {
	v := apptest.New(t, registerOpen)
	v.Do("GET", hamlets2026, nil, apptest.Guest).Want(200)
	hamlets, err := v.App.FindAllRecords("hamlets")
	if err != nil {
		t.Fatal(err)
	}
	undone := errors.New("undone")
	err = v.App.RunInTransaction(func(tx core.App) error {
		hamlets[0].Set("name", "Banjar Khayalan")
		if err := tx.Save(hamlets[0]); err != nil {
			return err
		}
		reads(t, v, "Khayalan")
		return undone
	})
	if !errors.Is(err, undone) {
		t.Fatal(err)
	}
	reads(t, v, "Khayalan")
	if made(v.App).Load() != 1 {
		t.Errorf("a change that was undone made the answer anew: %d", made(v.App).Load())
	}
}

func reads(t *testing.T, v *apptest.App, never string) {
	t.Helper()
	if answer := v.Do("GET", hamlets2026, nil, apptest.Guest).Want(200); strings.Contains(string(answer.Body), never) {
		t.Errorf("read what was not committed: %s", answer.Body)
	}
}

func TestAnOpenAnswerThatFailedIsTriedAgain(t *testing.T) {
	v := apptest.New(t, registerOpen)
	for range 2 {
		v.Do("GET", web.OpenPath+"hamlets/1800", nil, apptest.Guest).WantFault(http.StatusNotFound, "test.no_year")
	}
	if made(v.App).Load() != 2 {
		t.Errorf("tried %d times", made(v.App).Load())
	}
	made(v.App).Store(0)
	v.Do("GET", web.OpenPath+"hamlets/1799", nil, apptest.Guest).Want(500)
	v.Do("GET", web.OpenPath+"hamlets/1799", nil, apptest.Guest).Want(200)
}

func TestAnOpenAnswerOfTheClockIsMadeAnewInTime(t *testing.T) {
	v := apptest.New(t, registerOpen)
	for range 2 {
		v.Do("GET", web.OpenPath+"moment", nil, apptest.Guest).Want(200)
	}
	if made(v.App).Load() != 2 {
		t.Errorf("made %d times", made(v.App).Load())
	}
}
