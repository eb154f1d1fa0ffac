package hooks_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"mdesa/hooks/apptest"
	"mdesa/hooks/definition"
)

// verdict is what page and server make of a filled form, by keys, sorted.
type verdict struct {
	Asked  []string `json:"asked"`  // questions that were put and answered
	Needed []string `json:"needed"` // documents asked for
	Wrong  []string `json:"wrong"`  // answers to mend
}

// spoilt are answers that people really give, in place of every nth answer.
var spoilt = []any{"", "x", "2026-02-31", "123", "Rp 1.500.000", "08:75", "tidak tahu", nil}

// pageVerdicts lets the page's own modules judge many forms at once.
const pageVerdicts = `(async (forms) => {
	const { walk, needed } = await import("app/definition.js");
	const { check, normalise } = await import("app/answer_check.js");
	return forms.map(({ definition, answers }) => {
		const { pages } = walk(definition, answers);
		const fields = pages.flatMap((page) => page.fields);
		return {
			asked: fields.filter((field) => normalise(field, answers[field.key]) !== undefined).map((field) => field.key).sort(),
			needed: needed(definition, answers).map((requirement) => requirement.key).sort(),
			wrong: Object.keys(check(fields, answers)).map((key) => key.split(".")[0]).filter((key, i, all) => all.indexOf(key) === i).sort(),
		};
	});
})(%s)`

// The page checks answers before it sends them, by rules written a second time.
// Every form of the catalogue, sound and spoilt, has to fare the same on both sides.
func TestThePageJudgesAnswersAsTheServerDoes(t *testing.T) {
	v := start(t)
	type filled struct {
		Definition *definition.Definition `json:"definition"`
		Answers    map[string]any         `json:"answers"`
		name       string
	}
	var forms []filled
	services, err := v.FindRecordsByFilter("services", "active = true", "sort", 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, service := range services {
		def, problems := definition.FromFields(service.Get)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		for nth := range cases(def) {
			answers := v.answers(def, v.Wayan, nth)
			forms = append(forms, filled{def, answers, fmt.Sprintf("%s, way %d", def.Key, nth)})
			for i, key := range slices.Sorted(maps.Keys(answers)) {
				worse := maps.Clone(answers)
				worse[key] = nil
				if _, typed := answers[key].(string); typed && len(def.Field(key).Options) == 0 && def.Field(key).Type != "member" {
					worse[key] = spoilt[(i+nth)%len(spoilt)]
				}
				forms = append(forms, filled{def, worse, fmt.Sprintf("%s, way %d, %s = %v", def.Key, nth, key, worse[key])})
			}
		}
	}
	tab := apptest.Browser(t)
	raw, err := json.Marshal(forms)
	if err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(tab, chromedp.Navigate(v.URL+"/")); err != nil {
		t.Fatal(err)
	}
	verdicts, err := chromedp.Run(tab, chromedp.Evaluate[[]verdict](fmt.Sprintf(pageVerdicts, raw), chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	for i, form := range forms {
		want, got := serverVerdict(t, form.Definition, form.Answers), verdicts[i]
		if len(want.Wrong) > 0 { // then only this matters: what hangs on a wrong answer is open
			want.Asked, want.Needed, got.Asked, got.Needed = nil, nil, nil, nil
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: the page says %v, the server %v", form.name, got, want)
		}
	}
}

func serverVerdict(t *testing.T, def *definition.Definition, filled map[string]any) verdict {
	t.Helper()
	sent, err := json.Marshal(filled)
	if err != nil {
		t.Fatal(err)
	}
	answers := map[string]any{}
	if err := json.Unmarshal(sent, &answers); err != nil {
		t.Fatal(err)
	}
	clean, problems := def.CheckAnswers(answers, time.Now())
	said := verdict{Asked: []string{}, Needed: []string{}, Wrong: []string{}}
	for key := range problems {
		key, _, _ = strings.Cut(key, ".")
		said.Wrong = append(said.Wrong, key)
	}
	for _, requirement := range def.Needed(clean) {
		said.Needed = append(said.Needed, requirement.Key)
	}
	said.Asked = append(said.Asked, slices.Collect(maps.Keys(clean))...)
	slices.Sort(said.Asked)
	slices.Sort(said.Needed)
	slices.Sort(said.Wrong)
	said.Wrong = slices.Compact(said.Wrong)
	return said
}
