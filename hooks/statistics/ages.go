package statistics

import (
	"fmt"
	"strconv"
	"strings"
)

// Ages stand in groups of five years up to oldest and more; the last column is of
// those whose day of birth is not known.
const (
	oldest    = 75
	ageGroups = oldest/5 + 1
	ageless   = ageGroups
)

// widths are how areas may be cut: five years, fifteen years, and the stages of
// children, working age and the old. Each begins a group at these ages.
var widths = [][]int{
	{0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75},
	{0, 15, 30, 45, 60, 75},
	{0, 15, 60},
}

// enough people in a cell, on average, for a table that tells more than it hides.
const enough = 10

// widthFor is the finest cut that areas of one sex can bear.
func widthFor(people, areas int) []int {
	for _, width := range widths[:2] {
		if people >= enough*areas*len(width) {
			return width
		}
	}
	return widths[2]
}

// ageColumns are the columns of a cut; unknown adds the last one.
func ageColumns(begins []int, unknown bool) []Column {
	columns := []Column{}
	for i, begin := range begins {
		key := fmt.Sprintf("%d+", begin)
		if i+1 < len(begins) {
			key = fmt.Sprintf("%d-%d", begin, begins[i+1]-1)
		}
		columns = append(columns, Column{Key: key})
	}
	if unknown {
		columns = append(columns, Column{Key: notRecorded})
	}
	return columns
}

// intoWidth tells in which group of a cut each group of five years lies.
func intoWidth(begins []int, unknown bool) []int {
	into := []int{}
	for group := range ageGroups {
		at := 0
		for i, begin := range begins {
			if group*5 >= begin {
				at = i
			}
		}
		into = append(into, at)
	}
	if unknown {
		into = append(into, len(begins))
	}
	return into
}

// ageGroup is the group of five years on a day, both written "2026-11-23".
func ageGroup(born, on string) int {
	from, ok := digits(born)
	to, okTo := digits(on)
	if !ok || !okTo || from > to {
		return ageless
	}
	return min((to-from)/10000/5, ageGroups-1) // of 20261123 − 19900110 the first digits are full years
}

func digits(day string) (int, bool) {
	n, err := strconv.Atoi(strings.ReplaceAll(day, "-", ""))
	return n, err == nil && len(day) == len("2006-01-02")
}
