package letters

import (
	"slices"
	"strings"

	"mdesa/hooks/definition"
)

// Names are the placeholders that a template may use, with what they hold.
type Names struct {
	all map[string]nameKind
}

// nameKind is the type of answer behind a name, and the values it can take when
// those are known.
type nameKind struct {
	fieldType string
	options   []string
}

// personNames are the parts of a person, of `resident` and of every form field
// of type member.
var personNames = []string{"name", "nik", "kk", "birth_place", "birth_date", "birth", "age", "sex",
	"religion", "marital_status", "occupation", "citizenship", "education", "address", "hamlet",
	"family_head", "family_role"}

var fixedNames = []string{
	"office.name", "office.kind", "office.head_title", "office.district", "office.regency",
	"office.province", "office.address", "office.area",
	"letter.number", "letter.title",
	"officer.name", "officer.title", "officer.staff_number",
}

// NamesOf are the names that a letter of this service can fill: those of every
// letter, and `form.<key>` for each of its questions.
func NamesOf(d definition.Definition) Names {
	n := Names{all: map[string]nameKind{}}
	for _, name := range fixedNames {
		n.all[name] = nameKind{fieldType: "text"}
	}
	n.add("letter.date", nameKind{fieldType: "date"})
	n.add("letter.valid_until", nameKind{fieldType: "date"})
	n.person("resident")
	for _, page := range d.Form {
		for _, field := range page.Fields {
			n.field(field)
		}
	}
	return n
}

func (n Names) field(field definition.Field) {
	name := "form." + field.Key
	kind := nameKind{fieldType: field.Type}
	switch field.Type {
	case "member":
		n.person(name)
	case "yesno":
		kind.options = []string{"yes", "no"}
	case "choice", "choices":
		for _, option := range field.Options {
			kind.options = append(kind.options, option.Value)
		}
	}
	n.add(name, kind)
}

// add also makes the other ways of writing a value known: the weekday of a
// date, a sum in words.
func (n Names) add(name string, kind nameKind) {
	n.all[name] = kind
	switch kind.fieldType {
	case "date":
		n.all[name+".weekday"] = nameKind{fieldType: "text"}
	case "money", "number":
		n.all[name+".words"] = nameKind{fieldType: "text"}
	}
}

func (n Names) person(prefix string) {
	for _, part := range personNames {
		kind := nameKind{fieldType: "text"}
		switch part {
		case "sex":
			kind.options = []string{"L", "P"}
		case "birth_date":
			kind.fieldType = "date"
		}
		n.add(prefix+"."+part, kind)
	}
}

// List is every name, sorted: what an admin can choose from.
func (n Names) List() []string {
	names := make([]string, 0, len(n.all))
	for name := range n.all {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// nearest also looks at names with the same ending, since "form.name" for
// "resident.name" is no slip of the fingers.
func (n Names) nearest(name string) string {
	known := n.List()
	if near := definition.Nearest(name, known); near != "" {
		return near
	}
	_, last, _ := strings.Cut(name, ".")
	for _, candidate := range known {
		if _, end, _ := strings.Cut(candidate, "."); end == last && last != "" {
			return candidate
		}
	}
	return ""
}
