package pages_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// patience is how long a visitor waits for the page before giving up.
const patience = time.Minute

// visitor is a person in front of the pages. They find things as people do: by
// the words that stand on them.
type visitor struct {
	village
	tab      context.Context
	language string
}

// visitor opens a browser of their own for a person, with a screen of that size.
func (v village) visitor(screen chromedp.Action[chromedp.Void]) visitor {
	v.t.Helper()
	p := visitor{v, apptest.Browser(v.t), "id"}
	p.do(screen)
	return p
}

func (p visitor) do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.tab, actions...); err != nil {
		p.t.Fatal(err)
	}
}

// as logs the visitor in without typing: the login is put where the pages keep
// it, from an address with their origin and nothing to load.
func (p visitor) as(actor *core.Record) visitor {
	p.t.Helper()
	collection := actor.Collection().Name
	login := p.Do("POST", "/api/collections/"+collection+"/auth-refresh", nil, actor).Want(200).Body
	door := map[string]string{"accounts": "mdesa-resident", "officers": "mdesa-staff"}[collection]
	p.visit("/api/health")
	p.eval(fmt.Sprintf(`localStorage.setItem(%q, %s); sessionStorage.removeItem("mdesa-language")`, door, quoted(string(login))))
	return p
}

func (p visitor) visit(path string) {
	p.t.Helper()
	p.do(chromedp.Navigate(p.URL + path))
}

func (p visitor) eval(script string) {
	p.t.Helper()
	p.do(chromedp.Evaluate[chromedp.Void](script))
}

// asks is what a script in the page answers; empty while the page is changing.
func asks[T any](p visitor, script string) (answer T) {
	answer, _ = chromedp.Run(p.tab, chromedp.Evaluate[T](script))
	return answer
}

// until waits for something and says what did not come, and what stood there instead.
func (p visitor) until(what string, holds func() bool) {
	p.t.Helper()
	wait := 10 * time.Millisecond
	for end := time.Now().Add(patience); !holds(); time.Sleep(wait) {
		wait = min(wait*3/2, 100*time.Millisecond) // asking takes the page's time
		if time.Now().After(end) || p.tab.Err() != nil {
			apptest.Shot(p.t, p.tab, "failed")
			p.t.Fatalf("waited in vain for %s at %s, which shows:\n%s", what, asks[string](p, "location.href"), p.shown())
		}
	}
}

// shown is what can be read on the page, each space a plain one.
func (p visitor) shown() string {
	return strings.Join(strings.Fields(asks[string](p, "document.body.innerText")), " ")
}

func (p visitor) sees(texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		p.until(fmt.Sprintf("%q", text), func() bool { return strings.Contains(p.shown(), text) })
	}
}

// at waits for the page with that heading.
func (p visitor) at(heading string) {
	p.t.Helper()
	p.until("the page "+heading, func() bool {
		return strings.Contains(strings.Join(strings.Fields(asks[string](p, `document.querySelector("h1")?.textContent ?? ""`)), " "), heading)
	})
}

// finder looks for something named, in the topmost dialog if one is open: first
// what is called exactly so, then what contains the name; the page before its frame.
const finder = `((kinds, name) => {
	const root = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
	const called = (e) => (e.ariaLabel || e.textContent).replace(/\s+/g, " ").trim();
	const all = [...root.querySelectorAll(kinds)].filter((e) => e.checkVisibility({ visibilityProperty: true }));
	const own = all.filter((e) => e.closest("main, dialog"));
	return own.find((e) => called(e) === name) ?? all.find((e) => called(e) === name)
		?? own.find((e) => called(e).includes(name)) ?? all.find((e) => called(e).includes(name));
})`

// spot is where a thing can be pressed; Clear, when nothing lies over it.
type spot struct {
	X, Y  float64
	Clear bool
}

const reached = `((e) => {
	if (!e) return { Clear: false };
	e.scrollIntoView({ block: "center", behavior: "instant" });
	const { x, y, width, height } = e.getClientRects()[0];
	const spot = { X: x + width / 2, Y: y + height / 2 };
	return { ...spot, Clear: e.contains(document.elementFromPoint(spot.X, spot.Y)) };
})`

// press presses a button, link or choice, once it stands still and uncovered and
// no other page is on its way.
func (p visitor) press(name string) {
	p.t.Helper()
	script := fmt.Sprintf("%s(document.querySelector('main[aria-busy]') ? null : %s(%q, %s))", reached, finder, "a[href], button, summary, label", quoted(name))
	var last spot
	p.until(fmt.Sprintf("%q to press", name), func() bool {
		before := last
		last = asks[spot](p, script)
		return last.Clear && last == before
	})
	p.do(chromedp.MouseClickXY(last.X, last.Y))
}

// fill writes into the field with that label, over what stands there.
func (p visitor) fill(label, text string) {
	p.t.Helper()
	focus := fmt.Sprintf(`(() => { const field = document.getElementById(%s("label", %s)?.htmlFor); field?.focus(); field?.select(); return field === document.activeElement; })()`,
		finder, quoted(label))
	p.until(fmt.Sprintf("the field %q", label), func() bool { return asks[bool](p, focus) })
	if _, err := chromedp.Call(p.tab, input.InsertText, input.InsertTextParams{Text: text}); err != nil {
		p.t.Fatal(err)
	}
}

// pick chooses from the list with that label.
func (p visitor) pick(label, option string) {
	p.t.Helper()
	choose := fmt.Sprintf(`(() => {
		const list = document.getElementById(%s("label", %s)?.htmlFor);
		const one = [...list?.options ?? []].find((o) => o.text.trim() === %s);
		if (!one) return false;
		list.value = one.value;
		return list.dispatchEvent(new Event("change", { bubbles: true }));
	})()`, finder, quoted(label), quoted(option))
	p.until(fmt.Sprintf("%q in the list %q", option, label), func() bool { return asks[bool](p, choose) })
}

// attach gives files to the file field with that id.
func (p visitor) attach(id string, files ...string) {
	p.t.Helper()
	p.do(chromedp.SetUploadFiles(chromedp.CSS(fmt.Sprintf(`[id="%s"]`, id)), files))
}

func quoted(text string) string {
	raw, _ := json.Marshal(text) // a string can always be written
	return string(raw)
}
