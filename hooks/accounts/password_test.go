package accounts_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/subscriptions"

	"mdesa/hooks/apptest"
)

const temporary = "sementara-saja-dulu"

// forced is an officer at whose login the admin has just set a password.
func (c counter) forced() place {
	c.t.Helper()
	c.Do("PATCH", path(c.Officer), map[string]any{"password": temporary, "passwordConfirm": temporary}, c.Admin).Want(200)
	answer := c.Do("POST", "/api/collections/officers/auth-with-password",
		map[string]any{"identity": "loket", "password": temporary}, apptest.Guest).Want(200).JSON()
	return place{c, answer["token"].(string), answer["record"].(map[string]any)}
}

func TestAnOfficerWithAPasswordFromTheAdminDoesNothingBeforeChangingIt(t *testing.T) {
	c := start(t)
	p := c.forced()
	if p.record["change_password"] != true {
		t.Error("the login does not say so")
	}
	client := subscriptions.NewDefaultClient()
	c.SubscriptionsBroker().Register(client)
	for _, one := range []struct {
		method, path string
		body         any
	}{
		{"GET", "/api/collections/requests/records", nil},
		{"GET", "/api/collections/services/records", nil},
		{"GET", "/api/collections/hamlets/records", nil},
		{"POST", "/api/collections/documents/records", map[string]any{"name": "KTP"}},
		{"GET", "/api/collections/officers/records", nil},
		{"PATCH", path(c.Officer), map[string]any{"phone": "081234599999"}},
		{"GET", path(c.Secretary), nil},
		{"POST", "/api/accounts/open", map[string]any{"resident": c.Wayan.Id}},
		{"GET", "/api/me/sessions", nil},
		{"POST", "/api/me/sessions/end-others", nil},
		{"POST", "/api/me/email", map[string]any{"email": "loket@desa.example", "password": temporary}},
		{"POST", "/api/me/second-factor", map[string]any{"on": true, "password": temporary}},
		{"POST", "/api/files/token", nil},
		{"POST", "/api/realtime", map[string]any{"clientId": client.Id(), "subscriptions": []string{"desk"}}},
		{"GET", "/api/settings", nil},
	} {
		if got := p.do(one.method, one.path, one.body); got.Status != 403 || got.Key() != "account.change_password" {
			t.Errorf("%s %s: %d %s", one.method, one.path, got.Status, got.Key())
		}
	}
	p.do("GET", path(c.Officer), nil).Want(200)
	p.do("GET", "/api/collections/office/records/"+apptest.OfficeID, nil).Want(200)
	p.do("POST", "/api/collections/officers/auth-refresh", nil).Want(200)
	p.do("POST", "/api/me/logout", nil).Want(204)
}

func TestAPasswordOfOnesOwnOpensTheDesk(t *testing.T) {
	c := start(t)
	p := c.forced()
	answer := p.do("POST", "/api/me/password", map[string]any{"old": temporary, "password": "padi-laut-biru"}).Want(200).JSON()
	if answer["record"].(map[string]any)["change_password"] != false {
		t.Error("still forced")
	}
	p.do("GET", path(c.Officer), nil).WantFault(401, "account.session_ended") // the old token is worthless
	p.token = answer["token"].(string)
	p.do("POST", "/api/accounts/open", map[string]any{"resident": c.Wayan.Id}).Want(200)
	if n := len(p.sessions()); n != 1 {
		t.Errorf("%d sessions", n)
	}
}

func TestTheRecordsAPIChangesThePasswordToo(t *testing.T) {
	c := start(t)
	p := c.forced()
	change := map[string]any{"oldPassword": temporary, "password": "padi-laut-biru", "passwordConfirm": "padi-laut-biru", "change_password": true}
	p.do("PATCH", path(c.Officer), change).Want(200)
	after, err := c.FindRecordById("officers", c.Officer.Id)
	if err != nil || after.GetBool("change_password") {
		t.Error("still forced ", err)
	}
}

func TestAPasswordFromTheAdminIsTemporaryHoweverItIsSet(t *testing.T) {
	c := start(t)
	made := c.Do("POST", "/api/collections/officers/records", map[string]any{
		"username": "baru", "name": "Ni Baru", "title": "Staf", "role": "officer", "active": true, "change_password": false,
		"password": temporary, "passwordConfirm": temporary,
	}, c.Admin).Want(200).JSON()
	if made["change_password"] != true {
		t.Error("a new officer keeps the admin's password")
	}
	c.Do("PATCH", path(c.Officer), map[string]any{"title": "Kasi Pemerintahan"}, c.Admin).Want(200)
	after, err := c.FindRecordById("officers", c.Officer.Id)
	if err != nil || after.GetBool("change_password") {
		t.Error("a new title asks for a new password ", err)
	}
}

func TestWhoIsMadeToChangeThePasswordHearsNothingMore(t *testing.T) {
	c := start(t)
	here := c.enters(c.Officer, "")
	client := subscriptions.NewDefaultClient()
	c.SubscriptionsBroker().Register(client)
	here.do("POST", "/api/realtime", map[string]any{"clientId": client.Id(), "subscriptions": []string{"requests/*"}}).Want(204)
	c.Do("PATCH", path(c.Officer), map[string]any{"change_password": true}, c.Admin).Want(200)
	here.do("GET", "/api/me/sessions", nil).WantFault(403, "account.change_password")
	if !client.IsDiscarded() {
		t.Error("the connection is still open")
	}
}

func TestAnOfficersPasswordIsNotOneThatOthersGuess(t *testing.T) {
	c := start(t)
	here := c.enters(c.HeadOfKaja, "")
	for password, key := range map[string]string{
		"":                "account.password_short",
		"sembilan9":       "account.password_short",
		"Indonesia123":    "account.password_common",
		"Kelian.Kaja":     "account.password_name",
		"i gede pasek":    "account.password_name",
		apptest.Password:  "account.password_same",
		"KELIAN KAJA 123": "account.password_name",
	} {
		c.Store().Remove("web.limit.accounts.own_password")
		got := here.do("POST", "/api/me/password", map[string]any{"old": apptest.Password, "password": password}).Want(400)
		if got.FieldKey("password") != key {
			t.Errorf("%q: %s", password, got.Body)
		}
	}
	for _, actor := range []*core.Record{c.HeadOfKaja, c.Admin} {
		got := c.Do("PATCH", path(c.HeadOfKaja), map[string]any{"oldPassword": apptest.Password, "password": "petugas1234", "passwordConfirm": "petugas1234"}, actor)
		if got.Want(400).FieldKey("password") != "account.password_common" {
			t.Errorf("%s", got.Body)
		}
	}
}

func TestAResidentsPasswordIsNotOneThatOthersGuess(t *testing.T) {
	c := start(t)
	here := c.enters(c.Resident, "")
	for password, key := range map[string]string{
		"12345678": "account.password_common", "5171041705900001": "account.password_name", "iwayansukarta": "account.password_name",
	} {
		got := here.do("POST", "/api/me/password", map[string]any{"old": apptest.Password, "password": password}).Want(400)
		if got.FieldKey("password") != key {
			t.Errorf("%q: %s", password, got.Body)
		}
	}
	answer := here.do("POST", "/api/me/password", map[string]any{"old": apptest.Password, "password": "sawah-88"}).Want(200).JSON()
	place{c, answer["token"].(string), nil}.do("GET", path(c.Resident), nil).Want(200)
	c.login(c.Wayan.GetString("nik"), "sawah-88").Want(200)
}

func TestAChangedPasswordEndsTheOtherSessionsAndKeepsThisOne(t *testing.T) {
	c := start(t)
	shared, other := c.enters(c.Officer, "?shared=1"), c.enters(c.Officer, "")
	answer := shared.do("POST", "/api/me/password", map[string]any{"old": apptest.Password, "password": "padi-laut-biru"}).Want(200).JSON()
	shared.token = answer["token"].(string)
	if list := shared.sessions(); len(list) != 1 || list[0]["shared"] != true {
		t.Errorf("sessions: %v", list)
	}
	other.do("GET", "/api/me/sessions", nil).Want(401)
}

func TestTheOldPasswordCannotBeGuessedAtAnOpenDesk(t *testing.T) {
	c := start(t)
	here := c.enters(c.Officer, "")
	guess := map[string]any{"old": "salah-sama-sekali", "password": "padi-laut-biru"}
	for range 8 {
		if got := here.do("POST", "/api/me/password", guess).Want(400).FieldKey("old"); got != "account.old_password" {
			t.Fatal(got)
		}
	}
	guess["old"] = apptest.Password
	here.do("POST", "/api/me/password", guess).WantFault(429, "account.too_many_tries")
}
