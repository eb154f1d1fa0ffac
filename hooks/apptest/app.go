// Package apptest gives tests a real M-Desa: a database migrated and peopled
// once per test binary and copied for each test, the hooks bound as the program
// binds them, a server, and a browser.
package apptest

import (
	"net"
	"net/http"
	"sync"
	"testing"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"

	"mdesa/hooks/web"
	_ "mdesa/migrations"
)

// App is one running M-Desa with its village.
type App struct {
	core.App
	Village

	// Handler answers requests as the server does; see also [App.Do].
	Handler http.Handler

	// URL is where the server listens, without a slash at the end.
	URL string

	t          testing.TB
	sessionsMu sync.Mutex
	sessions   map[string]string // by the id of who is logged in
}

// New starts an app of its own for a test and stops it at the end. register
// binds the hooks under test, as hooks.Register does for the program; it must be
// a named function, because the village is built once for each. The limits per
// address, the log and the timed jobs are off.
func New(t testing.TB, register func(core.App)) *App {
	t.Helper()
	app := copied(t, register, false)
	if err := app.find(app); err != nil {
		t.Fatal(err)
	}
	return app
}

// Empty starts an app as at its first start: with what the hooks themselves
// seed, and nobody in it.
func Empty(t testing.TB, register func(core.App)) *App {
	t.Helper()
	return copied(t, register, true)
}

func copied(t testing.TB, register func(core.App), empty bool) *App {
	t.Helper()
	dir := t.TempDir()
	if err := templateFor(t, register, empty).copyTo(dir); err != nil {
		t.Fatal(err)
	}
	app, stop := start(t, dir, register)
	t.Cleanup(stop)
	return app
}

// start serves the app in dir until stop is called.
func start(t testing.TB, dir string, register func(core.App)) (app *App, stop func()) {
	t.Helper()
	app = &App{t: t, sessions: map[string]string{}, App: core.NewBaseApp(config(dir))}
	register(app.App)
	if err := app.Bootstrap(); err != nil {
		t.Fatal(err)
	}
	stopped := app.serve()
	return app, func() {
		if err := app.terminate(); err != nil {
			t.Error(err)
		}
		<-stopped
	}
}

func config(dir string) core.BaseAppConfig {
	return core.BaseAppConfig{
		DataDir:          dir,
		DBConnect:        web.Connect,
		DataMaxOpenConns: web.DataMaxOpenConns,
		DataMaxIdleConns: web.DataMaxIdleConns,
		AuxMaxOpenConns:  web.AuxMaxOpenConns,
		AuxMaxIdleConns:  web.AuxMaxIdleConns,
	}
}

// serve runs PocketBase's own Serve on a port of the system's choice and returns
// when the routes are there.
func (app *App) serve() (stopped <-chan struct{}) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		app.t.Fatal(err)
	}
	app.URL = "http://" + listener.Addr().String()
	ready, failed, ended := make(chan struct{}), make(chan error, 1), make(chan struct{})
	app.OnServe().Bind(&hook.Handler[*core.ServeEvent]{
		Priority: -99999,
		Func: func(e *core.ServeEvent) error {
			e.Listener = listener
			e.InstallerFunc = nil // it would open a browser
			if err := e.Next(); err != nil {
				return err
			}
			app.Handler = e.Server.Handler
			app.Cron().Stop() // a job at the full minute would be a second actor
			app.Settings().RateLimits.Enabled = false
			app.Settings().Logs.MaxDays = 0 // its goroutine may outlive the test
			close(ready)
			return nil
		},
	})
	go func() {
		defer close(ended)
		failed <- apis.Serve(app.App, apis.ServeConfig{HttpAddr: listener.Addr().String()})
	}()
	select {
	case <-ready:
	case err := <-failed:
		app.t.Fatal("the server did not start: ", err)
	}
	return ended
}

func (app *App) terminate() error {
	event := new(core.TerminateEvent)
	event.App = app.App
	return app.OnTerminate().Trigger(event, func(e *core.TerminateEvent) error {
		return e.App.ResetBootstrapState()
	})
}
