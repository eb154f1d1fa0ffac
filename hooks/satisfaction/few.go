package satisfaction

// hideFew tells a row of counts together with their sum, by the rule of the
// statistics (hooks/statistics): 1 to 4 are not told, and the next smallest are
// hidden with them, until each of the hidden may be anything from 1 to 5 for
// whoever takes those that are told from the sum. Where even all of them leave
// less, the sum is not told either. 0 is told.
func hideFew(counts map[string]int) (total *int, told map[string]*int) {
	sum, rest := 0, 0
	told = map[string]*int{}
	hidden := map[string]bool{}
	hide := func(key string) {
		hidden[key] = true
		rest += counts[key]
	}
	for _, key := range sortedKeys(counts) {
		sum += counts[key]
		if counts[key] > 0 && counts[key] < Fewest {
			hide(key)
		}
	}
	for len(hidden) > 0 && (len(hidden) < 2 || rest < len(hidden)-1+Fewest) {
		next := smallestBut(hidden, counts)
		if next == "" {
			return nil, told
		}
		hide(next)
	}
	for key, count := range counts {
		if !hidden[key] {
			told[key] = &count
		}
	}
	return &sum, told
}

// smallestBut is whose count is the smallest above 0 of those not hidden.
func smallestBut(hidden map[string]bool, counts map[string]int) (found string) {
	for _, key := range sortedKeys(counts) {
		if !hidden[key] && counts[key] > 0 && (found == "" || counts[key] < counts[found]) {
			found = key
		}
	}
	return found
}
