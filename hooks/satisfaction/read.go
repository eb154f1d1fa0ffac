package satisfaction

import (
	"fmt"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// lastClosed is the month before this one. Answers of the running month are not
// told: whoever looked after each could take the difference.
func lastClosed(app core.App) string { return shifted(office.Today(app)[:len("2026-11")], -1) }

// blocksOf are all blocks that may be published today.
func blocksOf(app core.App) ([]Block, error) {
	last := lastClosed(app)
	groups, err := groupsUntil(app, last)
	if err != nil {
		return nil, err
	}
	return Blocks(groups, last), nil
}

// groupsUntil adds up the full forms by service and month.
func groupsUntil(app core.App, last string) ([]Group, error) {
	sums := make([]string, len(Elements))
	for i, element := range Elements {
		sums[i] = fmt.Sprintf("sum(%s)", element)
	}
	rows, err := app.ConcurrentDB().NewQuery(`SELECT service, month, count(*), ` + strings.Join(sums, ", ") + `
		FROM ratings WHERE full = TRUE AND month <= {:last} GROUP BY service, month`).Bind(dbx.Params{"last": last}).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	byPlace := map[string]*Group{}
	for rows.Next() {
		var group Group
		into := []any{&group.Service, &group.Month, &group.Answers}
		for i := range group.Sums {
			into = append(into, &group.Sums[i])
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		group.Profile = Profile{}
		byPlace[group.Service+group.Month] = &group
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if err := addProfiles(app, last, byPlace); err != nil {
		return nil, err
	}
	groups := make([]Group, 0, len(byPlace))
	for _, place := range sortedKeys(byPlace) {
		groups = append(groups, *byPlace[place])
	}
	return groups, nil
}

func addProfiles(app core.App, last string, groups map[string]*Group) error {
	for _, attribute := range Attributes {
		var found []struct {
			Service, Month, Value string
			Count                 int
		}
		err := app.ConcurrentDB().NewQuery(`SELECT service, month, ` + attribute + ` AS value, count(*) AS count
			FROM ratings WHERE full = TRUE AND month <= {:last} GROUP BY service, month, ` + attribute).Bind(dbx.Params{"last": last}).All(&found)
		if err != nil {
			return err
		}
		for _, one := range found {
			group := groups[one.Service+one.Month]
			if group == nil { // given between the two readings; the next answer has it
				continue
			}
			if group.Profile[attribute] == nil {
				group.Profile[attribute] = map[string]int{}
			}
			group.Profile[attribute][one.Value] = one.Count
		}
	}
	return nil
}

// served is how many requests were completed in a period's closed months: those
// whom a survey could have asked.
func served(app core.App, period Period, last string) (count int, err error) {
	until := min(period.To, last)
	if until < period.From {
		return 0, nil
	}
	from, err := beginOf(app, period.From)
	if err != nil {
		return 0, err
	}
	to, err := beginOf(app, nextMonth(until))
	if err != nil {
		return 0, err
	}
	err = app.ConcurrentDB().NewQuery(`SELECT count(*) FROM requests WHERE waiting_for = '' AND status = 'completed' AND closed_at >= {:from} AND closed_at < {:to}`).
		Bind(dbx.Params{"from": stamp(from), "to": stamp(to)}).Row(&count)
	return count, err
}

// beginOf is the moment at which a month begins on the office's wall.
func beginOf(app core.App, month string) (time.Time, error) {
	clock, err := office.ClockOf(app)
	if err != nil {
		return time.Time{}, err
	}
	return time.ParseInLocation("2006-01", month, clock.Location())
}

// stamp writes a moment as PocketBase stores it.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05.000Z") }
