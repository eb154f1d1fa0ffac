package board

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// Unit is how a section of the office keeps up.
type Unit struct {
	Key     string `json:"key" db:"key"`
	Name    string `json:"name" db:"name"`
	NameEN  string `json:"name_en" db:"name_en"`
	Open    int    `json:"open" db:"open"`
	Red     int    `json:"red" db:"red"`
	LastAct string `json:"last_act" db:"last_act"` // on one of its reports, within the last 90 days; "" for none
}

// Shelf is how fresh what the office published is.
type Shelf struct {
	Key  string `json:"key"`
	Last string `json:"last"` // RFC 3339; "" for never
}

// actsWithin is how far back the last act of a section is looked for.
const actsWithin = 90 * 24 * time.Hour

// unitsOf lists the sections; those without reports too, as their silence is no
// reproach: their numbers are 0.
func unitsOf(app core.App, within string, params dbx.Params, now time.Time) ([]Unit, error) {
	units := []Unit{}
	all := with(params, dbx.Params{"now": stamp(now), "since": stamp(now.Add(-actsWithin))})
	err := app.ConcurrentDB().NewQuery(`WITH counted AS (
			SELECT r.unit, sum(` + isOpen + `) AS open, sum((` + colour + `) = 'red') AS red FROM reports r WHERE ` + within + ` GROUP BY r.unit),
		acted AS (
			SELECT r.unit, max(e.at) AS last FROM reports r JOIN request_events e ON e.request = r.request
			WHERE ` + within + ` AND (r.closed_at = '' OR r.closed_at >= {:since}) AND e.actor_kind = 'officer' AND e.at >= {:since} GROUP BY r.unit)
		SELECT u.key, u.name, u.name_en, COALESCE(c.open, 0) AS open, COALESCE(c.red, 0) AS red, COALESCE(a.last, '') AS last_act
		FROM units u LEFT JOIN counted c ON c.unit = u.key LEFT JOIN acted a ON a.unit = u.key ORDER BY u.sort, u.key`).
		Bind(all).All(&units)
	for i := range units {
		units[i].LastAct = rfc3339(units[i].LastAct)
	}
	return units, err
}

// shelves are what the office publishes, with the moment of the latest of each.
// A collection that this program does not have is passed over.
var shelves = []struct{ key, collection, latest string }{
	{"news", "posts", "SELECT max(publish_at) FROM posts WHERE state = 'published' AND kind != 'agenda' AND publish_at <= {:now}"},
	{"agenda", "posts", "SELECT max(publish_at) FROM posts WHERE state = 'published' AND kind = 'agenda' AND publish_at <= {:now}"},
	{"periodic", "publications", "SELECT max(published_at) FROM publications WHERE state = 'published' AND shelf = 'periodic'"},
	{"immediate", "publications", "SELECT max(published_at) FROM publications WHERE state = 'published' AND shelf = 'immediate'"},
	{"anytime", "publications", "SELECT max(published_at) FROM publications WHERE state = 'published' AND shelf = 'anytime'"},
	{"budget", "budgets", "SELECT max(updated) FROM budgets WHERE published = TRUE"},
	{"programs", "programs", "SELECT max(updated) FROM programs WHERE published = TRUE"},
}

func shelvesOf(app core.App, now time.Time) ([]Shelf, error) {
	list := []Shelf{}
	for _, shelf := range shelves {
		if _, err := app.FindCachedCollectionByNameOrId(shelf.collection); err != nil {
			continue
		}
		var last *string
		if err := app.ConcurrentDB().NewQuery(shelf.latest).Bind(dbx.Params{"now": stamp(now)}).Row(&last); err != nil {
			return nil, err
		}
		fresh := Shelf{Key: shelf.key}
		if last != nil {
			fresh.Last = rfc3339(*last)
		}
		list = append(list, fresh)
	}
	return list, nil
}
