package accounts

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/subscriptions"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
)

// Why a session ended, for the person and the office to read.
const (
	bySelf     = "self"     // logged out there
	byAnother  = "another"  // from another of the person's sessions
	byIdle     = "idle"     // nobody came back
	byPassword = "password" // a new password ends all others
	byClosing  = "closed"   // the login was switched off
	byTerm     = "term"     // the term of office is over
	byAdmin    = "admin"
)

// realtimeSession is the key under which a connection keeps its session's id.
const realtimeSession = "mdesaSession"

var errOnlyEnd = fault.New(fault.Invalid, "account.session_only_end",
	"Sesi hanya dapat diakhiri: isi ended_at. Bagian lain dicatat oleh program.",
	"A session can only be ended: fill in ended_at. The program records the rest.")

func endSession(app core.App, record *core.Record, by string) error {
	record.Set("ended_at", types.NowDateTime())
	record.Set("ended_by", by)
	return app.Save(record)
}

// endAll ends the open sessions of a login but one, and says how many.
func endAll(app core.App, login, except, by string) (int, error) {
	open, err := app.FindAllRecords("sessions",
		dbx.HashExp{"login": login, "ended_at": ""}, dbx.Not(dbx.HashExp{"id": except}))
	if err != nil {
		return 0, err
	}
	for _, record := range open {
		if err := endSession(app, record, by); err != nil {
			return 0, err
		}
	}
	return len(open), nil
}

// forgetEnded makes an end count, for requests and for open connections.
func forgetEnded(e *core.RecordEvent) error {
	if !e.Record.GetDateTime("ended_at").IsZero() {
		cutOff(e.App, e.Record.Id)
	}
	return e.Next()
}

// keepOnRecord lets nobody remove a session, ended or not: a person can find out
// where they were logged in, and whether an admin was logged in as them.
func keepOnRecord(*core.RecordEvent) error { return errOnlyEnd }

func cutOff(app core.App, id string) {
	sessionsOf(app).end(id)
	silence(app, func(client subscriptions.Client) bool { return client.Get(realtimeSession) == id })
}

// silence closes realtime connections. Their pages connect again, as whoever
// they are by then.
func silence(app core.App, whose func(subscriptions.Client) bool) {
	broker := app.SubscriptionsBroker()
	for _, client := range broker.Clients() {
		if whose(client) {
			broker.Unregister(client.Id())
		}
	}
}

// endOldTokens ends what a new token key has made worthless: after a new
// password, or when a login was switched off.
func endOldTokens(e *core.RecordEvent) error {
	if err := e.Next(); err != nil {
		return err
	}
	if e.Record.Original().TokenKey() == e.Record.TokenKey() {
		return nil
	}
	by := byPassword
	if !e.Record.GetBool("active") {
		by = byClosing
		if outsideTerm(e.App, e.Record) != nil {
			by = byTerm
		}
	}
	_, err := endAll(e.App, e.Record.Id, "", by)
	return err
}

// adminEnds is all that an admin can do to a session: whatever ended_at they
// fill in, it ends now.
func adminEnds(e *core.RecordRequestEvent) error {
	before := e.Record.Original()
	asked := !e.Record.GetDateTime("ended_at").IsZero() && before.GetDateTime("ended_at").IsZero()
	if !asked {
		return errOnlyEnd
	}
	for _, field := range e.Collection.Fields.FieldNames() {
		e.Record.SetRaw(field, before.GetRaw(field))
	}
	e.Record.Set("ended_at", types.NowDateTime())
	e.Record.Set("ended_by", byAdmin)
	return e.Next()
}
