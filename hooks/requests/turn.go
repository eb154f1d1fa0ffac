package requests

import (
	"strings"

	"mdesa/hooks/delegation"
)

// The conditions of Stand in SQL, for lists: r is the request. What goes into
// them are ids and keys of the database and this package's own names, quoted
// all the same.

// nothing is a condition that no request meets.
const nothing = "0"

// inReach is the condition that an officer may see a request; "" for all.
func inReach(actor Actor) string {
	if actor.Role != HamletHead {
		if MayRead(actor, "", "") {
			return ""
		}
		return nothing
	}
	ways := []string{oneOf("r.hamlet", actor.Hamlets)}
	for _, power := range actor.Powers {
		hamlet := ""
		if power.Post == HamletHead {
			hamlet = oneOf("r.hamlet", power.Hamlets)
		}
		ways = append(ways, all(of("r.service", power.Services), hamlet))
	}
	return either(ways)
}

// letIn is the condition that a request is not confidential, or an officer's turn.
func letIn(actor Actor) string { return "(r.confidential = 0 OR " + waitsFor(actor) + ")" }

// unnamed is a column that is empty for confidential requests.
func unnamed(column string) string {
	return "(CASE r.confidential WHEN 0 THEN r." + column + " ELSE '' END) AS " + column
}

// waitsFor is the condition that it is an officer's turn, for a request that is
// not over. It agrees with TurnOf.
func waitsFor(actor Actor) string {
	ways := []string{fills(actor.Role, actor.Hamlets, actor.Units, ""), stepsInto(actor.Role, "")}
	for _, power := range actor.Powers {
		service := all(of("r.service", power.Services), notAbout(power.Post))
		ways = append(ways, fills(power.Post, power.Hamlets, power.Units, service), stepsInto(power.Post, service))
	}
	turn := either(ways)
	return "(" + all(turn, noneOf("r.resident", actor.Kin.Residents), noneOf("r.account", actor.Kin.Accounts), notAbout(actor.Role, actor.ID)) + ")"
}

// fills is the condition that a post holds the step of a request.
func fills(post string, hamlets, units []string, service string) string {
	roles := delegation.Covers(post)
	if len(roles) == 0 {
		return nothing
	}
	hamlet, unit := "", ""
	if post == HamletHead {
		hamlet = oneOf("r.hamlet", hamlets)
	}
	if post == Officer {
		unit = oneOf("r.waiting_unit", append([]string{""}, units...))
	}
	return all(oneOf("r.waiting_for", roles), service, hamlet, unit)
}

// stepsInto is the condition that a post may take over the step of a request.
func stepsInto(post, service string) string {
	var roles []string
	for _, role := range delegation.Posts {
		for _, next := range delegation.NextInLine(role) {
			if next == post {
				roles = append(roles, role)
			}
		}
	}
	if len(roles) == 0 {
		return nothing
	}
	return all("r.escalated = 1", oneOf("r.waiting_for", roles), service)
}

// of restricts a column to some values; no values restrict nothing.
func of(column string, values []string) string {
	if len(values) == 0 {
		return ""
	}
	return oneOf(column, values)
}

func oneOf(column string, values []string) string {
	quoted := make([]string, len(values))
	for i, value := range values {
		quoted[i] = "'" + strings.ReplaceAll(value, "'", "''") + "'"
	}
	return column + " IN (" + strings.Join(quoted, ", ") + ")"
}

func noneOf(column string, values []string) string {
	if len(values) == 0 {
		return ""
	}
	return "NOT " + oneOf(column, values)
}

func all(conditions ...string) string {
	kept := conditions[:0]
	for _, condition := range conditions {
		if condition != "" {
			kept = append(kept, condition)
		}
	}
	if len(kept) == 0 {
		return "1"
	}
	return strings.Join(kept, " AND ")
}

func either(ways []string) string {
	var kept []string
	for _, way := range ways {
		if way != nothing {
			kept = append(kept, way)
		}
	}
	switch len(kept) {
	case 0:
		return nothing
	case 1:
		return kept[0]
	}
	return "(" + strings.Join(kept, " OR ") + ")"
}
