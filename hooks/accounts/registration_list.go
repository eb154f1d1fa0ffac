package accounts

import (
	"net/http"
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/list"

	"mdesa/hooks/audit"
)

// What a desk reads at once. Sweeping keeps no more waiting than mostWaiting.
const mostDecided = 100

// registrationLine is one line of the desk: everything that was sent for one
// NIK stands in one line, the one that agrees best for all of them.
type registrationLine struct {
	ID         string `json:"id"`
	Name       string `json:"name"` // as typed
	NIKLast4   string `json:"nik_last4"`
	HamletName string `json:"hamlet_name"`
	Agreeing   int    `json:"agreeing"` // of 4
	Account    string `json:"account"`
	State      string `json:"state"`
	Created    string `json:"created"`
	DecidedAt  string `json:"decided_at"`
	DecidedBy  string `json:"decided_by"`
	Others     int    `json:"others"` // more that were sent for the same NIK
}

// listRegistrations answers GET /api/accounts/registrations?tab=likely|doubtful|decided.
func listRegistrations(e *core.RequestEvent) error {
	hamlets, err := reachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	query := candidates(e.App)
	if hamlets != nil {
		query.AndWhere(dbx.In("r.hamlet", list.ToInterfaceSlice(hamlets)...))
	}
	tab := e.Request.URL.Query().Get("tab")
	if tab == "decided" {
		query.AndWhere(dbx.NewExp("g.state != 'waiting' AND g.nik != ''")).OrderBy("g.decided_at DESC").Limit(mostDecided)
	} else {
		query.AndWhere(dbx.HashExp{"g.state": waiting}).OrderBy(bestFirst, "g.created").Limit(mostWaiting)
	}
	var found []candidate
	if err := query.All(&found); err != nil {
		return err
	}
	if tab != "decided" {
		slices.SortStableFunc(found, func(a, b candidate) int { return a.Created.Compare(b.Created) })
	}
	counts := map[string]int{"likely": 0, "doubtful": 0}
	lines, seen := []registrationLine{}, []string{}
	for _, one := range bestOfEach(found, tab == "decided") {
		kind := "doubtful"
		if one.agreement().Likely() {
			kind = "likely"
		}
		if tab != "decided" {
			counts[kind]++
			if kind != tab && (tab == "doubtful" || kind == "doubtful") {
				continue
			}
		}
		lines = append(lines, one.line())
		if one.Resident != "" {
			seen = append(seen, one.Resident)
		}
	}
	audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.Upkeep}, audit.Listed, seen...)
	return e.JSON(http.StatusOK, map[string]any{"items": lines, "counts": counts})
}

// bestFirst puts what the register fits before the rest, so that a flood between
// two sweeps cannot push a resident over the edge of what is read. It says almost
// what Compare says, which judges afterwards: of a name, case, spaces, points and
// what stands behind a comma make no difference.
var bestFirst = `CASE WHEN r.id IS NULL THEN 0 ELSE 1 + 2 * (h.kk IS g.kk) + 2 * (` + bareName("r.name") + ` IS ` + bareName("g.name") + `)
	+ (r.birth_date IS g.birth_date) END DESC`

func bareName(column string) string {
	return "replace(replace(lower(substr(" + column + ", 1, instr(" + column + " || ',', ',') - 1)), ' ', ''), '.', '')"
}

type lineOf struct {
	candidate
	others int
}

// bestOfEach keeps, of all for one NIK, the one that agrees best; the oldest of
// equals, in its place.
func bestOfEach(found []candidate, each bool) []lineOf {
	var lines []lineOf
	at := map[string]int{}
	for _, one := range found {
		i, there := at[one.NIK]
		switch {
		case each || !there:
			at[one.NIK] = len(lines)
			lines = append(lines, lineOf{candidate: one})
		case one.agreement().Count() > lines[i].agreement().Count():
			lines[i] = lineOf{one, lines[i].others + 1}
		default:
			lines[i].others++
		}
	}
	return lines
}

func (l lineOf) line() registrationLine {
	return registrationLine{
		ID: l.ID, Name: l.Name, NIKLast4: last4(l.NIK), HamletName: l.HamletName, Agreeing: l.agreement().Count(),
		Account: l.account(), State: l.State, Created: l.Created.String(), DecidedAt: l.DecidedAt.String(),
		DecidedBy: l.DecidedName, Others: l.others,
	}
}

func last4(number string) string { return number[max(0, len(number)-4):] }
