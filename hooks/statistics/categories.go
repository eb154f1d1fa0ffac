package statistics

import (
	"cmp"
	"slices"
	"strings"
)

// Columns that are no category of the register.
const (
	notRecorded = "not_recorded"
	others      = "others"
)

// label is how the register's reference table writes a value.
type label struct {
	Value   string `db:"value"`
	Label   string `db:"label"`
	LabelEN string `db:"label_en"`
	sort    int
}

// categories are the columns of an attribute: those that anybody has, in the order
// of the reference table, or, where there are more than most, the most frequent
// and all others together. find tells the column of a value.
func categories(counts map[string]int, labels []label, most int) (columns []Column, find func(value string) int) {
	known := map[string]label{}
	for i, l := range labels {
		l.sort = i
		known[folded(l.Value)] = l
	}
	keys := []string{}
	rest := 0
	for key, n := range counts {
		if key != "" && n > 0 {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	if len(keys) > most {
		for _, key := range keys[most:] {
			rest += counts[key]
		}
		keys = keys[:most]
	} else {
		slices.SortFunc(keys, func(a, b string) int { return cmp.Or(place(known, a)-place(known, b), cmp.Compare(a, b)) })
	}
	at := map[string]int{}
	for _, key := range keys {
		l, ok := known[key]
		if !ok {
			l = label{Label: key, LabelEN: key}
		}
		at[key] = len(columns)
		columns = append(columns, Column{Key: key, Label: l.Label, LabelEN: l.LabelEN})
	}
	other := len(columns)
	if rest > 0 {
		columns = append(columns, Column{Key: others})
	}
	if counts[""] > 0 {
		at[""] = len(columns)
		columns = append(columns, Column{Key: notRecorded})
	}
	return columns, func(value string) int {
		if i, ok := at[value]; ok {
			return i
		}
		return other
	}
}

func place(known map[string]label, key string) int {
	if l, ok := known[key]; ok {
		return l.sort
	}
	return len(known)
}

// folded is a value as it is compared: registers write it in many ways.
func folded(value string) string { return strings.ToLower(strings.TrimSpace(value)) }
