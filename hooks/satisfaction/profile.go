package satisfaction

import (
	"maps"
	"slices"
	"time"
)

// Attributes of respondents that a report tells, PermenPANRB 14/2017.
var Attributes = []string{"age_group", "sex", "education", "occupation"}

// AgeGroups are all of them, the youngest first.
var AgeGroups = []string{"below_20", "20_29", "30_39", "40_49", "50_59", "from_60"}

// AgeGroup is where somebody born on a day ("2006-01-02") stands today; "" where the
// register knows no birth date.
func AgeGroup(born, today time.Time) string {
	if born.IsZero() {
		return ""
	}
	decade := 0
	for decade < len(AgeGroups)-1 && !born.AddDate(20+10*decade, 0, 0).After(today) {
		decade++
	}
	return AgeGroups[decade]
}

// Profile counts respondents by attribute and value.
type Profile map[string]map[string]int

// And is both together, in a new one.
func (p Profile) And(other Profile) Profile {
	sum := Profile{}
	for _, one := range []Profile{p, other} {
		for attribute, counts := range one {
			if sum[attribute] == nil {
				sum[attribute] = map[string]int{}
			}
			for value, count := range counts {
				sum[attribute][value] += count
			}
		}
	}
	return sum
}

// Share is a value of an attribute and how many respondents have it.
type Share struct {
	Value   string `json:"value"`              // "other": values put together, and not known
	LabelEN string `json:"label_en,omitempty"` // of the register's own words
	Count   int    `json:"count"`
}

const others = "other"

// Shares are the values of an attribute, the largest first, without any of fewer
// than [Fewest]: those are put together as others, with the next larger ones until
// they are enough. What is still too few is not told at all.
func (p Profile) Shares(attribute string) []Share {
	list := []Share{}
	rest := Share{Value: others}
	for _, value := range slices.Sorted(maps.Keys(p[attribute])) {
		if count := p[attribute][value]; value == "" || count < Fewest {
			rest.Count += count
		} else {
			list = append(list, Share{Value: value, Count: count})
		}
	}
	slices.SortStableFunc(list, func(a, b Share) int { return b.Count - a.Count })
	for rest.Count > 0 && rest.Count < Fewest && len(list) > 0 {
		rest.Count += list[len(list)-1].Count
		list = list[:len(list)-1]
	}
	if rest.Count >= Fewest {
		list = append(list, rest)
	}
	return list
}
