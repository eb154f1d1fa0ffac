package residents

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// found is one line of the staff's search. The first 12 digits of a NIK tell
// birth and sex, so only the last four are shown.
type found struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	NIKLast4   string `json:"nik_last4"`
	HamletName string `json:"hamlet_name"`
	Address    string `json:"address"`
	BirthDate  string `json:"birth_date"`
	LifeStatus string `json:"life_status"`
	Account    string `json:"account"` // none, opened, active
}

const mostFound = 20

// search answers GET /api/residents/search?q= with up to 20 residents within the
// caller's reach. Sixteen digits are a whole NIK, or the KK of a family; parts
// of one find nothing, so that nobody can guess their way through. Anything else
// is the beginnings of words of a name, in any order: "made sar" finds
// "Ni Made Sari".
func search(e *core.RequestEvent) error {
	within, err := reachOf(e.Auth)
	if err != nil {
		return err
	}
	items, err := findResidents(e.App, within, e.Request.URL.Query().Get("q"))
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items})
}

func findResidents(app core.App, within reach, q string) ([]found, error) {
	items := []found{}
	query, params := searchQuery(within, q)
	if query == "" {
		return items, nil
	}
	var rows []struct {
		found
		NIK         string `db:"nik"`
		HasAccount  bool   `db:"has_account"`
		Active      bool   `db:"active"`
		ActivatedAt string `db:"activated_at"`
	}
	if err := app.DB().NewQuery(query).Bind(params).All(&rows); err != nil {
		return nil, err
	}
	for _, row := range rows {
		row.NIKLast4 = row.NIK[max(0, len(row.NIK)-4):]
		row.Account = stateOfAccount(row.HasAccount, row.Active, row.ActivatedAt)
		items = append(items, row.found)
	}
	return items, nil
}

// searchQuery is "" when there is nothing to look for.
//
// A number is looked up in the unique indexes. Words of a name can stand
// anywhere in it, and half of Bali is called I Wayan or Ni Made, so an index by
// the first letters would help nobody: SQLite walks the index of names instead,
// in order and without touching the table, and stops at the twentieth match. A
// hamlet head's search walks only their hamlets' part of (hamlet, name). The worst
// case, a word that nobody has among 25,000 names, measured 9 ms.
func searchQuery(within reach, q string) (string, dbx.Params) {
	params := dbx.Params{"most": mostFound}
	var conditions []string
	if number := TidyNumber(q); len(number) == 16 && strings.Trim(number, "0123456789") == "" {
		params["number"] = number
		conditions = append(conditions,
			"(r.nik = {:number} OR r.household = (SELECT id FROM households WHERE kk = {:number}))")
	} else {
		for i, word := range nameWords(q) {
			key := "word" + strconv.Itoa(i)
			params[key] = "% " + escapeLike(word) + "%"
			conditions = append(conditions, `(' ' || r.name) LIKE {:`+key+`} ESCAPE '\'`)
		}
	}
	if len(conditions) == 0 {
		return "", nil
	}
	if !within.everywhere {
		var hamlets []string
		for i, hamlet := range within.hamlets {
			key := "hamlet" + strconv.Itoa(i)
			params[key] = hamlet
			hamlets = append(hamlets, "{:"+key+"}")
		}
		conditions = append(conditions, "r.hamlet IN ("+strings.Join(hamlets, ",")+")")
	}
	return `SELECT r.id, r.name, r.nik, r.birth_date, r.life_status, COALESCE(b.name, '') AS hamlet_name,
			COALESCE(NULLIF(r.address, ''), h.address, '') AS address,
			a.id IS NOT NULL AS has_account, COALESCE(a.active, FALSE) AS active,
			COALESCE(a.activated_at, '') AS activated_at
		FROM residents r
		LEFT JOIN hamlets b ON b.id = r.hamlet
		LEFT JOIN households h ON h.id = r.household
		LEFT JOIN accounts a ON a.resident = r.id
		WHERE ` + strings.Join(conditions, " AND ") + `
		ORDER BY r.name COLLATE NOCASE, r.id LIMIT {:most}`, params
}

// nameWords are the words to look for: at most five, and together at least two
// letters, so that a slip of the finger does not list the village.
func nameWords(q string) []string {
	words := strings.Fields(q)
	if len(strings.Join(words, "")) < 2 || len(q) > 150 {
		return nil
	}
	return words[:min(len(words), 5)]
}

func escapeLike(word string) string {
	return strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(word)
}
