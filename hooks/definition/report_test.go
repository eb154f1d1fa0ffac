package definition

import (
	"reflect"
	"testing"
)

// waste is a category as an admin writes it: a name and how it is handled.
func waste() *Definition {
	return &Definition{Key: "waste", Name: "Sampah", Kind: Report, Active: true,
		Report: &Reporting{Class: "normative", Place: "required", Identities: []string{IdentityHidden, IdentityShown}, Publish: PublishAtOnce}}
}

func TestACategoryOfReportsIsCompletedFromItsNameAndClass(t *testing.T) {
	d := waste()
	if !d.CompleteReport() {
		t.Fatal("nothing was added")
	}
	if problems := d.Check(); len(problems) > 0 {
		t.Fatalf("it is unsound: %v", texts(problems))
	}
	if d.Promise != (Duration{5, "days"}) || len(d.Steps) != 2 || d.Requirements[0].Key != PaperPhotos {
		t.Errorf("promise %v, steps %v, requirements %v", d.Promise, d.Steps, d.Requirements)
	}
	for _, key := range []string{FieldWhat, FieldPlace, FieldDay, FieldHour, FieldIdentity} {
		if d.Field(key) == nil {
			t.Errorf("no question %s", key)
		}
	}
	if d.CompleteReport() {
		t.Error("a complete category was changed again")
	}
}

func TestWhatAnAdminWroteStays(t *testing.T) {
	d := waste()
	d.Form = []Page{{Key: "what", Title: "Sampahnya", Fields: []Field{{Key: FieldWhat, Type: "textarea", Label: "Sampah apa?"}}}}
	d.Promise = Duration{2, "days"}
	d.CompleteReport()
	if d.Field(FieldWhat).Label != "Sampah apa?" || d.Promise.Amount != 2 || len(d.Form) != 4 {
		t.Errorf("now %+v", d)
	}
}

func TestACategoryWithoutAPlaceAsksForNoPlaceAndNoPhoto(t *testing.T) {
	d := waste()
	d.Report.Place = "none"
	d.CompleteReport()
	if d.Field(FieldPlace) != nil || len(d.Requirements) != 0 {
		t.Errorf("asks %v and %v", d.Form, d.Requirements)
	}
	if problems := d.Check(); len(problems) > 0 {
		t.Error(texts(problems))
	}
}

func TestUnsoundCategoriesAreRefused(t *testing.T) {
	for key, spoil := range map[string]func(*Definition){
		"definition.report_missing":   func(d *Definition) { d.Report = nil },
		"definition.unknown":          func(d *Definition) { d.Report.Class = "heavy" },
		"definition.unknown_near":     func(d *Definition) { d.Report.Place = "require" },
		"definition.missing":          func(d *Definition) { d.Report.Outside = &Outside{Contact: "112"} },
		"definition.class_time":       func(d *Definition) { d.Promise.Amount = 6 },
		"definition.class_unit":       func(d *Definition) { d.Promise = Duration{3, "hours"} },
		"definition.two_steps":        func(d *Definition) { d.Steps = d.Steps[1:] },
		"definition.question_missing": func(d *Definition) { d.Form = d.Form[:3] },
		"definition.identity_options": func(d *Definition) { d.Report.Identities = []string{IdentityShown} },
		"definition.report_unused":    func(d *Definition) { d.Kind = Benefit },
	} {
		d := waste()
		d.CompleteReport()
		spoil(d)
		if problems := d.Check(); len(problems) == 0 || problems[len(problems)-1].Fault.Key != key && problems[0].Fault.Key != key {
			t.Errorf("%s: %v", key, texts(problems))
		}
	}
	secret := waste()
	secret.Report.Identities = []string{IdentityHandlerOnly}
	secret.CompleteReport()
	if problems := secret.Check(); len(problems) != 1 || problems[0].Fault.Key != "definition.secret_public" {
		t.Error(texts(problems))
	}
}

func TestAPlaceIsGivenInWordsOrOnTheMap(t *testing.T) {
	hamlet := "hamletkaja00001"
	for _, c := range []struct {
		sentence string
		required bool
		given    any
		want     any
		fault    string
	}{
		{"words and hamlet", true, object{"words": " Depan  balai\n banjar ", "hamlet": hamlet}, object{"words": "Depan  balai  banjar", "hamlet": hamlet}, ""},
		{"a point, to about a metre", true, object{"lat": -8.6500049, "lon": 115.2166}, object{"lat": -8.65, "lon": 115.2166}, ""},
		{"all three", true, object{"words": "Pura", "hamlet": hamlet, "lat": -8.65, "lon": 115.2}, object{"words": "Pura", "hamlet": hamlet, "lat": -8.65, "lon": 115.2}, ""},
		{"words without a hamlet", true, object{"words": "Pura"}, nil, "answer.place_hamlet"},
		{"a hamlet without words", true, object{"hamlet": hamlet}, nil, "answer.place"},
		{"nothing", true, object{}, nil, "answer.place"},
		{"nothing, where it need not be", false, object{"words": " "}, nil, ""},
		{"words alone, where it need not be", false, object{"words": "Pura"}, object{"words": "Pura"}, ""},
		{"half a point", true, object{"lat": -8.65}, nil, "answer.point"},
		{"a point off the earth", true, object{"lat": 91.0, "lon": 3.0}, nil, "answer.point"},
		{"a point in words", true, object{"lat": "north", "lon": 3.0}, nil, "answer.point"},
		{"a hamlet that is no id", true, object{"words": "Pura", "hamlet": "Kaja"}, nil, "answer.place_hamlet"},
		{"a text", true, "di sana", nil, "answer.shape"},
	} {
		d := &Definition{Form: []Page{{Fields: []Field{{Key: "place", Type: "place", Label: "Tempat", Required: c.required}}}}}
		clean, problems := d.CheckAnswers(object{"place": c.given}, today)
		switch {
		case c.fault == "" && len(problems) > 0:
			t.Errorf("%s: %v", c.sentence, problems["place"].In("en"))
		case c.fault != "" && (problems["place"] == nil || problems["place"].Key != c.fault):
			t.Errorf("%s: %v, want %s", c.sentence, problems["place"], c.fault)
		case c.fault == "" && c.want == nil && clean["place"] != nil, c.want != nil && !reflect.DeepEqual(clean["place"], c.want):
			t.Errorf("%s: kept %v", c.sentence, clean["place"])
		}
		if again, _ := d.CheckAnswers(clean, today); c.fault == "" && !reflect.DeepEqual(again, clean) {
			t.Errorf("%s: checking again keeps %v", c.sentence, again)
		}
	}
}
