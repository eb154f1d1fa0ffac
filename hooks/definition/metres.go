package definition

import "math"

// earth is its mean radius in metres.
const earth = 6_371_000

// Metres is the distance between two points in degrees, by the haversine formula.
func Metres(lat1, lon1, lat2, lon2 float64) float64 {
	radians := func(degrees float64) float64 { return degrees * math.Pi / 180 }
	dLat, dLon := radians(lat2-lat1), radians(lon2-lon1)
	a := math.Pow(math.Sin(dLat/2), 2) + math.Cos(radians(lat1))*math.Cos(radians(lat2))*math.Pow(math.Sin(dLon/2), 2)
	return 2 * earth * math.Asin(math.Min(1, math.Sqrt(a)))
}
