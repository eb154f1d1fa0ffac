package satisfaction

import "slices"

// Tally is a number of full forms and what they add up to.
type Tally struct {
	Answers int
	Sums    [9]int // of the scores, as in Elements
}

// And is both together.
func (t Tally) And(other Tally) Tally {
	t.Answers += other.Answers
	for i, sum := range other.Sums {
		t.Sums[i] += sum
	}
	return t
}

// Index is the IKM in hundredths, 2500 to 10000: the mean of the nine means, each
// weighing exactly 1/9 (the printed 0.11 would give at most 99), times 25, rounded
// half up. Whole numbers keep 91.475 from becoming 91.47. 0 without answers.
func (t Tally) Index() int {
	total := 0
	for _, sum := range t.Sums {
		total += sum
	}
	return rounded(total*25*100, t.Answers*len(Elements))
}

// Mean is the NRR of an element in thousandths, 1000 to 4000; 0 without answers.
func (t Tally) Mean(element int) int { return rounded(t.Sums[element]*1000, t.Answers) }

// Lowest are the three elements that were rated lowest, the lowest first; of
// equals the one that stands first in Elements.
func (t Tally) Lowest() []string {
	order := []int{0, 1, 2, 3, 4, 5, 6, 7, 8}
	slices.SortStableFunc(order, func(a, b int) int { return t.Sums[a] - t.Sums[b] })
	list := make([]string, 3)
	for i := range list {
		list[i] = Elements[order[i]]
	}
	return list
}

// rounded divides two numbers of 0 or more, half away from zero.
func rounded(dividend, divisor int) int {
	if divisor == 0 {
		return 0
	}
	return (2*dividend + divisor) / (2 * divisor)
}

// Bands are the marks of quality, from not good to very good.
var Bands = []string{"D", "C", "B", "A"}

// Band is the mark of an index in hundredths. The regulation's table has holes
// (64.99 to 65.00) on numbers that are not rounded: those never come here.
func Band(index int) string {
	switch {
	case index < 6500:
		return "D"
	case index < 7661:
		return "C"
	case index < 8831:
		return "B"
	}
	return "A"
}
