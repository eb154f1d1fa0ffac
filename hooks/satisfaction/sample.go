package satisfaction

// Sample is how many answers a survey of that many people needs: Krejcie and
// Morgan (1970), chi-square 3.841, share 0.5, error 0.05, in whole numbers. The
// printed table rounds some large populations up by one.
func Sample(population int) int {
	if population <= 0 {
		return 0
	}
	// 3.841·N·0.25 / (0.0025·(N−1) + 3.841·0.25), both sides times 100,000
	return rounded(96_025*population, 250*(population-1)+96_025)
}
