package office_test

import (
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/office"
)

func TestNationalHolidaysOf2026AreKnownFromTheStart(t *testing.T) {
	app := newApp(t)
	clock := clockOf(t, app)
	working := 0
	for day := time.Date(2026, 1, 1, 9, 0, 0, 0, clock.Location()); day.Year() == 2026; day = day.AddDate(0, 0, 1) {
		if clock.Open(day) {
			working++
		}
	}
	// 261 weekdays less 21 holidays and leave days on weekdays; of the 25 only
	// 21 and 22 March, 5 April and 31 May fall on a weekend.
	if working != 261-21 {
		t.Errorf("%d working days in 2026", working)
	}
	nyepi := time.Date(2026, 3, 19, 9, 0, 0, 0, clock.Location())
	if reason := clock.Reason(nyepi); reason != "Hari Suci Nyepi (Tahun Baru Saka 1948)" {
		t.Errorf("19 March is %q", reason)
	}
	due := clock.AddMinutes(time.Date(2026, 3, 17, 16, 0, 0, 0, clock.Location()), 60)
	if got := due.Format("2006-01-02 15:04"); got != "2026-03-25 08:00" {
		t.Errorf("an hour over Nyepi and Idul Fitri ends %s", got)
	}
}

func TestClockIsKeptUntilAHolidayOrTheOfficeChanges(t *testing.T) {
	app := newApp(t)
	before := clockOf(t, app)
	if before != clockOf(t, app) {
		t.Error("the clock is made anew for each question")
	}
	day := time.Date(2027, 1, 13, 9, 0, 0, 0, before.Location())
	holiday := apptest.Record(t, app, "holidays", map[string]any{"day": "2027-01-13", "name": "Galungan", "kind": "bali_fakultatif"})
	apptest.Save(t, app, holiday)
	if !clockOf(t, app).Open(day) {
		t.Error("a proposed holiday closes the office")
	}
	holiday.Set("closed", true)
	apptest.Save(t, app, holiday)
	if clockOf(t, app).Open(day) {
		t.Error("a confirmed holiday does not close the office")
	}
	if err := app.Delete(holiday); err != nil {
		t.Fatal(err)
	}
	if !clockOf(t, app).Open(day) {
		t.Error("a deleted holiday still closes the office")
	}
	record := ownOffice(t, app)
	record.Set("hours", `[{"from":"2024-01-01","days":{"1":[["08:00","12:00"]]}}]`)
	apptest.Save(t, app, record)
	if clockOf(t, app).Open(day) {
		t.Error("new hours are not in force")
	}
}

func TestHolidayOfOneHamletClosesNoOther(t *testing.T) {
	app := newApp(t)
	kaja := apptest.Save(t, app, apptest.Record(t, app, "hamlets", map[string]any{"name": "Banjar Kaja"}))
	kelod := apptest.Save(t, app, apptest.Record(t, app, "hamlets", map[string]any{"name": "Banjar Kelod"}))
	apptest.Save(t, app, apptest.Record(t, app, "holidays", map[string]any{
		"day": "2026-02-04", "name": "Odalan Pura Dalem", "kind": "lokal", "hamlet": kaja.Id, "closed": true}))
	odalan := time.Date(2026, 2, 4, 9, 0, 0, 0, clockOf(t, app).Location())
	newYear := time.Date(2026, 1, 1, 9, 0, 0, 0, odalan.Location())
	for hamlet, want := range map[string]bool{kaja.Id: false, kelod.Id: true, "": true, "unknown": true} {
		clock, err := office.ClockFor(app, hamlet)
		if err != nil {
			t.Fatal(err)
		}
		if clock.Open(odalan) != want {
			t.Errorf("hamlet %q open on its odalan: %v", hamlet, !want)
		}
		if clock.Open(newYear) {
			t.Errorf("hamlet %q works on New Year", hamlet)
		}
	}
	if err := app.Delete(kaja); err != nil {
		t.Fatal(err)
	}
	if !clockOf(t, app).Open(odalan) {
		t.Error("the feast of a hamlet that is gone closes the whole office")
	}
}

func TestUncommittedHolidayIsSeenByItsWriterOnlyAndForgottenOnRollback(t *testing.T) {
	app := newApp(t)
	day := time.Date(2026, 2, 4, 9, 0, 0, 0, clockOf(t, app).Location())
	changedMind := errors.New("the admin changed their mind")
	err := app.RunInTransaction(func(tx core.App) error {
		apptest.Save(t, tx, apptest.Record(t, app, "holidays", map[string]any{
			"day": "2026-02-04", "name": "Libur", "kind": "lokal", "closed": true}))
		if clockOf(t, tx).Open(day) {
			t.Error("the writer does not see the new holiday")
		}
		if !clockOf(t, app).Open(day) {
			t.Error("others see what is not committed")
		}
		return changedMind
	})
	if !errors.Is(err, changedMind) {
		t.Fatal(err)
	}
	if !clockOf(t, app).Open(day) {
		t.Error("a holiday that never came still closes the office")
	}
	if first, second := clockOf(t, app), clockOf(t, app); first != second {
		t.Error("after the rollback the clock is no longer kept")
	}
}

func TestClockReadInATransactionIsKeptForLater(t *testing.T) {
	app := newApp(t)
	var inside *office.Clock
	err := app.RunInTransaction(func(tx core.App) error {
		inside = clockOf(t, tx)
		return nil
	})
	if err != nil || inside != clockOf(t, app) {
		t.Errorf("filing after filing would read the holidays again (%v)", err)
	}
}

func TestManyAskWhileTheAdminChangesTheHours(t *testing.T) {
	app := newApp(t)
	var askers sync.WaitGroup
	for range 4 {
		askers.Go(func() {
			for range 50 {
				if _, err := office.ClockOf(app); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for _, closing := range []string{"12:00", "13:00", "14:00", "15:00"} {
		record := ownOffice(t, app)
		record.Set("hours", `[{"from":"2024-01-01","days":{"1":[["08:00","`+closing+`"]]}}]`)
		apptest.Save(t, app, record)
	}
	askers.Wait()
	monday := time.Date(2026, 2, 2, 9, 0, 0, 0, clockOf(t, app).Location())
	if until := clockOf(t, app).Until(monday).Format("15:04"); until != "15:00" {
		t.Errorf("the last hours end at 15:00, the clock says %s", until)
	}
}

func clockOf(t *testing.T, app core.App) *office.Clock {
	t.Helper()
	clock, err := office.ClockOf(app)
	if err != nil {
		t.Fatal(err)
	}
	return clock
}
