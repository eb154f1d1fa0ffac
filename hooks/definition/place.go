package definition

import (
	"encoding/json"
	"math"
	"strings"
	"unicode/utf8"

	"mdesa/hooks/fault"
)

// Place is the answer to a question of the type place, in its JSON form: words
// and a hamlet, or a point on the map, or both. The two are equal.
type Place struct {
	Words  string  `json:"words,omitempty"`
	Hamlet string  `json:"hamlet,omitempty"` // id; whether there is such a hamlet is for the caller to see
	Lat    float64 `json:"lat,omitempty"`    // degrees north, WGS 84; 0 and 0: no point
	Lon    float64 `json:"lon,omitempty"`    // degrees east
}

// HasPoint tells whether the place is on the map.
func (p Place) HasPoint() bool { return p.Lat != 0 || p.Lon != 0 }

var (
	errPlace = fault.New(fault.Invalid, "answer.place",
		"“{label}”: tulis tempatnya dan pilih banjarnya, atau tunjuk tempatnya di peta.",
		"“{label}”: write where it is and choose the banjar, or point at it on the map.")
	errPlaceHamlet = fault.New(fault.Invalid, "answer.place_hamlet",
		"“{label}”: pilih juga banjarnya, atau tunjuk tempatnya di peta.",
		"“{label}”: choose the banjar as well, or point at the place on the map.")
	errPoint = fault.New(fault.Invalid, "answer.point",
		"“{label}”: titik di peta tidak terbaca. Tunjuk sekali lagi, atau tulis tempatnya dengan kata-kata.",
		"“{label}”: the point on the map cannot be read. Point once more, or say the place in words.")
)

// maxPlace is how long the words may be, in letters.
const maxPlace = 300

// readPlace keeps points to five decimals, about a metre.
func readPlace(field Field, given any) (any, *fault.Fault) {
	object, ok := given.(map[string]any)
	if !ok {
		return nil, errAnswerShape
	}
	place, reason := PlaceOf(object)
	if reason != nil {
		return nil, reason
	}
	switch {
	case place == Place{}:
		return nil, nil
	case utf8.RuneCountInString(place.Words) > maxPlace:
		return nil, errTooLong.With("max", maxPlace)
	case place.HasPoint() || !field.Required && place.Words != "":
	case place.Words == "":
		if !field.Required && place.Hamlet != "" {
			break
		}
		return nil, errPlace
	case place.Hamlet == "":
		return nil, errPlaceHamlet
	}
	kept := map[string]any{}
	if place.Words != "" {
		kept["words"] = place.Words
	}
	if place.Hamlet != "" {
		kept["hamlet"] = place.Hamlet
	}
	if place.HasPoint() {
		kept["lat"], kept["lon"] = place.Lat, place.Lon
	}
	return kept, nil
}

// PlaceOf reads a place from an answer.
func PlaceOf(answer any) (Place, *fault.Fault) {
	data, err := json.Marshal(answer)
	if err != nil {
		return Place{}, errAnswerShape
	}
	var place Place
	if err := json.Unmarshal(data, &place); err != nil {
		return Place{}, errPoint
	}
	place.Words = tidy(strings.ReplaceAll(place.Words, "\n", " "), false)
	if place.Hamlet != "" && !memberID.MatchString(place.Hamlet) {
		return Place{}, errPlaceHamlet
	}
	place.Lat, place.Lon = metre(place.Lat), metre(place.Lon)
	if math.Abs(place.Lat) > 90 || math.Abs(place.Lon) > 180 || (place.Lat == 0) != (place.Lon == 0) {
		return Place{}, errPoint
	}
	return place, nil
}

func metre(degrees float64) float64 { return math.Round(degrees*1e5) / 1e5 }
