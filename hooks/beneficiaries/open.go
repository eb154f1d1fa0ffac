package beneficiaries

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/mask"
	"mdesa/hooks/web"
)

// open keeps what everybody may read.
var open = web.OpenAnswer{Name: "benefits", Of: []string{"beneficiaries", "benefit_payments", "programs", "hamlets", "residents"}}

// Answer is what everybody may know of who gets something out of a program.
type Answer struct {
	Program string `json:"program"`
	// How many get or got something; null for fewer than 5, of which nothing is told.
	Count   *int   `json:"count"`
	Paid    *int   `json:"paid"` // whole rupiah so far; null with count
	Hamlets []Cell `json:"hamlets"`
	Others  int    `json:"others"` // in the hamlets that are not named
	// Shortened names, where the office decided that they are public; else null.
	Names []Name `json:"names"`
}

// Name is somebody as a list on the notice board has them.
type Name struct {
	Name   string `json:"name"` // "W*** S***", of a group as it calls itself
	Hamlet string `json:"hamlet"`
}

// counted is who got something: not who was only thought of, or never paid before
// it stopped.
const counted = `b.program = {:program} AND (b.status IN ('active', 'ended') OR b.status = 'stopped' AND
	EXISTS (SELECT 1 FROM benefit_payments y WHERE y.beneficiary = b.id AND y.cancelled_on = ''))`

// openProgram answers GET /api/open/benefits/{program} with an [Answer], of
// published programs only. What is no program is an error, which is not kept.
func openProgram(e *core.RequestEvent) error {
	id := e.Request.PathValue("program")
	if !recordID.MatchString(id) {
		return errNoProgram
	}
	return open.JSON(e, id, func(app core.App) (any, error) { return answerOf(app, id) })
}

var recordID = regexp.MustCompile(`^[a-z0-9]{15}$`)

func answerOf(app core.App, id string) (*Answer, error) {
	program, err := app.FindRecordById("programs", id)
	if err != nil || !program.GetBool("published") {
		return nil, errNoProgram.Because(err)
	}
	params, cells := dbx.Params{"program": id}, []Cell{}
	err = app.DB().NewQuery(`SELECT m.id AS hamlet, m.name, COUNT(*) AS count FROM beneficiaries b JOIN hamlets m ON m.id = b.hamlet
		WHERE ` + counted + ` GROUP BY m.id ORDER BY m.sort, m.name`).Bind(params).All(&cells)
	if err != nil {
		return nil, err
	}
	answer := &Answer{Program: id}
	answer.Count, answer.Hamlets, answer.Others = Open(cells)
	slices.SortFunc(answer.Hamlets, func(a, b Cell) int { return strings.Compare(a.Name, b.Name) })
	if answer.Count != nil {
		var paid int
		err = app.DB().NewQuery(`SELECT COALESCE(SUM(y.amount), 0) FROM benefit_payments y JOIN beneficiaries b ON b.id = y.beneficiary
			WHERE b.program = {:program} AND y.cancelled_on = ''`).Bind(params).Row(&paid)
		answer.Paid = &paid
	}
	if err == nil && program.GetBool("names_public") {
		answer.Names, err = namesOf(app, params)
	}
	return answer, err
}

func namesOf(app core.App, params dbx.Params) ([]Name, error) {
	rows := []struct{ Name, Target, Hamlet string }{}
	err := app.DB().NewQuery(`SELECT COALESCE(r.name, b.group_name) AS name, b.target, COALESCE(m.name, '') AS hamlet FROM beneficiaries b
		LEFT JOIN residents r ON r.id = b.resident LEFT JOIN hamlets m ON m.id = b.hamlet WHERE b.emptied_on = '' AND ` + counted).Bind(params).All(&rows)
	names := make([]Name, len(rows))
	for i, row := range rows {
		names[i] = Name{row.Name, row.Hamlet}
		if row.Target != OfGroup {
			names[i].Name = mask.Name(row.Name)
		}
	}
	// By hamlet and letters: the order tells no more than the words.
	slices.SortFunc(names, func(a, b Name) int {
		return strings.Compare(a.Hamlet+"\x00"+a.Name, b.Hamlet+"\x00"+b.Name)
	})
	return names, err
}
