package notify

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

// calendar is when nothing leaves: kept in memory until a holiday or the office
// changes.
type calendar struct {
	zone  *time.Location
	nyepi []string // days
}

func calendarMemory(app core.App) *web.Remembered[calendar] {
	return web.Memory[calendar](app, "notify.calendar")
}

func forgetCalendar(e *core.RecordEvent) error { return calendarMemory(e.App).WhileWriting(e) }

func calendarOf(app core.App) (*calendar, error) {
	return calendarMemory(app).Get(app, func(app core.App) (*calendar, error) {
		clock, err := office.ClockOf(app)
		if err != nil {
			return nil, err
		}
		read := &calendar{zone: clock.Location()}
		current, err := office.Current(app)
		if err != nil || current.GetString("province") != "Bali" {
			return read, err // elsewhere it is a holiday like others
		}
		var days []struct {
			Day  string `db:"day"`
			Kind string `db:"kind"`
			Name string `db:"name"`
		}
		if err := app.DB().Select("day", "kind", "name").From("holidays").Where(dbx.HashExp{"hamlet": ""}).All(&days); err != nil {
			return nil, err
		}
		for _, day := range days {
			if isNyepi(day.Kind, day.Name) {
				read.nyepi = append(read.nyepi, day.Day)
			}
		}
		return read, nil
	})
}

// leaves is when a message may leave that could leave at t: emergencies at any
// hour but for Nyepi, all else outside of the person's quiet hours.
func (c *calendar) leaves(t time.Time, urgency Urgency, quiet Quiet, id string) time.Time {
	after, spread := t, time.Duration(0)
	for range 3 { // Nyepi ends where quiet hours may still go on
		if ends := nyepiUntil(after, c.nyepi, c.zone); ends.After(after) {
			after, spread = ends, spreadAfterNyepi
		}
		if ends := quiet.until(after, c.zone); urgency != Emergency && ends.After(after) {
			after, spread = ends, max(spread, spreadAfterQuiet)
		}
	}
	if spread == 0 {
		return t
	}
	return later(after, spread, id)
}

// stamp writes a moment as the database keeps it.
func stamp(t time.Time) string {
	moment, err := types.ParseDateTime(t)
	if err != nil {
		return ""
	}
	return moment.String()
}

func cut(text string, letters int) string {
	if runes := []rune(text); len(runes) > letters {
		return string(runes[:letters])
	}
	return text
}
