package lifeevents

import (
	"net/http"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/list"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var (
	errUnseen = fault.New(fault.NotFound, "event.not_found",
		"Peristiwa tidak ditemukan, atau bukan di wilayah Anda.",
		"No such event, or not in one of your hamlets.")
	errInactive = fault.New(fault.Forbidden, "event.inactive_officer",
		"Akun petugas ini sudah tidak aktif. Hubungi admin kantor.",
		"This officer's account is no longer active. Ask the office's admin.")
)

// page is how many events a list shows.
const page = 30

// line is an event in a list: when and where, who recorded it, and nobody's name.
type line struct {
	ID         string `db:"id" json:"id"`
	Kind       string `db:"kind" json:"kind"`
	EventDate  string `db:"event_date" json:"event_date"`
	ReportedOn string `db:"reported_on" json:"reported_on"`
	Month      string `db:"month" json:"month"`
	HamletName string `db:"hamlet_name" json:"hamlet_name"`
	Recorder   string `db:"recorder_name" json:"recorder"`
	Document   string `db:"document" json:"document"`
	Reverses   string `db:"reverses" json:"reverses"`
	Reversed   bool   `db:"reversed" json:"reversed"`
	Created    string `db:"created" json:"created"`
}

// listing answers GET /api/population/events?month=&resident=&before=: the newest
// first, for hamlet heads those of their hamlets.
func listing(e *core.RequestEvent) error {
	if err := active(e.Auth); err != nil {
		return err
	}
	asked := e.Request.URL.Query()
	query := lines(e.App)
	for parameter, column := range map[string]string{"month": "e.month", "resident": "e.resident"} {
		if value := asked.Get(parameter); value != "" {
			query = query.AndWhere(dbx.HashExp{column: value})
		}
	}
	if before := asked.Get("before"); before != "" {
		query = query.AndWhere(dbx.NewExp("e.rowid < (SELECT rowid FROM life_events WHERE id = {:before})", dbx.Params{"before": before}))
	}
	reach, err := delegation.ReachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	if !reach.Everywhere {
		query = query.AndWhere(dbx.In("e.hamlet", list.ToInterfaceSlice(reach.Hamlets)...))
	}
	items := []line{}
	if err := query.OrderBy("e.rowid DESC").Limit(page + 1).All(&items); err != nil {
		return err
	}
	more := len(items) > page
	return e.JSON(http.StatusOK, map[string]any{"items": items[:min(len(items), page)], "more": more})
}

func lines(app core.App) *dbx.SelectQuery {
	return app.ConcurrentDB().Select("e.id", "e.kind", "e.event_date", "e.reported_on", "e.month", "e.recorder_name", "e.document",
		"e.reverses", "e.created", "COALESCE(h.name, '') AS hamlet_name",
		"EXISTS (SELECT 1 FROM life_events r WHERE r.reverses = e.id AND r.reverses != '') AS reversed").
		From("life_events e").LeftJoin("hamlets h", dbx.NewExp("h.id = e.hamlet"))
}

// one answers GET /api/population/events/{id}: all of an event, with names.
func one(e *core.RequestEvent) error {
	if err := active(e.Auth); err != nil {
		return err
	}
	event, err := e.App.FindRecordById("life_events", e.Request.PathValue("id"))
	if err != nil || !covers(e.App, e.Auth, event.GetString("hamlet")) {
		return errUnseen.Because(err)
	}
	purpose, err := audit.PurposeOf(e)
	if err != nil {
		return err
	}
	var told line
	if err := lines(e.App).Where(dbx.HashExp{"e.id": event.Id}).One(&told); err != nil {
		return err
	}
	memory, err := memoryOf(event)
	if err != nil {
		return err
	}
	effects, err := effectsOf(e.App, memory)
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, purpose, audit.Viewed, memory.people()...)
	return e.JSON(http.StatusOK, map[string]any{
		"event": told, "resident": event.GetString("resident"), "reported_by": event.GetString("reported_by"),
		"recorder_title": event.GetString("recorder_title"), "note": event.GetString("note"),
		"data": event.Get("data"), "effects": effects, "may_record": mayRecord(e.Auth) == nil,
	})
}

func active(auth *core.Record) error {
	if !auth.IsSuperuser() && !auth.GetBool("active") { // a token outlives the login
		return errInactive
	}
	return nil
}

func covers(app core.App, auth *core.Record, hamlet string) bool {
	reach, err := delegation.ReachOf(app, auth)
	return err == nil && reach.Covers(hamlet)
}
