package definition

import (
	"regexp"
	"slices"
	"strings"

	"mdesa/hooks/fault"
)

var (
	keyPattern        = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	serviceKeyPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

var (
	errFee = fault.New(fault.Invalid, "definition.fee",
		"{place}: biaya {value} tidak mungkin. Tulis 0 untuk layanan gratis.",
		"{place}: a fee of {value} is not possible. Write 0 for a service that is free.")
	errDuration = fault.New(fault.Invalid, "definition.duration",
		"{place}: lamanya {value}; tulis angka lebih dari nol.",
		"{place}: lasts {value}; write a number above zero.")
	errAge = fault.New(fault.Invalid, "definition.age",
		"{place}: usia {value} tahun tidak mungkin.",
		"{place}: an age of {value} years is not possible.")
)

// Check lists everything in the definition that cannot work. Templates are
// checked where letters are made.
func (d *Definition) Check() []Problem {
	c := &checker{}
	if !serviceKeyPattern.MatchString(d.Key) {
		c.add("key", errServiceKey.With("value", d.Key))
	}
	c.needed("name", d.Name)
	c.oneOf("kind", d.Kind, Kinds)
	c.form(d.Form)
	c.requirements(d.Requirements, d.Form)
	c.steps(d.Kind, d.Steps)
	c.subject(d.Subject)
	c.duration("promise", d.Promise)
	if d.Fee < 0 {
		c.add("fee", errFee.With("value", d.Fee))
	}
	for _, name := range sortedNames(d.Standard) {
		if !slices.Contains(StandardKeys, name) {
			c.unknown(at("standard", name), name, StandardKeys)
		}
	}
	if d.Kind == Letter {
		c.letter(d)
	}
	c.reporting(d)
	return c.problems
}

func (c *checker) duration(place string, span Duration) {
	if span.Amount <= 0 {
		c.add(at(place, "amount"), errDuration.With("value", span.Amount))
	}
	c.oneOf(at(place, "unit"), span.Unit, TimeUnits)
}

func (c *checker) subject(s Subject) {
	if s.Sex != "" {
		c.oneOf("subject.sex", s.Sex, sexes)
	}
	for i, status := range s.MaritalStatus {
		c.oneOf(nth("subject.marital_status", i), status, known(maritalStatuses))
	}
	for i, role := range s.FamilyRole {
		c.oneOf(nth("subject.family_role", i), role, known(familyRoles))
	}
	if s.MinAge < 0 || s.MinAge > 120 {
		c.add("subject.min_age", errAge.With("value", s.MinAge))
	}
}

// key checks the form of a key and that it stands only once among those seen.
func (c *checker) key(place, key string, seen map[string]bool) {
	switch {
	case key == "":
		c.add(place, errMissing)
	case !keyPattern.MatchString(key):
		c.add(place, errKey.With("value", key))
	case seen[key]:
		c.add(place, errTwice.With("value", key))
	}
	seen[key] = true
}

func sortedNames(texts map[string]string) []string {
	names := make([]string, 0, len(texts))
	for name := range texts {
		names = append(names, name)
	}
	slices.SortFunc(names, strings.Compare)
	return names
}
