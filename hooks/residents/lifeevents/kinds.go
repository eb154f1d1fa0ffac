package lifeevents

import "slices"

// kind is one sort of life event.
type kind struct {
	happens func(*event) error
	// to whom it can happen: states of life of the event's resident. Kinds
	// without are about a household, or bring the resident along.
	to []string
	// the head of the family left behind must be named, when it takes the head
	needsHead bool
}

// kinds by their key, as the collection's field `kind` lists them.
var kinds = map[string]kind{
	"birth":           {happens: birth},
	"death":           {happens: death, to: []string{living, missing, away}, needsHead: true},
	"arrival":         {happens: arrival, needsHead: true},
	"departure":       {happens: departure, to: []string{living, away}, needsHead: true},
	"missing":         {happens: becomes(missing), to: []string{living, away}},
	"away":            {happens: becomes(away), to: []string{living}},
	"found":           {happens: found, to: []string{missing, away, dead}},
	"household_split": {happens: split, needsHead: true},
	"household_join":  {happens: join, needsHead: true},
	"head_change":     {happens: headChange, needsHead: true},
	"move_within":     {happens: moveWithin},
	"invalid":         {happens: declareInvalid, to: []string{living, dead, moved, missing, away}, needsHead: true},
	"reversal":        {happens: reverse},
}

// Possible are the kinds that can happen to somebody in a state of life, in the
// order in which a desk offers them.
func Possible(state string) []string {
	var possible []string
	for _, key := range []string{"birth", "death", "departure", "move_within", "household_split", "household_join", "head_change",
		"missing", "away", "found", "arrival", "invalid"} {
		switch key {
		case "birth", "move_within", "household_split", "household_join", "head_change":
			if state == living {
				possible = append(possible, key)
			}
		case "arrival":
			if state == moved {
				possible = append(possible, key)
			}
		default:
			if slices.Contains(kinds[key].to, state) {
				possible = append(possible, key)
			}
		}
	}
	return possible
}
