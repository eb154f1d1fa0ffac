package definition

import (
	"strings"

	"mdesa/hooks/fault"
)

// Problem is one thing in a definition that cannot work.
type Problem struct {
	Place   string       // "form[1].fields[0].type"; "" is the definition as a whole
	Fault   *fault.Fault // the reason; its text names the place, the wrong value and the nearest right one
	Nearest string       // what was probably meant, "" when nothing is close
}

// Record is the part of the place that names the record's field: "form".
func (p Problem) Record() string {
	end := strings.IndexAny(p.Place, ".[")
	if end < 0 {
		return p.Place
	}
	return p.Place[:end]
}

var (
	errUnknown = fault.New(fault.Invalid, "definition.unknown",
		"{place}: “{value}” tidak dikenal. Yang dapat dipakai: {known}.",
		"{place}: “{value}” is not known. What can be used: {known}.")
	errUnknownNear = fault.New(fault.Invalid, "definition.unknown_near",
		"{place}: “{value}” tidak dikenal. Mungkin maksud Anda “{nearest}”. Yang dapat dipakai: {known}.",
		"{place}: “{value}” is not known. Perhaps you meant “{nearest}”. What can be used: {known}.")
	errMissing = fault.New(fault.Invalid, "definition.missing",
		"{place}: belum diisi.",
		"{place}: is missing.")
	errTwice = fault.New(fault.Invalid, "definition.twice",
		"{place}: “{value}” sudah dipakai di tempat lain. Pilih nama yang berbeda.",
		"{place}: “{value}” is already used elsewhere. Choose a different name.")
	errKey = fault.New(fault.Invalid, "definition.key",
		"{place}: “{value}” tidak dapat menjadi kunci. Pakai huruf kecil, angka, dan garis bawah, diawali huruf; misalnya “tanggal_lahir”.",
		"{place}: “{value}” cannot be a key. Use small letters, digits and underscores, beginning with a letter; for example “birth_date”.")
	errServiceKey = fault.New(fault.Invalid, "definition.service_key",
		"{place}: “{value}” tidak dapat menjadi kunci layanan. Pakai huruf kecil, angka, dan tanda hubung; misalnya “street-light”.",
		"{place}: “{value}” cannot be the key of a service. Use small letters, digits and hyphens; for example “street-light”.")
)

// checker gathers problems, so that an admin sees all of them at once.
type checker struct {
	problems []Problem
}

func (c *checker) add(place string, reason *fault.Fault) {
	c.problems = append(c.problems, Problem{Place: place, Fault: reason.With("place", place)})
}

func (c *checker) needed(place, value string) {
	if strings.TrimSpace(value) == "" {
		c.add(place, errMissing)
	}
}

// oneOf refuses a value that is not among those known; an empty one is missing.
func (c *checker) oneOf(place, value string, known []string) {
	if value == "" {
		c.add(place, errMissing)
		return
	}
	for _, name := range known {
		if value == name {
			return
		}
	}
	c.unknown(place, value, known)
}

func (c *checker) unknown(place, value string, known []string) {
	nearest, reason := Nearest(value, known), errUnknown
	if nearest != "" {
		reason = errUnknownNear.With("nearest", nearest)
	}
	reason = reason.With("place", place).With("value", value).With("known", strings.Join(known, ", "))
	c.problems = append(c.problems, Problem{Place: place, Fault: reason, Nearest: nearest})
}
