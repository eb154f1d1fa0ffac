package satisfaction

import (
	"fmt"
	"testing"
)

func published(counts map[string]int) string {
	sum, told := hideFew(counts)
	if sum == nil {
		return "few"
	}
	return fmt.Sprint(*sum, told)
}

func TestFewAreHiddenWithWhoeverWouldGiveThemAway(t *testing.T) {
	for _, c := range []struct {
		counts map[string]int
		want   string
	}{
		{map[string]int{}, "0 map[]"},
		{map[string]int{"a": 0}, "0 map[]"},
		{map[string]int{"a": 1}, "few"},
		{map[string]int{"a": 3, "b": 1}, "few"},
		{map[string]int{"a": 3, "b": 3}, "6 map[]"},
		{map[string]int{"a": 7, "b": 0}, "7 map[a:7]"},
		{map[string]int{"a": 9, "b": 6, "c": 2}, "17 map[]"},
		{map[string]int{"a": 9, "b": 4, "c": 4}, "17 map[]"},
		{map[string]int{"a": 9, "b": 4, "c": 2, "d": 0}, "15 map[a:9]"},
	} {
		if got := published(c.counts); got != c.want {
			t.Errorf("%v: %s, want %s", c.counts, got, c.want)
		}
	}
}

// Even who knows the rule cannot work out one of 1 to 4: all rows of three are laid
// beside what is told of them.
func TestNoFewCanBeWorkedOut(t *testing.T) {
	const most = 12
	possible := map[string][3]map[int]bool{}
	var rows [][3]int
	for a := range most {
		for b := range most {
			for c := range most {
				row := [3]int{a, b, c}
				text := published(map[string]int{"a": a, "b": b, "c": c})
				if _, ok := possible[text]; !ok {
					possible[text] = [3]map[int]bool{{}, {}, {}}
				}
				for i, count := range row {
					possible[text][i][count] = true
				}
				rows = append(rows, row)
			}
		}
	}
	for _, row := range rows {
		text := published(map[string]int{"a": row[0], "b": row[1], "c": row[2]})
		for i, count := range row {
			if count > 0 && count < Fewest && len(possible[text][i]) < 2 {
				t.Fatalf("of %v is told %s: the %d can only be %v", row, text, count, possible[text][i])
			}
		}
	}
}
