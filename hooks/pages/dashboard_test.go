package pages_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// dashboard is PocketBase's admin UI in a browser, with the admin logged in.
type dashboard struct {
	village
	tab context.Context
}

func openDashboard(v village) dashboard {
	v.t.Helper()
	d := newDashboard(v)
	// asked why already, and not answered
	answered := page.AddScriptToEvaluateOnNewDocumentParams{Source: "try { sessionStorage.setItem('mdesa-purpose', '{}') } catch {}"}
	if _, err := chromedp.Call(d.tab, page.AddScriptToEvaluateOnNewDocument, answered); err != nil {
		v.t.Fatal(err)
	}
	return d
}

// newDashboard asks why one opens residents' data.
func newDashboard(v village) dashboard {
	v.t.Helper()
	login, err := json.Marshal(map[string]any{"token": v.Login(v.Admin), "record": v.Admin})
	if err != nil {
		v.t.Fatal(err)
	}
	d := dashboard{v, apptest.Browser(v.t)}
	d.do(apptest.Desktop(), chromedp.Navigate(v.URL+"/api/health"))
	d.eval(fmt.Sprintf("localStorage.setItem('__pb_superusers__/_', %q)", login))
	return d
}

func (d dashboard) do(steps ...chromedp.Action[chromedp.Void]) {
	d.t.Helper()
	if err := chromedp.Do(d.tab, steps...); err != nil {
		d.t.Fatal(err)
	}
}

func (d dashboard) eval(script string) { d.t.Helper(); d.do(chromedp.Evaluate[chromedp.Void](script)) }

// sees waits until the script gives something true, and returns it.
func (d dashboard) sees(script string) string {
	d.t.Helper()
	seen, err := chromedp.Run(d.tab, chromedp.Poll[string](script, chromedp.WithPollingTimeout(patience)))
	if err != nil {
		apptest.Shot(d.t, d.tab, "dashboard-failed")
		d.t.Fatal(script, ": ", err)
	}
	return seen
}

func (d dashboard) open(collection, id string) {
	d.t.Helper()
	d.do(chromedp.Navigate("about:blank"), chromedp.Navigate(d.URL+"/_/#/collections?collection="+collection+"&record="+id))
}

// press clicks what a selector finds, once it is there.
func (d dashboard) press(selector string) {
	d.t.Helper()
	d.sees(fmt.Sprintf(`document.querySelector(%q) ? "there" : ""`, selector))
	d.eval(fmt.Sprintf(`document.querySelector(%q).click()`, selector))
}

func (d dashboard) answer(note string) {
	d.t.Helper()
	d.press("#mdesa-note")
	d.eval(fmt.Sprintf(`document.querySelector("#mdesa-note").value = %q; document.querySelector("#mdesa-ask").requestSubmit()`, note))
}

const tiles = `document.querySelectorAll(".mdesa-tile").length ? [...document.querySelectorAll(".mdesa-tile strong")].map(n => n.textContent).join(" ") : ""`

func TestTheDashboardOpensWithWhatWaits(t *testing.T) {
	v := start(t)
	v.File()
	v.ToSign()
	v.Signed()
	v.failedJob("deadlines", "database disk image is malformed")
	d := openDashboard(v)
	d.do(chromedp.Navigate(v.URL + "/_/"))
	// hamlet heads, officers, secretary, village head, applicants, overdue, letters of the month
	if got := d.sees(tiles); got != "1 0 0 1 0 0 1" {
		t.Errorf("the queues are %s", got)
	}
	if got := d.sees(`document.querySelector(".mdesa-cause")?.textContent`); !strings.Contains(got, "malformed") {
		t.Errorf("the failed job says %q", got)
	}
	links := d.sees(`[...document.querySelectorAll(".mdesa-checklist a")].map(a => decodeURIComponent(a.hash)).join(" ")`)
	for _, link := range []string{"#/collections?collection=office&record=mdesa0000office", "#/settings/backups", "#/settings/mail"} {
		if !strings.Contains(links, link) {
			t.Errorf("the checklist does not lead to %s: %s", link, links)
		}
	}
	apptest.Shot(t, d.tab, "dashboard-home")
}

func TestTheChecklistAsksOnceWhoOfficersAreInTheRegister(t *testing.T) {
	v := start(t)
	d := openDashboard(v)
	const asked = `decodeURIComponent([...document.querySelectorAll(".mdesa-checklist a")].find(a => a.hash.includes("lives_elsewhere"))?.hash ?? "")`
	d.do(chromedp.Navigate(v.URL + "/_/"))
	if link := d.sees(asked); !strings.Contains(link, "collection=officers") || !strings.Contains(link, `resident = ""`) {
		t.Error("it leads to ", link)
	}
	officers, err := v.FindAllRecords("officers")
	if err != nil {
		t.Fatal(err)
	}
	for _, officer := range officers {
		officer.Set("lives_elsewhere", officer.Id != v.Officer.Id)
		if officer.Id == v.Officer.Id {
			officer.Set("resident", v.Made.Id)
		}
		if err := v.Save(officer); err != nil {
			t.Fatal(err)
		}
	}
	d.do(chromedp.Navigate("about:blank"), chromedp.Navigate(v.URL+"/_/"))
	d.sees(`document.querySelector(".mdesa-checklist a") ? "checked" : ""`)
	d.sees(asked + ` ? "" : "asks no more"`)
}

func (v village) failedJob(message, why string) {
	v.t.Helper()
	log := &core.Log{Level: 8, Message: message}
	log.MarkAsNew()
	log.Id = core.GenerateDefaultRandomId()
	log.Data = map[string]any{"error": why}
	if err := v.AuxSave(log); err != nil {
		v.t.Fatal(err)
	}
}

func TestTheAdminBacksUpFromTheHomePage(t *testing.T) {
	v := start(t)
	d := openDashboard(v)
	d.do(chromedp.Navigate(v.URL + "/_/"))
	d.press(".mdesa-aside section:nth-child(2) button")
	d.sees(`document.querySelector(".mdesa-aside section:nth-child(2) .mdesa-fault") || !document.querySelector(".mdesa-aside section:nth-child(2) p") ? "" : "made"`)
	files, err := v.NewBackupsFilesystem()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = files.Close() }()
	if kept, err := files.List(""); err != nil || len(kept) != 1 {
		t.Errorf("%d backups, %v", len(kept), err)
	}
}

func TestTheAdminReturnsARequestFromItsRecord(t *testing.T) {
	v := start(t)
	id := v.File()
	d := openDashboard(v)
	d.open("requests", id)
	d.press(".mdesa-panel .mdesa-buttons button")
	d.press(`.mdesa-ask input[value="attachments.ktp"]`)
	d.answer("Foto KTP terpotong.")
	d.sees(`document.querySelectorAll(".mdesa-events li").length === 2 ? "returned" : ""`)
	request, err := v.FindRecordById("requests", id)
	if err != nil {
		t.Fatal(err)
	}
	if got := request.GetString("status"); got != "returned" {
		t.Errorf("the request is %s", got)
	}
	event, err := v.FindFirstRecordByFilter("request_events", "request = '"+id+"' && action = 'return'")
	if err != nil {
		t.Fatal(err)
	}
	if asked := event.GetString("data"); !strings.Contains(asked, `"ktp"`) {
		t.Errorf("the return asks for %s", asked)
	}
}

func TestTheAdminRevokesALetterFromItsRecord(t *testing.T) {
	v := start(t)
	letter := v.Signed()
	d := openDashboard(v)
	d.open("letters", letter.Id)
	d.press(".mdesa-panel .mdesa-buttons button.danger")
	d.answer("Nama pemegang salah tulis.")
	d.sees(`document.querySelector(".mdesa-panel")?.textContent.includes("salah tulis") ? "revoked" : ""`)
	v.Do("GET", "/api/letters/verify/"+letter.GetString("code"), nil, nil).Want(200)
	if got := v.Do("GET", "/api/letters/verify/"+letter.GetString("code"), nil, nil).JSON()["state"]; got != "revoked" {
		t.Errorf("the letter is %v", got)
	}
}

func TestTheLetterFollowsItsTemplate(t *testing.T) {
	d := openDashboard(start(t))
	d.open("services", d.Service("domicile").Id)
	d.press(".modal-footer .btn:has(.ri-file-search-line)")
	first := d.sees(`document.querySelector(".mdesa-letter iframe")?.src`)
	if !strings.HasPrefix(first, "blob:") {
		t.Errorf("the letter is shown from %s", first)
	}
	d.types("Diketahui. ")
	d.sees(fmt.Sprintf(`(src => src && src !== %q ? src : "")(document.querySelector(".mdesa-letter iframe")?.src)`, first))
	d.types("{{resident.nmae}} ")
	if got := d.sees(`document.querySelector(".mdesa-letter li")?.textContent`); !strings.Contains(got, "resident.name") {
		t.Errorf("the problem reads %q", got)
	}
	apptest.Shot(t, d.tab, "dashboard-preview")
}

// types writes at the beginning of the template, as a person would.
func (d dashboard) types(words string) {
	d.t.Helper()
	d.sees(`window.tinymce?.get()[0]?.initialized ? "ready" : ""`)
	d.eval(fmt.Sprintf(`(editor => { editor.focus(); editor.selection.setCursorLocation(editor.getBody().firstChild, 0);
		editor.insertContent(%q); editor.fire("change") })(tinymce.get()[0])`, words))
}
