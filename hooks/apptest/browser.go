package apptest

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// StrictEnv, set to 1, makes a missing tool a failure instead of a skipped test.
const StrictEnv = "MDESA_STRICT"

// tabTime is how long a page test may take before it counts as hung.
const tabTime = 5 * time.Minute

var (
	chromium     context.Context
	quitChromium = func() {}
	chromiumErr  error
	chromiumOnce sync.Once
)

// Main runs the tests of a package that uses [Browser] and closes Chromium
// afterwards: func TestMain(m *testing.M) { apptest.Main(m) }.
func Main(m *testing.M) {
	code := m.Run()
	quitChromium()
	os.Exit(code)
}

// Browser opens a tab that shares nothing with other tests' tabs: no login, no
// cache. Chromium starts with the first one. Errors in the page's console,
// refusals by the Content-Security-Policy among them, fail the test; failed
// requests to the API do not, tests provoke them.
func Browser(t testing.TB) context.Context {
	t.Helper()
	chromiumOnce.Do(startChromium)
	if chromiumErr != nil {
		Missing(t, "Chromium", chromiumErr)
	}
	tab, closeTab := chromedp.NewContext(chromium, chromedp.WithNewBrowserContext())
	t.Cleanup(closeTab)
	listen(t, tab)
	tab, cancel := context.WithTimeout(tab, tabTime)
	t.Cleanup(cancel)
	return tab
}

// Phone and Desktop are the sizes every page is looked at, in CSS pixels.
func Phone() chromedp.Action[chromedp.Void] {
	return chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile)
}

func Desktop() chromedp.Action[chromedp.Void] { return chromedp.EmulateViewport(1280, 800) }

// Missing skips a test whose tool is not installed, and fails it where all tools
// must be there.
func Missing(t testing.TB, tool string, err error) {
	t.Helper()
	if os.Getenv(StrictEnv) == "1" {
		t.Fatalf("%s is missing: %v", tool, err)
	}
	t.Skipf("SKIPPED, NOT TESTED: %s is missing: %v", tool, err)
}

func startChromium() {
	path, err := findChromium()
	if err != nil {
		chromiumErr = err
		return
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox, // Chromium refuses to run as root with one
		chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("lang", "id-ID"),
	)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	browser, closeBrowser := chromedp.NewContext(allocator)
	quitChromium = func() { closeBrowser(); stop() }
	chromium = browser
	chromiumErr = chromedp.Do(browser)
}

func findChromium() (string, error) {
	var err error
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		var path string
		if path, err = exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", err
}

func listen(t testing.TB, tab context.Context) {
	var ended sync.Mutex
	over := false
	t.Cleanup(func() { ended.Lock(); over = true; ended.Unlock() })
	complain := func(format string, args ...any) {
		ended.Lock()
		defer ended.Unlock()
		if !over { // an event may arrive when the tab is being closed
			t.Errorf(format, args...)
		}
	}
	err := chromedp.Listen(tab, func(event any) {
		switch event := event.(type) {
		case *runtime.EventExceptionThrown:
			complain("uncaught in the page: %s", thrown(event.ExceptionDetails))
		case *runtime.EventConsoleAPICalled:
			if event.Type == runtime.ConsoleAPICalledTypeError {
				complain("console.error: %s", said(event.Args))
			}
		case *log.EventEntryAdded:
			if event.Entry.Level == log.EntryLevelError && !fromAPI(event.Entry) {
				complain("browser: %s (%s)", event.Entry.Text, event.Entry.URL)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

func thrown(details *runtime.ExceptionDetails) string {
	if details.Exception != nil && details.Exception.Description != "" {
		return details.Exception.Description
	}
	return details.Text
}

// fromAPI tells refusals of the API, and of the icon that Chromium asks for
// where the API's answer is the page.
func fromAPI(entry *log.Entry) bool {
	return entry.Source == log.EntrySourceNetwork && (strings.Contains(entry.URL, "/api/") || strings.HasSuffix(entry.URL, "/favicon.ico"))
}

func said(args []*runtime.RemoteObject) string {
	var words []string
	for _, arg := range args {
		var value any
		if json.Unmarshal(arg.Value, &value) == nil {
			words = append(words, fmt.Sprint(value))
		} else {
			words = append(words, arg.Description)
		}
	}
	return strings.Join(words, " ")
}

// Shot writes a picture of the whole page into the folder named by MDESA_SHOTS,
// if it is set.
func Shot(t testing.TB, tab context.Context, name string) {
	t.Helper()
	dir := os.Getenv("MDESA_SHOTS")
	if dir == "" {
		return
	}
	picture, err := chromedp.Run(tab, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir+"/"+name+".png", picture, 0o600); err != nil {
		t.Fatal(err)
	}
}
