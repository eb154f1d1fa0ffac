package reports

import (
	"cmp"
	"math"
	"net/http"
	"slices"
	"strconv"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/definition"
)

// nearby is an open report about the same kind of thing around a place. It holds
// what all may see, and how it stands to who asks.
type nearby struct {
	ID          string         `db:"id" json:"id"`
	Code        string         `db:"code" json:"code"`
	Category    string         `db:"category_name" json:"category_name"`
	CategoryEN  string         `db:"category_name_en" json:"category_name_en"`
	Title       string         `db:"title" json:"title"` // the category's name as long as nobody has read the report
	Text        string         `db:"text" json:"text"`
	Place       string         `db:"place" json:"place"`
	HamletName  string         `db:"hamlet_name" json:"hamlet_name"`
	State       string         `db:"state" json:"state"`
	Supports    int            `db:"supports" json:"supports"`
	SubmittedAt types.DateTime `db:"submitted_at" json:"submitted_at"`
	Own         bool           `db:"own" json:"own"`             // filed by who asks
	Supported   bool           `db:"supported" json:"supported"` // they said so already
	Metres      *int           `json:"metres"`                   // from the point asked about; null without one

	Hamlet string  `db:"hamlet" json:"-"`
	Lat    float64 `db:"lat" json:"-"`
	Lon    float64 `db:"lon" json:"-"`
}

const (
	nearMetres = 150
	mostNear   = 5
	// mostOpen bounds what is looked at: the open reports of one category.
	mostOpen = 1000
)

// near answers GET /api/reports/near?service=<id>&hamlet=<id>&lat=&lon= with up
// to five open public reports of that category in that hamlet or within 150 m,
// the nearest and newest first.
func near(e *core.RequestEvent) error {
	query := e.Request.URL.Query()
	hamlet := query.Get("hamlet")
	lat, errLat := strconv.ParseFloat(query.Get("lat"), 64)
	lon, errLon := strconv.ParseFloat(query.Get("lon"), 64)
	hasPoint := errLat == nil && errLon == nil && (lat != 0 || lon != 0)

	found := []nearby{}
	err := e.App.ConcurrentDB().NewQuery(`SELECT p.id, p.code, p.category_name, p.category_name_en, p.title, p.text, p.place, p.state, p.supports, p.submitted_at, p.hamlet,
			COALESCE(h.name, '') AS hamlet_name, COALESCE(p.point ->> 'lat', 0) AS lat, COALESCE(p.point ->> 'lon', 0) AS lon,
			r.account != '' AND r.account = {:me} AS own,
			EXISTS (SELECT 1 FROM report_supports s WHERE s.report = p.id AND s.account = {:me}) AS supported
		FROM reports p JOIN services c ON c.key = p.category JOIN requests r ON r.id = p.request LEFT JOIN hamlets h ON h.id = p.hamlet
		WHERE c.id = {:service} AND p.closed_at = '' AND p.public = 1 AND p.state IN ('new', 'handling', 'forwarded')
		ORDER BY p.submitted_at DESC LIMIT {:most}`).
		Bind(dbx.Params{"me": e.Auth.Id, "service": query.Get("service"), "most": mostOpen}).All(&found)
	if err != nil {
		return err
	}
	found = slices.DeleteFunc(found, func(one nearby) bool {
		return !(hamlet != "" && one.Hamlet == hamlet) && !(hasPoint && one.within(lat, lon))
	})
	for i := range found {
		if hasPoint && (found[i].Lat != 0 || found[i].Lon != 0) {
			metres := int(math.Round(definition.Metres(lat, lon, found[i].Lat, found[i].Lon)))
			found[i].Metres = &metres
		}
	}
	slices.SortStableFunc(found, func(a, b nearby) int { return cmp.Compare(a.rank(), b.rank()) })
	return e.JSON(http.StatusOK, map[string]any{"items": found[:min(len(found), mostNear)]})
}

func (n nearby) within(lat, lon float64) bool {
	return (n.Lat != 0 || n.Lon != 0) && definition.Metres(lat, lon, n.Lat, n.Lon) <= nearMetres
}

// rank puts what is near before what is only in the same hamlet.
func (n nearby) rank() int {
	if n.Metres == nil || *n.Metres > nearMetres {
		return nearMetres + 1
	}
	return *n.Metres
}
