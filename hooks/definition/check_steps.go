package definition

import (
	"slices"

	"mdesa/hooks/fault"
)

var (
	errNoSteps = fault.New(fault.Invalid, "definition.no_steps",
		"{place}: belum ada langkah. Tulis siapa yang memeriksa dan siapa yang memutuskan.",
		"{place}: there is no step. Say who checks and who decides.")
	errSignLast = fault.New(fault.Invalid, "definition.sign_last",
		"{place}: surat harus berakhir dengan tepat satu langkah “sign” di urutan terakhir.",
		"{place}: a letter must end with exactly one “sign” step, the last one.")
	errSignOnlyLetters = fault.New(fault.Invalid, "definition.sign_only_letters",
		"{place}: langkah “sign” hanya untuk surat; pakai “approve” atau “resolve”.",
		"{place}: a “sign” step is for letters only; use “approve” or “resolve”.")
	errResolveLast = fault.New(fault.Invalid, "definition.resolve_last",
		"{place}: laporan dan bantuan harus berakhir dengan tepat satu langkah “resolve” di urutan terakhir.",
		"{place}: reports and benefits must end with exactly one “resolve” step, the last one.")
	errUnitRole = fault.New(fault.Invalid, "definition.unit_role",
		"{place}: seksi hanya dapat ditulis pada langkah petugas (“officer”).",
		"{place}: a section can only be named at a step of the desk (“officer”).")
	errResolveNotLetters = fault.New(fault.Invalid, "definition.resolve_not_letters",
		"{place}: langkah “resolve” hanya untuk laporan dan bantuan; surat berakhir dengan “sign”.",
		"{place}: a “resolve” step is for reports and benefits only; a letter ends with “sign”.")
)

func (c *checker) steps(kind string, steps []Step) {
	if len(steps) == 0 {
		c.add("steps", errNoSteps)
		return
	}
	seen := map[string]bool{}
	for i, step := range steps {
		place := nth("steps", i)
		c.key(at(place, "key"), step.Key, seen)
		c.needed(at(place, "name"), step.Name)
		c.oneOf(at(place, "role"), step.Role, Roles)
		if step.Unit != "" && step.Role != "officer" {
			c.add(at(place, "unit"), errUnitRole)
		}
		c.oneOf(at(place, "action"), step.Action, StepActions)
		c.duration(at(place, "time"), step.Time)
	}
	switch kind {
	case Letter:
		c.ending(steps, "sign", errSignLast, "resolve", errResolveNotLetters)
	case Report, Benefit:
		c.ending(steps, "resolve", errResolveLast, "sign", errSignOnlyLetters)
	}
}

// CheckUnits names the steps whose section the office does not have.
func (d *Definition) CheckUnits(known []string) []Problem {
	c := &checker{}
	for i, step := range d.Steps {
		if step.Unit != "" {
			c.oneOf(at(nth("steps", i), "unit"), step.Unit, known)
		}
	}
	return c.problems
}

// ending wants the action as the last step and nowhere else, and the action of
// the other kinds nowhere.
func (c *checker) ending(steps []Step, action string, notLast *fault.Fault, foreign string, isForeign *fault.Fault) {
	last := len(steps) - 1
	for i, step := range steps {
		place := at(nth("steps", i), "action")
		switch {
		case step.Action == foreign:
			c.add(place, isForeign)
		case (step.Action == action) != (i == last):
			// A mistyped action was already named with the nearest right one.
			if slices.Contains(StepActions, step.Action) {
				c.add(place, notLast)
			}
		}
	}
}
