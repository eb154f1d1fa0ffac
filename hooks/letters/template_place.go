package letters

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mdesa/hooks/fault"
)

// place is where the parser stands; an admin finds it by its number and the
// words around it, since the editor shows neither lines nor tags.
type place struct {
	number  int
	part    part
	excerpt string
}

// around returns the place with the words at text[from:to] and beside it.
func (at place) around(text string, from, to int) place {
	const before, after, most = 12, 12, 70
	start, end := max(0, from-before), min(len(text), to+after)
	for start > 0 && text[start-1] != ' ' && from-start < 2*before {
		start--
	}
	for start > 0 && !utf8.RuneStart(text[start]) {
		start--
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	excerpt := strings.Join(strings.Fields(text[start:end]), " ")
	if runes := []rune(excerpt); len(runes) > most {
		excerpt = string(runes[:most])
	}
	if start > 0 {
		excerpt = "…" + excerpt
	}
	if end < len(text) {
		excerpt += "…"
	}
	at.excerpt = excerpt
	return at
}

func (at place) problem(reason *fault.Fault, nearest string) Problem {
	p := Problem{Nearest: nearest, at: at}
	id, en := p.place()
	p.Fault = reason.WithText("place", id, en)
	return p
}

func (p Problem) place() (id, en string) {
	id, en = "paragraf", "paragraph"
	switch p.at.part {
	case inItem:
		id, en = "butir daftar", "list item"
	case inRow:
		id, en = "baris tabel", "table row"
	}
	if p.at.number == 0 {
		return "isi surat", "letter text"
	}
	quote := ""
	if p.at.excerpt != "" {
		quote = `, "` + p.at.excerpt + `"`
	}
	return fmt.Sprintf("%s %d%s", id, p.at.number, quote), fmt.Sprintf("%s %d%s", en, p.at.number, quote)
}

func (p *parser) add(reason *fault.Fault, at place) {
	p.problems = append(p.problems, at.problem(reason, ""))
}

// next is the place of the next paragraph, item or row; each sort is counted
// by itself, as people count.
func (p *parser) next(of part) place {
	p.counts[of]++
	return place{number: p.counts[of], part: of}
}
