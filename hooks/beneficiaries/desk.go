package beneficiaries

import (
	"net/http"
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var errNoProgram = fault.New(fault.NotFound, "benefit.no_program",
	"Program tidak ditemukan.", "There is no such program.")

// ProgramRow is a program with how many it has in the reader's reach.
type ProgramRow struct {
	ID        string `json:"id" db:"id"`
	Title     string `json:"title" db:"title"`
	TitleEN   string `json:"title_en" db:"title_en"`
	Year      int    `json:"year" db:"year"`
	Published bool   `json:"published" db:"published"`
	Names     bool   `json:"names_public" db:"names_public"`
	Candidate int    `json:"candidate" db:"candidate"`
	Active    int    `json:"active" db:"active"`
	Stopped   int    `json:"stopped" db:"stopped"`
	Ended     int    `json:"ended" db:"ended"`
	Attention int    `json:"attention" db:"attention"`
	Paid      int    `json:"paid" db:"paid"` // rupiah so far
}

// within is the SQL condition that a beneficiary lies in a reach, and its values.
func within(reach delegation.Reach, params dbx.Params) string {
	if reach.Everywhere {
		return "1 = 1"
	}
	condition := "b.hamlet IN ('-'"
	for i, hamlet := range reach.Hamlets {
		name := "hamlet" + string(rune('a'+i/26)) + string(rune('a'+i%26))
		params[name] = hamlet
		condition += ", {:" + name + "}"
	}
	return condition + ")"
}

// needsLook is what an officer has to look at: what a hook flagged, and who is
// registered otherwise than as living here, whoever wrote that.
const needsLook = `(b.attention != '' OR b.status IN ('active', 'candidate') AND b.resident != '' AND
	COALESCE((SELECT life_status FROM residents WHERE id = b.resident), '') != 'hidup')`

// programs answers GET /api/benefits/programs for staff: {"items": [ProgramRow],
// "may_keep"}, programs of aid and others that somebody gets something from, the
// latest year first. Only sums.
func programs(e *core.RequestEvent) error {
	reach, err := delegation.ReachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	params, items := dbx.Params{}, []ProgramRow{}
	in := within(reach, params)
	err = e.App.DB().NewQuery(`SELECT p.id, p.title, p.title_en, p.year, p.published, p.names_public,
			COALESCE(SUM(b.status = 'candidate'), 0) AS candidate, COALESCE(SUM(b.status = 'active'), 0) AS active,
			COALESCE(SUM(b.status = 'stopped'), 0) AS stopped, COALESCE(SUM(b.status = 'ended'), 0) AS ended,
			COALESCE(SUM(` + needsLook + `), 0) AS attention,
			COALESCE((SELECT SUM(y.amount) FROM benefit_payments y JOIN beneficiaries b ON b.id = y.beneficiary
				WHERE b.program = p.id AND y.cancelled_on = '' AND ` + in + `), 0) AS paid
		FROM programs p LEFT JOIN beneficiaries b ON b.program = p.id AND ` + in + `
		GROUP BY p.id HAVING p.kind = 'aid' OR COUNT(b.id) > 0 ORDER BY p.year DESC, p.title`).Bind(params).All(&items)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items, "may_keep": mayKeep(e.App, e.Auth) == nil})
}

// pageSize is how many lines a page of a list has.
const pageSize = 50

// listed answers GET /api/benefits/programs/{program}?status=&hamlet=&attention=&q=&page=
// for staff: {"program", "items": [StaffRow], "total", "page", "may_keep"}. Each
// line is noted as seen.
func listed(e *core.RequestEvent) error {
	reach, err := delegation.ReachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	program, err := programOf(e)
	if err != nil {
		return err
	}
	query := e.Request.URL.Query()
	params := dbx.Params{"program": program.Id, "status": query.Get("status"), "hamlet": query.Get("hamlet"), "q": "%" + escaped(query.Get("q")) + "%"}
	where := "WHERE b.program = {:program} AND " + within(reach, params)
	for name, condition := range map[string]string{"status": "b.status = {:status}", "hamlet": "b.hamlet = {:hamlet}", "attention": needsLook,
		"q": `(r.name LIKE {:q} ESCAPE '\' OR b.group_name LIKE {:q} ESCAPE '\' OR b.participant_number LIKE {:q} ESCAPE '\')`} {
		if query.Get(name) != "" {
			where += " AND " + condition
		}
	}
	var total int
	if err := e.App.DB().NewQuery("SELECT COUNT(*) FROM beneficiaries b LEFT JOIN residents r ON r.id = b.resident " + where).Bind(params).Row(&total); err != nil {
		return err
	}
	page := pageIn(query.Get("page"))
	params["limit"], params["offset"] = pageSize, (page-1)*pageSize
	rows, err := rowsOf(e.App, office.Today(e.App), where+" ORDER BY m.sort, hamlet_name, name, b.id LIMIT {:limit} OFFSET {:offset}", params)
	if err == nil {
		err = markOwn(e, rows)
	}
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, purposeOf(e), audit.Listed, residentsIn(rows)...)
	return e.JSON(http.StatusOK, map[string]any{"program": programFacts(program), "items": rows, "total": total, "page": page,
		"size": pageSize, "may_keep": mayKeep(e.App, e.Auth) == nil})
}

func programOf(e *core.RequestEvent) (*core.Record, error) {
	program, err := e.App.FindRecordById("programs", e.Request.PathValue("program"))
	if err != nil {
		return nil, errNoProgram.Because(err)
	}
	return program, nil
}

func programFacts(program *core.Record) map[string]any {
	facts := map[string]any{"id": program.Id}
	for _, field := range []string{"title", "title_en", "year", "published", "names_public", "state"} {
		facts[field] = program.Get(field)
	}
	return facts
}

func residentsIn(rows []StaffRow) []string {
	var residents []string
	for _, row := range rows {
		if row.Resident != "" && !slices.Contains(residents, row.Resident) {
			residents = append(residents, row.Resident)
		}
	}
	return residents
}

// markOwn tells the reader which lines are their own family's.
func markOwn(e *core.RequestEvent, rows []StaffRow) error {
	kin, err := kinOf(e.App, e.Auth)
	for i := range rows {
		if err == nil {
			rows[i].Own, err = isOwn(e.App, kin, rows[i].Resident, rows[i].Household)
		}
	}
	return err
}

// one answers GET /api/benefits/one/{id} for staff: {"item": StaffRow, "receivers":
// [{id, name}], "may_keep"}; receivers are the living members of a household.
func one(e *core.RequestEvent) error {
	reach, err := delegation.ReachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	rows, err := rowsOf(e.App, office.Today(e.App), "WHERE b.id = {:id}", dbx.Params{"id": e.Request.PathValue("id")})
	if err == nil && (len(rows) == 0 || !reach.Covers(rows[0].Hamlet)) {
		err = errUnseen
	}
	if err == nil {
		err = markOwn(e, rows)
	}
	if err != nil {
		return err
	}
	row := &rows[0]
	if row.Doubles, err = doublesOf(e.App, row.ID, row.Target, row.Resident, row.Household); err != nil {
		return err
	}
	row.Doubles = alike(row.Doubles, row.Amount > 0)
	receivers := []member{}
	if row.Target == OfHousehold {
		if err := e.App.DB().NewQuery(selectMembers).Bind(dbx.Params{"household": row.Household}).All(&receivers); err != nil {
			return err
		}
	}
	seen := residentsIn(rows)
	for _, receiver := range receivers {
		if receiver.ID != row.Resident {
			seen = append(seen, receiver.ID)
		}
	}
	audit.Seen(e.App, e.Auth, purposeOf(e), audit.Viewed, seen...)
	return e.JSON(http.StatusOK, map[string]any{"item": row, "receivers": receivers, "may_keep": mayKeep(e.App, e.Auth) == nil})
}

type member struct {
	ID   string `json:"id" db:"id"`
	Name string `json:"name" db:"name"`
	Role string `json:"family_role" db:"family_role"`
}

const selectMembers = `SELECT id, name, family_role FROM residents WHERE household = {:household} AND life_status = 'hidup'
	ORDER BY family_role != 'kepala keluarga', birth_date`
