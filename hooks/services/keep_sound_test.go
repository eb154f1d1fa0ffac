package services

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
)

func register(app core.App) {
	fault.Register(app)
	Register(app)
}

func service(t *testing.T, app *apptest.App, key string) *core.Record {
	t.Helper()
	record, err := app.FindFirstRecordByData("services", "key", key)
	if err != nil {
		t.Fatal(key, err)
	}
	return record
}

// within changes one place of a JSON field: within(record, "form", page, "when", …).
func within(t *testing.T, record *core.Record, field string, change func(list []any)) {
	t.Helper()
	var list []any
	if err := record.UnmarshalJSONField(field, &list); err != nil {
		t.Fatal(err)
	}
	change(list)
	record.Set(field, list)
}

func TestAServiceThatCannotWorkIsRefusedOnItsField(t *testing.T) {
	app := apptest.New(t, register)
	for _, c := range []struct {
		says, field, reason string
		change              func(record *core.Record)
	}{
		{"a mistyped kind of question", "form", "form[0].fields[1].type: “dat” is not known. Perhaps you meant “date”.", func(r *core.Record) {
			within(t, r, "form", func(list []any) {
				list[0].(map[string]any)["fields"].([]any)[1].(map[string]any)["type"] = "dat"
			})
		}},
		{"a mistyped name", "steps", "steps[1].rol: “rol” is not known. Perhaps you meant “role”.", func(r *core.Record) {
			within(t, r, "steps", func(list []any) { list[1].(map[string]any)["rol"] = "officer" })
		}},
		{"a step without a role", "steps", "steps[0].role: is missing.", func(r *core.Record) {
			within(t, r, "steps", func(list []any) { delete(list[0].(map[string]any), "role") })
		}},
		{"a condition on an unknown question", "requirements", "Perhaps you meant “home_status”.", func(r *core.Record) {
			within(t, r, "requirements", func(list []any) {
				list[2].(map[string]any)["when"].([]any)[0].(map[string]any)["field"] = "home_state"
			})
		}},
		{"steps emptied in the admin UI", "steps", "there is no step", func(r *core.Record) { r.Set("steps", nil) }},
		{"steps of the wrong shape", "steps", "should be a list", func(r *core.Record) { r.Set("steps", map[string]any{"a": 1}) }},
		{"no promise", "promise", "promise.amount", func(r *core.Record) { r.Set("promise", "") }},
		{"an unknown component", "standard", "Perhaps you meant “fee”.", func(r *core.Record) { r.Set("standard", map[string]any{"fees": "0"}) }},
		{"no letter", "template", "is missing", func(r *core.Record) { r.Set("template", "<p><br></p>") }},
		{"no number", "number_pattern", "is missing", func(r *core.Record) { r.Set("number_pattern", "") }},
		{"a negative fee", "fee", "-5000", func(r *core.Record) { r.Set("fee", -5000) }},
		{"two faults in one field", "steps", "(There are 1 more in this part.)", func(r *core.Record) {
			within(t, r, "steps", func(list []any) {
				list[0].(map[string]any)["role"] = "kelian"
				list[1].(map[string]any)["role"] = "staf"
			})
		}},
	} {
		t.Run(c.says, func(t *testing.T) {
			record := service(t, app, "domicile")
			c.change(record)
			var refused *fault.Fault
			if err := app.Save(record); !errors.As(err, &refused) {
				t.Fatalf("saved, or failed otherwise: %v", err)
			}
			reason := refused.Fields[c.field]
			if reason == nil || !strings.Contains(reason.In("en"), c.reason) || reason.In("id") == reason.In("en") {
				t.Errorf("on %v, wanted %q", refused.Fields, c.reason)
			}
		})
	}
}

func TestTheAdminReadsPlaceAndReason(t *testing.T) {
	app := apptest.New(t, register)
	record := service(t, app, "domicile")
	res := app.Do("PATCH", "/api/collections/services/records/"+record.Id,
		map[string]any{"promise": map[string]any{"amount": 1, "unit": "dayz"}}, app.Admin)
	var answer struct {
		Key  string
		Data map[string]struct{ Code, Message string }
	}
	if err := json.Unmarshal(res.Body, &answer); err != nil {
		t.Fatal(err)
	}
	want := "promise.unit: “dayz” tidak dikenal. Mungkin maksud Anda “days”. Yang dapat dipakai: minutes, hours, days."
	if res.Status != 400 || answer.Key != "service.unsound" || answer.Data["promise"].Message != want {
		t.Errorf("%d %s", res.Status, res.Body)
	}
}

func TestASoundChangeIsSaved(t *testing.T) {
	app := apptest.New(t, register)
	record := service(t, app, "domicile")
	record.Set("promise", map[string]any{"amount": 30, "unit": "minutes"})
	record.Set("active", false)
	if err := app.Save(record); err != nil {
		t.Error(err)
	}
}

func TestAServiceWithRequestsIsSwitchedOffNotDeleted(t *testing.T) {
	app := apptest.New(t, register)
	record := service(t, app, "domicile")
	requests, err := app.FindCollectionByNameOrId("requests")
	if err != nil {
		t.Fatal(err)
	}
	request := core.NewRecord(requests)
	request.Load(map[string]any{"service": record.Id, "resident": app.Wayan.Id, "code": "K7QF2M9X"})
	if err := app.Save(request); err != nil {
		t.Fatal(err)
	}
	if err := app.Delete(record); !errors.Is(err, errFiled) {
		t.Errorf("deleted, or failed otherwise: %v", err)
	}
	if err := app.Delete(service(t, app, "business")); err != nil {
		t.Errorf("a service that nobody asked for: %v", err)
	}
}

func TestAStepNamesASectionOfTheOffice(t *testing.T) {
	app := apptest.New(t, register)
	apptest.Save(t, app, apptest.Record(t, app, "units", map[string]any{"key": "kasi_pelayanan", "name": "Seksi Pelayanan"}))
	record := service(t, app, "domicile")
	name := func(unit string) error {
		within(t, record, "steps", func(list []any) { list[1].(map[string]any)["unit"] = unit })
		return app.Save(record)
	}
	var refused *fault.Fault
	if err := name("kasi_pelayann"); !errors.As(err, &refused) || refused.Fields["steps"] == nil ||
		!strings.Contains(refused.Fields["steps"].In("en"), "steps[1].unit: “kasi_pelayann” is not known. Perhaps you meant “kasi_pelayanan”.") {
		t.Errorf("got %v", err)
	}
	if err := name("kasi_pelayanan"); err != nil {
		t.Error(err)
	}
}
