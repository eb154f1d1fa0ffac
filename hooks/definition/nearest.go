package definition

// Nearest is the known name that a mistyped word most likely meant, or "" when
// none is close. It counts inserted, dropped, changed and swapped letters and
// allows one such slip for every three letters.
func Nearest(word string, known []string) string {
	best, least := "", len([]rune(word))/3+2
	for _, name := range known {
		if d := slips([]rune(word), []rune(name)); d < least {
			best, least = name, d
		}
	}
	return best
}

// slips is the optimal string alignment distance of a and b.
func slips(a, b []rune) int {
	// Nobody mistypes a word this long; without the limit the table grows with the square.
	if len(a) > 80 || len(b) > 80 {
		return 80
	}
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
		table[i][0] = i
	}
	for j := range table[0] {
		table[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			changed := 1
			if a[i-1] == b[j-1] {
				changed = 0
			}
			table[i][j] = min(table[i-1][j]+1, table[i][j-1]+1, table[i-1][j-1]+changed)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				table[i][j] = min(table[i][j], table[i-2][j-2]+1)
			}
		}
	}
	return table[len(a)][len(b)]
}
