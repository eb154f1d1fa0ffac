package requests

import (
	"slices"
	"strings"

	"mdesa/hooks/definition"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

// A report can be about people of the office itself. It is confidential then, its
// steps go to others, and it stays closed to those whom it concerns: to the posts
// that the reporter named, and to the people who held them when it was filed,
// whatever post they hold later.

var errNobodyLeft = fault.New(fault.Invalid, "report.nobody_left",
	"Bila laporan ini tentang mereka semua, tidak ada lagi yang dapat menanganinya di kantor ini. Sampaikan kepada camat, inspektorat, atau lapor.go.id; atau pilih yang paling berkaitan saja.",
	"If this report is about all of them, nobody is left at this office to handle it. Take it to the camat, the inspectorate or lapor.go.id; or choose only whom it concerns most.")

// standIns are who takes over a step from a post that a report is about, the
// first choice first.
var standIns = map[string][]string{
	HamletHead:  {Officer, Secretary, VillageHead},
	Officer:     {Secretary, VillageHead},
	Secretary:   {VillageHead, Officer},
	VillageHead: {Secretary, Officer},
}

// Concerned are the posts and the officers (by id) that a report is about.
type Concerned []string

// ReadConcerned reads them as a request keeps them: "|secretary|<id>|".
func ReadConcerned(kept string) Concerned {
	return strings.FieldsFunc(kept, func(r rune) bool { return r == '|' })
}

func (c Concerned) String() string {
	if len(c) == 0 {
		return ""
	}
	return "|" + strings.Join(c, "|") + "|"
}

// Has tells whether it is about an officer, or about a post that they stand in for.
func (c Concerned) Has(postOrID string) bool { return slices.Contains(c, postOrID) }

// around gives the definition with its steps led around those whom a report is
// about, and whether somebody is left for each. Definitions are shared by all
// requests of a service; one kept apart would tell that there is such a report.
func (c Concerned) around(def *definition.Definition) (*definition.Definition, bool) {
	if len(c) == 0 {
		return def, true
	}
	led, complete := *def, true
	led.Steps = slices.Clone(def.Steps)
	for i, step := range led.Steps {
		if !c.Has(step.Role) {
			continue
		}
		others := slices.DeleteFunc(slices.Clone(standIns[step.Role]), c.Has)
		if len(others) == 0 {
			complete = false
			continue
		}
		led.Steps[i].Role, led.Steps[i].Unit = others[0], ""
	}
	return &led, complete
}

// next are those whom a step opens to when its own do not act.
func (c Concerned) next(role string) []string {
	return slices.DeleteFunc(delegation.NextInLine(role), c.Has)
}

// without leaves out those whom it is about.
func (c Concerned) without(people []delegation.Person) []delegation.Person {
	return slices.DeleteFunc(people, func(p delegation.Person) bool { return c.Has(p.Role) || c.Has(p.ID) })
}

// notAbout is the condition that a request is about none of these posts and
// officers; see turn.go.
func notAbout(postsAndIDs ...string) string {
	ways := make([]string, 0, len(postsAndIDs))
	for _, one := range postsAndIDs {
		if one != "" {
			ways = append(ways, "instr(r.concerns, '|"+strings.ReplaceAll(one, "'", "''")+"|') = 0")
		}
	}
	if len(ways) == 0 {
		return ""
	}
	return "(r.concerns = '' OR " + strings.Join(ways, " AND ") + ")"
}
