package letters

import (
	"slices"
	"strings"
	"unicode"
)

// Values are what the placeholders print, by name.
type Values map[string]Value

// Value is one answer, ready to print. The zero value is an answer not given.
type Value struct {
	Text string   // as printed; new lines become line breaks
	Raw  []string // as answered, for conditions; empty when nothing was answered
	Rows *Table   // of answers in rows
}

func (v Value) filled() bool {
	return v.Text != "" || len(v.Raw) > 0 || v.Rows != nil && len(v.Rows.Rows) > 0
}

// nothing stands where a value is missing, as on every official form.
const nothing = "-"

func (c condition) holds(values Values) bool {
	value := values[c.name]
	if c.is == "" {
		return value.filled() != c.negate
	}
	same := slices.ContainsFunc(value.Raw, func(raw string) bool { return strings.EqualFold(raw, c.is) })
	return same != c.negate
}

// Fill puts values into the template. Whatever they hold, they stay text.
func (t *Template) Fill(values Values) Document {
	f := &filler{values: values}
	blocks := trimBreaks(f.blocks(t.body))
	return Document{Blocks: blocks, Missing: f.missing}
}

type filler struct {
	values  Values
	missing []string
}

// chosen are the leaves that are left when all conditions are decided.
func chosen[T any](nodes []node[T], values Values) []T {
	var leaves []T
	for _, n := range nodes {
		switch {
		case n.when == nil:
			leaves = append(leaves, n.leaf)
		case n.when.holds(values):
			leaves = append(leaves, chosen(n.then, values)...)
		default:
			leaves = append(leaves, chosen(n.other, values)...)
		}
	}
	return leaves
}

func (f *filler) blocks(nodes []node[block]) []Block {
	var out []Block
	for _, b := range chosen(nodes, f.values) {
		if filled, ok := f.block(b); ok {
			out = append(out, filled)
		}
	}
	return out
}

// block is not ok when nothing of it is left.
func (f *filler) block(b block) (filled Block, ok bool) {
	filled = Block{Kind: b.kind, Align: b.align, Indent: b.indent, Marker: b.marker}
	switch b.kind {
	case Paragraph, Heading:
		filled.Runs = f.runs(b.inline)
		// An empty paragraph is a gap that the author wants; one that a
		// condition emptied is not.
		return filled, len(filled.Runs) > 0 || !conditional(b.inline)
	case List:
		for _, item := range chosen(b.items, f.values) {
			if blocks := f.blocks(item); len(blocks) > 0 {
				filled.Items = append(filled.Items, blocks)
			}
		}
		return filled, len(filled.Items) > 0
	case Labels:
		filled.Labels = f.labels(b.rows)
		return filled, len(filled.Labels) > 0
	case Grid:
		filled.Table = f.values[b.table].Rows
		if filled.Table == nil || len(filled.Table.Rows) == 0 {
			f.missing = append(f.missing, b.table)
			return filled, false
		}
	}
	return filled, true
}

func conditional(nodes []node[piece]) bool {
	return slices.ContainsFunc(nodes, func(n node[piece]) bool { return n.when != nil })
}

func (f *filler) labels(nodes []node[labelRow]) []LabelRow {
	var rows []LabelRow
	for _, row := range chosen(nodes, f.values) {
		filled := LabelRow{Label: trimColon(f.runs(row.label), true), Value: trimColon(f.runs(row.value), false)}
		if len(filled.Value) == 0 && len(row.value) > 0 {
			filled.Value = []Run{{Text: nothing}}
		}
		rows = append(rows, filled)
	}
	return rows
}

func (f *filler) runs(nodes []node[piece]) []Run {
	var runs []Run
	for _, p := range chosen(nodes, f.values) {
		if p.name == "" {
			runs = append(runs, p.run)
			continue
		}
		text := printable(f.values[p.name].Text)
		if strings.TrimSpace(text) == "" {
			f.missing = append(f.missing, p.name)
			text = nothing
		}
		for i, line := range strings.Split(text, "\n") {
			if i > 0 {
				runs = append(runs, Run{Break: true})
			}
			run := p.run
			run.Text = line
			runs = append(runs, run)
		}
	}
	return tidyRuns(runs)
}

// tidyRuns treats white space as a browser does: one space between words, none
// at the ends of lines. Hard spaces stay.
func tidyRuns(runs []Run) []Run {
	var out []Run
	spaced := true // at the start of a line, or after a space
	for _, run := range runs {
		if run.Break {
			out = append(trimEnd(out), run)
			spaced = true
			continue
		}
		run.Text = squeeze(printable(run.Text), spaced)
		if run.Text == "" {
			continue
		}
		spaced = strings.HasSuffix(run.Text, " ")
		if n := len(out); n > 0 && !out[n-1].Break && sameStyle(out[n-1], run) {
			out[n-1].Text += run.Text
			continue
		}
		out = append(out, run)
	}
	out = trimEnd(out)
	for len(out) > 0 && out[len(out)-1].Break {
		out = trimEnd(out[:len(out)-1])
	}
	for len(out) > 0 && out[0].Break {
		out = out[1:]
	}
	if onlyHardSpaces(out) {
		return nil
	}
	return out
}

// onlyHardSpaces is how the editor writes an empty paragraph.
func onlyHardSpaces(runs []Run) bool {
	for _, run := range runs {
		if run.Break || strings.TrimFunc(run.Text, unicode.IsSpace) != "" {
			return false
		}
	}
	return true
}

func squeeze(text string, spaced bool) string {
	var b strings.Builder
	for _, r := range text {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' {
			if !spaced {
				b.WriteByte(' ')
			}
			spaced = true
			continue
		}
		b.WriteRune(r)
		spaced = false
	}
	return b.String()
}

func trimEnd(runs []Run) []Run {
	for len(runs) > 0 && !runs[len(runs)-1].Break {
		last := &runs[len(runs)-1]
		last.Text = strings.TrimRight(last.Text, " ")
		if last.Text != "" {
			break
		}
		runs = runs[:len(runs)-1]
	}
	return runs
}

// trimColon drops a colon that the author typed at the end of a label or the
// start of a value, since the table draws its own.
func trimColon(runs []Run, atEnd bool) []Run {
	if len(runs) == 0 {
		return runs
	}
	if atEnd {
		last := &runs[len(runs)-1]
		last.Text = strings.TrimRight(last.Text, ": \u00a0")
	} else {
		runs[0].Text = strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(runs[0].Text, " \u00a0"), ":"), " \u00a0")
	}
	return slices.DeleteFunc(runs, func(r Run) bool { return r.Text == "" && !r.Break })
}

// trimBreaks drops page breaks that would give empty pages, and the empty
// paragraphs that an editor leaves at the end.
func trimBreaks(blocks []Block) []Block {
	var out []Block
	for _, b := range blocks {
		if b.Kind == PageBreak && (len(out) == 0 || out[len(out)-1].Kind == PageBreak) {
			continue
		}
		out = append(out, b)
	}
	for n := len(out); n > 0; n-- {
		if last := out[n-1]; last.Kind != PageBreak && (last.Kind != Paragraph || len(last.Runs) > 0) {
			break
		}
		out = out[:n-1]
	}
	return out
}
