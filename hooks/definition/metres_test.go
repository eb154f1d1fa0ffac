package definition

import (
	"math"
	"testing"
)

func TestDistances(t *testing.T) {
	for _, c := range []struct{ lat1, lon1, lat2, lon2, want float64 }{
		{-8.65, 115.2166, -8.65, 115.2166, 0},
		{-8.65, 115.2166, -8.66, 115.2166, 1112},
		{0, 0, 0, 180, math.Pi * 6_371_000},
	} {
		if got := Metres(c.lat1, c.lon1, c.lat2, c.lon2); math.Abs(got-c.want) > 1 {
			t.Errorf("%v: %f", c, got)
		}
	}
}
