package board

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// Day is what happened today, on the office's wall.
type Day struct {
	Filed         int `json:"filed"`
	FirstAnswered int `json:"first_answered"`
	Answered      int `json:"answered"`
	Closed        int `json:"closed"`
}

// Week is what happened in one, from its Monday.
type Week struct {
	Monday   string `json:"monday"` // "2026-11-23"
	Filed    int    `json:"filed"`
	Answered int    `json:"answered"`
}

// weeks is how many a board looks back.
const weeks = 8

// follow counts days and weeks.
func (b *Board) follow(app core.App, within string, params dbx.Params, zone *time.Location, now time.Time) error {
	local := now.In(zone)
	midnight := time.Date(local.Year(), local.Month(), local.Day(), 0, 0, 0, 0, zone)
	day := with(params, dbx.Params{"from": stamp(midnight), "to": stamp(midnight.AddDate(0, 0, 1))})
	today := func(column string) string {
		return "COALESCE(sum(" + column + " >= {:from} AND " + column + " < {:to}), 0)"
	}
	err := app.ConcurrentDB().Select(today("r.submitted_at"), today("r.first_answered_at"), today("r.answered_at"), today("r.closed_at")).
		From("reports r").Where(dbx.NewExp(within, day)).
		Row(&b.Today.Filed, &b.Today.FirstAnswered, &b.Today.Answered, &b.Today.Closed)
	if err != nil {
		return err
	}
	first := mondayOf(midnight).AddDate(0, 0, -7*(weeks-1))
	filed, err := since(app, within, params, "r.submitted_at", first)
	if err != nil {
		return err
	}
	answered, err := since(app, within, params, "r.answered_at", first)
	b.Weeks = weekly(first, filed, answered)
	return err
}

func since(app core.App, within string, params dbx.Params, column string, first time.Time) ([]time.Time, error) {
	var found []types.DateTime
	err := app.ConcurrentDB().Select(column).From("reports r").
		Where(dbx.NewExp(within+" AND "+column+" >= {:first}", with(params, dbx.Params{"first": stamp(first)}))).Column(&found)
	moments := make([]time.Time, len(found))
	for i, at := range found {
		moments[i] = at.Time()
	}
	return moments, err
}

func mondayOf(midnight time.Time) time.Time {
	return midnight.AddDate(0, 0, -(int(midnight.Weekday())+6)%7)
}

// weekly counts moments by the week, from the first Monday on.
func weekly(first time.Time, filed, answered []time.Time) []Week {
	list := make([]Week, weeks)
	for i := range list {
		list[i].Monday = first.AddDate(0, 0, 7*i).Format(time.DateOnly)
	}
	week := func(at time.Time) int {
		for i := weeks - 1; i >= 0; i-- {
			if !at.Before(first.AddDate(0, 0, 7*i)) {
				return i
			}
		}
		return 0
	}
	for _, at := range filed {
		list[week(at)].Filed++
	}
	for _, at := range answered {
		list[week(at)].Answered++
	}
	return list
}
