package lifeevents_test

import (
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/residents"
	"mdesa/hooks/residents/ledger"
	"mdesa/hooks/residents/lifeevents"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	fault.Register(app)
	access.Register(app)
	office.Register(app)
	residents.Register(app)
	ledger.Register(app)
	lifeevents.Register(app)
}

// village is Taman Sari with its events.
type village struct {
	*apptest.App
	t     testing.TB
	today string
}

func start(t testing.TB) village {
	t.Helper()
	app := apptest.New(t, register)
	return village{app, t, office.Today(app)}
}

// body of an event that happened and was reported today.
func (v village) body(kind string, resident *core.Record, more map[string]any) map[string]any {
	body := map[string]any{"kind": kind, "event_date": v.today, "reported_on": v.today, "reported_by": "I Gede Pasek"}
	if resident != nil {
		body["resident"] = resident.Id
	}
	for field, value := range more {
		body[field] = value
	}
	return body
}

// post records an event at the desk.
func (v village) post(kind string, resident *core.Record, more map[string]any) answer {
	v.t.Helper()
	return answer{v.Do("POST", "/api/collections/life_events/records", v.body(kind, resident, more), v.Officer), v.t}
}

type answer struct {
	*apptest.Response
	t testing.TB
}

// WantField ends the test unless the event was refused for this field.
func (a answer) WantField(field, key string) {
	a.t.Helper()
	if got := a.WantFault(400, "event.unsound").FieldKey(field); got != key {
		a.t.Fatalf("%s is refused with %q, want %q: %s", field, got, key, a.Body)
	}
}

// happens records an event that must be possible and gives its id.
func (v village) happens(kind string, resident *core.Record, more map[string]any) string {
	v.t.Helper()
	return v.post(kind, resident, more).Want(200).JSON()["id"].(string)
}

func (v village) takeBack(event string) answer {
	v.t.Helper()
	return v.post("reversal", nil, map[string]any{"reverses": event, "note": "salah orang"})
}

func (v village) data(fields map[string]any) map[string]any { return map[string]any{"data": fields} }

// read is a resident, or another record, as it now stands.
func (v village) read(record *core.Record) *core.Record {
	v.t.Helper()
	return v.find(record.Collection().Name, record.Id)
}

func (v village) find(collection, id string) *core.Record {
	v.t.Helper()
	found, err := v.FindRecordById(collection, id)
	if err != nil {
		v.t.Fatal(collection, id, err)
	}
	return found
}

// wants compares columns of a record as it now stands.
func (v village) wants(record *core.Record, columns map[string]string) {
	v.t.Helper()
	now := v.read(record)
	for column, want := range columns {
		if got := now.GetString(column); got != want {
			v.t.Errorf("%s of %s is %q, want %q", column, now.GetString("name"), got, want)
		}
	}
}

// line is one line of the report of this month, or of another.
func (v village) line(key string, month ...string) ledger.Line {
	v.t.Helper()
	if len(month) == 0 {
		month = []string{ledger.MonthOf(v.today)}
	}
	report, err := ledger.Read(v, month[0], nil)
	if err != nil {
		v.t.Fatal(err)
	}
	for _, line := range report.Lines {
		if line.Key == key {
			return line
		}
	}
	v.t.Fatal("no line ", key)
	return ledger.Line{}
}

func (v village) daysAgo(days int) string {
	day, err := time.Parse(time.DateOnly, v.today)
	if err != nil {
		v.t.Fatal(err)
	}
	return day.AddDate(0, 0, -days).Format(time.DateOnly)
}

// balanced fails unless the ledger's sum is what a count of the register gives,
// by hamlet, sex and citizenship, and for households.
func (v village) balanced() {
	v.t.Helper()
	type cell struct {
		Hamlet      string `db:"hamlet"`
		Sex         string `db:"sex"`
		Citizenship string `db:"citizenship"`
		Persons     int    `db:"persons"`
		Households  int    `db:"households"`
	}
	read := func(query string) []cell {
		var cells []cell
		if err := v.DB().NewQuery(query).All(&cells); err != nil {
			v.t.Fatal(err)
		}
		return cells
	}
	booked := read(`SELECT hamlet, sex, citizenship, sum(persons) AS persons, sum(households) AS households FROM population_entries
		GROUP BY 1, 2, 3 HAVING sum(persons) != 0 OR sum(households) != 0 ORDER BY 1, 2, 3`)
	counted := read(`SELECT hamlet, sex, CASE citizenship WHEN 'WNA' THEN 'WNA' ELSE 'WNI' END AS citizenship, count(*) AS persons, 0 AS households
			FROM residents WHERE life_status = 'hidup' GROUP BY 1, 2, 3
		UNION ALL SELECT hamlet, '', '', 0, count(*) FROM households
			WHERE EXISTS (SELECT 1 FROM residents r WHERE r.household = households.id AND r.life_status = 'hidup') GROUP BY 1
		ORDER BY 1, 2, 3`)
	if len(booked) != len(counted) {
		v.t.Fatalf("the ledger says %v, the register %v", booked, counted)
	}
	for i := range booked {
		if booked[i] != counted[i] {
			v.t.Fatalf("the ledger says %v, the register %v", booked[i], counted[i])
		}
	}
}

func (v village) living(household string) int {
	v.t.Helper()
	n, err := v.CountRecords("residents", dbx.HashExp{"household": household, "life_status": "hidup"})
	if err != nil {
		v.t.Fatal(err)
	}
	return int(n)
}
