package budget

import "slices"

// Line is one amount of a budget.
type Line struct {
	Code   Code
	Name   string
	Source string // DDS, ADD, PAD …; several with a comma between
	Amount int64  // whole rupiah
	Sen    int64  // as the file has it, in hundredths
	Row    int    // of the file
}

// above are all codes that a code adds to, from its parent to the top.
func above(code Code) (list []Code) {
	for parent, ok := code.Parent(); ok; parent, ok = parent.Parent() {
		list = append(list, parent)
	}
	return list
}

// Sums adds amounts up to every code above them. Only leaves go in: no sum of a
// file is believed. "6", financing, is receipts less payments.
func Sums(leaves map[Code]int64) map[Code]int64 {
	sums := make(map[Code]int64, 2*len(leaves))
	for code, amount := range leaves {
		sums[code] += amount
		for _, parent := range above(code) {
			if parent.Account == "6" {
				amount *= sign(code)
			}
			sums[parent] += amount
		}
	}
	return sums
}

// TotalsOf are the totals of leaves.
func TotalsOf(leaves map[Code]int64) (totals Totals) {
	for code, amount := range leaves {
		totals.add(code, amount)
	}
	return totals
}

// leavesAndSums divides lines into those that nothing stands below and those
// whose amount is the file's own sum of others.
func leavesAndSums(lines []*Line) (leaves, sums []*Line) {
	parents := map[Code]bool{}
	for _, line := range lines {
		for _, parent := range above(line.Code) {
			parents[parent] = true
		}
	}
	for _, line := range lines {
		if parents[line.Code] {
			sums = append(sums, line)
		} else {
			leaves = append(leaves, line)
		}
	}
	return leaves, sums
}

// AllCodes are the codes and everything above them, in order.
func AllCodes(codes []Code) []Code {
	seen := map[Code]bool{}
	for _, code := range codes {
		seen[code] = true
		for _, parent := range above(code) {
			seen[parent] = true
		}
	}
	all := make([]Code, 0, len(seen))
	for code := range seen {
		all = append(all, code)
	}
	slices.SortFunc(all, Compare)
	return all
}
