package ledger_test

import (
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/residents"
	"mdesa/hooks/residents/ledger"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	fault.Register(app)
	access.Register(app)
	office.Register(app)
	residents.Register(app)
	ledger.Register(app)
}

// started gives the village and its months: the ledger begins three months ago.
func started(t testing.TB) (app *apptest.App, months []string) {
	t.Helper()
	app = apptest.New(t, register)
	today, err := time.Parse(time.DateOnly, office.Today(app))
	if err != nil {
		t.Fatal(err)
	}
	for ago := 3; ago >= 0; ago-- {
		months = append(months, time.Date(today.Year(), today.Month()-time.Month(ago), 1, 0, 0, 0, 0, time.UTC).Format("2006-01"))
	}
	for _, statement := range []string{
		"DROP TRIGGER population_entries_no_UPDATE",
		"UPDATE population_entries SET month = '" + months[0] + "'",
	} {
		if _, err := app.DB().NewQuery(statement).Execute(); err != nil {
			t.Fatal(err)
		}
	}
	return app, months
}

func write(t testing.TB, app core.App, entry ledger.Entry) {
	t.Helper()
	if err := ledger.Write(app, entry); err != nil {
		t.Fatal(err)
	}
}

// told is the report of a month in one line: key L P L P total KK, without the
// lines in which nothing happened.
func told(t testing.TB, app *apptest.App, path string, actor *core.Record) string {
	t.Helper()
	var report ledger.Report
	app.Do("GET", "/api/population/report"+path, nil, actor).Want(200).Into(&report)
	var lines []string
	for _, line := range report.Lines {
		if line.Count != (ledger.Count{}) || line.Key == "opening" || line.Key == "closing" {
			lines = append(lines, line.Key+" "+digits(line.WNIMen, line.WNIWomen, line.WNAMen, line.WNAWomen, line.Total, line.Households))
		}
	}
	return strings.Join(lines, "; ")
}
