package satisfaction

import (
	"sync"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// months keeps how closed months went, which no longer changes unless the office
// changes its hours or days off.
type months struct {
	mu   sync.Mutex
	kept map[string]map[string]*Record // month → service → record
}

func monthsOf(app core.App) *months {
	return app.Store().GetOrSet("satisfaction.months", func() any { return &months{} }).(*months)
}

func forgetMonths(e *core.RecordEvent) error {
	m := monthsOf(e.App)
	m.mu.Lock()
	m.kept = nil
	m.mu.Unlock()
	return e.Next()
}

// of is how each service did in a month that is over.
func (m *months) of(app core.App, month string) (map[string]*Record, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if known, ok := m.kept[month]; ok {
		return known, nil
	}
	read, err := readMonth(app, month)
	if err == nil {
		if m.kept == nil {
			m.kept = map[string]map[string]*Record{}
		}
		m.kept[month] = read
	}
	return read, err
}

// stepsOfMonth are the events of what the office completed in a month. Of reports
// only those that all can read are counted, as the statistics do: a difference
// would tell of what somebody told in confidence.
const stepsOfMonth = `SELECT r.id, r.service, r.hamlet, r.due_at, e.action, e.at
	FROM requests r JOIN request_events e ON e.request = r.id JOIN services s ON s.id = r.service
	WHERE r.waiting_for = '' AND r.closed_at >= {:from} AND r.closed_at < {:to} AND r.status = 'completed'
		AND (s.kind != 'report' OR ` + readByAll + `)
	ORDER BY r.id, e.seq`

func readMonth(app core.App, month string) (map[string]*Record, error) {
	from, err := beginOf(app, month)
	if err != nil {
		return nil, err
	}
	to, err := beginOf(app, nextMonth(month))
	if err != nil {
		return nil, err
	}
	var rows []struct {
		ID, Service, Hamlet, Action, At string
		DueAt                           string `db:"due_at"`
	}
	if err := app.ConcurrentDB().NewQuery(stepsOfMonth).Bind(dbx.Params{"from": stamp(from), "to": stamp(to)}).All(&rows); err != nil {
		return nil, err
	}
	records := map[string]*Record{}
	for begin := 0; begin < len(rows); {
		end := begin
		var steps []Step
		for end < len(rows) && rows[end].ID == rows[begin].ID {
			steps = append(steps, Step{rows[end].Action, moment(rows[end].At)})
			end++
		}
		clock, err := office.ClockFor(app, rows[begin].Hamlet)
		if err != nil {
			return nil, err
		}
		service := rows[begin].Service
		if records[service] == nil {
			records[service] = &Record{}
		}
		records[service].add(Measure(steps, moment(rows[begin].DueAt), clock.Between))
		begin = end
	}
	return records, nil
}

// moment reads a time as PocketBase stores it; the zero time for none.
func moment(stored string) time.Time {
	at, err := time.Parse("2006-01-02 15:04:05.000Z", stored)
	if err != nil {
		return time.Time{}
	}
	return at
}
