package board

import (
	"math"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// row is a report as it is read for everybody: only columns that may be shown.
type row struct {
	ID              string                  `db:"id"`
	Code            string                  `db:"code"`
	Category        string                  `db:"category"`
	CategoryName    string                  `db:"category_name"`
	CategoryNameEN  string                  `db:"category_name_en"`
	Hamlet          string                  `db:"hamlet"`
	HamletName      string                  `db:"hamlet_name"`
	Title           string                  `db:"title"`
	Text            string                  `db:"text"`
	Place           string                  `db:"place"`
	Point           types.GeoPoint          `db:"point"`
	State           string                  `db:"state"`
	Colour          string                  `db:"colour"`
	Identity        string                  `db:"identity"`
	ReporterName    string                  `db:"reporter_name"`
	Supports        int                     `db:"supports"`
	HappenedAt      types.DateTime          `db:"happened_at"`
	SubmittedAt     types.DateTime          `db:"submitted_at"`
	FirstDueAt      types.DateTime          `db:"first_due_at"`
	FirstAnsweredAt types.DateTime          `db:"first_answered_at"`
	DueAt           types.DateTime          `db:"due_at"`
	AnsweredAt      types.DateTime          `db:"answered_at"`
	ClosedAt        types.DateTime          `db:"closed_at"`
	Reopened        bool                    `db:"reopened"`
	ForwardedTo     string                  `db:"forwarded_to"`
	ForwardedNumber string                  `db:"forwarded_number"`
	Answer          string                  `db:"answer"`
	PhotosBefore    types.JSONArray[string] `db:"photos_before"`
	PhotosAfter     types.JSONArray[string] `db:"photos_after"`
	MergedInto      string                  `db:"merged_into"` // code, of one that is shown
	Updated         types.DateTime          `db:"updated"`
}

// placeless are the categories that need no place. Some of them are about people
// or families (the staff's conduct, social aid): whatever a row says, no point of
// theirs is given, as it would be somebody's door.
const placeless = `NOT EXISTS (SELECT 1 FROM services s WHERE s.key = r.category AND json_extract(s.report, '$.place') = 'required')`

// rows reads the reports that everybody may see, as they stand at a moment.
func rows(app core.App, now time.Time) *dbx.SelectQuery {
	return app.ConcurrentDB().Select(
		"r.id", "r.code", "r.category", "r.category_name", "r.category_name_en", "r.hamlet", "COALESCE(h.name, '') AS hamlet_name",
		"r.title", "r.text", "r.place", "CASE WHEN "+placeless+` THEN '{"lon":0,"lat":0}' ELSE r.point END AS point`,
		"r.state", colour+" AS colour", "r.identity", "r.reporter_name", "r.supports", "r.happened_at", "r.submitted_at",
		"r.first_due_at", "r.first_answered_at", "r.due_at", "r.answered_at", "r.closed_at", "r.reopened",
		"r.forwarded_to", "r.forwarded_number", "r.answer", "r.photos_before", "r.photos_after",
		"COALESCE((SELECT m.code FROM reports m WHERE m.id = r.merged_into AND m.public = TRUE AND m.identity IN ('shown', 'hidden')), '') AS merged_into",
		"r.updated").
		From("reports r").LeftJoin("hamlets h", dbx.NewExp("h.id = r.hamlet")).
		Where(dbx.NewExp(shown)).Bind(dbx.Params{"now": stamp(now)})
}

// narrow adds what a filter asks for.
func narrow(query *dbx.SelectQuery, f Filter, zone *time.Location) *dbx.SelectQuery {
	if f.Category != "" {
		query.AndWhere(dbx.HashExp{"r.category": f.Category})
	}
	if f.Hamlet != "" {
		query.AndWhere(dbx.HashExp{"r.hamlet": f.Hamlet})
	}
	if f.Colour != "" {
		query.AndWhere(dbx.NewExp("("+colour+") = {:colour}", dbx.Params{"colour": f.Colour}))
	}
	if f.Month != "" {
		if begin, end, err := f.Days(zone); err == nil { // readFilter made sure
			between(query, begin, end)
		}
	}
	return query
}

// between are the reports filed from begin on, before end.
func between(query *dbx.SelectQuery, begin, end time.Time) *dbx.SelectQuery {
	return query.AndWhere(dbx.NewExp("r.submitted_at >= {:begin} AND r.submitted_at < {:end}", dbx.Params{"begin": stamp(begin), "end": stamp(end)}))
}

// total counts the reports that everybody may see, as a filter has them.
func total(app core.App, f Filter, zone *time.Location, now time.Time) (n int, err error) {
	query := app.ConcurrentDB().Select("count(*)").From("reports r").Where(dbx.NewExp(shown)).Bind(dbx.Params{"now": stamp(now)})
	err = narrow(query, f, zone).Row(&n)
	return n, err
}

// stamp writes a moment as the database holds it.
func stamp(at time.Time) string { return at.UTC().Format(types.DefaultDateLayout) }

// moment writes one as RFC 3339, "" for none.
func moment(at types.DateTime) string {
	if at.IsZero() {
		return ""
	}
	return at.Time().UTC().Format(time.RFC3339)
}

// pointOf is where it is, to about a metre; nil for nowhere.
func (r row) pointOf() *Point {
	if r.Point.Lat == 0 && r.Point.Lon == 0 {
		return nil
	}
	metre := func(degrees float64) float64 { return math.Round(degrees*1e5) / 1e5 }
	return &Point{Lat: metre(r.Point.Lat), Lon: metre(r.Point.Lon)}
}
