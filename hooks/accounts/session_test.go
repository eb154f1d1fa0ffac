package accounts_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/apptest"
)

const phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36"

// place is somewhere a person is logged in: what they ask from there carries
// its token.
type place struct {
	counter
	token  string
	record map[string]any
}

// enters logs a person in as the page does.
func (c counter) enters(person *core.Record, query string) place {
	c.t.Helper()
	identity := person.GetString("nik") + person.GetString("username")
	answer := c.Do("POST", "/api/collections/"+person.Collection().Name+"/auth-with-password"+query,
		map[string]any{"identity": identity, "password": apptest.Password}, apptest.Guest,
		apptest.Header{Name: proxyHeader, Value: c.address}, apptest.Header{Name: "User-Agent", Value: phone}).Want(200).JSON()
	return place{c, answer["token"].(string), answer["record"].(map[string]any)}
}

func (p place) do(method, path string, body any) *apptest.Response {
	p.t.Helper()
	return p.Do(method, path, body, apptest.Guest, apptest.Header{Name: "Authorization", Value: p.token})
}

func (p place) sessions() []map[string]any {
	p.t.Helper()
	var list struct{ Items []map[string]any }
	p.do("GET", "/api/me/sessions", nil).Want(200).Into(&list)
	return list.Items
}

// id is that of the session at this place.
func (p place) id() string {
	p.t.Helper()
	return p.sessions()[0]["id"].(string)
}

// ago moves a session back in time, as if it had begun and been used then.
func (c counter) ago(id string, begun, seen time.Duration) {
	c.t.Helper()
	c.Store().Remove("accounts.sessions") // as after a restart
	_, err := c.NonconcurrentDB().Update("sessions", dbx.Params{
		"created":   types.NowDateTime().Add(-begun).String(),
		"last_seen": types.NowDateTime().Add(-seen).String(),
	}, dbx.HashExp{"id": id}).Execute()
	if err != nil {
		c.t.Fatal(err)
	}
}

func (c counter) session(id string) *core.Record {
	c.t.Helper()
	record, err := c.FindRecordById("sessions", id)
	if err != nil {
		c.t.Fatal(err)
	}
	return record
}

func TestPeopleSeeWhereTheyAreLoggedIn(t *testing.T) {
	c := start(t)
	for _, person := range []*core.Record{c.Resident, c.Officer} {
		atHome := c.enters(person, "")
		c.address = "203.0.113.9"
		atOffice := c.enters(person, "?shared=1")
		list := atOffice.sessions()
		if len(list) != 2 {
			t.Fatalf("%d sessions", len(list))
		}
		here, there := list[0], list[1]
		if here["current"] != true || here["shared"] != true || here["address"] != "203.0.113.9" || here["agent"] != "Chrome di Android" {
			t.Errorf("here: %v", here)
		}
		if there["current"] != false || there["shared"] != false || there["by_admin"] != false {
			t.Errorf("there: %v", there)
		}
		if own := atHome.sessions(); own[0]["id"] != there["id"] {
			t.Errorf("at home the first is %v", own[0])
		}
	}
}

func TestASessionCanBeEndedFromAnother(t *testing.T) {
	c := start(t)
	for _, person := range []*core.Record{c.Resident, c.HeadOfKaja} {
		mine, lost := c.enters(person, ""), c.enters(person, "")
		id := lost.id()
		mine.do("POST", "/api/me/sessions/"+id+"/end", nil).Want(http.StatusNoContent)
		lost.do("GET", path(person), nil).WantFault(401, "account.session_ended")
		mine.do("GET", path(person), nil).Want(200)
		if got := c.session(id).GetString("ended_by"); got != "another" {
			t.Errorf("ended by %q", got)
		}
		if n := len(mine.sessions()); n != 1 {
			t.Errorf("%d sessions are listed", n)
		}
		mine.do("POST", "/api/me/sessions/"+id+"/end", nil).WantFault(404, "account.no_session")
	}
}

func TestAllOtherSessionsCanBeEndedAtOnce(t *testing.T) {
	c := start(t)
	mine, one, two := c.enters(c.Officer, ""), c.enters(c.Officer, ""), c.enters(c.Officer, "")
	another := c.enters(c.Secretary, "")
	if got := mine.do("POST", "/api/me/sessions/end-others", nil).Want(200).JSON()["ended"]; got != 2.0 {
		t.Errorf("%v ended", got)
	}
	for _, place := range []place{one, two} {
		place.do("GET", path(c.Officer), nil).WantFault(401, "account.session_ended")
	}
	mine.do("GET", path(c.Officer), nil).Want(200)
	another.do("GET", path(c.Secretary), nil).Want(200)
}

func TestLoggingOutEndsTheSessionOnTheServer(t *testing.T) {
	c := start(t)
	here := c.enters(c.Resident, "")
	id := here.id()
	here.do("POST", "/api/me/logout", nil).Want(http.StatusNoContent)
	here.do("GET", path(c.Resident), nil).WantFault(401, "account.session_ended")
	if got := c.session(id).GetString("ended_by"); got != "self" {
		t.Errorf("ended by %q", got)
	}
}

func TestNobodySeesOrEndsAnothersSessions(t *testing.T) {
	c := start(t)
	mine := c.enters(c.Resident, "")
	id := mine.id()
	for _, stranger := range []*core.Record{c.Neighbour, c.Officer, c.VillageHead} {
		there := c.enters(stranger, "")
		for _, one := range there.sessions() {
			if one["id"] == id {
				t.Errorf("%s sees the session", stranger.GetString("name"))
			}
		}
		there.do("POST", "/api/me/sessions/"+id+"/end", nil).WantFault(404, "account.no_session")
		there.do("GET", "/api/collections/sessions/records", nil).Want(403)
		there.do("GET", "/api/collections/sessions/records/"+id, nil).Want(403)
		there.do("PATCH", "/api/collections/sessions/records/"+id, map[string]any{"ended_at": "2026-01-01 00:00:00.000Z"}).Want(403)
		there.do("DELETE", "/api/collections/sessions/records/"+id, nil).Want(403)
	}
	c.Do("GET", "/api/me/sessions", nil, apptest.Guest).Want(401)
	c.Do("GET", "/api/me/sessions", nil, c.Admin).Want(403)
	mine.do("GET", path(c.Resident), nil).Want(200)
}

func TestAnAdminEndsASessionAndChangesNothingElseOfIt(t *testing.T) {
	c := start(t)
	lost := c.enters(c.HeadOfKaja, "")
	id := lost.id()
	records := "/api/collections/sessions/records"
	listed := c.Do("GET", records+`?filter=(login="`+c.HeadOfKaja.Id+`")`, nil, c.Admin).Want(200).JSON()
	if listed["totalItems"] != 1.0 {
		t.Errorf("the admin sees %v sessions", listed["totalItems"])
	}
	c.Do("PATCH", records+"/"+id, map[string]any{"shared": true}, c.Admin).WantFault(400, "account.session_only_end")
	c.Do("POST", records, map[string]any{"login_kind": "officers", "login": c.Officer.Id}, c.Admin).WantFault(403, "access.made_by_program")
	lost.do("GET", path(c.HeadOfKaja), nil).Want(200)
	c.Do("PATCH", records+"/"+id, map[string]any{"ended_at": "2020-01-01 00:00:00.000Z", "ended_by": "self", "login": c.Officer.Id, "agent": "x"}, c.Admin).Want(200)
	lost.do("GET", path(c.HeadOfKaja), nil).WantFault(401, "account.session_ended")
	after := c.session(id)
	if after.GetString("ended_by") != "admin" || after.GetString("login") != c.HeadOfKaja.Id || after.GetString("agent") != "Chrome di Android" ||
		time.Since(after.GetDateTime("ended_at").Time()) > time.Hour {
		t.Errorf("the session is now %v", after.FieldsData())
	}
	c.Do("PATCH", records+"/"+id, map[string]any{"ended_at": ""}, c.Admin).WantFault(400, "account.session_only_end")
	c.Do("DELETE", records+"/"+id, nil, c.Admin).WantFault(400, "account.session_only_end")
	c.Do("DELETE", "/api/collections/sessions/truncate", nil, c.Admin).WantFault(400, "account.session_only_end")
	c.session(id)
}

func TestARenewedTokenStaysInItsSession(t *testing.T) {
	c := start(t)
	here := c.enters(c.Officer, "?shared=1")
	id := here.id()
	renewed := here
	renewed.token = here.do("POST", "/api/collections/officers/auth-refresh", nil).Want(200).JSON()["token"].(string)
	if got := renewed.sessions(); len(got) != 1 || got[0]["id"] != id || got[0]["shared"] != true {
		t.Errorf("sessions after the renewal: %v", got)
	}
	renewed.do("POST", "/api/me/logout", nil).Want(http.StatusNoContent)
	here.do("POST", "/api/collections/officers/auth-refresh", nil).WantFault(401, "account.session_ended")
}

func TestASessionSurvivesARestart(t *testing.T) {
	c := start(t)
	here := c.enters(c.Resident, "")
	c.Store().Remove("accounts.sessions")
	here.do("GET", path(c.Resident), nil).Want(200)
	id := here.id()
	here.do("POST", "/api/me/logout", nil).Want(http.StatusNoContent)
	c.Store().Remove("accounts.sessions")
	here.do("GET", path(c.Resident), nil).WantFault(401, "account.session_ended")
	if c.session(id).GetDateTime("ended_at").IsZero() {
		t.Error("the end is not on record")
	}
}

func TestASharedComputerIsLeftAfterAQuarterOfAnHour(t *testing.T) {
	c := start(t)
	for _, person := range []*core.Record{c.Resident, c.Officer} {
		shared, own := c.enters(person, "?shared=1"), c.enters(person, "")
		c.ago(shared.id(), 20*time.Minute, 14*time.Minute)
		shared.do("GET", path(person), nil).Want(200) // just in time, and so it goes on
		c.ago(shared.id(), time.Hour, 16*time.Minute)
		shared.do("GET", path(person), nil).WantFault(401, "account.session_ended")
		own.do("GET", path(person), nil).Want(200)
	}
}

func TestASharedComputerIsLeftAfterTwelveHoursAtTheLatest(t *testing.T) {
	c := start(t)
	shared := c.enters(c.Officer, "?shared=1")
	c.ago(shared.id(), 12*time.Hour+time.Minute, 0)
	shared.do("GET", path(c.Officer), nil).WantFault(401, "account.session_ended")
}

func TestAnOfficersPhoneKeepsTheLoginOverAWeekendAndNoLonger(t *testing.T) {
	c := start(t)
	here := c.enters(c.HeadOfKaja, "")
	id := here.id()
	c.ago(id, 100*time.Hour, 71*time.Hour)
	here.do("GET", path(c.HeadOfKaja), nil).Want(200)
	c.ago(id, 100*time.Hour, 73*time.Hour)
	here.do("GET", path(c.HeadOfKaja), nil).WantFault(401, "account.session_ended")
}

func TestAPasswordThatIsSetAnewEndsAllSessions(t *testing.T) {
	c := start(t)
	here := c.enters(c.Officer, "")
	id := here.id()
	c.Do("PATCH", path(c.Officer), map[string]any{"password": fresh, "passwordConfirm": fresh}, c.Admin).Want(200)
	if got := c.session(id); got.GetString("ended_by") != "password" || got.GetDateTime("ended_at").IsZero() {
		t.Errorf("the session says %v", got.FieldsData())
	}
}

func TestALoginThatIsSwitchedOffEndsItsSessions(t *testing.T) {
	c := start(t)
	here := c.enters(c.Officer, "")
	id := here.id()
	c.Do("PATCH", path(c.Officer), map[string]any{"active": false}, c.Admin).Want(200)
	if got := c.session(id).GetString("ended_by"); got != "closed" {
		t.Errorf("ended by %q", got)
	}
	c.Do("POST", "/api/collections/officers/auth-with-password",
		map[string]any{"identity": "loket", "password": apptest.Password}, apptest.Guest).WantFault(403, "account.closed")
	c.Do("POST", "/api/collections/officers/auth-with-password",
		map[string]any{"identity": "loket", "password": "salah-sama-sekali"}, apptest.Guest).Want(400)
}

func TestAnAdminWhoLogsInAsAPersonIsSeenByThem(t *testing.T) {
	c := start(t)
	mine := c.enters(c.Resident, "")
	c.Do("POST", "/api/collections/accounts/impersonate/"+c.Resident.Id, nil, c.Admin).Want(200)
	seen := false
	for _, one := range mine.sessions() {
		seen = seen || one["by_admin"] == true
	}
	if !seen {
		t.Error("the list does not show it")
	}
}

func TestALoginThatFailsLeavesNoSession(t *testing.T) {
	c := start(t)
	c.login(c.Wayan.GetString("nik"), "salah-sama-sekali").Want(400)
	c.secondFactor(c.Officer)
	c.Do("POST", "/api/collections/officers/auth-with-password",
		map[string]any{"identity": "loket", "password": apptest.Password}, apptest.Guest).Want(401)
	if n, err := c.CountRecords("sessions"); err != nil || n != 0 {
		t.Errorf("%d sessions: %v", n, err)
	}
}

func TestAnActivationOpensASession(t *testing.T) {
	c := start(t)
	nik, code := c.Nyoman.GetString("nik"), c.code(c.Nyoman)
	token := c.activate(nik, code, fresh).Want(200).JSON()["token"].(string)
	here := place{c, token, nil}
	if n := len(here.sessions()); n != 1 {
		t.Errorf("%d sessions", n)
	}
	if strings.Count(token, ".") != 2 {
		t.Errorf("a token of %d parts", strings.Count(token, ".")+1)
	}
}
