package residents

import (
	"cmp"
	"net/http"
	"strconv"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
)

// found is one line of the staff's search. The first 12 digits of a NIK tell
// birth and sex, so only the last four are shown.
type found struct {
	ID         string `json:"id" db:"id"`
	Name       string `json:"name" db:"name"`
	NIKLast4   string `json:"nik_last4" db:"nik_last4"`
	HamletName string `json:"hamlet_name" db:"hamlet_name"`
	Address    string `json:"address" db:"address"`
	BirthDate  string `json:"birth_date" db:"birth_date"`
	LifeStatus string `json:"life_status" db:"life_status"`
	Account    string `json:"account" db:"account"` // none, opened, active
}

// results are the lines that somebody sees.
type results struct {
	Items   []found `json:"items"`
	More    bool    `json:"more"`    // there are others: another word would help
	Similar bool    `json:"similar"` // nobody is called exactly so; these are alike
}

// mostFound is how many are shown, mostRanked how many are compared for it.
const (
	mostFound  = 20
	mostRanked = 300
)

// search answers GET /api/residents/search?q=&purpose= with up to 20 residents
// within the caller's reach. Sixteen digits are a whole NIK, or the KK of a
// family; parts of one find nothing, so that nobody can guess their way through.
// Anything else are words of a name, an address or a hamlet, or their beginnings,
// in any order: "made sar" finds "Ni Made Sari". Where nobody is called so, those
// are shown whose names are a slip of the finger away.
func search(e *core.RequestEvent) error {
	within, err := reachAsked(e)
	if err != nil {
		return err
	}
	purpose, err := audit.PurposeOf(e)
	if err != nil {
		return err
	}
	answer, err := findResidents(e.App, within, e.Request.URL.Query().Get("q"))
	if err != nil {
		return err
	}
	ids := make([]string, len(answer.Items))
	for i, item := range answer.Items {
		ids[i] = item.ID
	}
	audit.Seen(e.App, e.Auth, purpose, audit.Found, ids...)
	return e.JSON(http.StatusOK, answer)
}

func findResidents(app core.App, within reach, q string) (results, error) {
	if number := TidyNumber(q); len(number) == 16 && strings.Trim(number, "0123456789") == "" {
		return byNumber(app, within, number)
	}
	words, any := soughtIn(q)
	if !any || !within.everywhere && len(within.hamlets) == 0 {
		return results{Items: []found{}}, nil
	}
	hits, similar, err := byWords(app, within, words)
	if err != nil {
		return results{}, err
	}
	if len(hits) == mostRanked { // the very name may stand further back
		called, err := byWholeName(app, q)
		if err != nil {
			return results{}, err
		}
		hits = append(called, hits...)
	}
	return show(app, within, words.best(distinct(hits)), similar)
}

// byWords tries what was typed, then what was likely meant.
func byWords(app core.App, within reach, words sought) (hits []hit, similar bool, err error) {
	failed := readerOf(app).with(app, func(known *vocabulary) {
		for _, match := range []func() string{
			func() string { return words.exactly(known, within.hamlets) },
			func() string { return words.nearly(known, within.hamlets, false) },
			func() string { return words.nearly(known, within.hamlets, true) },
		} {
			if hits, err = lookUp(app, match()); err != nil || len(hits) > 0 {
				return
			}
			similar = true
		}
	})
	return hits, similar, cmp.Or(failed, err)
}

// lookUp asks the index. It gives no order: a village has thousands called Wayan,
// and sorting them all would take longer than anybody waits.
func lookUp(app core.App, match string) (hits []hit, err error) {
	if match == "" {
		return nil, nil
	}
	err = app.DB().NewQuery(lookUpQuery).Bind(dbx.Params{"match": match, "most": mostRanked}).All(&hits)
	return hits, err
}

const lookUpQuery = `SELECT w.resident, w.name, w.living FROM resident_search s CROSS JOIN resident_words w ON w.doc = s.rowid
	WHERE resident_search MATCH {:match} LIMIT {:most}`

const wholeNameQuery = `SELECT id AS resident, name, life_status = 'hidup' AS living FROM residents
	WHERE name = {:name} COLLATE NOCASE LIMIT 20`

func byWholeName(app core.App, q string) (hits []hit, err error) {
	err = app.DB().NewQuery(wholeNameQuery).Bind(dbx.Params{"name": tidyName(q)}).All(&hits)
	return hits, err
}

const byNumberQuery = `SELECT id AS resident, name, life_status = 'hidup' AS living FROM residents
	WHERE nik = {:number} OR household = (SELECT id FROM households WHERE kk = {:number})
	ORDER BY name COLLATE NOCASE LIMIT 20`

func byNumber(app core.App, within reach, number string) (results, error) {
	var hits []hit
	if err := app.DB().NewQuery(byNumberQuery).Bind(dbx.Params{"number": number}).All(&hits); err != nil {
		return results{}, err
	}
	return show(app, within, hits, false)
}

func distinct(hits []hit) []hit {
	seen, once := map[string]bool{}, hits[:0:0]
	for _, h := range hits {
		if !seen[h.Resident] {
			seen[h.Resident] = true
			once = append(once, h)
		}
	}
	return once
}

// show reads what is shown of the best, in their order, and once more asks
// whether the caller may see them.
func show(app core.App, within reach, hits []hit, similar bool) (results, error) {
	answer := results{Items: []found{}, Similar: similar && len(hits) > 0}
	query, params := linesQuery(within, hits[:min(len(hits), 2*mostFound)])
	if query == "" {
		return answer, nil
	}
	var rows []found
	if err := app.DB().NewQuery(query).Bind(params).All(&rows); err != nil {
		return answer, err
	}
	byID := map[string]found{}
	for _, row := range rows {
		byID[row.ID] = row
	}
	for _, h := range hits {
		if row, seen := byID[h.Resident]; seen && len(answer.Items) < mostFound {
			answer.Items = append(answer.Items, row)
		}
	}
	answer.More = len(rows) > len(answer.Items) || len(hits) == mostRanked
	return answer, nil
}

func linesQuery(within reach, hits []hit) (string, dbx.Params) {
	params := dbx.Params{}
	list := func(prefix string, values []string) string {
		names := make([]string, len(values))
		for i, value := range values {
			names[i] = prefix + strconv.Itoa(i)
			params[names[i]] = value
			names[i] = "{:" + names[i] + "}"
		}
		return strings.Join(names, ",")
	}
	ids := make([]string, len(hits))
	for i, h := range hits {
		ids[i] = h.Resident
	}
	if len(ids) == 0 {
		return "", nil
	}
	where := "r.id IN (" + list("id", ids) + ")"
	if !within.everywhere {
		where += " AND +r.hamlet IN (" + list("hamlet", within.hamlets) + ")"
	}
	return `SELECT r.id, r.name, substr(r.nik, -4) AS nik_last4, r.birth_date, r.life_status, COALESCE(b.name, '') AS hamlet_name,
			COALESCE(NULLIF(r.address, ''), h.address, '') AS address,
			CASE WHEN a.id IS NULL THEN 'none' WHEN a.active AND a.activated_at != '' THEN 'active' ELSE 'opened' END AS account
		FROM residents r
		LEFT JOIN hamlets b ON b.id = r.hamlet
		LEFT JOIN households h ON h.id = r.household
		LEFT JOIN accounts a ON a.resident = r.id
		WHERE ` + where, params
}
