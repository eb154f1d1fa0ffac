package definition

import "slices"

// What a yes-or-no answer reads as in conditions and templates.
const (
	yes = "yes"
	no  = "no"
)

// Holds reports whether all conditions hold for the answers. Answers are those
// that [Definition.CheckAnswers] kept: a question that was not asked counts as
// not answered. A yes-or-no answer reads "yes" or "no"; of several choices one
// among Is is enough, and one among Not is too much.
func Holds(conditions []Condition, answers map[string]any) bool {
	for _, condition := range conditions {
		if !condition.holds(answers[condition.Field]) {
			return false
		}
	}
	return true
}

func (c Condition) holds(answer any) bool {
	chosen := Chosen(answer)
	if c.Filled != nil && *c.Filled != filled(answer) {
		return false
	}
	if len(c.Is) > 0 && !slices.ContainsFunc(chosen, func(v string) bool { return slices.Contains(c.Is, v) }) {
		return false
	}
	return !slices.ContainsFunc(chosen, func(v string) bool { return slices.Contains(c.Not, v) })
}

// Chosen are the values an answer has for a comparison: one for a choice,
// several for choices, "yes" or "no" for a yes-or-no question, none for the rest.
func Chosen(answer any) []string {
	switch a := answer.(type) {
	case bool:
		if a {
			return []string{yes}
		}
		return []string{no}
	case string:
		if a == "" {
			return nil
		}
		return []string{a}
	case []string:
		return a
	case []any:
		var values []string
		for _, item := range a {
			if text, ok := item.(string); ok {
				values = append(values, text)
			}
		}
		return values
	}
	return nil
}

// filled reports whether something was answered; "no" is an answer.
func filled(answer any) bool {
	switch a := answer.(type) {
	case nil:
		return false
	case string:
		return a != ""
	case []string:
		return len(a) > 0
	case []any:
		return len(a) > 0
	}
	return true
}
