package hooks_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
	"mdesa/hooks/office"
	"mdesa/hooks/satisfaction"
	"mdesa/hooks/statistics"
)

// ending fills the last months with requests, reports and answers.
type ending struct {
	village
	random *rand.Rand
	made   int
}

func (a *ending) ended(service, kind, month string, count int, fields dbx.Params) {
	a.t.Helper()
	for range count {
		a.made++
		at := a.moment(month)
		id := fmt.Sprintf("agree%010d", a.made)
		row := dbx.Params{"id": id, "code": fmt.Sprintf("A%07d", a.made), "service": service, "kind": kind, "resident": a.Wayan.Id, "hamlet": apptest.KajaID,
			"status": "completed", "waiting_for": "", "confidential": false, "submitted_at": at, "closed_at": at, "due_at": at}
		for name, value := range fields {
			row[name] = value
		}
		a.inserts("requests", row)
		for seq, action := range []string{"submit", "sign"} {
			a.inserts("request_events", dbx.Params{"id": fmt.Sprintf("e%d%013d", seq, a.made), "request": id, "seq": seq + 1, "action": action, "at": at})
		}
		if kind == "report" {
			public := fields == nil
			a.inserts("reports", dbx.Params{"id": id, "request": id, "code": fmt.Sprintf("R%07d", a.made), "service": service, "category": "x", "category_name": "X", "identity": "hidden", "public": public, "state": "done", "submitted_at": at})
		}
		if a.random.IntN(3) > 0 {
			rating := dbx.Params{"id": id, "mark": id, "service": service, "month": month, "channel": "self", "full": true, "overall": 4}
			for _, element := range satisfaction.Elements {
				rating[element] = 4
			}
			a.inserts("ratings", rating)
		}
	}
}

// moment lies in a month on the office's wall (WITA): often its first or its last.
func (a *ending) moment(month string) string {
	first, err := time.Parse("2006-01", month)
	if err != nil {
		a.t.Fatal(err)
	}
	begin := first.Add(-8 * time.Hour)
	end := first.AddDate(0, 1, 0).Add(-8*time.Hour - time.Millisecond)
	return []time.Time{begin, end, begin.AddDate(0, 0, a.random.IntN(28))}[a.random.IntN(3)].Format("2006-01-02 15:04:05.000Z")
}

func (a *ending) inserts(table string, row dbx.Params) {
	a.t.Helper()
	if _, err := a.DB().Insert(table, row).Execute(); err != nil {
		a.t.Fatal(err)
	}
}

// TestThePromisesAndTheSatisfactionTellNoCountThatTheStatisticsHide: every number of
// requests on the board is one that the statistics tell, or a sum of such and of
// reports that all can read; and there are never more answers than these. So
// whoever lays the three side by side knows no more than from the statistics.
func TestThePromisesAndTheSatisfactionTellNoCountThatTheStatisticsHide(t *testing.T) {
	v := start(t)
	today, err := time.Parse(time.DateOnly, office.Today(v))
	if err != nil {
		t.Fatal(err)
	}
	letters, reports := []string{"domicile", "business", "poor-household", "travel"}, []string{"report-waste"}
	a := &ending{village: v, random: rand.New(rand.NewPCG(7, 8))}
	first := time.Date(today.Year(), today.Month(), 1, 0, 0, 0, 0, time.UTC)
	for back := 0; back <= 14; back++ {
		month := first.AddDate(0, -back, 0).Format("2006-01")
		for _, key := range letters {
			a.ended(v.Service(key).Id, "letter", month, a.random.IntN(3)*a.random.IntN(6), nil)
			a.ended(v.Service(key).Id, "letter", month, a.random.IntN(3), dbx.Params{"status": "rejected"})
		}
		for _, key := range reports {
			a.ended(v.Service(key).Id, "report", month, a.random.IntN(9), nil)
			a.ended(v.Service(key).Id, "report", month, a.random.IntN(3), dbx.Params{"confidential": true})
		}
	}
	if _, err := statistics.Publish(v, false); err != nil {
		t.Fatal(err)
	}
	var told statistics.Answer
	v.Do("GET", "/api/open/statistics", nil, apptest.Guest).Want(200).Into(&told)
	var board satisfaction.Board
	v.Do("GET", "/api/open/promises", nil, apptest.Guest).Want(200).Into(&board)
	c := &comparison{t: t, known: map[string]int{}, answers: map[string]int{}, told: told}
	c.readable(v)
	shown, hidden := c.board(board, letters)
	if shown == 0 || hidden == 0 {
		t.Fatalf("%d told, %d hidden: this proves nothing", shown, hidden)
	}
	for year := first.Year() - 2; year <= first.Year(); year++ {
		for _, period := range satisfaction.PeriodsOf(year) {
			if period.From > today.Format("2006-01") {
				continue
			}
			var result satisfaction.Result
			v.Do("GET", "/api/open/satisfaction?period="+period.Key, nil, apptest.Guest).Want(200).Into(&result)
			c.result(period, result)
		}
	}
	if len(c.answers) == 0 || c.answers["domicile"] == 0 {
		t.Fatalf("no answers are told: this proves nothing: %v", c.answers)
	}
}

// comparison holds what the statistics tell beside the other two.
type comparison struct {
	t       *testing.T
	told    statistics.Answer
	known   map[string]int // public reports by service and month
	answers map[string]int // by service
}

func (c *comparison) readable(v village) {
	var rows []struct {
		Key, Month string
		Count      int
	}
	if err := v.DB().NewQuery(`SELECT s.key, strftime('%Y-%m', r.closed_at, '+8 hours') AS month, count(*) AS count FROM requests r JOIN reports p ON p.request = r.id
		JOIN services s ON s.id = r.service WHERE p.public = TRUE GROUP BY 1, 2`).All(&rows); err != nil {
		c.t.Fatal(err)
	}
	for _, row := range rows {
		c.known[row.Key+row.Month] = row.Count
	}
}

// count is what the statistics tell of a service's month; -1 where they hide it.
func (c *comparison) count(service, month string) int {
	for _, one := range c.told.Months {
		for i, column := range c.told.Services {
			if one.Month == month && column.Key == service && one.Completed.Items != nil {
				if one.Completed.Items[i] == nil {
					return -1
				}
				return *one.Completed.Items[i]
			}
		}
	}
	return -1
}

func (c *comparison) board(board satisfaction.Board, letters []string) (shown, hidden int) {
	all := 0
	for _, month := range board.Months {
		if month.Closed == nil {
			hidden++
			continue
		}
		all += *month.Closed
		want := c.known["report-waste"+month.Month]
		for _, one := range c.told.Months {
			if one.Month == month.Month {
				if one.Completed.Total == nil {
					c.t.Errorf("%s: %d are told, the statistics hide them", month.Month, *month.Closed)
					continue
				}
				want += *one.Completed.Total
			}
		}
		if *month.Closed != want {
			c.t.Errorf("%s: %d are told, want %d", month.Month, *month.Closed, want)
		}
	}
	if *board.All.Closed != all {
		c.t.Errorf("%d in all, the months add up to %d", *board.All.Closed, all)
	}
	for _, service := range board.Services {
		sum := 0
		for _, month := range service.Months {
			if month.Closed == nil {
				hidden++
				continue
			}
			shown++
			sum += *month.Closed
			want := c.known[service.Key+month.Month]
			if !strings.HasPrefix(service.Key, "report") {
				want = c.count(service.Key, month.Month)
			}
			if *month.Closed != want || want < 5 {
				c.t.Errorf("%s %s: %d are told, want %d", service.Key, month.Month, *month.Closed, want)
			}
		}
		if *service.Closed != sum {
			c.t.Errorf("%s: %d in all, the months add up to %d", service.Key, *service.Closed, sum)
		}
	}
	return shown, hidden
}

// result: a year's answers and those of the years before are not more than the
// requests of which everybody knows.
func (c *comparison) result(period satisfaction.Period, result satisfaction.Result) {
	population := 0
	for _, month := range c.told.Months {
		if period.Holds(month.Month) && month.Completed.Total != nil {
			population += *month.Completed.Total
		}
	}
	if result.Population != population {
		c.t.Errorf("%s: %d were completed, the statistics tell %d", period.Key, result.Population, population)
	}
	for _, service := range result.Services {
		if service.Index != nil && service.Answers < satisfaction.Fewest {
			c.t.Errorf("%s: %s has %d answers", period.Key, service.Key, service.Answers)
		}
	}
	if len(period.Key) > len("2026") {
		return
	}
	for _, service := range result.Services {
		known := 0
		for _, month := range c.told.Months {
			if month.Month <= period.To {
				known += c.atLeast(service.Key, month)
			}
		}
		if c.answers[service.Key] += service.Answers; c.answers[service.Key] > known {
			c.t.Errorf("%s: %s has %d answers, %d requests are known", period.Key, service.Key, c.answers[service.Key], known)
		}
	}
}

// atLeast is how many requests of a month everybody knows of.
func (c *comparison) atLeast(service string, month statistics.Month) int {
	known := c.known[service+month.Month]
	for i, column := range c.told.Services {
		switch items := month.Completed.Items; {
		case column.Key != service || items == nil:
		case items[i] == nil:
			known++
		default:
			known += *items[i]
		}
	}
	return known
}
