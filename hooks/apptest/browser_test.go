package apptest_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"mdesa/hooks/apptest"
)

func TestMain(m *testing.M) { apptest.Main(m) }

// listener notes a test's errors instead of failing it.
type listener struct {
	testing.TB
	heard []string
}

func (l *listener) Errorf(format string, args ...any) {
	l.heard = append(l.heard, fmt.Sprintf(format, args...))
}

func (l *listener) wants(t *testing.T, words string) {
	t.Helper()
	if all := strings.Join(l.heard, "\n"); !strings.Contains(all, words) {
		t.Errorf("nobody complained about %q, only:\n%s", words, all)
	}
}

func serveHTML(t *testing.T, html string) string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy",
			"default-src 'none'; script-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html")
		fmt.Fprint(w, "<!doctype html><html lang=id><head><link rel=icon href=data:,><title>Desa</title></head><body><main>"+html+"</main></body></html>")
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func TestAxePassesASoundPageBehindAStrictPolicy(t *testing.T) {
	tab := apptest.Browser(t)
	address := serveHTML(t, "<h1>Desa Taman Sari</h1><button>Masuk</button>")
	if err := chromedp.Do(tab, apptest.Phone(), chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	apptest.Axe(t, tab)
}

func TestAxeNamesAButtonWithoutWords(t *testing.T) {
	tab := apptest.Browser(t)
	address := serveHTML(t, "<h1>Desa Taman Sari</h1><button></button>")
	if err := chromedp.Do(tab, apptest.Desktop(), chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	heard := &listener{TB: t}
	apptest.Axe(heard, tab)
	heard.wants(t, "button-name")
}

func TestARefusedScriptFailsThePage(t *testing.T) {
	heard := &listener{TB: t}
	tab := apptest.Browser(heard)
	address := serveHTML(t, "<h1>Desa</h1><script>document.title = 'x'</script>")
	if err := chromedp.Do(tab, chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	heard.wants(t, "Content Security Policy")
}

func TestConsoleErrorsFailThePage(t *testing.T) {
	heard := &listener{TB: t}
	tab := apptest.Browser(heard)
	address := serveHTML(t, "<h1>Desa</h1>")
	if err := chromedp.Do(tab, chromedp.Navigate(address),
		chromedp.Evaluate[chromedp.Void](`console.error("rusak"); setTimeout(() => { throw new Error("pecah") }); new Promise(r => setTimeout(r, 50))`, chromedp.EvalAwaitPromise),
	); err != nil {
		t.Fatal(err)
	}
	heard.wants(t, "rusak")
	heard.wants(t, "pecah")
}

func TestTabsShareNothing(t *testing.T) {
	address := serveHTML(t, "<h1>Desa</h1>")
	first, second := apptest.Browser(t), apptest.Browser(t)
	if err := chromedp.Do(first, chromedp.Navigate(address), chromedp.Evaluate[chromedp.Void](`localStorage.setItem("token", "rahasia")`)); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(second, chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	token, err := chromedp.Run(second, chromedp.Evaluate[*string](`localStorage.getItem("token")`))
	if err != nil {
		t.Fatal(err)
	}
	if token != nil {
		t.Errorf("the second tab reads %q", *token)
	}
}
