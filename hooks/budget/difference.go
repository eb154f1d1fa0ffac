package budget

import (
	"cmp"
	"slices"
)

// Difference is a leaf that a file would change. Amounts are whole rupiah.
type Difference struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Before *int64 `json:"before"` // null: a new line
	After  *int64 `json:"after"`  // null: the line goes
}

func (d Difference) size() int64 {
	var by int64
	if d.After != nil {
		by = *d.After
	}
	if d.Before != nil {
		by -= *d.Before
	}
	return max(by, -by)
}

// compare says what a reading changes against the leaves before. nameOf knows
// what both are called.
func (r *Report) compare(before, after map[Code]int64, nameOf func(Code) string) {
	r.Differences = []Difference{}
	note := func(code Code, was, is *int64) {
		r.Differences = append(r.Differences, Difference{code.String(), nameOf(code), was, is})
	}
	for code, amount := range after {
		was, known := before[code]
		switch {
		case !known:
			r.Added++
			note(code, nil, &amount)
		case was != amount:
			r.Changed++
			note(code, &was, &amount)
		default:
			r.Same++
		}
	}
	for code, was := range before {
		if _, stays := after[code]; !stays {
			r.Removed++
			note(code, &was, nil)
		}
	}
	slices.SortFunc(r.Differences, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(b.size(), a.size()), cmp.Compare(a.Code, b.Code))
	})
	r.Differences = r.Differences[:min(len(r.Differences), maxTold)]
}

// nameOf is what a line is called in a file, or else in the book.
func nameOf(reading *Reading, book *book) func(Code) string {
	names := map[Code]string{}
	for code, record := range book.lines {
		names[code] = record.GetString("name")
	}
	for _, line := range reading.Leaves {
		names[line.Code] = line.Name
	}
	return func(code Code) string { return NameOf(code, names[code]) }
}

// before are the figures that a file replaces; a first revision is read against
// the plan.
func (b *book) before(stage string) map[Code]int64 {
	figures := b.amounts(stage)
	if stage == Revised && len(figures) == 0 {
		return b.amounts(Plan)
	}
	return figures
}
