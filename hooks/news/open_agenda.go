package news

import (
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// ends is when an event is over: where nobody said so, on the day that it begins.
const ends = `CASE WHEN p.ends_at = '' THEN p.starts_at ELSE p.ends_at END`

// coming are events that are not over when the day begins.
func coming(query *dbx.SelectQuery, today time.Time) *dbx.SelectQuery {
	// Written out, the kind lets SQLite use the index of events; and no event is
	// longer than longestEvent, so that it reads no older ones.
	return query.AndWhere(dbx.NewExp("p.kind = 'agenda' AND p.starts_at >= {:from} AND "+ends+" >= {:today}",
		dbx.Params{"from": stamp(today.Add(-longestEvent)), "today": stamp(today)}))
}

// openAgenda answers GET /api/open/agenda?kind=coming|past&hamlet&page.
func openAgenda(e *core.RequestEvent) error {
	a, err := readAsked(e, "coming", "past")
	if err != nil {
		return err
	}
	return openPosts.JSON(e, "agenda|"+a.key(), func(app core.App) (any, error) {
		now := time.Now()
		today, err := startOfToday(app, now)
		if err != nil {
			return nil, err
		}
		query, order := seenAt(rowsOf(app), now), []string{"p.starts_at", "p.rowid"}
		if a.kind == "past" {
			query.AndWhere(dbx.NewExp("p.kind = 'agenda'")).AndWhere(dbx.NewExp(ends+" < {:today}", dbx.Params{"today": stamp(today)}))
			order = []string{"p.starts_at DESC", "p.rowid DESC"}
		} else {
			coming(query, today)
		}
		if a.hamlet != "" {
			query.AndWhere(dbx.In("p.hamlet", a.hamlet, ""))
		}
		return pageOf(query, a.page, order, row.line)
	})
}

const calendarKind = "text/calendar; charset=utf-8"

// What a calendar is told: enough to look back, and all that is planned.
const (
	calendarBack = 90 * 24 * time.Hour
	calendarMost = 500
)

// openCalendar answers GET /api/open/agenda.ics?hamlet: the calendar to follow.
func openCalendar(e *core.RequestEvent) error {
	a, err := readAsked(e)
	if err != nil {
		return err
	}
	return openPosts.Send(e, "calendar|"+a.hamlet, calendarKind, func(app core.App) ([]byte, error) {
		now := time.Now()
		query := coming(seenAt(rowsOf(app), now), now.Add(-calendarBack)).OrderBy("p.starts_at").Limit(calendarMost)
		if a.hamlet != "" {
			query.AndWhere(dbx.In("p.hamlet", a.hamlet, ""))
		}
		var rows []row
		if err := query.All(&rows); err != nil {
			return nil, err
		}
		return calendarOf(app, rows)
	})
}

// openEvent answers GET /api/open/agenda/{slug}.ics: one event to put into a
// calendar.
func openEvent(e *core.RequestEvent) error {
	slug, isCalendar := strings.CutSuffix(e.Request.PathValue("file"), ".ics")
	if !isCalendar {
		return errNoPost
	}
	e.Response.Header().Set("Content-Disposition", `attachment; filename="agenda.ics"`)
	return openPosts.Send(e, "event|"+slug, calendarKind, func(app core.App) ([]byte, error) {
		found, err := seen(app, slug)
		if err != nil || found.Kind != Agenda {
			return nil, errNoPost.Because(err)
		}
		return calendarOf(app, []row{found})
	})
}

func calendarOf(app core.App, rows []row) ([]byte, error) {
	current, err := office.Current(app)
	if err != nil {
		return nil, err
	}
	clock, err := office.ClockOf(app)
	if err != nil {
		return nil, err
	}
	address := current.GetString("public_url")
	calendar := Calendar{Name: "Agenda " + officeName(current), Zone: clock.Location()}
	for _, r := range rows {
		event := Event{
			ID: r.ID, Title: r.Title, About: Plain(Read(r.Body)), Place: place(r), Starts: r.StartsAt.Time(), Ends: r.EndsAt.Time(),
			AllDay: r.AllDay, CalledOff: r.CalledOff, Changed: r.Updated.Time(), Revision: max(0, r.Revision-1),
		}
		if address != "" {
			event.URL = address + "/berita/" + r.Slug
		}
		calendar.Events = append(calendar.Events, event)
	}
	return calendar.Write(), nil
}

func place(r row) string {
	if r.Place != "" && r.HamletName != "" && !strings.Contains(r.Place, r.HamletName) {
		return r.Place + ", " + r.HamletName
	}
	if r.Place == "" {
		return r.HamletName
	}
	return r.Place
}

// officeName is the office as people say it: "Desa Taman Sari".
func officeName(current *core.Record) string {
	kind, name := current.GetString("kind"), current.GetString("name")
	if kind == "" || strings.HasPrefix(strings.ToLower(name), kind) {
		return name
	}
	return strings.ToUpper(kind[:1]) + kind[1:] + " " + name
}
