package ledger_test

import (
	"context"
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/residents"
	"mdesa/hooks/residents/ledger"
)

func TestEditsAreCountedByWhatTheyAre(t *testing.T) {
	app, _ := started(t)
	newcomer := apptest.Save(t, app, apptest.Record(t, app, "residents", map[string]any{"nik": "5171041001900009",
		"name": "I Nyoman Baru", "hamlet": app.Kaja.Id, "sex": "L", "birth_date": "1990-01-10", "life_status": "hidup"}))
	app.Made.Set("citizenship", "WNA")
	apptest.Save(t, app, app.Made)
	app.Nyoman.Set("citizenship", "dua kewarganegaraan") // an Indonesian to the report
	apptest.Save(t, app, app.Nyoman)
	want := "opening 3 2 0 0 5 3; registered 1 0 0 0 1 0; corrected -1 0 1 0 0 0; closing 3 2 1 0 6 3"
	if got := told(t, app, "", app.Officer); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if err := app.Delete(newcomer); err != nil {
		t.Fatal(err)
	}
	want = "opening 3 2 0 0 5 3; registered 1 0 0 0 1 0; corrected -1 0 1 0 0 0; removed -1 0 0 0 -1 0; closing 2 2 1 0 5 3"
	if got := told(t, app, "", app.Officer); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestImportsAreCountedAsSuchWithTheirBatch(t *testing.T) {
	app, _ := started(t)
	resident := apptest.Record(t, app, "residents", map[string]any{"nik": "5171041001900009", "import": "batch0000000001",
		"name": "I Nyoman Baru", "hamlet": app.Kaja.Id, "sex": "L", "birth_date": "1990-01-10", "life_status": "hidup"})
	if err := app.SaveWithContext(residents.AsEvent(context.Background(), ledger.Imported), resident); err != nil {
		t.Fatal(err)
	}
	var batch string
	if err := app.DB().NewQuery("SELECT import FROM population_entries WHERE cause = 'import'").Row(&batch); err != nil || batch != "batch0000000001" {
		t.Errorf("%q %v", batch, err)
	}
}

func TestWhatFailsIsNotCounted(t *testing.T) {
	app, _ := started(t)
	before := told(t, app, "", app.Officer)
	app.Made.Set("citizenship", "WNA")
	app.Made.Set("nik", "12")
	if err := app.Save(app.Made); err == nil {
		t.Fatal("saved with a wrong number")
	}
	if got := told(t, app, "", app.Officer); got != before {
		t.Errorf("counted %s, before %s", got, before)
	}
}
