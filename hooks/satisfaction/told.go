package satisfaction

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// ToldMonth is what hooks/statistics publish of a month: how many requests were
// completed. No page of this slice tells another number of requests, so that what
// is hidden there cannot be worked out here.
type ToldMonth struct {
	Total    *int            // nil: 1 to 4
	Services map[string]*int // by id; nil: hidden, and not 0; missing: 0, or nothing is told of any
}

const ofServices = "services/"

// toldMonths are all months that the statistics told of, by month. They were told
// once, when they were over, and do not change.
func toldMonths(app core.App) (map[string]ToldMonth, error) {
	var rows []struct{ Key, Body string }
	if err := app.ConcurrentDB().Select("key", "body").From("statistics").Where(dbx.Like("key", ofServices).Match(false, true)).All(&rows); err != nil {
		return nil, err
	}
	ids, err := serviceIDs(app)
	if err != nil {
		return nil, err
	}
	months := map[string]ToldMonth{}
	for _, row := range rows {
		var body struct {
			Services  []struct{ Key string }
			Completed struct {
				Total *int
				Items []*int
			}
		}
		if err := json.Unmarshal([]byte(row.Body), &body); err != nil {
			return nil, err
		}
		month := ToldMonth{body.Completed.Total, map[string]*int{}}
		for i, count := range body.Completed.Items {
			month.Services[ids[body.Services[i].Key]] = count
		}
		months[strings.TrimPrefix(row.Key, ofServices)] = month
	}
	return months, nil
}

func serviceIDs(app core.App) (map[string]string, error) {
	var rows []struct{ ID, Key string }
	err := app.ConcurrentDB().Select("id", "key").From("services").All(&rows)
	ids := map[string]string{}
	for _, row := range rows {
		ids[row.Key] = row.ID
	}
	return ids, err
}

func knownOf(app core.App, months map[string]ToldMonth) (Known, error) {
	known := Known{}
	for month, told := range months {
		for service, count := range told.Services {
			switch {
			case count == nil:
				known.add(service, month, 1)
			case *count > 0:
				known.add(service, month, *count)
			}
		}
	}
	return known, known.addReports(app)
}

func (k Known) addReports(app core.App) error {
	clock, err := office.ClockOf(app)
	if err != nil {
		return err
	}
	var rows []struct {
		Service, At string
		Count       int
	}
	// by ten minutes: months begin at other hours elsewhere, and rows stay few
	err = app.ConcurrentDB().NewQuery(`SELECT r.service, substr(r.closed_at, 1, 15) AS at, count(*) AS count FROM requests r
		WHERE r.waiting_for = '' AND r.status = 'completed' AND ` + readByAll + ` GROUP BY 1, 2`).All(&rows)
	for _, row := range rows {
		if at, err := time.Parse("2006-01-02 15:04", row.At+"0"); err == nil {
			k.add(row.Service, clock.Day(at)[:len("2026-11")], row.Count)
		}
	}
	return err
}

// readByAll is the condition that a request is a report that anybody can read.
const readByAll = `EXISTS (SELECT 1 FROM reports p WHERE p.request = r.id AND p.public = TRUE AND p.identity IN ('shown', 'hidden'))`
