package letters

import (
	"regexp"
	"slices"
	"strings"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
)

type tagKind int

const (
	tagName tagKind = iota
	tagIf
	tagElse
	tagEnd
	tagPageBreak
)

// tag is what stands between {{ and }}.
type tag struct {
	kind tagKind
	name string     // tagName
	when *condition // tagIf
}

// An editor puts hard spaces and curly quotes where people type straight ones.
var (
	plainTag  = strings.NewReplacer("\u00a0", " ", "“", `"`, "”", `"`, "„", `"`, "‘", `"`, "’", `"`, "'", `"`)
	nameShape = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.]*$`)
	ifShape   = regexp.MustCompile(`^#if ([^ =!"]+)(?: ?(!=|=|==) ?"([^"]*)")?$`)
)

var (
	errTagShape = fault.New(fault.Invalid, "letter.tag_shape",
		"{place}: “{tag}” tidak dapat dibaca. Tulis misalnya {{resident.name}}, {{#if form.kind = \"baru\"}}, {{#else}} atau {{/if}}.",
		"{place}: “{tag}” cannot be read. Write for example {{resident.name}}, {{#if form.kind = \"baru\"}}, {{#else}} or {{/if}}.")
	errUnknownName = fault.New(fault.Invalid, "letter.unknown_name",
		"{place}: “{name}” tidak dikenal. Pilih nama dari daftar isian surat ini.",
		"{place}: “{name}” is not known. Choose a name from the list for this letter.")
	errUnknownNameNear = fault.New(fault.Invalid, "letter.unknown_name_near",
		"{place}: “{name}” tidak dikenal. Mungkin maksud Anda “{nearest}”.",
		"{place}: “{name}” is not known. Perhaps you meant “{nearest}”.")
	errUnknownOption = fault.New(fault.Invalid, "letter.unknown_option",
		"{place}: “{name}” tidak pernah berisi “{value}”. Pilihannya: {known}.",
		"{place}: “{name}” never holds “{value}”. It can be: {known}.")
	errRowsCompared = fault.New(fault.Invalid, "letter.rows_compared",
		"{place}: “{name}” berisi tabel dan hanya dapat diperiksa terisi atau tidak: {{#if {name}}}.",
		"{place}: “{name}” is a table and can only be checked for being filled in: {{#if {name}}}.")
)

// readTag understands the inside of {{…}}; ok is false when it has no known shape.
func readTag(inside string) (t tag, ok bool) {
	text := strings.Join(strings.Fields(plainTag.Replace(inside)), " ")
	switch text {
	case "#else", "else":
		return tag{kind: tagElse}, true
	case "/if", "#endif", "#end":
		return tag{kind: tagEnd}, true
	case "page_break":
		return tag{kind: tagPageBreak}, true
	}
	if nameShape.MatchString(text) {
		return tag{kind: tagName, name: text}, true
	}
	if m := ifShape.FindStringSubmatch(text); m != nil && nameShape.MatchString(m[1]) {
		negate := m[2] == "!="
		if m[2] != "" && m[3] == "" { // `= ""` asks whether nothing was filled in
			negate = !negate
		}
		return tag{kind: tagIf, when: &condition{name: m[1], is: m[3], negate: negate}}, true
	}
	return tag{}, false
}

// checkTag looks up the names a tag uses and brings its value into the form in
// which answers are kept.
func (p *parser) checkTag(t tag, at place) {
	switch t.kind {
	case tagName:
		p.known(t.name, at)
	case tagIf:
		if kind, ok := p.known(t.when.name, at); ok && t.when.is != "" {
			p.checkValue(t.when, kind, at)
		}
	}
}

func (p *parser) known(name string, at place) (nameKind, bool) {
	kind, ok := p.names.all[name]
	if ok {
		return kind, true
	}
	reason, nearest := errUnknownName, p.names.nearest(name)
	if nearest != "" {
		reason = errUnknownNameNear.With("nearest", nearest)
	}
	p.problems = append(p.problems, at.problem(reason.With("name", name), nearest))
	return nameKind{}, false
}

func (p *parser) checkValue(when *condition, kind nameKind, at place) {
	switch kind.fieldType {
	case "rows":
		p.add(errRowsCompared.With("name", when.name), at)
		return
	case "yesno":
		switch strings.ToLower(when.is) {
		case "ya", "true":
			when.is = "yes"
		case "tidak", "false":
			when.is = "no"
		}
	}
	if len(kind.options) > 0 && !slices.Contains(kind.options, when.is) {
		reason := errUnknownOption.With("name", when.name).With("value", when.is).
			With("known", strings.Join(kind.options, ", "))
		nearest := definition.Nearest(when.is, kind.options)
		p.problems = append(p.problems, at.problem(reason, nearest))
	}
}
