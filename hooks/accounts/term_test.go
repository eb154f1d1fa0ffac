package accounts_test

import (
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/office"
)

// day is so many days from today, in the office's zone.
func (c counter) day(n int) string {
	c.t.Helper()
	today, err := time.Parse(time.DateOnly, office.Today(c))
	if err != nil {
		c.t.Fatal(err)
	}
	return today.AddDate(0, 0, n).Format(time.DateOnly)
}

func (c counter) term(officer *core.Record, from, until string) *apptest.Response {
	c.t.Helper()
	return c.Do("PATCH", path(officer), map[string]any{"term_from": from, "term_until": until}, c.Admin)
}

func (c counter) knocks(officer *core.Record) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/collections/officers/auth-with-password",
		map[string]any{"identity": officer.GetString("username"), "password": apptest.Password}, apptest.Guest)
}

func TestAnOfficerLogsInDuringTheTermOnly(t *testing.T) {
	c := start(t)
	for _, one := range []struct {
		from, until string
		fault       string
	}{
		{"", "", ""},
		{c.day(0), c.day(0), ""}, // both days count
		{c.day(-800), "", ""},
		{"", c.day(1), ""},
		{c.day(1), "", "officer.term_ahead"},
		{"", c.day(-1), "officer.term_over"},
		{c.day(-10), c.day(-1), "officer.term_over"},
	} {
		c.term(c.HeadOfKaja, one.from, one.until).Want(200)
		if got := c.knocks(c.HeadOfKaja); got.Key() != one.fault {
			t.Errorf("from %q until %q: %d %s", one.from, one.until, got.Status, got.Key())
		}
	}
}

func TestATermEndsTheRunningSessions(t *testing.T) {
	c := start(t)
	here := c.enters(c.HeadOfKaja, "")
	here.do("GET", path(c.HeadOfKaja), nil).Want(200)
	c.term(c.HeadOfKaja, "", c.day(-1)).Want(200)
	here.do("GET", path(c.HeadOfKaja), nil).WantFault(403, "officer.term_over")
	here.do("POST", "/api/collections/officers/auth-refresh", nil).WantFault(403, "officer.term_over")
}

func TestAfterTheTermTheLoginIsSwitchedOffByItself(t *testing.T) {
	c := start(t)
	here := c.enters(c.HeadOfKaja, "")
	id := here.id()
	c.term(c.HeadOfKaja, "", c.day(-1)).Want(200)
	c.term(c.Officer, "", c.day(0)).Want(200)
	for _, job := range c.Cron().Jobs() {
		if job.Id() == "accounts-terms" {
			job.Run()
		}
	}
	for officer, active := range map[*core.Record]bool{c.HeadOfKaja: false, c.Officer: true, c.Secretary: true} {
		after, err := c.FindRecordById("officers", officer.Id)
		if err != nil || after.GetBool("active") != active {
			t.Errorf("%s is active: %v", officer.GetString("name"), !active)
		}
	}
	if got := c.session(id).GetString("ended_by"); got != "term" {
		t.Errorf("the session ended by %q", got)
	}
	c.knocks(c.HeadOfKaja).WantFault(403, "officer.term_over") // still says why
	c.Do("PATCH", path(c.HeadOfKaja), map[string]any{"term_until": c.day(365), "active": true}, c.Admin).Want(200)
	c.knocks(c.HeadOfKaja).Want(200)
}

func TestATermIsOneThatCanBe(t *testing.T) {
	c := start(t)
	for _, one := range []struct{ from, until, field, fault string }{
		{"2026-06-01", "2026-05-31", "term_until", "officer.term_order"},
		{"1 Juni 2026", "", "term_from", "officer.term_day"},
		{"", "2026-02-30", "term_until", "officer.term_day"},
	} {
		if got := c.term(c.HeadOfKaja, one.from, one.until).Want(400).FieldKey(one.field); got != one.fault {
			t.Errorf("from %q until %q: %s", one.from, one.until, got)
		}
	}
}
