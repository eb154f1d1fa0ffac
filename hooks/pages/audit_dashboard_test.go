package pages_test

import (
	"regexp"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"mdesa/hooks/apptest"
)

func TestTheDashboardAsksOnceWhyAndTellsTheTrail(t *testing.T) {
	v := start(t)
	d := newDashboard(v)
	d.open("residents", v.Wayan.Id)
	d.press("#mdesa-purpose-kind")
	apptest.Shot(t, d.tab, "dashboard-purpose")
	d.eval(`(kind => { kind.value = "other"; kind.dispatchEvent(new Event("change")) })(document.querySelector("#mdesa-purpose-kind"))`)
	d.eval(`document.querySelector("#mdesa-purpose-note").value = "Perbaikan NIK ganda"; document.querySelector("form#mdesa-purpose").requestSubmit()`)
	d.sees(`[...document.querySelectorAll("input, textarea")].some(i => i.value === "I Wayan Sukarta") ? "there" : ""`)
	if noted := v.Noted(0); !slices.Contains(noted, v.Admin.Id+" view other "+v.Wayan.Id) {
		t.Error(noted)
	}
	d.eval(`location.hash = "#/collections?collection=residents"`)
	if kept := d.sees(`sessionStorage.getItem("mdesa-purpose")`); kept != `{"kind":"other","note":"Perbaikan NIK ganda"}` {
		t.Error("for the rest of the session it keeps ", kept)
	}
	d.sees(`document.body.textContent.includes("I Made Artana") ? "listed" : ""`)
	if asked := d.sees(`document.querySelector(".mdesa-purpose") ? "asked" : "not asked"`); asked != "not asked" {
		t.Error("it asks again")
	}
	for _, line := range v.Noted(0) {
		if regexp.MustCompile(` admin `).MatchString(line) {
			t.Error("without a purpose: ", line)
		}
	}
}

func TestAnAdminWhoSaysNothingGetsTheDataAllTheSame(t *testing.T) {
	v := start(t)
	d := newDashboard(v)
	d.open("residents", v.Wayan.Id)
	d.press(".mdesa-purpose .btn.transparent")
	d.sees(`[...document.querySelectorAll("input, textarea")].some(i => i.value === "I Wayan Sukarta") ? "there" : ""`)
	if noted := v.Noted(0); !slices.Contains(noted, v.Admin.Id+" view admin "+v.Wayan.Id) {
		t.Error(noted)
	}
}

func TestTheHomeOfTheDashboardIsNoLookAtPeople(t *testing.T) {
	v := start(t)
	v.File()
	d := openDashboard(v)
	d.do(chromedp.Navigate(v.URL + "/_/"))
	d.sees(tiles)
	d.sees(`document.querySelector(".mdesa-checklist a") ? "checked" : ""`)
	if noted := v.Noted(0); len(noted) != 0 {
		t.Error(noted)
	}
}
