package letters

import (
	"slices"

	"mdesa/hooks/fault"
)

// Template is the parsed text of a letter. It never changes after [Parse] and
// may be filled by several goroutines at once.
type Template struct {
	body []node[block]
}

// block is a [Block] that may still hold placeholders and conditions.
type block struct {
	kind   BlockKind
	align  Align
	indent int
	inline []node[piece] // paragraph, heading
	marker Marker
	items  []node[[]node[block]]
	rows   []node[labelRow]
	table  string // grid: name of the rows
}

// piece is a stretch of text in one style, or a placeholder, or a line break.
type piece struct {
	run  Run
	name string
}

type labelRow struct{ label, value []node[piece] }

// node is either a leaf or a condition around nodes. Conditions stand around
// blocks, list items, table rows and words alike.
type node[T any] struct {
	leaf        T
	when        *condition
	then, other []node[T]
}

// condition compares a value as it was answered, not as it is printed.
type condition struct {
	name   string
	is     string // empty: the value is filled in at all
	negate bool
}

// Problem is one thing in a template that cannot work. Its text names the place.
type Problem struct {
	Fault   *fault.Fault
	Nearest string // what was probably meant, "" when nothing is close

	at place
}

// part is what the numbered place is: a paragraph, a list item or a table row.
type part int

const (
	inParagraph part = iota
	inItem
	inRow
)

// Place is where in the template the problem is: `paragraf 3, "…{{resident.nama}}…"`.
// Paragraphs, list items and table rows are counted through the whole text, each
// sort by itself, from 1.
func (p Problem) Place(lang string) string {
	id, en := p.place()
	if lang == "en" {
		return en
	}
	return id
}

// Key is the stable name of the problem's message.
func (p Problem) Key() string { return p.Fault.Key }

// In is the problem in a language, with its place.
func (p Problem) In(lang string) string { return p.Fault.In(lang) }

var errTemplate = fault.New(fault.Invalid, "letter.template",
	"Isi surat belum dapat dipakai: {count} hal perlu diperbaiki. Yang pertama: {first}",
	"The letter's text cannot be used yet: {count} things need mending. The first: {first}")

// Refusal turns problems into one answer for the form field that holds the
// template, or nil when there are none.
func Refusal(field string, problems []Problem) *fault.Fault {
	if len(problems) == 0 {
		return nil
	}
	first := problems[0].Fault
	whole := errTemplate.With("count", len(problems)).WithText("first", first.In("id"), first.In("en"))
	return whole.At(field, whole)
}

// Names lists the placeholders that the template prints, sorted, each once.
func (t *Template) Names() []string {
	var names []string
	collectBlocks(t.body, &names)
	slices.Sort(names)
	return slices.Compact(names)
}

func collectBlocks(nodes []node[block], names *[]string) {
	eachLeaf(nodes, func(b block) {
		collectPieces(b.inline, names)
		eachLeaf(b.items, func(item []node[block]) { collectBlocks(item, names) })
		eachLeaf(b.rows, func(row labelRow) {
			collectPieces(row.label, names)
			collectPieces(row.value, names)
		})
		if b.table != "" {
			*names = append(*names, b.table)
		}
	})
}

func collectPieces(nodes []node[piece], names *[]string) {
	eachLeaf(nodes, func(p piece) {
		if p.name != "" {
			*names = append(*names, p.name)
		}
	})
}

func eachLeaf[T any](nodes []node[T], visit func(T)) {
	for _, n := range nodes {
		if n.when == nil {
			visit(n.leaf)
			continue
		}
		eachLeaf(n.then, visit)
		eachLeaf(n.other, visit)
	}
}
