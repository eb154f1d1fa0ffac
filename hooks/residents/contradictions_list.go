package residents

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
)

const contradictionsPage = 20

// doubted is a person in a contradiction; numbers are masked as in every list.
type doubted struct {
	ID           string `json:"id" db:"id"`
	Name         string `json:"name" db:"name"`
	NIKLast4     string `json:"nik_last4" db:"nik_last4"`
	NIKTemporary bool   `json:"nik_temporary" db:"nik_temporary"`
	BirthDate    string `json:"birth_date" db:"birth_date"`
	NIKBirth     string `json:"nik_birth,omitempty" db:"nik_birth"` // DDMMYY as the NIK says, of who is in doubt for it
	Sex          string `json:"sex" db:"sex"`
	FamilyRole   string `json:"family_role" db:"family_role"`
	LifeStatus   string `json:"life_status" db:"life_status"`
	HamletName   string `json:"hamlet_name" db:"hamlet_name"`
	Address      string `json:"address" db:"address"`
	KKLast4      string `json:"kk_last4" db:"kk_last4"`
}

type contradictionItem struct {
	Kind    string    `json:"kind"`
	Subject string    `json:"subject"`
	Mark    string    `json:"mark"`
	People  []doubted `json:"people"`
}

type kindCount struct {
	Kind  string `json:"kind"`
	Count int    `json:"count"`
}

// contradictions answers GET /api/residents/contradictions?kind=&page= with how
// many there are of each kind, and a page of one kind, or of all.
func contradictions(e *core.RequestEvent) error {
	within, err := reachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	found, err := findContradictions(e.App, within)
	if err != nil {
		return err
	}
	counts := []kindCount{}
	for _, kind := range Kinds {
		if n := countOf(found, kind); n > 0 {
			counts = append(counts, kindCount{kind, n})
		}
	}
	query := e.Request.URL.Query()
	if kind := query.Get("kind"); kind != "" {
		found = slices.DeleteFunc(found, func(c contradiction) bool { return c.Kind != kind })
	}
	page, _ := strconv.Atoi(query.Get("page"))
	page = max(page, 1)
	from := min((page-1)*contradictionsPage, len(found))
	shown := found[from:min(from+contradictionsPage, len(found))]
	items, ids, err := withPeople(e.App, shown)
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, audit.StatedOr(e, audit.Upkeep), audit.Listed, ids...)
	return e.JSON(http.StatusOK, map[string]any{
		"kinds": counts, "items": items, "page": page, "more": from+len(shown) < len(found), "may_settle": maySettle(e.Auth),
	})
}

func countOf(found []contradiction, kind string) (n int) {
	for _, c := range found {
		if c.Kind == kind {
			n++
		}
	}
	return n
}

// withPeople reads who they are about; ids are of everybody, once.
func withPeople(app core.App, shown []contradiction) (items []contradictionItem, ids []string, err error) {
	for _, c := range shown {
		ids = append(ids, c.People...)
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	var rows []doubted
	if len(ids) > 0 {
		in := make([]any, len(ids))
		for i, id := range ids {
			in[i] = id
		}
		err = app.DB().Select("r.id", "r.name", "substr(r.nik, -4) AS nik_last4", "r.nik_temporary", "r.birth_date", "substr(r.nik, 7, 6) AS nik_birth",
			"r.sex", "r.family_role", "r.life_status", "COALESCE(b.name, '') AS hamlet_name",
			"COALESCE(NULLIF(r.address, ''), h.address, '') AS address", "COALESCE(substr(h.kk, -4), '') AS kk_last4").
			From("residents r").LeftJoin("hamlets b", dbx.NewExp("b.id = r.hamlet")).
			LeftJoin("households h", dbx.NewExp("h.id = r.household")).Where(dbx.In("r.id", in...)).All(&rows)
	}
	byID := map[string]doubted{}
	for _, row := range rows {
		byID[row.ID] = row
	}
	items = []contradictionItem{}
	for _, c := range shown {
		item := contradictionItem{c.Kind, c.Subject, c.Mark, []doubted{}}
		for _, id := range c.People {
			person := byID[id]
			if c.Kind != nikBirth {
				person.NIKBirth = "" // six more digits of a number are shown only where they matter
			}
			item.People = append(item.People, person)
		}
		slices.SortFunc(item.People, func(a, b doubted) int {
			return cmp.Or(cmp.Compare(roleRank(a.FamilyRole), roleRank(b.FamilyRole)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
		})
		items = append(items, item)
	}
	return items, ids, err
}
