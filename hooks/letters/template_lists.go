package letters

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mdesa/hooks/fault"
)

var errColumns = fault.New(fault.Invalid, "letter.columns",
	"{place}: tabel surat punya tepat dua kolom, nama dan isi, tetapi baris ini punya {count}. Titik dua dicetak sendiri. Untuk daftar orang, pakai isian bertipe rows.",
	"{place}: a letter's table has exactly two columns, name and content, but this row has {count}. The colon is printed by itself. For a list of people use a question of type rows.")

func (p *parser) list(n *html.Node, depth int) []token[block] {
	if depth >= maxDepth {
		p.add(errDeep, p.next(inItem))
		return nil
	}
	var items []token[[]node[block]]
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type != html.ElementNode:
			if strings.TrimSpace(textOf(c)) != "" {
				p.refuse(c, p.next(inItem))
			}
		case c.DataAtom == atom.Li:
			items = append(items, p.item(p.blocks(c, inItem, depth+1))...)
		case isBlock(c):
			items = append(items, p.item(p.block(c, inItem, depth+1))...)
		default:
			p.refuse(c, p.next(inItem))
		}
	}
	return []token[block]{{leaf: block{kind: List, marker: markerOf(n), items: nest(p, items)}}}
}

// item is one item of a list, or the tags of a condition around items.
func (p *parser) item(blocks []token[block]) []token[[]node[block]] {
	var tags []token[[]node[block]]
	for _, b := range blocks {
		if b.tag == nil {
			return []token[[]node[block]]{{leaf: nest(p, blocks)}}
		}
		tags = append(tags, token[[]node[block]]{tag: b.tag, at: b.at})
	}
	return tags
}

var markers = map[string]Marker{
	"a": LowerAlpha, "A": UpperAlpha, "i": LowerRoman, "I": UpperRoman,
	"lower-alpha": LowerAlpha, "lower-latin": LowerAlpha, "upper-alpha": UpperAlpha,
	"upper-latin": UpperAlpha, "lower-roman": LowerRoman, "upper-roman": UpperRoman,
}

func markerOf(n *html.Node) Marker {
	if n.DataAtom == atom.Ul {
		return Bullet
	}
	for _, name := range []string{css(n, "list-style-type"), css(n, "list-style"), attribute(n, "type")} {
		if marker, ok := markers[name]; ok {
			return marker
		}
	}
	return Decimal
}

// labelTable reads a table of names and values.
func (p *parser) labelTable(n *html.Node) []token[block] {
	var rows []token[labelRow]
	for _, row := range p.tableRows(n) {
		rows = append(rows, p.labelRow(row)...)
	}
	return []token[block]{{leaf: block{kind: Labels, indent: indentOf(n), rows: nest(p, rows)}}}
}

func (p *parser) tableRows(n *html.Node) []*html.Node {
	var rows []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch c.DataAtom {
		case atom.Tr:
			rows = append(rows, c)
		case atom.Tbody, atom.Thead, atom.Tfoot:
			rows = append(rows, p.tableRows(c)...)
		case atom.Colgroup, atom.Col:
		default:
			p.refuse(c, p.next(inRow))
		}
	}
	return rows
}

func (p *parser) labelRow(row *html.Node) []token[labelRow] {
	at := p.next(inRow)
	var cells [][]token[piece]
	var all []token[piece]
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		words := p.cell(c, at)
		all = append(all, words...)
		// Many people type the colon into a narrow column of its own.
		if strings.TrimSpace(textOf(c)) != ":" {
			cells = append(cells, words)
		}
	}
	if onlyTags(all) {
		return rowTags(all)
	}
	if len(cells) != 2 {
		p.add(errColumns.With("count", len(cells)), at.around(textOf(row), 0, 20))
		return nil
	}
	return []token[labelRow]{{leaf: labelRow{label: p.inline(cells[0]), value: p.inline(cells[1])}, at: at}}
}

func rowTags(words []token[piece]) []token[labelRow] {
	var tags []token[labelRow]
	for _, word := range words {
		if word.tag != nil {
			tags = append(tags, token[labelRow]{tag: word.tag, at: word.at})
		}
	}
	return tags
}

// cell reads a table cell; its paragraphs become lines. The break stands after
// a paragraph's tags, so that a condition that fails leaves no empty line.
func (p *parser) cell(n *html.Node, at place) []token[piece] {
	if !holdsBlocks(n) {
		return p.words(p.spans(n, Run{}, at), at)
	}
	var tokens []token[piece]
	written := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		var words []token[piece]
		switch {
		case isBlock(c) && c.DataAtom != atom.P && c.DataAtom != atom.Div:
			p.refuse(c, at)
			continue
		case isBlock(c):
			words = p.words(p.spans(c, Run{}, at), at)
		default:
			words = p.words(p.spansOf(c, Run{}, at), at)
		}
		if !onlyTags(words) && visible(words) {
			if written {
				tokens = append(tokens, token[piece]{leaf: piece{run: Run{Break: true}}})
			}
			written = true
		}
		tokens = append(tokens, words...)
	}
	return tokens
}

func visible(words []token[piece]) bool {
	for _, word := range words {
		if word.tag != nil || word.leaf.name != "" || strings.TrimSpace(word.leaf.run.Text) != "" {
			return true
		}
	}
	return false
}
