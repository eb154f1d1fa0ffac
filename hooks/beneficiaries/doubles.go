package beneficiaries

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// Double is other aid that the same people get.
type Double struct {
	ID        string `json:"id" db:"id"` // of the other beneficiary
	Program   string `json:"program" db:"program"`
	Title     string `json:"title" db:"title"`
	TitleEN   string `json:"title_en" db:"title_en"`
	Target    string `json:"target" db:"target"`
	Name      string `json:"name" db:"name"` // who gets it
	Amount    int    `json:"amount" db:"amount"`
	InKind    string `json:"in_kind" db:"in_kind"`
	Period    string `json:"period" db:"period"`
	SameKind  bool   `json:"same_kind"` // money and money every so often
	Household bool   `json:"household"` // not the person themselves but somebody of their family
}

// doublesOf finds what a person, or the people of a household, get besides: all
// active aid of the person, of their household, and of others in it. Aid to a
// group is nobody's own.
func doublesOf(app core.App, except, target, resident, household string) ([]Double, error) {
	if target == OfGroup {
		return []Double{}, nil
	}
	if target == OfPerson {
		if err := app.DB().Select("household").From("residents").Where(dbx.HashExp{"id": resident}).Row(&household); err != nil {
			return nil, err
		}
	}
	found := []Double{}
	err := app.DB().NewQuery(`SELECT b.id, b.program, p.title, p.title_en, b.target, COALESCE(r.name, '') AS name, b.amount, b.in_kind, b.period,
			b.target = 'person' AND b.resident != {:resident} AS household
		FROM beneficiaries b JOIN programs p ON p.id = b.program LEFT JOIN residents r ON r.id = b.resident
		WHERE b.status = 'active' AND b.id != {:except} AND b.id IN (
			SELECT id FROM beneficiaries WHERE resident != '' AND resident = {:resident} AND target = 'person'
			UNION SELECT id FROM beneficiaries WHERE household != '' AND household = {:household}
			UNION SELECT o.id FROM beneficiaries o WHERE o.resident != '' AND o.target = 'person' AND {:household} != ''
				AND o.resident IN (SELECT id FROM residents WHERE household = {:household}))
		ORDER BY b.created`).
		Bind(dbx.Params{"except": except, "resident": resident, "household": household}).All(&found)
	return found, err
}

// alike marks what is of the same kind as an amount in money, or in kind.
func alike(doubles []Double, money bool) []Double {
	for i := range doubles {
		doubles[i].SameKind = (doubles[i].Amount > 0) == money
	}
	return doubles
}
