package residents_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
	"mdesa/hooks/residents"
)

func TestReferenceOffersWhatTheRegisterAccepts(t *testing.T) {
	v := newVillage(t)
	status, answer := apptest.Ask(t, v.App, "GET", "/api/residents/reference", "", "")
	if status != 200 || len(answer["occupation"].([]any)) != 91 || len(answer["education"].([]any)) != 10 {
		t.Fatalf("%d %v", status, answer)
	}
	for _, field := range v.sudarma.Collection().Fields {
		choice, is := field.(*core.SelectField)
		if !is {
			continue
		}
		values, err := residents.Table(v, choice.Name)
		if err != nil {
			t.Fatal(err)
		}
		var offered []string
		for _, c := range values {
			offered = append(offered, c.Value)
			if c.Label == "" || c.LabelEN == "" {
				t.Errorf("%s %q has no label in one language", choice.Name, c.Value)
			}
		}
		if !slices.Equal(offered, choice.Values) {
			t.Errorf("%s offers %v, the register accepts %v", choice.Name, offered, choice.Values)
		}
	}
	for _, table := range residents.Tables {
		if v.sudarma.Collection().Fields.GetByName(table) == nil {
			t.Errorf("residents have no field for the table %s", table)
		}
	}
}

func TestAFirstStartFillsTheTablesOnce(t *testing.T) {
	app := newApp(t)
	hindu, err := app.FindFirstRecordByFilter("reference_values", "table = 'religion' && code = 4")
	if err != nil {
		t.Fatal(err)
	}
	hindu.Set("label", "Hindu Dharma")
	apptest.Save(t, app, hindu)
	if err := residents.SeedReference(app); err != nil {
		t.Fatal(err)
	}
	if again, _ := app.FindRecordById("reference_values", hindu.Id); again.GetString("label") != "Hindu Dharma" {
		t.Error("the next start took back the office's own label")
	}
	if values, _ := residents.Table(app, "religion"); values[3].Label != "Hindu Dharma" {
		t.Errorf("the table still says %s", values[3].Label)
	}
}

func (v *village) value(t *testing.T, table, value string, more map[string]any) *core.Record {
	t.Helper()
	fields := map[string]any{"table": table, "value": value, "label": value, "label_en": value}
	for field, of := range more {
		fields[field] = of
	}
	return apptest.Record(t, v, "reference_values", fields)
}

func TestAnOfficeAddsItsOwnValues(t *testing.T) {
	v := newVillage(t)
	apptest.Save(t, v, v.value(t, "occupation", "Pemandu Wisata", map[string]any{"aliases": []string{"Guide"}}))
	v.sudarma.Set("occupation", " guide")
	if got := apptest.Save(t, v, v.sudarma).GetString("occupation"); got != "Pemandu Wisata" {
		t.Errorf("a guide is recorded as %q", got)
	}
	for name, c := range map[string]struct {
		record *core.Record
		field  string
		want   string
	}{
		"another sex":            {v.value(t, "sex", "X", nil), "table", "reference.closed"},
		"an unknown table":       {v.value(t, "colour", "biru", nil), "table", "reference.no_table"},
		"a word twice":           {v.value(t, "occupation", "pemandu wisata.", nil), "value", "reference.same_meaning"},
		"another's alias":        {v.value(t, "occupation", "Pramuwisata", map[string]any{"aliases": []string{"GUIDE"}}), "aliases", "reference.same_meaning"},
		"another's code":         {v.value(t, "occupation", "Pramuwisata", map[string]any{"code": 5}), "code", "reference.same_code"},
		"names that are no list": {v.value(t, "occupation", "Pramuwisata", map[string]any{"aliases": "guide"}), "aliases", "reference.aliases"},
	} {
		if got := fieldFaults(v.Save(c.record)); got[c.field] != c.want {
			t.Errorf("%s: %v, want %s at %s", name, got, c.want, c.field)
		}
	}
}

// The dashboard leaves what was not filled in as NULL.
func TestAValueWithoutOtherNamesLeavesTheTablesReadable(t *testing.T) {
	v := newVillage(t)
	added := apptest.Save(t, v, v.value(t, "occupation", "Pemandu Wisata", nil))
	if _, err := v.DB().NewQuery("UPDATE reference_values SET aliases = NULL WHERE id = {:id}").Bind(map[string]any{"id": added.Id}).Execute(); err != nil {
		t.Fatal(err)
	}
	apptest.Save(t, v, v.value(t, "occupation", "Penari", nil))
	if status, answer := apptest.Ask(t, v.App, "GET", "/api/residents/reference", "", ""); status != 200 || len(answer["occupation"].([]any)) != 93 {
		t.Errorf("%d, %v", status, answer["occupation"])
	}
	v.sudarma.Set("occupation", "pemandu wisata")
	apptest.Save(t, v, v.sudarma)
}

func TestValuesInUseStay(t *testing.T) {
	v := newVillage(t)
	v.sudarma.Set("occupation", "Guru")
	apptest.Save(t, v, v.sudarma)
	teacher, err := v.FindFirstRecordByFilter("reference_values", "table = 'occupation' && value = 'Guru'")
	if err != nil {
		t.Fatal(err)
	}
	if err := v.Delete(teacher); faultKey(err) != "reference.used" {
		t.Errorf("deleting a value in use: %v", err)
	}
	teacher.Set("value", "Pendidik")
	if got := fieldFaults(v.Save(teacher)); got["value"] != "reference.renamed" {
		t.Errorf("renaming a value: %v", got)
	}
	teacher.Set("value", "Guru")
	teacher.Set("retired", true)
	apptest.Save(t, v, teacher)
	_, answer := apptest.Ask(t, v.App, "GET", "/api/residents/reference", "", "")
	if len(answer["occupation"].([]any)) != 90 {
		t.Error("a retired value is still offered")
	}
	v.wati.Set("occupation", "GURU")
	if got := apptest.Save(t, v, v.wati).GetString("occupation"); got != "Guru" {
		t.Errorf("a retired value is no longer understood: %q", got)
	}
	sex, err := v.FindFirstRecordByFilter("reference_values", "table = 'sex' && value = 'P'")
	if err != nil {
		t.Fatal(err)
	}
	if err := v.Delete(sex); faultKey(err) != "reference.used" {
		t.Errorf("deleting a value of a closed table: %v", err)
	}
}

func TestRegisterTidiesOrRefusesWhatIsTyped(t *testing.T) {
	v := newVillage(t)
	v.wati.Load(map[string]any{"religion": "4", "education": "sma", "marital_status": "K", "blood_type": "o +", "studying": "18"})
	apptest.Save(t, v, v.wati)
	for field, want := range map[string]string{"religion": "Hindu", "education": "SLTA/Sederajat", "marital_status": "kawin",
		"blood_type": "O+", "studying": "Tidak Sedang Sekolah"} {
		if got := v.wati.GetString(field); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	v.wati.Load(map[string]any{"religion": "Hndu", "insurance": "Prudential", "marital_status": "janda"})
	got := fieldFaults(v.Save(v.wati))
	if got["religion"] != "resident.did_you_mean" || got["insurance"] != "resident.unknown_value" || got["marital_status"] != "resident.unknown_value" {
		t.Errorf("faults are %v", got)
	}
}

// A register of many years holds words that no table knows; people with them can
// still be saved.
func TestWhatTheRegisterHeldBeforeIsLeftAlone(t *testing.T) {
	v := newVillage(t)
	if _, err := v.DB().NewQuery("UPDATE residents SET occupation = 'juru tulis' WHERE id = {:id}").
		Bind(map[string]any{"id": v.ida.Id}).Execute(); err != nil {
		t.Fatal(err)
	}
	ida, err := v.FindRecordById("residents", v.ida.Id)
	if err != nil {
		t.Fatal(err)
	}
	ida.Set("phone", "081234567890")
	if got := apptest.Save(t, v, ida).GetString("occupation"); got != "juru tulis" {
		t.Errorf("it became %q", got)
	}
}

func faultKey(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		return f.Key
	}
	return ""
}
