package requests

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// farthestHamlet is how far, in metres, a point may lie from the middle of a
// hamlet and still be taken for a part of it.
const farthestHamlet = 3000

// nearestHamlet is the hamlet whose middle lies nearest to a point, "" when the
// office has told of none so near. It is a first guess, so that a report by map
// reaches a hamlet head; who answers it can say better, see reportSent. Of areas
// that hold others none is taken.
func nearestHamlet(app core.App, place definition.Place) (string, error) {
	var hamlets []struct {
		ID  string  `db:"id"`
		Lat float64 `db:"lat"`
		Lon float64 `db:"lon"`
	}
	err := app.DB().NewQuery(`SELECT id, COALESCE(point ->> 'lat', 0) AS lat, COALESCE(point ->> 'lon', 0) AS lon FROM hamlets
		WHERE id NOT IN (SELECT parent FROM hamlets WHERE parent != '')`).All(&hamlets)
	nearest, least := "", float64(farthestHamlet)
	for _, hamlet := range hamlets {
		if hamlet.Lat == 0 && hamlet.Lon == 0 {
			continue
		}
		if metres := definition.Metres(place.Lat, place.Lon, hamlet.Lat, hamlet.Lon); metres < least {
			nearest, least = hamlet.ID, metres
		}
	}
	return nearest, err
}
