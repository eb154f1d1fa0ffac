package demo

import (
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/office"
)

// centre is where the village would lie if there were one; its banjars lie around.
var centre = types.GeoPoint{Lat: -8.6445, Lon: 115.2170}

// around are the banjars' places from the centre, in degrees to the north and to
// the east: kaja is towards the mountain, kelod towards the sea.
var around = [][2]float64{{0.0041, 0.0006}, {0.0006, 0.0060}, {-0.0040, -0.0008}, {-0.0008, -0.0046}, {0.0001, 0.0008}, {-0.0034, 0.0040}, {0.0036, -0.0036}}

// maps tells where the village and its banjars lie. It has no tiles: a plain map
// asks nobody outside for anything.
func (v *Village) maps() error {
	record, err := v.app.FindRecordById("office", office.ID)
	if err != nil {
		return err
	}
	record.Set("map_point", centre)
	record.Set("map_zoom", 15)
	if err := v.app.Save(record); err != nil {
		return err
	}
	for i, hamlet := range v.hamlets {
		from := around[i%len(around)]
		hamlet.Set("point", types.GeoPoint{Lat: centre.Lat + from[0], Lon: centre.Lon + from[1]})
		if err := v.app.Save(hamlet); err != nil {
			return err
		}
	}
	return nil
}
