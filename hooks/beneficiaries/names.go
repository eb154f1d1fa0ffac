package beneficiaries

import "strings"

// Last4 leaves the last four of a number, as lists show them.
func Last4(number string) string {
	if len(number) < 4 {
		return ""
	}
	return number[len(number)-4:]
}

// sameName tells whether two ways of writing mean one name: case, dots, titles
// behind a comma and the order of words aside. "I Wayan Sukarta, S.E." is "WAYAN
// SUKARTA": the "I" and "Ni" of Bali are left away on many lists.
func sameName(a, b string) bool {
	one, two := nameWords(a), nameWords(b)
	if len(one) == 0 || len(two) == 0 || len(one) != len(two) {
		return false
	}
	for word, n := range one {
		if two[word] != n {
			return false
		}
	}
	return true
}

func nameWords(name string) map[string]int {
	name, _, _ = strings.Cut(strings.ToLower(name), ",")
	words := map[string]int{}
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '.' || r == '\'' || r == '`' }) {
		if word != "i" && word != "ni" {
			words[word]++
		}
	}
	return words
}
