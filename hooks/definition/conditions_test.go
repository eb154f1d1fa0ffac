package definition

import "testing"

func TestConditionsHold(t *testing.T) {
	truth, untruth := true, false
	for _, c := range []struct {
		says      string
		condition Condition
		answer    any
		want      bool
	}{
		{"one of", Condition{Is: []string{"a", "b"}}, "b", true},
		{"none of them chosen", Condition{Is: []string{"a"}}, "c", false},
		{"is, unanswered", Condition{Is: []string{"a"}}, nil, false},
		{"not, other", Condition{Not: []string{"a"}}, "b", true},
		{"not, that one", Condition{Not: []string{"a"}}, "a", false},
		{"not, unanswered", Condition{Not: []string{"a"}}, nil, true},
		{"one of several", Condition{Is: []string{"a"}}, []any{"x", "a"}, true},
		{"one too many", Condition{Not: []string{"a"}}, []any{"x", "a"}, false},
		{"yes", Condition{Is: []string{"yes"}}, true, true},
		{"no", Condition{Is: []string{"yes"}}, false, false},
		{"filled", Condition{Filled: &truth}, "x", true},
		{"no is an answer", Condition{Filled: &truth}, false, true},
		{"nought is an answer", Condition{Filled: &truth}, 0.0, true},
		{"no rows", Condition{Filled: &truth}, []any{}, false},
		{"left empty", Condition{Filled: &untruth}, "", true},
		{"not left empty", Condition{Filled: &untruth}, "x", false},
		{"both parts must hold", Condition{Is: []string{"a"}, Filled: &untruth}, "a", false},
	} {
		c.condition.Field = "f"
		if got := Holds([]Condition{c.condition}, map[string]any{"f": c.answer}); got != c.want {
			t.Errorf("%s: %v", c.says, got)
		}
	}
	if !Holds(nil, nil) {
		t.Error("no condition always holds")
	}
}

func TestNearestName(t *testing.T) {
	for word, want := range map[string]string{"txet": "text", "datte": "date", "hamlethead": "hamlet_head", "zzz": "", "": ""} {
		if got := Nearest(word, append([]string{"hamlet_head"}, FieldTypes...)); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}
