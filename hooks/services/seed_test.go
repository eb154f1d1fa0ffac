package services

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/definition"
)

// seededDefinitions are the letters of a new office, checked for soundness.
func seededDefinitions(t *testing.T) []*definition.Definition {
	t.Helper()
	letters, err := seedLetters()
	if err != nil {
		t.Fatal(err)
	}
	var all []*definition.Definition
	for _, letter := range letters {
		data, err := json.Marshal(letter)
		if err != nil {
			t.Fatal(err)
		}
		d, problems := definition.Parse(data)
		if d != nil {
			problems = d.Check()
		}
		for _, p := range problems {
			t.Errorf("%v: %s", letter["key"], p.Fault.In("en"))
		}
		if d != nil {
			all = append(all, d)
		}
	}
	return all
}

func TestANewOfficeHasTheLettersThatVillagesWrite(t *testing.T) {
	have := map[string]*definition.Definition{}
	for _, d := range seededDefinitions(t) {
		have[d.Key] = d
	}
	for _, key := range []string{"domicile", "temporary-domicile", "business-domicile", "business", "poor-household",
		"poor-student", "poor-patient", "police-record", "loss", "birth", "death", "move", "not-married", "widowed",
		"marriage-muslim", "marriage-registration", "income", "different-identity", "crowd-permit", "heirs", "general", "travel"} {
		if have[key] == nil {
			t.Errorf("no %s", key)
		}
	}
}

func TestSeededLettersAreCompleteInBothLanguages(t *testing.T) {
	letters, err := seedLetters()
	if err != nil {
		t.Fatal(err)
	}
	for _, letter := range letters {
		data, _ := json.Marshal(letter)
		var whole any
		if err := json.Unmarshal(data, &whole); err != nil {
			t.Fatal(err)
		}
		bilingual(t, fmt.Sprint(letter["key"]), whole)
	}
}

// bilingual walks JSON: beside every name, label, title, … stands one in English.
func bilingual(t *testing.T, place string, value any) {
	switch v := value.(type) {
	case []any:
		for i, item := range v {
			bilingual(t, fmt.Sprintf("%s[%d]", place, i), item)
		}
	case map[string]any:
		for _, name := range []string{"name", "summary", "product", "label", "title", "hint", "note"} {
			id, hasID := v[name].(string)
			en, hasEN := v[name+"_en"].(string)
			if hasID != hasEN || hasID && (strings.TrimSpace(id) == "" || strings.TrimSpace(en) == "") {
				t.Errorf("%s.%s: %q / %q", place, name, id, en)
			}
		}
		for name, inner := range v {
			if name != "standard" { // an annex to a decree, which is Indonesian
				bilingual(t, place+"."+name, inner)
			}
		}
	}
}

func TestSeededLettersPublishAllFourteenComponents(t *testing.T) {
	for _, d := range seededDefinitions(t) {
		for _, component := range definition.StandardKeys {
			if len(d.Standard[component]) < 20 {
				t.Errorf("%s: %s says %q", d.Key, component, d.Standard[component])
			}
		}
	}
}

func TestSeededStepsFitThePromise(t *testing.T) {
	day := 8 * time.Hour // Monday to Thursday
	length := func(d definition.Duration) time.Duration {
		return time.Duration(d.Amount) * map[string]time.Duration{"minutes": time.Minute, "hours": time.Hour, "days": day}[d.Unit]
	}
	for _, d := range seededDefinitions(t) {
		var steps time.Duration
		for _, step := range d.Steps {
			steps += length(step.Time)
		}
		if steps > length(d.Promise) {
			t.Errorf("%s: steps of %v in a promise of %v", d.Key, steps, length(d.Promise))
		}
	}
}

func TestSeededLettersAskForIdentityAndCostNothing(t *testing.T) {
	for _, d := range seededDefinitions(t) {
		keys := map[string]bool{}
		for _, r := range d.Requirements {
			keys[r.Key] = true
		}
		if !keys["ktp"] || !keys["kk"] || d.Fee != 0 || d.Kind != definition.Letter {
			t.Errorf("%s: %v, fee %d, %s", d.Key, keys, d.Fee, d.Kind)
		}
	}
}

func TestWhoLostTheCardNeedNotAttachIt(t *testing.T) {
	for _, d := range seededDefinitions(t) {
		if d.Key != "loss" {
			continue
		}
		for _, r := range d.Needed(map[string]any{"items": []any{"ktp", "bank"}}) {
			if r.Key == "ktp" {
				t.Error("the lost card is asked for")
			}
		}
	}
}

// What a letter may hold: the rest would be refused where letters are made.
var (
	seedElement = regexp.MustCompile(`</?([a-z]+)([^>]*)>`)
	elements    = []string{"p", "strong", "em", "u", "ul", "ol", "li", "table", "tbody", "tr", "td", "hr"}
	attributes  = []string{"", ` style="text-align: justify"`, ` style="text-align: center"`}
	seedName    = regexp.MustCompile(`\{\{(?:#if )?form\.([a-z0-9_]+)`)
)

func TestSeededTextsUsePlainElementsAndQuestionsThatAreAsked(t *testing.T) {
	for _, d := range seededDefinitions(t) {
		for _, element := range seedElement.FindAllStringSubmatch(d.Template, -1) {
			if !slices.Contains(elements, element[1]) || !slices.Contains(attributes, element[2]) {
				t.Errorf("%s: element %s", d.Key, element[0])
			}
		}
		for _, name := range seedName.FindAllStringSubmatch(d.Template, -1) {
			if d.Field(name[1]) == nil {
				t.Errorf("%s: nobody asks for %s", d.Key, name[1])
			}
		}
		if !strings.Contains(d.Template, "{{office.head_title}}") || !strings.Contains(d.Template, "{{resident.name}}") ||
			strings.Contains(d.Template, "Perbekel") || strings.Contains(d.Template, "Lurah") {
			t.Errorf("%s: names no signatory or applicant, or ties the text to one kind of office", d.Key)
		}
	}
}

func contents(t *testing.T, app core.App) map[string]string {
	t.Helper()
	records, err := app.FindAllRecords("services")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, record := range records {
		data, err := json.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		all[record.GetString("key")] = string(data)
	}
	return all
}

func TestSeedingTwiceChangesNothing(t *testing.T) {
	app := apptest.New(t, register)
	before := contents(t, app)
	if len(before) < 18 {
		t.Fatalf("only %d services", len(before))
	}
	if err := Seed(app.App); err != nil {
		t.Fatal(err)
	}
	after := contents(t, app)
	for key := range before {
		if after[key] != before[key] {
			t.Errorf("%s changed", key)
		}
	}
	if len(after) != len(before) {
		t.Errorf("%d services became %d", len(before), len(after))
	}
}

func TestWhatTheAdminChangedSurvivesARestart(t *testing.T) {
	app := apptest.New(t, register)
	changed, removed := service(t, app, "domicile"), service(t, app, "travel")
	changed.Set("name", "Surat Domisili Kami")
	if err := app.Save(changed); err != nil {
		t.Fatal(err)
	}
	if err := app.Delete(removed); err != nil {
		t.Fatal(err)
	}
	if err := Seed(app.App); err != nil {
		t.Fatal(err)
	}
	if got := service(t, app, "domicile").GetString("name"); got != "Surat Domisili Kami" {
		t.Errorf("the name went back to %q", got)
	}
	if _, err := app.FindFirstRecordByData("services", "key", "travel"); err == nil {
		t.Error("a deleted service came back")
	}
}

func TestAnEmptiedCatalogueStaysEmpty(t *testing.T) {
	app := apptest.New(t, register)
	if _, err := app.DB().NewQuery("DELETE FROM services").Execute(); err != nil {
		t.Fatal(err)
	}
	if err := Seed(app.App); err != nil {
		t.Fatal(err)
	}
	if left := contents(t, app); len(left) > 0 {
		t.Errorf("%d services came back", len(left))
	}
}

func TestAnOfficeWithServicesOfItsOwnGetsNoSeed(t *testing.T) {
	app := apptest.New(t, register)
	for _, statement := range []string{"DELETE FROM services WHERE key != 'domicile'", "DELETE FROM _params WHERE id = '" + seeded + "'"} {
		if _, err := app.DB().NewQuery(statement).Execute(); err != nil {
			t.Fatal(err)
		}
	}
	if err := Seed(app.App); err != nil {
		t.Fatal(err)
	}
	if left := contents(t, app); len(left) != 1 {
		t.Errorf("%d services", len(left))
	}
}
