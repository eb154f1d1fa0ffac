package definition

import (
	"strings"
	"testing"
)

type list = []any
type object = map[string]any

// mutations are definitions that cannot work, each by one change of the sample.
var mutations = []struct {
	says    string
	way     []any
	place   string
	key     string
	nearest string
}{
	{"unknown field type", list{"form", 1, "fields", 0, "type", "dat"}, "form[1].fields[0].type", "definition.unknown_near", "date"},
	{"unknown field type, nothing near", list{"form", 1, "fields", 0, "type", "signature"}, "form[1].fields[0].type", "definition.unknown", ""},
	{"missing field type", list{"form", 1, "fields", 0, "type", nil}, "form[1].fields[0].type", "definition.missing", ""},
	{"unknown role", list{"steps", 0, "role", "hamlet-head"}, "steps[0].role", "definition.unknown_near", "hamlet_head"},
	{"step without a role", list{"steps", 0, "role", nil}, "steps[0].role", "definition.missing", ""},
	{"unknown step action", list{"steps", 1, "action", "sing"}, "steps[1].action", "definition.unknown_near", "sign"},
	{"section at a step that is not the desk's", list{"steps", 0, "unit", "kasi_pelayanan"}, "steps[0].unit", "definition.unit_role", ""},
	{"unknown unit of a step", list{"steps", 0, "time", "unit", "hour"}, "steps[0].time.unit", "definition.unknown_near", "hours"},
	{"unknown unit of the promise", list{"promise", "unit", "day"}, "promise.unit", "definition.unknown_near", "days"},
	{"unknown unit of the validity", list{"validity", "unit", "month"}, "validity.unit", "definition.unknown_near", "months"},
	{"unknown series", list{"series", "offices"}, "series", "definition.unknown_near", "office"},
	{"unknown paper", list{"paper", "a4"}, "paper", "definition.unknown_near", "A4"},
	{"unknown kind", list{"kind", "leter"}, "kind", "definition.unknown_near", "letter"},
	{"unknown standard", list{"standard", object{"procedur": "x"}}, "standard.procedur", "definition.unknown_near", "procedure"},
	{"unknown key of a page", list{"form", 0, "titel", "x"}, "form[0].titel", "definition.unknown_near", "title"},
	{"unknown key of a condition", list{"form", 2, "when", 0, "iz", list{"x"}}, "form[2].when[0].iz", "definition.unknown_near", "is"},
	{"unknown marital status", list{"subject", "marital_status", list{"kawn"}}, "subject.marital_status[0]", "definition.unknown_near", "kawin"},
	{"unknown family role", list{"subject", "family_role", list{"isteri"}}, "subject.family_role[0]", "definition.unknown_near", "istri"},
	{"unknown sex", list{"subject", "sex", "F"}, "subject.sex", "definition.unknown_near", "L"},
	{"impossible age", list{"subject", "min_age", -1}, "subject.min_age", "definition.age", ""},

	{"key of a service with an underscore", list{"key", "home_visit"}, "key", "definition.service_key", ""},
	{"service without a name", list{"name", " "}, "name", "definition.missing", ""},
	{"key of a field with a capital", list{"form", 0, "fields", 1, "key", "Owner"}, "form[0].fields[1].key", "definition.key", ""},
	{"key of a requirement with a digit first", list{"requirements", 0, "key", "2x"}, "requirements[0].key", "definition.key", ""},
	{"two fields of one key on different pages", list{"form", 1, "fields", 0, "key", "rent"}, "form[1].fields[0].key", "definition.twice", ""},
	{"two pages of one key", list{"form", 1, "key", "home"}, "form[1].key", "definition.twice", ""},
	{"two columns of one key", list{"form", 2, "fields", 0, "columns", 1, "key", "name"}, "form[2].fields[0].columns[1].key", "definition.twice", ""},
	{"two requirements of one key", list{"requirements", 1, "key", "ktp"}, "requirements[1].key", "definition.twice", ""},
	{"two steps of one key", list{"steps", 1, "key", "hamlet"}, "steps[1].key", "definition.twice", ""},
	{"two options of one value", list{"form", 0, "fields", 0, "options", 1, "value", "own"}, "form[0].fields[0].options[1].value", "definition.twice", ""},

	{"choice without options", list{"form", 0, "fields", 0, "options", nil}, "form[0].fields[0].options", "definition.no_options", ""},
	{"options on a text", list{"form", 0, "fields", 0, "type", "text"}, "form[0].fields[0].options", "definition.options_unused", ""},
	{"rows without columns", list{"form", 2, "fields", 0, "columns", nil}, "form[2].fields[0].columns", "definition.no_columns", ""},
	{"columns on a text", list{"form", 2, "fields", 0, "type", "text"}, "form[2].fields[0].columns", "definition.columns_unused", ""},
	{"rows within rows", list{"form", 2, "fields", 0, "columns", 0, "type", "rows"}, "form[2].fields[0].columns[0].type", "definition.unknown", ""},
	{"column with a condition", list{"form", 2, "fields", 0, "columns", 0, "when", list{object{"field": "home", "is": list{"own"}}}}, "form[2].fields[0].columns[0].when", "definition.column_when", ""},
	{"page without questions", list{"form", 2, "fields", list{}}, "form[2].fields", "definition.no_fields", ""},
	{"question without a label", list{"form", 0, "fields", 1, "label", ""}, "form[0].fields[1].label", "definition.missing", ""},
	{"minimum above maximum", list{"form", 1, "fields", 3, "min", 4000}, "form[1].fields[3].min", "definition.min_max", ""},
	{"minimum above what a text may hold", list{"form", 0, "fields", 1, "min", 501}, "form[0].fields[1].min", "definition.min_max", ""},
	{"more choices wanted than offered", list{"form", 1, "fields", 8, "min", 4}, "form[1].fields[8].min", "definition.min_max", ""},

	{"condition on an unknown field", list{"form", 0, "fields", 1, "when", 0, "field", "hom"}, "form[0].fields[1].when[0].field", "definition.unknown_near", "home"},
	{"condition on a later field", list{"form", 0, "fields", 1, "when", 0, "field", "pets"}, "form[0].fields[1].when[0].field", "definition.later", ""},
	{"condition on the field itself", list{"form", 0, "fields", 0, "when", list{object{"field": "home", "filled": true}}}, "form[0].fields[0].when[0].field", "definition.later", ""},
	{"condition on a value that is no option", list{"form", 0, "fields", 1, "when", 0, "is", list{"rented"}}, "form[0].fields[1].when[0].is[0]", "definition.unknown_near", "rent"},
	{"condition not on a value that is no option", list{"form", 0, "fields", 2, "when", 0, "not", list{"owned"}}, "form[0].fields[2].when[0].not[0]", "definition.unknown_near", "own"},
	{"yes-or-no compared with true", list{"form", 1, "fields", 8, "when", 0, "is", list{"true"}}, "form[1].fields[8].when[0].is[0]", "definition.unknown", ""},
	{"text compared with a value", list{"form", 2, "when", list{object{"field": "owner", "is": list{"Wayan"}}}}, "form[2].when[0].is", "definition.no_values", ""},
	{"condition that says nothing", list{"form", 2, "when", list{object{"field": "owner"}}}, "form[2].when[0]", "definition.no_test", ""},
	{"requirement on an unknown field", list{"requirements", 1, "when", 0, "field", "house"}, "requirements[1].when[0].field", "definition.unknown_near", "home"},

	{"no steps", list{"steps", list{}}, "steps", "definition.no_steps", ""},
	{"letter that is not signed last", list{"steps", 1, "action", "approve"}, "steps[1].action", "definition.sign_last", ""},
	{"letter signed twice", list{"steps", 0, "action", "sign"}, "steps[0].action", "definition.sign_last", ""},
	{"letter that is resolved", list{"steps", 1, "action", "resolve"}, "steps[1].action", "definition.resolve_not_letters", ""},
	{"report that is signed", list{"kind", "report"}, "steps[1].action", "definition.sign_only_letters", ""},
	{"step without time", list{"steps", 0, "time", nil}, "steps[0].time.amount", "definition.duration", ""},
	{"promise of nothing", list{"promise", "amount", 0}, "promise.amount", "definition.duration", ""},
	{"promise in the past", list{"promise", "amount", -1}, "promise.amount", "definition.duration", ""},
	{"negative fee", list{"fee", -5000}, "fee", "definition.fee", ""},

	{"letter without a template", list{"template", nil}, "template", "definition.missing", ""},
	{"template emptied in the editor", list{"template", "<p>&nbsp;</p><p></p>"}, "template", "definition.missing", ""},
	{"letter without a number pattern", list{"number_pattern", nil}, "number_pattern", "definition.missing", ""},
	{"code in the number but none given", list{"classification_code", nil}, "classification_code", "definition.missing", ""},
	{"validity of nothing", list{"validity", "amount", 0}, "validity.amount", "definition.duration", ""},

	{"list where an object belongs", list{"promise", list{}}, "promise", "definition.shape", ""},
	{"object where a list belongs", list{"form", object{}}, "form", "definition.shape", ""},
	{"number where a text belongs", list{"form", 0, "fields", 0, "label", 5}, "form[0].fields[0].label", "definition.shape", ""},
	{"text where a number belongs", list{"steps", 0, "time", "amount", "2"}, "steps[0].time.amount", "definition.shape", ""},
	{"fraction where a whole number belongs", list{"fee", 0.5}, "fee", "definition.shape", ""},
	{"text where yes or no belongs", list{"form", 0, "fields", 0, "required", "yes"}, "form[0].fields[0].required", "definition.shape", ""},
	{"text where a limit belongs", list{"form", 0, "fields", 1, "min", "3"}, "form[0].fields[1].min", "definition.shape", ""},
	{"number among the standard's texts", list{"standard", "requirements", 1}, "standard.requirements", "definition.shape", ""},
}

func TestWhatCannotWorkIsRefusedWithPlaceReasonAndNearest(t *testing.T) {
	sound(t)
	for _, m := range mutations {
		t.Run(m.says, func(t *testing.T) {
			d, problems := Parse(broken(t, m.way...))
			problems = append(problems, checked(d)...)
			for _, p := range problems {
				if p.Place == m.place && p.Fault.Key == m.key {
					if p.Nearest != m.nearest {
						t.Errorf("nearest %q, want %q", p.Nearest, m.nearest)
					}
					for _, lang := range []string{"id", "en"} {
						text := p.Fault.In(lang)
						if !strings.HasPrefix(text, m.place+": ") || !strings.Contains(text, m.nearest) || strings.ContainsAny(text, "{}") && m.key != "definition.shape" {
							t.Errorf("text does not say it all: %s", text)
						}
					}
					return
				}
			}
			t.Errorf("wanted %s at %s, got %v", m.key, m.place, texts(problems))
		})
	}
}

func TestEveryMutationIsOneProblemOnly(t *testing.T) {
	// Removing the type, the options or an action pulls others down; all else is one fault, said once.
	several := map[string]bool{"two fields of one key on different pages": true, "report that is signed": true,
		"options on a text": true, "two options of one value": true, "choice without options": true, "letter that is resolved": true, "step without time": true}
	for _, m := range mutations {
		d, problems := Parse(broken(t, m.way...))
		if problems = append(problems, checked(d)...); len(problems) != 1 && !several[m.says] {
			t.Errorf("%s: %v", m.says, texts(problems))
		}
	}
}

func TestAllProblemsAreListedAtOnce(t *testing.T) {
	d := &Definition{Kind: Letter, Steps: []Step{{Key: "a"}}}
	if got := len(d.Check()); got < 10 {
		t.Errorf("only %d problems: %v", got, texts(d.Check()))
	}
}

func TestReportAndBenefitEndWithAResolvingStep(t *testing.T) {
	for _, kind := range []string{Report, Benefit} {
		d := sound(t)
		d.Kind, d.Template, d.NumberPattern, d.Paper, d.Series = kind, "", "", "", ""
		d.Steps[1].Action = "resolve"
		if kind == Report {
			d.Report = &Reporting{Class: "normative", Place: "required", Identities: []string{IdentityHidden, IdentityShown}, Publish: PublishAtOnce}
			d.CompleteReport()
		}
		if problems := d.Check(); len(problems) > 0 {
			t.Errorf("%s: %v", kind, texts(problems))
		}
		d.Steps[1].Action = "approve"
		if problems := d.Check(); len(problems) != 1 || problems[0].Fault.Key != "definition.resolve_last" {
			t.Errorf("%s without resolve: %v", kind, texts(problems))
		}
	}
}

func TestAProblemNamesTheFieldOfTheRecord(t *testing.T) {
	for place, field := range map[string]string{"form[1].fields[0].type": "form", "promise.unit": "promise", "key": "key", "": ""} {
		if got := (Problem{Place: place}).Record(); got != field {
			t.Errorf("%s is in %q, want %q", place, got, field)
		}
	}
}

func texts(problems []Problem) (all []string) {
	for _, p := range problems {
		all = append(all, p.Fault.In("en"))
	}
	return all
}

func TestAStepNamesOnlySectionsThatTheOfficeHas(t *testing.T) {
	d := &Definition{Steps: []Step{{Role: "officer", Unit: "kasi_pelayanan"}, {Role: "officer", Unit: "kasi_pelayann"}, {Role: "officer"}}}
	problems := d.CheckUnits([]string{"kaur_keuangan", "kasi_pelayanan"})
	if len(problems) != 1 || problems[0].Place != "steps[1].unit" || problems[0].Nearest != "kasi_pelayanan" {
		t.Errorf("got %+v", problems)
	}
}
