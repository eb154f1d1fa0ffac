package ledger_test

import (
	"strings"
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/residents/ledger"
)

func TestMonthsAreClosedInOrderOnceTheyHaveEnded(t *testing.T) {
	app, months := started(t)
	shut := func(month string) *apptest.Response {
		return app.Do("POST", "/api/population/close", map[string]string{"month": month}, app.Secretary)
	}
	shut("november").WantFault(400, "population.month")
	shut(months[1]).WantFault(400, "population.not_in_order")
	if said := string(shut(months[1]).Body); strings.Contains(said, months[0]) || !strings.Contains(said, " "+months[0][:4]) {
		t.Errorf("the month is not in words: %s", said)
	}
	shut(months[0]).Want(200)
	shut(months[0]).WantFault(409, "population.closed_already")
	shut(months[1]).Want(200)
	shut(months[2]).Want(200)
	shut(months[3]).WantFault(400, "population.not_ended")
}

func TestOnlySecretaryAndVillageHeadCloseMonths(t *testing.T) {
	app, months := started(t)
	body := map[string]string{"month": months[0]}
	app.Do("POST", "/api/population/close", body, apptest.Guest).Want(401)
	app.Do("POST", "/api/population/close", body, app.Resident).Want(403)
	app.Do("POST", "/api/population/close", body, app.Officer).WantFault(403, "population.closers")
	app.Do("POST", "/api/population/close", body, app.HeadOfKaja).WantFault(403, "population.closers")
	app.Do("POST", "/api/population/close", body, app.VillageHead).Want(200)
}

func TestAClosedMonthTakesNoEntriesFromWhoever(t *testing.T) {
	app, months := started(t)
	late := ledger.Entry{Month: months[0], Cause: "birth", Hamlet: app.Kaja.Id, Sex: "L", Citizenship: "WNI", Persons: 1}
	write(t, app, late)
	if _, err := ledger.Close(app, months[0], app.Secretary); err != nil {
		t.Fatal(err)
	}
	if err := ledger.Write(app, late); err == nil || !strings.Contains(err.Error(), "population.month_closed") {
		t.Error("a late entry: ", err)
	}
	for _, statement := range []string{
		"INSERT INTO population_entries (month, cause, hamlet, persons) VALUES ('" + months[0] + "', 'birth', 'x', 1)",
		"UPDATE population_months SET hash = 'x'", "DELETE FROM population_months", "DELETE FROM population_entries",
	} {
		if _, err := app.DB().NewQuery(statement).Execute(); err == nil {
			t.Error("possible: ", statement)
		}
	}
	month, err := app.FindFirstRecordByData("population_months", "month", months[0])
	if err != nil {
		t.Fatal(err)
	}
	month.Set("hash", strings.Repeat("0", 64))
	if app.Save(month) == nil || app.Delete(month) == nil {
		t.Error("a closed month can be changed")
	}
	app.Do("POST", "/api/collections/population_entries/records", map[string]any{"month": months[1]}, app.Admin).WantFault(403, "access.made_by_program")
}

func TestClosedMonthsAreChainedByTheirSeals(t *testing.T) {
	app, months := started(t)
	previous := ""
	for _, month := range months[:3] {
		closed, err := ledger.Close(app, month, app.VillageHead)
		if err != nil {
			t.Fatal(err)
		}
		var opening, closing map[string]ledger.Count
		if err := closed.UnmarshalJSONField("opening", &opening); err != nil {
			t.Fatal(err)
		}
		if err := closed.UnmarshalJSONField("closing", &closing); err != nil {
			t.Fatal(err)
		}
		want := ledger.Seal(previous, month, opening, closing)
		if closed.GetString("hash") != want || closing[app.Kaja.Id].WNIMen != 3 {
			t.Errorf("%s: %v sealed %s", month, closing, closed.GetString("hash"))
		}
		previous = want
	}
}

func TestTheLedgerBeginsWithItsFirstCount(t *testing.T) {
	app, months := started(t)
	entry := ledger.Entry{Cause: "death", Hamlet: app.Kaja.Id, Sex: "L", Citizenship: "WNI", Persons: -1}
	for month, want := range map[string]string{"2020-01": "population.month_early", "2999-01": "population.month_ahead", "x": "ledger: month"} {
		entry.Month = month
		if err := ledger.Write(app, entry); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", month, err)
		}
	}
	entry.Month = months[0]
	write(t, app, entry)
	entry.Cause = "weather"
	if ledger.Write(app, entry) == nil {
		t.Error("an unknown cause is taken")
	}
}

func TestTheDeskSeesWhichMonthIsNext(t *testing.T) {
	app, months := started(t)
	var answer struct {
		Items []struct {
			Month    string
			Closed   bool
			MayClose bool `json:"may_close"`
		}
		Now struct{ Total int }
	}
	app.Do("GET", "/api/population/months", nil, app.Secretary).Want(200).Into(&answer)
	if len(answer.Items) != 4 || answer.Items[0].Month != months[3] || !answer.Items[3].MayClose || answer.Items[2].MayClose || answer.Now.Total != 5 {
		t.Errorf("%+v", answer)
	}
	app.Do("GET", "/api/population/months", nil, app.HeadOfKelod).Want(200).Into(&answer)
	if answer.Now.Total != 1 || answer.Items[3].MayClose {
		t.Errorf("for the head of Kelod %+v", answer)
	}
}
