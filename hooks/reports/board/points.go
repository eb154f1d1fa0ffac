package board

import (
	"encoding/json"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// mapped is how many places a map shows at most, the newest first.
const mapped = 1000

// Places is a GeoJSON FeatureCollection (RFC 7946), with two members of ours.
type Places struct {
	Type     string    `json:"type"`
	Features []Feature `json:"features"`
	Total    int       `json:"total"` // reports that the filter lets through
	More     bool      `json:"more"`  // there are older places than these
}

// Feature is one report's place.
type Feature struct {
	Type       string     `json:"type"`
	Geometry   Geometry   `json:"geometry"`
	Properties Properties `json:"properties"`
}

// Geometry is a GeoJSON point: longitude first.
type Geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
}

// Properties are what a mark on the map says.
type Properties struct {
	Code           string `json:"code"`
	Title          string `json:"title"`
	CategoryName   string `json:"category_name"`
	CategoryNameEN string `json:"category_name_en"`
	Colour         string `json:"colour"`
	State          string `json:"state"`
}

const geoJSON = "application/geo+json"

// openPoints answers GET /api/open/reports/points with [Places], filtered like
// the feed, without pages.
func openPoints(e *core.RequestEvent) error {
	f, known, err := asked(e)
	if err != nil {
		return err
	}
	f.Page = 1
	return open.Send(e, "points|"+f.Key(), geoJSON, func(app core.App) ([]byte, error) {
		places, err := placesOf(app, f, known, time.Now())
		if err != nil {
			return nil, err
		}
		return json.Marshal(places)
	})
}

func placesOf(app core.App, f Filter, known *Known, now time.Time) (*Places, error) {
	all, err := total(app, f, known.Location, now)
	if err != nil {
		return nil, err
	}
	places := &Places{Type: "FeatureCollection", Features: []Feature{}, Total: all}
	var found []row
	err = narrow(rows(app, now), f, known.Location).
		AndWhere(dbx.NewExp("(json_extract(r.point, '$.lat') != 0 OR json_extract(r.point, '$.lon') != 0) AND NOT "+placeless)).
		OrderBy("r.submitted_at DESC", "r.rowid DESC").Limit(mapped + 1).All(&found)
	if len(found) > mapped {
		found, places.More = found[:mapped], true
	}
	for _, r := range found {
		at, item := r.pointOf(), r.item()
		places.Features = append(places.Features, Feature{"Feature", Geometry{"Point", [2]float64{at.Lon, at.Lat}},
			Properties{item.Code, item.Title, item.CategoryName, item.CategoryNameEN, item.Colour, item.State}})
	}
	return places, err
}
