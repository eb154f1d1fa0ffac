package web_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
	pages "mdesa/pb_public"
)

func TestTheDashboardsModulesAreServedOnlyToTheDashboard(t *testing.T) {
	app := apptest.New(t, registerAll)
	for _, path := range []string{"/main.js", "/texts.js", "/home/page.js", "/style.css"} {
		got := app.Do("GET", "/_/extensions/mdesa"+path, nil, apptest.Guest).Want(200)
		if caching := got.Header.Get("Cache-Control"); caching != "no-cache" {
			t.Errorf("%s is cached as %q", path, caching)
		}
		app.Do("GET", "/admin"+path, nil, apptest.Guest).WantFault(404, "web.no_file")
	}
}

func registerAll(app core.App) {
	fault.Register(app)
	web.Register(app)
}

const collectionsShown = `document.querySelector(".collections-sidebar")?.textContent.includes("residents")`

// Whatever is wrong with the extension, the admin gets at the collections.
func TestABrokenExtensionLeavesTheDashboard(t *testing.T) {
	main, err := fs.ReadFile(pages.Admin, "main.js")
	if err != nil {
		t.Fatal(err)
	}
	for name, source := range map[string]string{
		"a syntax error":         "const = ;",
		"an error at the start":  `throw new Error("broken");`,
		"an endless wait":        "await new Promise(() => {});",
		"all modules missing":    string(main),
		"other internals":        "app.routes.superuserOnly = undefined; Object.freeze(app.fieldTypes.text);" + string(main),
		"no main.js":             "",
		"a page that won't load": `app.routes.superuserOnly("#/x", () => { throw 1 }); app.routes.fallbackPath = "#/collections";`,
	} {
		t.Run(name, func(t *testing.T) {
			files := fstest.MapFS{"main.js": {Data: []byte(source)}}
			if source == "" {
				files = fstest.MapFS{}
			}
			app := apptest.New(t, func(app core.App) {
				fault.Register(app)
				web.RegisterPages(app, page)
				web.RegisterAdmin(app, files)
			})
			tab := apptest.Browser(&refusals{TB: t})
			if err := chromedp.Do(tab, chromedp.Navigate(app.URL+"/"), chromedp.Evaluate[chromedp.Void](loggedIn(t, app)),
				chromedp.Navigate(app.URL+"/_/#/")); err != nil {
				t.Fatal(err)
			}
			if _, err := chromedp.Run(tab, chromedp.Poll[bool](collectionsShown, chromedp.WithPollingTimeout(20*time.Second))); err != nil {
				t.Error("the collections do not appear: ", err)
			}
		})
	}
}

// loggedIn is a script that leaves the admin's login where the dashboard looks for it.
func loggedIn(t *testing.T, app *apptest.App) string {
	t.Helper()
	login, err := json.Marshal(map[string]any{"token": app.Login(app.Admin), "record": app.Admin})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("localStorage.setItem('__pb_superusers__/_', %q)", login)
}
