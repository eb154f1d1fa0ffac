package definition

import (
	"slices"
	"strconv"

	"mdesa/hooks/fault"
)

// ColumnTypes are the types a column of rows may have.
var ColumnTypes = []string{"text", "textarea", "number", "money", "date", "time", "choice", "yesno", "phone", "nik"}

var (
	errNoFields = fault.New(fault.Invalid, "definition.no_fields",
		"{place}: halaman ini tidak menanyakan apa pun.",
		"{place}: this page asks nothing.")
	errNoOptions = fault.New(fault.Invalid, "definition.no_options",
		"{place}: pertanyaan pilihan belum punya pilihan.",
		"{place}: a question with a choice needs options.")
	errNoColumns = fault.New(fault.Invalid, "definition.no_columns",
		"{place}: pertanyaan “rows” belum punya kolom.",
		"{place}: a question of type “rows” needs columns.")
	errOptionsUnused = fault.New(fault.Invalid, "definition.options_unused",
		"{place}: pertanyaan jenis “{value}” tidak memakai pilihan. Mungkin maksud Anda “choice”.",
		"{place}: a question of type “{value}” has no options. Perhaps you meant “choice”.")
	errColumnsUnused = fault.New(fault.Invalid, "definition.columns_unused",
		"{place}: pertanyaan jenis “{value}” tidak memakai kolom. Mungkin maksud Anda “rows”.",
		"{place}: a question of type “{value}” has no columns. Perhaps you meant “rows”.")
	errColumnWhen = fault.New(fault.Invalid, "definition.column_when",
		"{place}: kolom tidak dapat bersyarat. Pindahkan syarat ke pertanyaannya.",
		"{place}: a column cannot have a condition. Put it on the question.")
	errMinMax = fault.New(fault.Invalid, "definition.min_max",
		"{place}: batas bawah {min} lebih besar dari batas atas {max}.",
		"{place}: the minimum {min} is above the maximum {max}.")
)

func (c *checker) form(pages []Page) {
	all, keys, pageKeys := fieldsOf(pages), map[string]bool{}, map[string]bool{}
	var earlier []Field
	for i, page := range pages {
		place := nth("form", i)
		c.key(at(place, "key"), page.Key, pageKeys)
		c.needed(at(place, "title"), page.Title)
		c.conditions(at(place, "when"), page.When, earlier, all)
		if len(page.Fields) == 0 {
			c.add(at(place, "fields"), errNoFields)
		}
		for j, field := range page.Fields {
			place := nth(at(place, "fields"), j)
			c.field(place, field, keys, FieldTypes)
			c.conditions(at(place, "when"), field.When, earlier, all)
			earlier = append(earlier, field)
		}
	}
}

func (c *checker) field(place string, field Field, keys map[string]bool, types []string) {
	c.key(at(place, "key"), field.Key, keys)
	c.needed(at(place, "label"), field.Label)
	c.oneOf(at(place, "type"), field.Type, types)
	if !slices.Contains(types, field.Type) {
		return // what options and limits mean depends on the type
	}
	c.options(place, field)
	c.columns(place, field)
	c.limits(place, field)
}

func (c *checker) options(place string, field Field) {
	place = at(place, "options")
	if field.Type != "choice" && field.Type != "choices" {
		if len(field.Options) > 0 {
			c.add(place, errOptionsUnused.With("value", field.Type))
		}
		return
	}
	if len(field.Options) == 0 {
		c.add(place, errNoOptions)
	}
	seen := map[string]bool{}
	for i, option := range field.Options {
		place := nth(place, i)
		c.needed(at(place, "label"), option.Label)
		c.needed(at(place, "value"), option.Value)
		if seen[option.Value] {
			c.add(at(place, "value"), errTwice.With("value", option.Value))
		}
		seen[option.Value] = true
	}
}

func (c *checker) columns(place string, field Field) {
	place = at(place, "columns")
	if field.Type != "rows" {
		if len(field.Columns) > 0 {
			c.add(place, errColumnsUnused.With("value", field.Type))
		}
		return
	}
	if len(field.Columns) == 0 {
		c.add(place, errNoColumns)
	}
	keys := map[string]bool{}
	for i, column := range field.Columns {
		place := nth(place, i)
		c.field(place, column, keys, ColumnTypes)
		if len(column.When) > 0 {
			c.add(at(place, "when"), errColumnWhen)
		}
	}
}

// limits compares the lowest a question accepts with the highest it can get:
// its own maximum, or what the type allows at most.
func (c *checker) limits(place string, field Field) {
	if field.Min == nil {
		return
	}
	highest := largest(field)
	if field.Max != nil && (highest < 0 || *field.Max < highest) {
		highest = *field.Max
	} else if highest < 0 {
		return
	}
	if *field.Min > highest {
		c.add(at(place, "min"), errMinMax.With("min", plain(*field.Min)).With("max", plain(highest)))
	}
}

// largest is the upper limit a type has by itself, or -1 for none.
func largest(field Field) float64 {
	switch field.Type {
	case "text":
		return maxText
	case "textarea":
		return maxTextarea
	case "rows":
		return maxRows
	case "choices":
		return float64(len(field.Options))
	}
	return -1
}

func plain(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

func (c *checker) requirements(requirements []Requirement, pages []Page) {
	all, keys := fieldsOf(pages), map[string]bool{}
	for i, requirement := range requirements {
		place := nth("requirements", i)
		c.key(at(place, "key"), requirement.Key, keys)
		c.needed(at(place, "name"), requirement.Name)
		c.conditions(at(place, "when"), requirement.When, all, all)
	}
}

func fieldsOf(pages []Page) []Field {
	var all []Field
	for _, page := range pages {
		all = append(all, page.Fields...)
	}
	return all
}
