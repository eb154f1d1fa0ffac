package lifeevents

import (
	"cmp"
	"slices"
)

// Memory is what an event changed: enough to take it back, and to see whether
// something has changed the same since.
type Memory struct {
	Residents  map[string]Change `json:"residents,omitempty"`
	Households map[string]Change `json:"households,omitempty"`
}

// Change is one record before and after, by column; From is nil for a record
// that the event made.
type Change struct {
	From map[string]string `json:"from,omitempty"`
	To   map[string]string `json:"to"`
}

// Columns that events change.
var (
	residentColumns  = []string{"life_status", "household", "hamlet", "family_role", "marital_status", "address"}
	householdColumns = []string{"hamlet", "address", "rt", "rw", "ended_on"}
)

// fields are the columns that differ. All of them for a new record.
func (c Change) fields() []string {
	var changed []string
	for _, column := range append(append([]string{}, residentColumns...), "rt", "rw", "ended_on") {
		to, told := c.To[column]
		if told && (c.From == nil || c.From[column] != to) {
			changed = append(changed, column)
		}
	}
	return changed
}

// isHead tells whether one side of a change is a living head of a household.
func isHead(side map[string]string, household string) bool {
	return side["life_status"] == living && side["family_role"] == head && side["household"] == household
}

// Words of the register.
const (
	living  = "hidup"
	dead    = "mati"
	moved   = "pindah"
	missing = "hilang"
	away    = "pergi"
	invalid = "tidak valid"

	head = "kepala keluarga"
)

// people are the ids of all residents whom the event changed.
func (m Memory) people() []string {
	ids := make([]string, 0, len(m.Residents))
	for id := range m.Residents {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// hamlet is where the event belongs: where its person or family was before it,
// or is since.
func (m Memory) hamlet(resident, household string) string {
	for _, change := range []Change{m.Residents[resident], m.Households[household]} {
		if hamlet := cmp.Or(change.From["hamlet"], change.To["hamlet"]); hamlet != "" {
			return hamlet
		}
	}
	for _, id := range m.people() {
		return cmp.Or(m.Residents[id].From["hamlet"], m.Residents[id].To["hamlet"])
	}
	return ""
}
