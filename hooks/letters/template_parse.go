package letters

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mdesa/hooks/fault"
)

const (
	maxTemplate = 100_000 // bytes; a page of text has about 3,000
	maxDepth    = 4       // lists in lists
)

var (
	errTemplateLong = fault.New(fault.Invalid, "letter.template_long",
		"{place}: terlalu panjang untuk sebuah surat. Buang bagian yang tersalin dari dokumen lain, seperti gambar.",
		"{place}: is too long for a letter. Remove what was pasted in from other documents, such as pictures.")
	errDeep = fault.New(fault.Invalid, "letter.template_deep",
		"{place}: daftar bertingkat terlalu dalam.",
		"{place}: lists are nested too deeply.")
	errRowsInText = fault.New(fault.Invalid, "letter.rows_in_text",
		"{place}: “{name}” dicetak sebagai tabel, jadi harus sendirian dalam paragrafnya.",
		"{place}: “{name}” is printed as a table, so it has to stand alone in its paragraph.")
	errPageBreakInText = fault.New(fault.Invalid, "letter.page_break_in_text",
		"{place}: {{page_break}} harus sendirian dalam paragrafnya.",
		"{place}: {{page_break}} has to stand alone in its paragraph.")
)

// parser gathers all problems instead of stopping at the first.
type parser struct {
	names    Names
	problems []Problem
	counts   [inRow + 1]int
}

// Parse reads the rich text of a letter. Only the elements that a letter can
// show are taken, and only names that something fills; all else comes back as
// problems, and then there is no template.
func Parse(source string, known Names) (*Template, []Problem) {
	p := &parser{names: known}
	if len(source) > maxTemplate {
		p.add(errTemplateLong, place{})
		return nil, p.problems
	}
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(source), body)
	if err != nil { // nested deeper than the parser is willing to go
		p.add(errDeep, place{})
		return nil, p.problems
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	template := &Template{body: nest(p, p.blocks(body, inParagraph, 0))}
	if len(p.problems) > 0 {
		return nil, p.problems
	}
	return template, nil
}

// blocks reads the children of an element that holds blocks. Words that stand
// between blocks become paragraphs of their own.
func (p *parser) blocks(parent *html.Node, of part, depth int) []token[block] {
	var tokens []token[block]
	var loose []span
	var at place
	flush := func() {
		if strings.TrimSpace(spansText(loose)) != "" || hasPageBreak(loose) {
			tokens = append(tokens, p.paragraph(block{kind: Paragraph}, loose, at)...)
		}
		loose = nil
	}
	for n := parent.FirstChild; n != nil; n = n.NextSibling {
		if !isBlock(n) {
			if loose == nil && strings.TrimSpace(textOf(n)) != "" {
				at = p.next(of)
			}
			loose = append(loose, p.spansOf(n, Run{}, at)...)
			continue
		}
		flush()
		tokens = append(tokens, p.block(n, of, depth)...)
	}
	flush()
	return tokens
}

func isBlock(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Ul, atom.Ol, atom.Table, atom.Hr:
		return true
	}
	return false
}

func (p *parser) block(n *html.Node, of part, depth int) []token[block] {
	switch n.DataAtom {
	case atom.Ul, atom.Ol:
		return p.list(n, depth)
	case atom.Table:
		return p.labelTable(n)
	case atom.Hr:
		return p.rule(n, of)
	case atom.Div:
		if holdsBlocks(n) {
			return p.blocks(n, of, depth)
		}
	}
	b := block{kind: Paragraph, align: alignOf(n), indent: indentOf(n)}
	if n.DataAtom != atom.P && n.DataAtom != atom.Div {
		b.kind = Heading
	}
	at := p.next(of)
	return p.paragraph(b, p.spans(n, Run{Bold: b.kind == Heading}, at), at)
}

func holdsBlocks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if isBlock(c) {
			return true
		}
	}
	return false
}

// rule takes a line only as a page break: letters have no other.
func (p *parser) rule(n *html.Node, of part) []token[block] {
	if !strings.Contains(" "+attribute(n, "class")+" ", " page-break ") {
		p.add(errElement.With("element", "hr"), p.next(of))
		return nil
	}
	return []token[block]{{leaf: block{kind: PageBreak}}}
}

// paragraph decides what a paragraph is: words, a table of answers, a page
// break, or only the tags of a condition around the blocks that follow.
func (p *parser) paragraph(b block, spans []span, at place) []token[block] {
	words := p.words(spans, at)
	var out []token[block]
	switch name := alone(words); {
	case onlyTags(words):
		for _, word := range words {
			if word.tag != nil {
				out = append(out, blockTag(word))
			}
		}
	case name != "" && p.names.all[name].fieldType == "rows":
		out = append(out, token[block]{leaf: block{kind: Grid, table: name}, at: at})
	case strings.TrimSpace(spansText(spans)) != "" || !hasPageBreak(spans):
		b.inline = p.inline(words)
		out = append(out, token[block]{leaf: b, at: at})
	}
	if hasPageBreak(spans) {
		out = append(out, token[block]{leaf: block{kind: PageBreak}})
	}
	return out
}

func blockTag(word token[piece]) token[block] {
	if word.tag.kind == tagPageBreak {
		return token[block]{leaf: block{kind: PageBreak}}
	}
	return token[block]{tag: word.tag, at: word.at}
}

// inline nests words and refuses what must stand alone.
func (p *parser) inline(words []token[piece]) []node[piece] {
	kept := words[:0:0]
	for _, word := range words {
		switch {
		case word.tag != nil && word.tag.kind == tagPageBreak:
			p.add(errPageBreakInText, word.at)
		case word.tag == nil && p.names.all[word.leaf.name].fieldType == "rows":
			p.add(errRowsInText.With("name", word.leaf.name), word.at)
		default:
			kept = append(kept, word)
		}
	}
	return nest(p, kept)
}

// onlyTags reports whether words hold at least one tag, and besides nothing visible.
func onlyTags(words []token[piece]) bool {
	found := false
	for _, word := range words {
		if word.tag == nil && (word.leaf.name != "" || strings.TrimSpace(word.leaf.run.Text) != "") {
			return false
		}
		found = found || word.tag != nil
	}
	return found
}

// alone is the placeholder that is all there is in words, or "".
func alone(words []token[piece]) string {
	name := ""
	for _, word := range words {
		if word.tag != nil || strings.TrimSpace(word.leaf.run.Text) != "" || name != "" && word.leaf.name != "" {
			return ""
		}
		name += word.leaf.name
	}
	return name
}

func spansText(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.run.Text)
	}
	return b.String()
}

func hasPageBreak(spans []span) bool {
	for _, s := range spans {
		if s.pageBreak {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// css is the value of one property in the element's style attribute, in lower case.
func css(n *html.Node, property string) string {
	for declaration := range strings.SplitSeq(attribute(n, "style"), ";") {
		name, value, _ := strings.Cut(declaration, ":")
		if strings.EqualFold(strings.TrimSpace(name), property) {
			return strings.ToLower(strings.TrimSpace(value))
		}
	}
	return ""
}

func alignOf(n *html.Node) Align {
	value := css(n, "text-align")
	if value == "" {
		value = strings.ToLower(attribute(n, "align"))
	}
	switch value {
	case "left", "center", "right":
		return Align(value)
	}
	return Justify
}

// indentOf counts the editor's steps of 40 pixels.
func indentOf(n *html.Node) int {
	for _, property := range []string{"padding-left", "margin-left"} {
		pixels, err := strconv.ParseFloat(strings.TrimSuffix(css(n, property), "px"), 64)
		if err == nil && pixels > 0 {
			return min(int(pixels+20)/40, 4)
		}
	}
	return 0
}
