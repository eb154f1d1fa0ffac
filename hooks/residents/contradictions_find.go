package residents

import (
	"cmp"
	"slices"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// temporaryFor is how many days a temporary number may last before somebody asks
// for the real one; a birth is to be reported within 60 days (UU 23/2006 art. 27).
const temporaryFor = 60

// findContradictions are all within reach that nobody has called no problem as
// they are now.
func findContradictions(app core.App, within reach) ([]contradiction, error) {
	today := office.Today(app)
	day, err := time.Parse(time.DateOnly, today)
	if err != nil {
		return nil, err
	}
	asked := dbx.Params{"today": today, "longAgo": day.AddDate(0, 0, -temporaryFor).Format(time.DateOnly)}
	settled, err := settledOnes(app)
	if err != nil {
		return nil, err
	}
	var found []contradiction
	for _, query := range contradictionQueries {
		var rows []contradictionRow
		if err := app.DB().NewQuery(query).Bind(asked).All(&rows); err != nil {
			return nil, err
		}
		for _, row := range rows {
			for _, c := range row.unpack() {
				if !settled[settledKey{c.Kind, c.Subject, c.Mark}] && within.coversAll(c.Hamlets) {
					found = append(found, c)
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b contradiction) int {
		return cmp.Or(cmp.Compare(slices.Index(Kinds, a.Kind), slices.Index(Kinds, b.Kind)), cmp.Compare(a.Subject, b.Subject))
	})
	return found, nil
}

func (r reach) coversAll(hamlets []string) bool {
	return !slices.ContainsFunc(hamlets, func(hamlet string) bool { return !r.covers(hamlet) })
}

type settledKey struct{ kind, subject, mark string }

func settledOnes(app core.App) (map[settledKey]bool, error) {
	var rows []struct{ Kind, Subject, Mark string }
	err := app.DB().Select("kind", "subject", "mark").From("settlements").Where(dbx.HashExp{"decision": notAProblem}).All(&rows)
	settled := map[settledKey]bool{}
	for _, row := range rows {
		settled[settledKey{row.Kind, row.Subject, row.Mark}] = true
	}
	return settled, err
}
