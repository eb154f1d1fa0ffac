package beneficiaries

import "slices"

// least is how many beneficiaries a number that all may read stands for: fewer
// could be known by name (domain: cells under 5 are suppressed).
const least = 5

// Cell is how many beneficiaries a hamlet has.
type Cell struct {
	Hamlet string `json:"hamlet"` // id
	Name   string `json:"name"`
	Count  int    `json:"count"`
}

// Open are the numbers that all may read: hamlets with at least 5, and what the
// others have together. What is left over is never under 5 either, or the total
// would give it away: the smallest hamlets are put to the others until it is not.
// A total under 5 is not told at all. What is told of no hamlet may be nothing:
// empty ones are among the others too.
func Open(cells []Cell) (total *int, shown []Cell, others int) {
	sum := 0
	sorted := slices.Clone(cells)
	slices.SortStableFunc(sorted, func(a, b Cell) int { return b.Count - a.Count })
	for _, cell := range sorted {
		sum += cell.Count
	}
	if sum < least {
		return nil, []Cell{}, 0
	}
	kept := slices.IndexFunc(sorted, func(c Cell) bool { return c.Count < least })
	if kept < 0 {
		kept = len(sorted)
	}
	for _, cell := range sorted[kept:] {
		others += cell.Count
	}
	for others > 0 && others < least {
		kept--
		others += sorted[kept].Count
	}
	shown = sorted[:kept:kept]
	return &sum, shown, others
}
