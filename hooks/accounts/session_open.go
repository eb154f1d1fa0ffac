package accounts

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// askShared is the query parameter of any login that says: others use this
// computer too.
const askShared = "shared"

// openSession stands around every answer that hands out a token: a login opens a
// session, a renewed token stays with its own.
func openSession(e *core.RecordAuthRequestEvent) error {
	if err := refuseOutsideTerm(e.App, e.Record); err != nil {
		return err
	}
	now := sessionOf(e.RequestEvent)
	own := e.AuthMethod == "" && now != nil && e.Auth != nil && e.Auth.Id == e.Record.Id
	if own && !now.over(time.Now()) {
		return answerWith(e, now.id)
	}
	session, err := newSession(e)
	if err != nil {
		return err
	}
	if own { // the password was changed: the same person at the same computer
		session.Set("shared", now.shared)
		session.Set("opened_by", now.opened)
	}
	if err := e.App.Save(session); err != nil {
		return err
	}
	if err := answerWith(e, session.Id); err != nil {
		// Not logged in after all: the auth rule, or a code that is asked for first.
		if err := takeBack(e.App, session.Id); err != nil {
			e.App.Logger().Error("a session without a login stays behind", "error", err, "session", session.Id)
		}
		return err
	}
	return nil
}

func takeBack(app core.App, session string) error {
	cutOff(app, session)
	_, err := app.DB().Delete("sessions", dbx.HashExp{"id": session}).Execute()
	return err
}

// onSharedComputer is whether others use the computer that a request came from.
func onSharedComputer(e *core.RequestEvent) bool {
	now := sessionOf(e)
	return now != nil && now.shared || e.Request.URL.Query().Get(askShared) == "1"
}

func answerWith(e *core.RecordAuthRequestEvent, session string) error {
	token, err := withSession(e.Token, session, e.Record, e.Collection.AuthToken.Secret)
	if err != nil {
		return err
	}
	e.Token = token
	return e.Next()
}

func newSession(e *core.RecordAuthRequestEvent) (*core.Record, error) {
	collection, err := e.App.FindCachedCollectionByNameOrId("sessions")
	if err != nil {
		return nil, err
	}
	session := core.NewRecord(collection)
	session.Id = core.GenerateDefaultRandomId()
	session.Set("login_kind", e.Collection.Name)
	session.Set("login", e.Record.Id)
	session.Set("agent", agentName(e.Request.UserAgent()))
	session.Set("address", e.RealIP())
	session.Set("shared", e.Request.URL.Query().Get(askShared) == "1")
	if e.HasSuperuserAuth() {
		session.Set("opened_by", e.Auth.Id)
	}
	return session, nil
}

// stampSession fills in when a session ends by itself.
func stampSession(e *core.RecordEvent) error {
	now := time.Now()
	end, err := types.ParseDateTime(lifeOf(e.Record.GetString("login_kind"), e.Record.GetBool("shared")).end(now, now))
	if err != nil {
		return err
	}
	e.Record.Set("last_seen", types.NowDateTime())
	e.Record.Set("ends_at", end)
	return e.Next()
}

func rememberSession(e *core.RecordEvent) error {
	sessionsOf(e.App).add(e.Record.Id, liveFrom(e.Record))
	return e.Next()
}

// tieFileToken lets the token for a protected file end with the session.
func tieFileToken(e *core.FileTokenRequestEvent) error {
	if now := sessionOf(e.RequestEvent); now != nil {
		token, err := withSession(e.Token, now.id, e.Record, e.Record.Collection().FileToken.Secret)
		if err != nil {
			return err
		}
		e.Token = token
	}
	return e.Next()
}

// tieRealtime notes whose session a connection listens for, to cut it later.
func tieRealtime(e *core.RealtimeSubscribeRequestEvent) error {
	if now := sessionOf(e.RequestEvent); now != nil {
		e.Client.Set(realtimeSession, now.id)
	}
	return e.Next()
}
