package statistics

import (
	"math/rand/v2"
	"testing"
)

// attacker knows what is published of a table and tries every way to fill in the
// rest, without any of the program's own reasoning: equations of sums, and hidden
// cells from 1 on.
type attacker struct {
	value []int // 0 and more: known; -1: hidden
	sums  []equation
	most  int
}

type equation struct {
	plus, minus []int // cells
	is          int
}

// possible tells whether a cell may be from low to high.
func (a attacker) possible(cell, low, high int) bool {
	lows, highs := make([]int, len(a.value)), make([]int, len(a.value))
	for i, value := range a.value {
		lows[i], highs[i] = value, value
		if value < 0 {
			lows[i], highs[i] = 1, a.most
		}
	}
	lows[cell], highs[cell] = max(lows[cell], low), min(highs[cell], high)
	return a.fill(lows, highs)
}

func (a attacker) smallest(cell int) int {
	for value := 1; ; value++ {
		if a.possible(cell, value, value) {
			return value
		}
	}
}

// fill narrows what each cell can be until nothing changes, then tries values.
func (a attacker) fill(lows, highs []int) bool {
	for changed := true; changed; {
		changed = false
		for _, e := range a.sums {
			smallest, largest := 0, 0
			for _, i := range e.plus {
				smallest, largest = smallest+lows[i], largest+highs[i]
			}
			for _, i := range e.minus {
				smallest, largest = smallest-highs[i], largest-lows[i]
			}
			if smallest > e.is || largest < e.is {
				return false
			}
			for _, i := range e.plus {
				low, high := e.is-(largest-highs[i]), e.is-(smallest-lows[i])
				if low > lows[i] {
					lows[i], changed = low, true
				}
				if high < highs[i] {
					highs[i], changed = high, true
				}
			}
			for _, i := range e.minus {
				low, high := smallest+highs[i]-e.is, largest+lows[i]-e.is
				if low > lows[i] {
					lows[i], changed = low, true
				}
				if high < highs[i] {
					highs[i], changed = high, true
				}
			}
			for _, i := range append(append([]int{}, e.plus...), e.minus...) {
				if lows[i] > highs[i] {
					return false
				}
			}
		}
	}
	open := -1
	for i := range lows {
		if lows[i] < highs[i] && (open < 0 || highs[i]-lows[i] < highs[open]-lows[open]) {
			open = i
		}
	}
	if open < 0 {
		return true
	}
	for value := lows[open]; value <= highs[open]; value++ {
		nextLows, nextHighs := append([]int{}, lows...), append([]int{}, highs...)
		nextLows[open], nextHighs[open] = value, value
		if a.fill(nextLows, nextHighs) {
			return true
		}
	}
	return false
}

// against is the attacker of a published table: they know all sums of rows.
func against(t counted, village []Count, areas [][]Count) (attacker, []int) {
	a := attacker{}
	truth := []int{}
	add := func(count Count, value int) int {
		a.value = append(a.value, -1)
		if count != nil {
			a.value[len(a.value)-1] = *count
		}
		truth = append(truth, value)
		return len(a.value) - 1
	}
	columns := make([]equation, len(t.village))
	total := equation{}
	for i, count := range village {
		at := add(count, t.village[i])
		total.plus = append(total.plus, at)
		total.is += t.village[i]
		columns[t.into[i]].minus = append(columns[t.into[i]].minus, at)
	}
	a.most, a.sums = total.is, append(a.sums, total)
	for i, row := range areas {
		sum := equation{}
		for j, count := range row {
			at := add(count, t.areas[i][j])
			sum.plus = append(sum.plus, at)
			sum.is += t.areas[i][j]
			columns[j].plus = append(columns[j].plus, at)
		}
		a.sums = append(a.sums, sum)
	}
	if areas != nil {
		for _, c := range columns {
			if len(c.plus) > 0 {
				a.sums = append(a.sums, c)
			}
		}
	}
	return a, truth
}

// random is a table of a small village, with many small counts.
func random(r *rand.Rand) counted {
	columns, areas := 1+r.IntN(4), 1+r.IntN(3)
	t := counted{}
	for j := range columns {
		for range 1 + r.IntN(2)*r.IntN(2) {
			t.into, t.village = append(t.into, j), append(t.village, 0)
		}
	}
	t.areas = make([][]int, areas)
	for i := range areas {
		t.areas[i] = make([]int, columns)
		for at, j := range t.into {
			n := r.IntN(1 + []int{2, 6, 14}[r.IntN(3)])
			t.areas[i][j] += n
			t.village[at] += n
		}
	}
	return t
}

func TestNobodyCanWorkOutWhatIsHidden(t *testing.T) {
	published, hiddenAreas, withheld, hidden := 0, 0, 0, 0
	for seed := range uint64(1500) {
		table := random(rand.New(rand.NewPCG(seed, 7)))
		village, areas := table.publish()
		if village == nil {
			withheld++
			continue
		}
		if areas == nil {
			hiddenAreas++
		}
		published++
		a, truth := against(table, village, areas)
		for i, value := range a.value {
			if value >= 0 {
				if value != truth[i] || value > 0 && value < Least {
					t.Fatalf("seed %d: %d is published where %d is true", seed, value, truth[i])
				}
				continue
			}
			hidden++
			if truth[i] < Least && (!a.possible(i, Least, a.most) || !a.possible(i, a.smallest(i)+doubt, a.most)) {
				t.Fatalf("seed %d: a hidden %d is known better: %+v → %v", seed, truth[i], table, a.value)
			}
			if !a.possible(i, 1, truth[i]-1) && !a.possible(i, truth[i]+1, a.most) {
				t.Fatalf("seed %d: the hidden %d can be worked out: %+v → %v", seed, truth[i], table, a.value)
			}
		}
	}
	t.Logf("%d tables published, %d of them without areas, %d withheld, %d cells hidden", published, hiddenAreas, withheld, hidden)
	if published < 1000 || hidden < 4000 {
		t.Error("hardly anything was tried")
	}
}

func TestZeroAndLargeCountsAreTold(t *testing.T) {
	table := counted{village: []int{40, 0, 30}, into: []int{0, 1, 2}, areas: [][]int{{20, 0, 10}, {20, 0, 20}}}
	village, areas := table.publish()
	for _, row := range append([][]Count{village}, areas...) {
		for _, count := range row {
			if count == nil {
				t.Fatal("a count is hidden without need")
			}
		}
	}
}

func TestARowOfTooFewPeopleTellsNothing(t *testing.T) {
	if total, cells := row([]int{3, 1}); total != nil || cells != nil {
		t.Error("four people are told of")
	}
	if total, cells := row([]int{2, 3}); *total != 5 || cells != nil {
		t.Error("2 + 3 = 5 tells that both are below 5")
	}
	if total, cells := row([]int{2, 9, 30}); *total != 41 || cells[0] != nil || cells[1] != nil || *cells[2] != 30 {
		t.Error("the smallest other count is to be hidden with the 2")
	}
}
