package definition

import (
	"slices"

	"mdesa/hooks/fault"
)

var (
	errLater = fault.New(fault.Invalid, "definition.later",
		"{place}: “{value}” baru ditanyakan sesudahnya. Syarat hanya dapat memakai pertanyaan sebelumnya.",
		"{place}: “{value}” is asked only afterwards. A condition can only use questions that come before.")
	errNoTest = fault.New(fault.Invalid, "definition.no_test",
		"{place}: syarat tidak mengatakan apa-apa. Tulis “is”, “not”, atau “filled”.",
		"{place}: the condition says nothing. Write “is”, “not” or “filled”.")
	errNoValues = fault.New(fault.Invalid, "definition.no_values",
		"{place}: jawaban “{value}” tidak berupa pilihan; pakai “filled”.",
		"{place}: the answer to “{value}” is not a choice; use “filled”.")
)

// conditions checks those of one place, which may use the fields asked before it.
func (c *checker) conditions(place string, conditions []Condition, earlier, all []Field) {
	for i, condition := range conditions {
		place := nth(place, i)
		if len(condition.Is) == 0 && len(condition.Not) == 0 && condition.Filled == nil {
			c.add(place, errNoTest)
		}
		field := find(earlier, condition.Field)
		switch {
		case field != nil:
			c.values(at(place, "is"), condition.Is, field)
			c.values(at(place, "not"), condition.Not, field)
		case condition.Field != "" && find(all, condition.Field) != nil:
			c.add(at(place, "field"), errLater.With("value", condition.Field))
		default:
			c.oneOf(at(place, "field"), condition.Field, keysOf(earlier))
		}
	}
}

func (c *checker) values(place string, values []string, field *Field) {
	if len(values) == 0 || !slices.Contains(FieldTypes, field.Type) {
		return
	}
	var known []string
	switch field.Type {
	case "choice", "choices":
		for _, option := range field.Options {
			known = append(known, option.Value)
		}
	case "yesno":
		known = []string{yes, no}
	default:
		c.add(place, errNoValues.With("value", field.Key))
		return
	}
	for i, value := range values {
		c.oneOf(nth(place, i), value, known)
	}
}

func find(fields []Field, key string) *Field {
	for i := range fields {
		if fields[i].Key == key {
			return &fields[i]
		}
	}
	return nil
}

func keysOf(fields []Field) []string {
	keys := make([]string, len(fields))
	for i, field := range fields {
		keys[i] = field.Key
	}
	return keys
}
