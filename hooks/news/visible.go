package news

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var errNoPost = fault.New(fault.NotFound, "news.not_found",
	"Tulisan ini tidak ada, atau sudah tidak ditayangkan lagi. Lihat kabar lain di halaman Berita.",
	"There is no such post, or it is no longer shown. See the other news.")

// visible is the condition that everybody may read a post at {:now}. The rule of
// the collection (hooks/access) says the same.
const visible = `p.state = 'published' AND p.publish_at <= {:now} AND (p.expires_at = '' OR p.expires_at > {:now})`

// row is a post as the lists read it.
type row struct {
	ID         string                  `db:"id"`
	Kind       string                  `db:"kind"`
	Slug       string                  `db:"slug"`
	Title      string                  `db:"title"`
	TitleEN    string                  `db:"title_en"`
	Summary    string                  `db:"summary"`
	SummaryEN  string                  `db:"summary_en"`
	Body       string                  `db:"body"`
	BodyEN     string                  `db:"body_en"`
	Photos     types.JSONArray[string] `db:"photos"`
	Alts       types.JSONArray[string] `db:"photo_alts"`
	Sizes      types.JSONMap[[2]int]   `db:"photo_sizes"`
	Hamlet     string                  `db:"hamlet"`
	HamletName string                  `db:"hamlet_name"`
	StartsAt   types.DateTime          `db:"starts_at"`
	EndsAt     types.DateTime          `db:"ends_at"`
	AllDay     bool                    `db:"all_day"`
	Place      string                  `db:"place"`
	CalledOff  bool                    `db:"called_off"`
	State      string                  `db:"state"`
	PublishAt  types.DateTime          `db:"publish_at"`
	ExpiresAt  types.DateTime          `db:"expires_at"`
	Updated    types.DateTime          `db:"updated"`
	Revision   int                     `db:"revision"`
	By         string                  `db:"by"`
}

// rowsOf begins a query for posts, with the name of their hamlet.
func rowsOf(app core.App) *dbx.SelectQuery {
	return app.ConcurrentDB().Select("p.*", "COALESCE((SELECT name FROM hamlets WHERE id = p.hamlet), '') AS hamlet_name").From("posts p")
}

// seenAt adds that everybody may read them.
func seenAt(query *dbx.SelectQuery, now time.Time) *dbx.SelectQuery {
	return query.AndWhere(dbx.NewExp(visible, dbx.Params{"now": stamp(now)}))
}

// stamp is a moment as the database writes it.
func stamp(at time.Time) string {
	return at.UTC().Format(types.DefaultDateLayout)
}

// Picture is a photo: its address takes ?thumb=320x240, 640x480 or 960x0.
type Picture struct {
	URL    string `json:"url"`
	Alt    string `json:"alt"`
	Width  int    `json:"width"` // pixels
	Height int    `json:"height"`
}

// Line is a post in a list. Moments are RFC 3339, "" for none.
type Line struct {
	Kind       string   `json:"kind"`
	Slug       string   `json:"slug"`
	Title      string   `json:"title"`
	TitleEN    string   `json:"title_en"`
	Summary    string   `json:"summary"`
	SummaryEN  string   `json:"summary_en"`
	Hamlet     string   `json:"hamlet"` // id; "" for the whole village
	HamletName string   `json:"hamlet_name"`
	PublishAt  string   `json:"publish_at"`
	ExpiresAt  string   `json:"expires_at"`
	StartsAt   string   `json:"starts_at"` // of an agenda
	EndsAt     string   `json:"ends_at"`
	AllDay     bool     `json:"all_day"`
	Place      string   `json:"place"`
	CalledOff  bool     `json:"called_off"`
	Photo      *Picture `json:"photo"` // the first; null for none
}

// Post is one with its text, as [Node]s.
type Post struct {
	Line
	Body   []Node    `json:"body"`
	BodyEN []Node    `json:"body_en"`
	Photos []Picture `json:"photos"`
	By     string    `json:"by"` // the office that wrote it
	// Updated is when it was changed last.
	Updated string `json:"updated"`
}

const summaryLetters = 180

func (r row) line() Line {
	line := Line{
		Kind: r.Kind, Slug: r.Slug, Title: r.Title, TitleEN: r.TitleEN, Hamlet: r.Hamlet, HamletName: r.HamletName,
		Summary: r.Summary, SummaryEN: r.SummaryEN, PublishAt: rfc(r.PublishAt), ExpiresAt: rfc(r.ExpiresAt),
		StartsAt: rfc(r.StartsAt), EndsAt: rfc(r.EndsAt), AllDay: r.AllDay, Place: r.Place, CalledOff: r.CalledOff,
	}
	if line.Summary == "" {
		line.Summary = Shorten(Plain(Read(r.Body)), summaryLetters)
	}
	if line.SummaryEN == "" {
		line.SummaryEN = Shorten(Plain(Read(r.BodyEN)), summaryLetters)
	}
	if pictures := r.pictures(); len(pictures) > 0 {
		line.Photo = &pictures[0]
	}
	return line
}

func (r row) post() Post {
	return Post{Line: r.line(), Body: nodesOf(r.Body), BodyEN: nodesOf(r.BodyEN), Photos: r.pictures(), By: r.By, Updated: rfc(r.Updated)}
}

func nodesOf(body string) []Node {
	if nodes := Read(body); nodes != nil {
		return nodes
	}
	return []Node{} // [] rather than null
}

func (r row) pictures() []Picture {
	pictures := []Picture{}
	for i, name := range r.Photos {
		picture := Picture{URL: "/api/files/posts/" + r.ID + "/" + name, Width: r.Sizes[name][0], Height: r.Sizes[name][1]}
		if i < len(r.Alts) {
			picture.Alt = r.Alts[i]
		}
		pictures = append(pictures, picture)
	}
	return pictures
}

func lines(rows []row) []Line {
	lines := make([]Line, len(rows))
	for i, r := range rows {
		lines[i] = r.line()
	}
	return lines
}

func rfc(at types.DateTime) string {
	if at.IsZero() {
		return ""
	}
	return at.Time().UTC().Format(time.RFC3339)
}

// startOfToday is midnight on the office's wall.
func startOfToday(app core.App, now time.Time) (time.Time, error) {
	clock, err := office.ClockOf(app)
	if err != nil {
		return now, err
	}
	year, month, day := now.In(clock.Location()).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, clock.Location()), nil
}
