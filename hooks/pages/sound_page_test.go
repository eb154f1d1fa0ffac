package pages_test

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/chromedp/chromedp"

	"mdesa/hooks/apptest"
)

var (
	textKey  = regexp.MustCompile(`\b[a-z_]+\.[a-z_]+\b`) // shown where there is no text for it
	nameless = regexp.MustCompile(`[^a-z0-9]+`)
)

// bearing is what a page shows of itself.
type bearing struct {
	Title, Language     string
	Headings            int
	Width, Height, Room int64
	Busy, Over          []string
}

const askBearing = `((scrolls) => ({
	Title: document.title, Language: document.documentElement.lang,
	Headings: document.querySelectorAll("h1").length,
	Width: document.scrollingElement.scrollWidth, Height: document.scrollingElement.scrollHeight, Room: innerWidth,
	Busy: [...document.querySelectorAll(".spinner")].map((e) => e.parentElement.textContent.trim()),
	Over: [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility()
		&& !e.closest("[aria-hidden=true], .leaflet-map-pane") && !scrolls(e)).map((e) => e.outerHTML.slice(0, 120)),
}))((e) => {
	while (e && !["auto", "scroll"].includes(getComputedStyle(e).overflowX)) e = e.parentElement;
	return e !== null;
})`

// opens goes to a page, waits for its words, and looks whether it is sound.
func (p visitor) opens(path, text string) {
	p.t.Helper()
	p.visit(path)
	p.sees(text)
	p.sound(strings.SplitN(path, "/", 3)[1] + " " + text)
}

// sound checks what is on the screen, on a phone and on a desktop: by axe, that
// it is named, headed once, in the right language, and fits the width.
func (p visitor) sound(name string) {
	p.t.Helper()
	p.soundAt(name, apptest.Desktop(), 1280)
	p.soundAt(name, apptest.Phone(), 360)
}

// The screen is made as high as the page before axe looks: what the bar at the
// bottom covers, a person scrolls up, and axe does not.
func (p visitor) soundAt(name string, screen chromedp.Action[chromedp.Void], width int64) {
	p.t.Helper()
	p.do(screen)
	var page bearing
	p.until("the page to be ready", func() bool {
		page = asks[bearing](p, askBearing)
		return len(page.Busy) == 0 && page.Headings == 1 && strings.HasSuffix(page.Title, "Desa Taman Sari")
	})
	if page.Width > page.Room || len(page.Over) > 0 {
		p.t.Errorf("%s at %d px is %d wide: %s", name, width, page.Width, page.Over)
	}
	if page.Language != p.language {
		p.t.Errorf("%s is in %q, want %q", name, page.Language, p.language)
	}
	if key := textKey.FindString(page.Title); key != "" {
		p.t.Errorf("%s has no words for %s", name, key)
	}
	p.do(chromedp.EmulateViewport(width, page.Height))
	apptest.Axe(p.t, p.tab)
	apptest.Shot(p.t, p.tab, strings.Trim(nameless.ReplaceAllString(strings.ToLower(p.language+" "+name), "-"), "-")+fmt.Sprint("-", width))
	p.do(screen)
}
