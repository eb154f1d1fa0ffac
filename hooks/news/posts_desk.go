package news

import (
	"net/http"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/list"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var errDeskOnly = fault.New(fault.Forbidden, "news.desk_only",
	"Halaman ini untuk petugas yang masih bertugas.",
	"This page is for officers in office.")

// Stages of a post on the desk's list.
const (
	stageDraft     = "draft"
	stageScheduled = "scheduled"
	stageShown     = "shown"
	stageExpired   = "expired"
	stageWithdrawn = "withdrawn"
)

// stage is where a post stands at a moment.
func (r row) stage(now time.Time) string {
	switch {
	case r.State == Draft:
		return stageDraft
	case r.State == Withdrawn:
		return stageWithdrawn
	case r.PublishAt.Time().After(now):
		return stageScheduled
	case !r.ExpiresAt.IsZero() && !r.ExpiresAt.Time().After(now):
		return stageExpired
	}
	return stageShown
}

// deskLine is a post on the desk's list.
type deskLine struct {
	ID string `json:"id"`
	Line
	Stage   string `json:"stage"` // draft, scheduled, shown, expired, withdrawn
	By      string `json:"by"`
	Updated string `json:"updated"`
	Write   bool   `json:"write"` // this officer may
}

// deskPosts answers GET /api/news/desk?kind&page for staff: what they may read,
// what was touched last on top. Hamlet heads see their hamlets' and the village's.
func deskPosts(e *core.RequestEvent) error {
	if !e.Auth.IsSuperuser() && !isOfficer(e.Auth) {
		return errDeskOnly
	}
	a, err := readAsked(e, Kinds...)
	if err != nil {
		return err
	}
	query := rowsOf(e.App)
	if a.kind != "" {
		query.AndWhere(dbx.HashExp{"p.kind": a.kind})
	}
	reach, err := delegation.ReachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	if !reach.Everywhere {
		query.AndWhere(dbx.Or(
			dbx.In("p.hamlet", list.ToInterfaceSlice(reach.Hamlets)...),
			dbx.NewExp("p.hamlet = '' AND "+visible, dbx.Params{"now": stamp(time.Now())}),
		))
	}
	now := time.Now()
	page, err := pageOf(query, a.page, []string{"p.updated DESC", "p.rowid DESC"}, func(r row) deskLine {
		return deskLine{ID: r.ID, Line: r.line(), Stage: r.stage(now), By: r.By, Updated: rfc(r.Updated), Write: mayWriteFor(e.App, e.Auth, r.Hamlet) == nil}
	})
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, page)
}

// deskPost is a post to write on. Moments are on the office's wall.
type deskPost struct {
	ID        string   `json:"id"`
	Kind      string   `json:"kind"`
	Title     string   `json:"title"`
	TitleEN   string   `json:"title_en"`
	Slug      string   `json:"slug"`
	Text      string   `json:"text"` // as typed
	TextEN    string   `json:"text_en"`
	Photos    []string `json:"photos"` // names
	Alts      []string `json:"photo_alts"`
	Hamlet    string   `json:"hamlet"`
	StartsAt  string   `json:"starts_at"`
	EndsAt    string   `json:"ends_at"`
	AllDay    bool     `json:"all_day"`
	Place     string   `json:"place"`
	CalledOff bool     `json:"called_off"`
	PublishAt string   `json:"publish_at"`
	ExpiresAt string   `json:"expires_at"`
	State     string   `json:"state"`
	Stage     string   `json:"stage"`
	Revision  int      `json:"revision"`
	Write     bool     `json:"write"`
	Updated   string   `json:"updated"`
}

// deskOne answers GET /api/news/desk/{id}.
func deskOne(e *core.RequestEvent) error {
	if !e.Auth.IsSuperuser() && !isOfficer(e.Auth) {
		return errDeskOnly
	}
	var r row
	if err := rowsOf(e.App).AndWhere(dbx.HashExp{"p.id": e.Request.PathValue("id")}).One(&r); err != nil {
		return errNoPost.Because(err)
	}
	now := time.Now()
	reach, err := delegation.ReachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	if !reach.Everywhere && !(r.Hamlet != "" && reach.Covers(r.Hamlet)) && r.stage(now) != stageShown {
		return errNoPost
	}
	clock, err := office.ClockOf(e.App)
	if err != nil {
		return err
	}
	zone := clock.Location()
	return e.JSON(http.StatusOK, deskPost{
		ID: r.ID, Kind: r.Kind, Title: r.Title, TitleEN: r.TitleEN, Slug: r.Slug, Text: Typed(Read(r.Body)), TextEN: Typed(Read(r.BodyEN)),
		Photos: names(r.Photos), Alts: names(r.Alts), Hamlet: r.Hamlet, StartsAt: wall(r.StartsAt, zone), EndsAt: wall(r.EndsAt, zone),
		AllDay: r.AllDay, Place: r.Place, CalledOff: r.CalledOff, PublishAt: wall(r.PublishAt, zone), ExpiresAt: wall(r.ExpiresAt, zone),
		State: r.State, Stage: r.stage(now), Revision: r.Revision, Updated: rfc(r.Updated), Write: mayWriteFor(e.App, e.Auth, r.Hamlet) == nil,
	})
}

// names is [] rather than null.
func names(list types.JSONArray[string]) []string { return append([]string{}, list...) }

// preview answers POST /api/news/preview {text}: what the public would read.
func preview(e *core.RequestEvent) error {
	typed := struct {
		Text string `json:"text"`
	}{}
	if err := e.BindBody(&typed); err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"nodes": nodesOf(Sanitise(HTML(Nodes(typed.Text))))})
}
