package budget

import (
	"cmp"
	"slices"
)

// wholeRupiah rounds lines from sen to rupiah together, so that what balances in
// the file balances here too: each line by itself would leave a rupiah or two
// over. No line moves by a whole rupiah. It gives those that had sen.
func wholeRupiah(lines []*Line) (rounded []*Line) {
	var exact, sum int64 // what is left over: in sen, and in rupiah
	for _, line := range lines {
		exact += sign(line.Code) * line.Sen
		line.Amount = nearest(line.Sen)
		sum += sign(line.Code) * line.Amount
		if line.Sen%100 != 0 {
			rounded = append(rounded, line)
		}
	}
	missing := nearest(exact) - sum
	step := int64(1)
	if missing < 0 {
		step, missing = -1, -missing
	}
	// Those that were rounded furthest the other way are the first to turn.
	candidates := slices.Clone(rounded)
	slices.SortStableFunc(candidates, func(a, b *Line) int { return cmp.Compare(step*a.drift(), step*b.drift()) })
	for i := range missing {
		line := candidates[i]
		line.Amount += step * sign(line.Code)
	}
	return rounded
}

// drift is by how much rounding has moved what is left over, in sen.
func (l *Line) drift() int64 { return sign(l.Code) * (100*l.Amount - l.Sen) }

// nearest rounds sen to rupiah, half away from zero.
func nearest(sen int64) int64 {
	if sen < 0 {
		return -nearest(-sen)
	}
	return (sen + 50) / 100
}
