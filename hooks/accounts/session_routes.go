package accounts

import (
	"net/http"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var errNoSession = fault.New(fault.NotFound, "account.no_session",
	"Sesi itu tidak ada, atau sudah berakhir.",
	"There is no such session, or it has ended already.")

// shownSession is one place where a person is logged in, as the page lists it.
// Times are RFC 3339 in UTC.
type shownSession struct {
	ID       string    `json:"id"`
	Agent    string    `json:"agent"` // "Chrome di Android"; "" when unknown
	Address  string    `json:"address"`
	Created  time.Time `json:"created"`
	LastSeen time.Time `json:"last_seen"`
	EndsAt   time.Time `json:"ends_at"` // if nobody comes back before
	Shared   bool      `json:"shared"`
	Current  bool      `json:"current"`  // the one that asks
	ByAdmin  bool      `json:"by_admin"` // an admin logged in as this person
}

// mySessions answers GET /api/me/sessions: {"items":[…]}, this one first, then
// the latest used.
func mySessions(e *core.RequestEvent) error {
	now := time.Now()
	open, err := openSessions(e)
	if err != nil {
		return err
	}
	items := []shownSession{}
	for _, record := range open {
		s, err := sessionsOf(e.App).find(e.App, record.Id)
		if err != nil {
			return err
		}
		if s.over(now) {
			continue
		}
		one := shownSession{
			ID: record.Id, Agent: record.GetString("agent"), Address: record.GetString("address"),
			Created: s.begun, LastSeen: time.Unix(s.seen.Load(), 0).UTC(), EndsAt: s.end().UTC(),
			Shared: s.shared, Current: record.Id == sessionOf(e).id, ByAdmin: s.opened != "",
		}
		if one.Current {
			items = append([]shownSession{one}, items...)
		} else {
			items = append(items, one)
		}
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items})
}

func openSessions(e *core.RequestEvent) ([]*core.Record, error) {
	return e.App.FindRecordsByFilter("sessions", "login = {:login} && login_kind = {:kind} && ended_at = ''", "-last_seen", 200, 0,
		dbx.Params{"login": e.Auth.Id, "kind": e.Auth.Collection().Name})
}

// endOne answers POST /api/me/sessions/{id}/end: 204.
func endOne(e *core.RequestEvent) error {
	record, err := e.App.FindRecordById("sessions", e.Request.PathValue("id"))
	if err != nil || record.GetString("login") != e.Auth.Id || !record.GetDateTime("ended_at").IsZero() {
		return errNoSession
	}
	by := byAnother
	if record.Id == sessionOf(e).id {
		by = bySelf
	}
	if err := endSession(e.App, record, by); err != nil {
		return err
	}
	return e.NoContent(http.StatusNoContent)
}

// endOthers answers POST /api/me/sessions/end-others: {"ended":2}.
func endOthers(e *core.RequestEvent) error {
	ended, err := endAll(e.App, e.Auth.Id, sessionOf(e).id, byAnother)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"ended": ended})
}

// logout answers POST /api/me/logout: 204, and the token is worthless.
func logout(e *core.RequestEvent) error {
	record, err := e.App.FindRecordById("sessions", sessionOf(e).id)
	if err != nil {
		return err
	}
	if err := endSession(e.App, record, bySelf); err != nil {
		return err
	}
	return e.NoContent(http.StatusNoContent)
}
