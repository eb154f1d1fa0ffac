package accounts_test

import (
	"sync"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/subscriptions"

	"mdesa/hooks/apptest"
)

// ended is a place whose session was ended a moment ago, with a file token from
// before.
func (c counter) ended(person *core.Record) (p place, fileToken string) {
	c.t.Helper()
	p = c.enters(person, "")
	fileToken = p.do("POST", "/api/files/token", nil).Want(200).JSON()["token"].(string)
	p.do("POST", "/api/me/logout", nil).Want(204)
	return p, fileToken
}

func TestTheTokenOfAnEndedSessionOpensNothing(t *testing.T) {
	c := start(t)
	for _, person := range []*core.Record{c.Resident, c.Officer} {
		p, _ := c.ended(person)
		for _, one := range []struct{ method, path string }{
			{"GET", path(person)},
			{"PATCH", path(person)},
			{"POST", "/api/collections/" + person.Collection().Name + "/auth-refresh"},
			{"GET", "/api/collections/requests/records"},
			{"GET", "/api/collections/letters/records"},
			{"POST", "/api/collections/requests/records"},
			{"GET", "/api/collections/residents/records"},
			{"POST", "/api/files/token"},
			{"POST", "/api/realtime"},
			{"GET", "/api/me/sessions"},
			{"POST", "/api/me/logout"},
			{"POST", "/api/me/password"},
			{"POST", "/api/accounts/open"},
		} {
			if got := p.do(one.method, one.path, map[string]any{"phone": "081234599999"}); got.Status != 401 || got.Key() != "account.session_ended" {
				t.Errorf("%s %s: %d %s", one.method, one.path, got.Status, got.Key())
			}
		}
	}
}

// PocketBase takes such a token for none at all: a guest's list is empty.
func TestATokenFromBeforeANewPasswordSaysThatItsSessionHasEnded(t *testing.T) {
	c := start(t)
	old := c.enters(c.Resident, "")
	resident, err := c.FindRecordById("accounts", c.Resident.Id)
	if err != nil {
		t.Fatal(err)
	}
	resident.SetPassword("padi-laut-biru")
	if err := c.Save(resident); err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct{ method, path string }{
		{"GET", "/api/collections/requests/records"},
		{"GET", "/api/me/sessions"},
		{"POST", "/api/collections/accounts/auth-refresh"},
	} {
		old.do(one.method, one.path, nil).WantFault(401, "account.session_ended")
	}
	old.do("GET", "/api/collections/services/records", nil).Want(200)
	resident.Set("active", false)
	if err := c.Save(resident); err != nil {
		t.Fatal(err)
	}
	old.do("POST", "/api/collections/accounts/auth-with-password",
		map[string]any{"identity": resident.GetString("nik"), "password": "padi-laut-biru"}).WantFault(403, "account.closed")
}

func TestWhatAnybodyMaySeeStaysOpenWithAnOldToken(t *testing.T) {
	c := start(t)
	p, _ := c.ended(c.Resident)
	for _, open := range []string{"/api/collections/services/records", "/api/collections/office/records/" + apptest.OfficeID, "/api/health"} {
		p.do("GET", open, nil).Want(200)
	}
	again := p.do("POST", "/api/collections/accounts/auth-with-password",
		map[string]any{"identity": c.Wayan.GetString("nik"), "password": apptest.Password}).Want(200).JSON()
	place{c, again["token"].(string), nil}.do("GET", path(c.Resident), nil).Want(200)
}

func TestATokenFromBeforeThereWereSessionsIsRefused(t *testing.T) {
	c := start(t)
	for _, person := range []*core.Record{c.Resident, c.HeadOfKaja} {
		token, err := person.NewAuthToken()
		if err != nil {
			t.Fatal(err)
		}
		place{c, token, nil}.do("GET", path(person), nil).WantFault(401, "account.session_ended")
	}
	c.Do("GET", path(c.Officer), nil, c.Admin).Want(200) // superusers are PocketBase's
}

func TestATokenCountsForTheSessionOfItsOwnerOnly(t *testing.T) {
	c := start(t)
	mine, theirs := c.enters(c.Resident, ""), c.enters(c.Neighbour, "")
	_, err := c.NonconcurrentDB().Update("sessions", dbx.Params{"login": c.Neighbour.Id}, dbx.HashExp{"id": mine.id()}).Execute()
	if err != nil {
		t.Fatal(err)
	}
	c.Store().Remove("accounts.sessions")
	mine.do("GET", path(c.Resident), nil).WantFault(401, "account.session_ended")
	theirs.do("GET", path(c.Neighbour), nil).Want(200)
}

func TestAFileTokenEndsWithItsSession(t *testing.T) {
	c := start(t)
	paper := c.Do("POST", "/api/collections/documents/records", apptest.Form{
		Fields: map[string]string{"name": "KTP", "kind": "ktp", "account": c.Resident.Id},
		Files:  []apptest.File{{Field: "file", Name: "ktp.pdf", Body: []byte("%PDF-1.4\n%%EOF\n")}},
	}, c.Admin).Want(200).JSON()
	file := "/api/files/documents/" + paper["id"].(string) + "/" + paper["file"].(string) + "?token="
	here := c.enters(c.Resident, "")
	token := here.do("POST", "/api/files/token", nil).Want(200).JSON()["token"].(string)
	c.Do("GET", file+token, nil, apptest.Guest).Want(200)
	bare, err := c.Resident.NewFileToken()
	if err != nil {
		t.Fatal(err)
	}
	c.Do("GET", file+bare, nil, apptest.Guest).WantFault(401, "account.session_ended")
	here.do("POST", "/api/me/logout", nil).Want(204)
	c.Do("GET", file+token, nil, apptest.Guest).WantFault(401, "account.session_ended")
	c.Do("GET", file, nil, apptest.Guest).Want(404)
	admins := c.Do("POST", "/api/files/token", nil, c.Admin).Want(200).JSON()["token"].(string)
	c.Do("GET", file+admins, nil, apptest.Guest).Want(200)
}

func TestAnEndedSessionHearsNothingMore(t *testing.T) {
	c := start(t)
	lost, kept := c.enters(c.Resident, ""), c.enters(c.Resident, "")
	listen := func(p place) subscriptions.Client {
		client := subscriptions.NewDefaultClient()
		c.SubscriptionsBroker().Register(client)
		p.do("POST", "/api/realtime", map[string]any{"clientId": client.Id(), "subscriptions": []string{"requests/*"}}).Want(204)
		return client
	}
	atLost, atKept := listen(lost), listen(kept)
	kept.do("POST", "/api/me/sessions/end-others", nil).Want(200)
	if !atLost.IsDiscarded() {
		t.Error("the ended session still listens")
	}
	if atKept.IsDiscarded() {
		t.Error("the other one was cut off, too")
	}
}

// A page that nobody looks at connects again by itself: that is not use.
func TestListeningDoesNotKeepASharedComputerLoggedIn(t *testing.T) {
	c := start(t)
	shared := c.enters(c.Officer, "?shared=1")
	id := shared.id()
	c.ago(id, 14*time.Minute, 14*time.Minute)
	client := subscriptions.NewDefaultClient()
	c.SubscriptionsBroker().Register(client)
	shared.do("POST", "/api/realtime", map[string]any{"clientId": client.Id(), "subscriptions": []string{}}).Want(204)
	c.tidy()
	if got := c.session(id).GetDateTime("last_seen"); got.Time().After(c.session(id).GetDateTime("created").Time()) {
		t.Errorf("last seen %s", got)
	}
}

func TestASessionThatEndsWhileItIsReadStaysEnded(t *testing.T) {
	c := start(t)
	for range 20 {
		here, other := c.enters(c.Resident, ""), c.enters(c.Resident, "")
		id := here.id()
		c.Store().Remove("accounts.sessions")
		var both sync.WaitGroup
		both.Go(func() { here.do("GET", path(c.Resident), nil) })
		both.Go(func() { other.do("POST", "/api/me/sessions/"+id+"/end", nil) })
		both.Wait()
		here.do("GET", path(c.Resident), nil).WantFault(401, "account.session_ended")
		other.do("POST", "/api/me/logout", nil).Want(204)
		c.Store().Remove("web.limit.accounts.login")
		c.Store().Remove("web.limit.accounts.login_device")
	}
}
