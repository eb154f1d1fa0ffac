package ledger_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/residents/ledger"
)

func digits(numbers ...int) string { return strings.Trim(fmt.Sprint(numbers), "[]") }

func TestTheReportOpensCountsAndCloses(t *testing.T) {
	app, months := started(t)
	write(t, app, ledger.Entry{Month: months[1], Cause: "birth", Hamlet: app.Kaja.Id, Sex: "P", Citizenship: "WNI", Persons: 1})
	write(t, app, ledger.Entry{Month: months[1], Cause: "departure", Hamlet: app.Kelod.Id, Sex: "P", Citizenship: "WNI", Persons: -1, Households: -1})
	write(t, app, ledger.Entry{Month: months[2], Cause: "arrival", Hamlet: app.Kelod.Id, Sex: "L", Citizenship: "WNA", Persons: 1, Households: 1})
	write(t, app, ledger.Entry{Month: months[2], Cause: "household_split", Hamlet: app.Kaja.Id, Households: 1})
	for _, c := range []struct {
		path  string
		actor *core.Record
		want  string
	}{
		{"?month=" + months[0], app.Officer, "opening 0 0 0 0 0 0; registered 3 2 0 0 5 3; closing 3 2 0 0 5 3"},
		{"?month=" + months[1], app.Secretary, "opening 3 2 0 0 5 3; birth 0 1 0 0 1 0; departure 0 -1 0 0 -1 -1; closing 3 2 0 0 5 2"},
		{"?month=" + months[2], app.VillageHead, "opening 3 2 0 0 5 2; arrival 0 0 1 0 1 1; within 0 0 0 0 0 1; closing 3 2 1 0 6 4"},
		{"?month=" + months[2] + "&hamlet=" + app.Kelod.Id, app.Admin, "opening 0 0 0 0 0 0; arrival 0 0 1 0 1 1; closing 0 0 1 0 1 1"},
		{"?month=" + months[1], app.HeadOfKaja, "opening 3 1 0 0 4 2; birth 0 1 0 0 1 0; closing 3 2 0 0 5 2"},
		{"", app.Officer, "opening 3 2 1 0 6 4; closing 3 2 1 0 6 4"},
	} {
		if got := told(t, app, c.path, c.actor); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.path, got, c.want)
		}
	}
}

func TestTheReportsReaders(t *testing.T) {
	app, months := started(t)
	app.Do("GET", "/api/population/report", nil, apptest.Guest).Want(401)
	app.Do("GET", "/api/population/report", nil, app.Resident).Want(403)
	app.Do("GET", "/api/population/report?hamlet="+app.Kaja.Id, nil, app.HeadOfKelod).WantFault(404, "population.hamlet")
	app.Do("GET", "/api/population/report?hamlet=nosuchhamlet000", nil, app.Officer).WantFault(404, "population.hamlet")
	app.Do("GET", "/api/population/report?month=2026-13", nil, app.Officer).WantFault(400, "population.month")
	app.Do("GET", "/api/population/report?month=2999-01", nil, app.Officer).WantFault(400, "population.month_ahead")
	app.Officer.Set("role", "auditor")
	apptest.Save(t, app, app.Officer)
	app.Do("GET", "/api/population/report?month="+months[0], nil, app.Officer).Want(200)
	app.Officer.Set("active", false)
	apptest.Save(t, app, app.Officer)
	app.Do("GET", "/api/population/report", nil, app.Officer).Want(403)
}

func TestTheReportAsASpreadsheet(t *testing.T) {
	app, months := started(t)
	got := app.Do("GET", "/api/population/report?format=csv&month="+months[0], nil, app.Officer).Want(200)
	for _, line := range []string{"\ufeffUraian,WNI L,WNI P,WNA L,WNA P,Jumlah jiwa,KK", "Pendataan baru,3,2,0,0,5,3", "Penduduk akhir bulan,3,2,0,0,5,3"} {
		if !strings.Contains(string(got.Body), line+"\n") {
			t.Errorf("there is no line %s in\n%s", line, got.Body)
		}
	}
	if disposition := got.Header.Get("Content-Disposition"); !strings.Contains(disposition, "laporan-penduduk-"+months[0]+".csv") {
		t.Error(disposition)
	}
	app.Officer.Set("language", "en")
	apptest.Save(t, app, app.Officer)
	got = app.Do("GET", "/api/population/report?format=csv&month="+months[0], nil, app.Officer).Want(200)
	for _, line := range []string{"\ufeffLine,Citizens M,", "\nAt the end,3,2,0,0,5,3\n"} {
		if !strings.Contains(string(got.Body), line) {
			t.Errorf("in English there is no %q in\n%s", line, got.Body)
		}
	}
}

// The register can be as large as it likes: the report does not look at it.
func TestTheReportReadsNoResidents(t *testing.T) {
	app, months := started(t)
	err := app.RunInTransaction(func(tx core.App) error {
		for _, table := range []string{"residents", "households"} {
			if _, err := tx.DB().NewQuery("ALTER TABLE " + table + " RENAME TO " + table + "_elsewhere").Execute(); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := ledger.Read(tx, months[2], nil); err != nil {
			t.Error(err)
		}
		return apptest.ErrOnPurpose
	})
	if !errors.Is(err, apptest.ErrOnPurpose) {
		t.Error(err)
	}
}

func TestTheReportReadsTheIndexAlone(t *testing.T) {
	app, _ := started(t)
	var plan []struct {
		Detail string `db:"detail"`
	}
	err := app.DB().NewQuery(`EXPLAIN QUERY PLAN SELECT hamlet, cause, sex, citizenship, sum(persons), sum(households)
		FROM population_entries WHERE month > '2026-01' AND month <= '2026-02' GROUP BY month, hamlet, cause, sex, citizenship`).All(&plan)
	if err != nil || len(plan) != 1 || !strings.Contains(plan[0].Detail, "COVERING INDEX idx_population_entries_month (month>? AND month<?)") {
		t.Errorf("%v %v", err, plan)
	}
}
