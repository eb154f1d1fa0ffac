package office_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

func TestProgramWorksForAnOfficeFromItsFirstStart(t *testing.T) {
	app := newApp(t)
	if err := office.Found(app); err != nil {
		t.Fatal("a second start: ", err)
	}
	current, err := office.Current(app)
	if err != nil {
		t.Fatal(err)
	}
	for field, want := range map[string]string{
		"kind": "desa", "short": "DESA", "head_title": "Perbekel", "secretary_title": "Sekretaris Desa",
		"hamlet_title": "Kelian Banjar Dinas", "hamlet_word": "Banjar", "time_zone": "Asia/Makassar",
	} {
		if got := current.GetString(field); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	if current.GetInt("return_days") != 14 {
		t.Errorf("return_days is %d", current.GetInt("return_days"))
	}
}

func TestFoundingLeavesAnOfficeAsItIs(t *testing.T) {
	app := newApp(t)
	record := ownOffice(t, app)
	record.Set("name", "Desa Taman Sari")
	apptest.Save(t, app, record)
	if err := office.Found(app); err != nil {
		t.Fatal(err)
	}
	if name := ownOffice(t, app).GetString("name"); name != "Desa Taman Sari" {
		t.Errorf("the office is now called %q", name)
	}
}

func TestThereIsOneOfficeForGood(t *testing.T) {
	app := newApp(t)
	token := apptest.NewAdmin(t, app)
	second := apptest.Record(t, app, "office", map[string]any{"kind": "desa", "name": "Desa Lain", "short": "DL",
		"time_zone": "Asia/Makassar", "hours": ownOffice(t, app).GetString("hours")})
	if err := app.Save(second); faultKey(err) != "office.single" {
		t.Errorf("a second office: %v", err)
	}
	if err := app.Delete(ownOffice(t, app)); faultKey(err) != "office.kept" {
		t.Errorf("deleting the office: %v", err)
	}
	status, answer := apptest.Ask(t, app, "DELETE", "/api/collections/office/records/"+office.ID, token, "")
	if status != 409 || answer["key"] != "office.kept" {
		t.Errorf("deleting by the API: %d %v", status, answer)
	}
}

func TestOfficeThatCannotWorkIsRefusedFieldByField(t *testing.T) {
	app := newApp(t)
	record := ownOffice(t, app)
	record.Set("time_zone", "WITA")
	record.Set("hours", `[{"from":"2024-01-01","days":{"1":[["12:00","08:00"]]}}]`)
	record.Set("accent", "#ffd700")
	record.Set("public_url", "http://desa.example")
	var unsound *fault.Fault
	if err := app.Save(record); !errors.As(err, &unsound) || unsound.Key != "office.unsound" {
		t.Fatalf("saved with %v", err)
	}
	fields := slices.Sorted(maps.Keys(unsound.Fields))
	if want := []string{"accent", "hours", "public_url", "time_zone"}; !slices.Equal(fields, want) {
		t.Errorf("marked %v, want %v", fields, want)
	}
	if _, err := office.ClockOf(app); err != nil {
		t.Error("the clock has stopped: ", err)
	}
}

func TestTitlesFollowTheKindUnlessChosen(t *testing.T) {
	app := newApp(t)
	record := ownOffice(t, app)
	record.Set("secretary_title", "Penyarikan Desa")
	record.Set("hamlet_word", "  ")
	apptest.Save(t, app, record)
	record = ownOffice(t, app)
	record.Set("kind", "kelurahan")
	record.Set("public_url", " https://surat.lurah.example/ ")
	apptest.Save(t, app, record)
	for field, want := range map[string]string{
		"head_title": "Lurah", "secretary_title": "Penyarikan Desa", "hamlet_title": "Kepala Lingkungan",
		"hamlet_word": "Lingkungan", "public_url": "https://surat.lurah.example",
	} {
		if got := record.GetString(field); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
}

func TestHolidayHasToBeARealDay(t *testing.T) {
	app := newApp(t)
	holiday := apptest.Record(t, app, "holidays", map[string]any{"day": "2027-02-30", "name": "Libur", "kind": "lokal"})
	if err := app.Save(holiday); faultKey(err) != "office.holiday_unsound" {
		t.Errorf("30 February: %v", err)
	}
}

func faultKey(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		return f.Key
	}
	return ""
}
