package satisfaction

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// lastClosed is the month before this one. Answers of the running month are not
// told: whoever looked after each could take the difference.
func lastClosed(app core.App) string { return shifted(office.Today(app)[:len("2026-11")], -1) }

// lastTold is the last month that is over for the statistics too, which count it
// in the night after.
func lastTold(app core.App, told map[string]ToldMonth) string {
	last := lastClosed(app)
	if len(told) == 0 {
		return last
	}
	return min(last, slices.Max(slices.Collect(maps.Keys(told))))
}

// blocksOf are all blocks that may be published today: of what residents said
// themselves, by service, and of what officers entered for them, in all.
func blocksOf(app core.App, told map[string]ToldMonth) (own, counter []Block, err error) {
	known, err := knownOf(app, told)
	if err != nil {
		return nil, nil, err
	}
	last := lastTold(app, told)
	groups, err := groupsUntil(app, "service", bySelf, last)
	if err != nil {
		return nil, nil, err
	}
	entered, err := groupsUntil(app, "''", atCounter, last)
	return Blocks(groups, last, known), Blocks(entered, last, nil), err
}

// groupsUntil adds up the full forms of one way by month and by an expression, the
// service or nothing.
func groupsUntil(app core.App, by, channel, last string) ([]Group, error) {
	sums := make([]string, len(Elements))
	for i, element := range Elements {
		sums[i] = fmt.Sprintf("sum(%s)", element)
	}
	rows, err := app.ConcurrentDB().NewQuery(`SELECT ` + by + `, month, count(*), ` + strings.Join(sums, ", ") + `
		FROM ratings WHERE full = TRUE AND channel = {:channel} AND month <= {:last} GROUP BY 1, 2`).Bind(dbx.Params{"channel": channel, "last": last}).Rows()
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
	if err := addProfiles(app, by, channel, last, byPlace); err != nil {
		return nil, err
	}
	groups := make([]Group, 0, len(byPlace))
	for _, place := range sortedKeys(byPlace) {
		groups = append(groups, *byPlace[place])
	}
	return groups, nil
}

func addProfiles(app core.App, by, channel, last string, groups map[string]*Group) error {
	for _, attribute := range Attributes {
		var found []struct {
			Service, Month, Value string
			Count                 int
		}
		err := app.ConcurrentDB().NewQuery(`SELECT ` + by + ` AS service, month, ` + attribute + ` AS value, count(*) AS count
			FROM ratings WHERE full = TRUE AND channel = {:channel} AND month <= {:last} GROUP BY 1, 2, 3`).Bind(dbx.Params{"channel": channel, "last": last}).All(&found)
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

// served is how many requests were completed in a period, as far as the statistics
// tell of it: those whom a survey could have asked.
func served(told map[string]ToldMonth, period Period) (sum int) {
	for month, one := range told {
		if one.Total != nil && period.Holds(month) {
			sum += *one.Total
		}
	}
	return sum
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
