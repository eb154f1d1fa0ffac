package satisfaction

// hideFew tells counts together with their sum: the sum where it is 0 or five and
// more, and each from five on. Who has none is not told apart from who has a few;
// where the sum would say nearly all of the few, because together they are below
// five or nearly four each, none is told but the sum.
func hideFew(counts map[string]int) (sum *int, told map[string]int) {
	total, rest := 0, 0
	told = map[string]int{}
	for key, count := range counts {
		total += count
		if count >= Fewest {
			told[key] = count
		} else {
			rest += count
		}
	}
	if total > 0 && total < Fewest {
		return nil, nil
	}
	if others := len(counts) - len(told); rest > 0 && (rest < Fewest || rest > (Fewest-1)*(others-1)) {
		return &total, nil
	}
	return &total, told
}
