package hooks_test

import (
	"regexp"
	"strings"

	"github.com/chromedp/chromedp"

	"mdesa/hooks/apptest"
)

// textKey is a text that nobody wrote: the page shows its key instead.
var textKey = regexp.MustCompile(`\b[a-z_]+\.[a-z_]+\b`)

// facts are what a page says about itself.
type facts struct {
	Title, Language string
	Headings        int
	Wide, Room      float64
	Busy, Cut       []string
}

const askFacts = `({
	Title: document.title, Language: document.documentElement.lang,
	Headings: document.querySelectorAll("h1").length,
	Wide: document.scrollingElement.scrollWidth, Room: innerWidth,
	Busy: [...document.querySelectorAll(".spinner")].map((e) => e.parentElement.textContent.trim()),
	Cut: [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility() && !e.closest(".scroll, .viewer-frame") && e.getBoundingClientRect().right > innerWidth + 1)
		.map((e) => e.outerHTML.slice(0, 120)),
})`

// opens goes to a page, waits for its words, and looks whether it is sound.
func (p visitor) opens(path, text string) {
	p.t.Helper()
	p.visit(path)
	p.sees(text)
	p.sound(path)
}

// sound checks what is on the screen, on a phone and on a desktop: by axe, that
// it is named, headed once, in the right language, and fits the width.
func (p visitor) sound(name string) {
	p.t.Helper()
	name = strings.Trim(strings.NewReplacer("/", "_", "?", "_", "#", "_", "=", "_").Replace(name), "_")
	for width, screen := range map[string]chromedp.Action[chromedp.Void]{"360": apptest.Phone(), "1280": apptest.Desktop()} {
		p.do(screen)
		var page facts
		p.until("the page to be ready", func() bool {
			page = asks[facts](p, askFacts)
			return len(page.Busy) == 0 && page.Headings == 1 && strings.HasSuffix(page.Title, "Desa Taman Sari")
		})
		if page.Wide > page.Room || len(page.Cut) > 0 {
			p.t.Errorf("%s at %s px is %g wide: %s", name, width, page.Wide, page.Cut)
		}
		if page.Language != p.language {
			p.t.Errorf("%s is in %q, want %q", name, page.Language, p.language)
		}
		if key := textKey.FindString(page.Title); key != "" {
			p.t.Errorf("%s has no words for %s", name, key)
		}
		apptest.Axe(p.t, p.tab)
		apptest.Shot(p.t, p.tab, p.language+"-"+name+"-"+width)
	}
	p.do(apptest.Phone())
}
