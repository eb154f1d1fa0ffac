package statistics

import "slices"

// fewest residents that an area of its own has: below, hardly a number of it could
// be told.
const fewest = 20

// Area is a hamlet, or several small ones together, so that the number of its
// residents, men and women can always be told.
type Area struct {
	Key     string   `json:"key"` // ids of its hamlets
	Hamlets []string `json:"hamlets"`
	Names   []string `json:"names"`
	Men     int      `json:"men"`
	Women   int      `json:"women"`
}

func (a Area) total() int { return a.Men + a.Women }

func (a Area) large() bool { return a.total() >= fewest && a.Men >= Least && a.Women >= Least }

// together puts small areas with the next smallest one until all are large.
// Fewer than two are none: the village speaks for them. The order of the others
// stays.
func together(areas []Area) []Area {
	areas = slices.Clone(areas)
	smallest := func(but int) int {
		found := -1
		for i, a := range areas {
			if i != but && (found < 0 || a.total() < areas[found].total()) {
				found = i
			}
		}
		return found
	}
	for len(areas) > 1 {
		small := slices.IndexFunc(areas, func(a Area) bool { return !a.large() })
		if small < 0 {
			return areas
		}
		other := smallest(small)
		one, two := min(small, other), max(small, other)
		areas[one] = areas[one].with(areas[two])
		areas = slices.Delete(areas, two, two+1)
	}
	return nil
}

func (a Area) with(b Area) Area {
	return Area{Key: a.Key + "+" + b.Key, Hamlets: slices.Concat(a.Hamlets, b.Hamlets), Names: slices.Concat(a.Names, b.Names), Men: a.Men + b.Men, Women: a.Women + b.Women}
}
