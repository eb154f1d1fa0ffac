package letters

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"mdesa/hooks/fault"
)

var (
	errElement = fault.New(fault.Invalid, "letter.element",
		"{place}: unsur <{element}> tidak dapat dicetak di surat. Hapus bagian itu; yang dapat dipakai hanya paragraf, tebal, miring, garis bawah, daftar, tabel dua kolom, dan batas halaman.",
		"{place}: <{element}> cannot be printed on a letter. Remove it; what can be used are paragraphs, bold, italic, underline, lists, two-column tables and page breaks.")
	errSplit = fault.New(fault.Invalid, "letter.tag_split",
		"{place}: tanda {{…}} ini terpotong oleh format huruf. Pilih seluruh tanda beserta kurungnya, hapus formatnya, lalu format lagi seluruhnya.",
		"{place}: this {{…}} is cut apart by formatting. Select all of it with its braces, clear the formatting, then format it as a whole.")
	errBraces = fault.New(fault.Invalid, "letter.braces",
		"{place}: kurung {{ atau }} ini tidak punya pasangan.",
		"{place}: this {{ or }} has no partner.")
)

// span is a stretch of the editor's text in one style.
type span struct {
	run       Run // Text as typed; Break
	pageBreak bool
}

// spans collects the words inside an element that holds no blocks.
func (p *parser) spans(n *html.Node, style Run, at place) []span {
	var out []span
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out = append(out, p.spansOf(c, style, at)...)
	}
	return out
}

func (p *parser) spansOf(n *html.Node, style Run, at place) []span {
	switch n.Type {
	case html.TextNode:
		style.Text = n.Data
		return []span{{run: style}}
	case html.CommentNode:
		return pageBreakComment(n)
	case html.ElementNode:
	default:
		return nil
	}
	switch n.DataAtom {
	case atom.Br:
		return []span{{run: Run{Break: true}}}
	case atom.Strong, atom.B:
		style.Bold = true
	case atom.Em, atom.I:
		style.Italic = true
	case atom.U:
		style.Underline = true
	case atom.Span, atom.Font: // what pasted text brings along
	default:
		p.refuse(n, at)
		return nil
	}
	return p.spans(n, styled(n, style), at)
}

// styled adds what the editor writes as CSS instead of as an element.
func styled(n *html.Node, style Run) Run {
	style.Underline = style.Underline || strings.Contains(css(n, "text-decoration"), "underline")
	style.Italic = style.Italic || css(n, "font-style") == "italic"
	switch css(n, "font-weight") {
	case "bold", "700", "800", "900":
		style.Bold = true
	}
	return style
}

func pageBreakComment(n *html.Node) []span {
	if strings.TrimSpace(n.Data) == "pagebreak" {
		return []span{{pageBreak: true}}
	}
	return nil
}

func (p *parser) refuse(n *html.Node, at place) {
	text := textOf(n)
	p.add(errElement.With("element", n.Data), at.around(text, 0, min(len(text), 30)))
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}

// words cuts spans into text, placeholders and conditions.
func (p *parser) words(spans []span, at place) []token[piece] {
	r := &tagReader{p: p, at: at, spans: joined(spans)}
	for i, s := range r.spans {
		if s.run.Break {
			r.tokens = append(r.tokens, token[piece]{leaf: piece{run: s.run}})
			continue
		}
		r.span(i, s.run)
	}
	return r.tokens
}

// tagReader goes through the spans of one paragraph.
type tagReader struct {
	p      *parser
	at     place
	spans  []span
	tokens []token[piece]
	cut    bool // inside a tag that formatting has cut apart
}

func (r *tagReader) span(i int, run Run) {
	rest := run.Text
	for rest != "" {
		from := len(run.Text) - len(rest)
		open, end := strings.Index(rest, "{{"), strings.Index(rest, "}}")
		switch {
		case open < 0 && end < 0:
			r.text(run, rest)
			return
		case open < 0 || end >= 0 && end < open: // a }} before any {{
			if !r.cut {
				r.p.add(errBraces, r.at.around(run.Text, from+end, from+end+2))
			}
			r.cut, rest = false, rest[end+2:]
		case end < 0: // a {{ that this span does not close
			r.text(run, rest[:open])
			r.unfinished(i, r.at.around(run.Text, from+open, len(run.Text)))
			return
		default:
			r.text(run, rest[:open])
			r.tag(run, rest[open:end+2], r.at.around(run.Text, from+open, from+end+2))
			rest = rest[end+2:]
		}
	}
}

func (r *tagReader) unfinished(i int, at place) {
	r.cut = closesLater(r.spans[i+1:])
	if r.cut {
		r.p.add(errSplit, at)
		return
	}
	r.p.add(errBraces, at)
}

// tag adds a whole {{…}}.
func (r *tagReader) tag(style Run, written string, at place) {
	t, ok := readTag(written[2 : len(written)-2])
	if !ok {
		r.p.add(errTagShape.With("tag", written), at)
		return
	}
	r.p.checkTag(t, at)
	if t.kind == tagName {
		style.Text = ""
		r.tokens = append(r.tokens, token[piece]{leaf: piece{run: style, name: t.name}, at: at})
		return
	}
	r.tokens = append(r.tokens, token[piece]{tag: &t, at: at})
}

func (r *tagReader) text(style Run, text string) {
	if style.Text = text; text != "" {
		r.tokens = append(r.tokens, token[piece]{leaf: piece{run: style}})
	}
}

func closesLater(spans []span) bool {
	for _, s := range spans {
		open, end := strings.Index(s.run.Text, "{{"), strings.Index(s.run.Text, "}}")
		if end >= 0 && (open < 0 || end < open) {
			return true
		}
		if open >= 0 {
			return false
		}
	}
	return false
}

// joined puts neighbours of one style together: the editor often leaves
// <b>{{resi</b><b>dent.name}}</b>, which looks whole.
func joined(spans []span) []span {
	var out []span
	for _, s := range spans {
		if s.pageBreak {
			continue
		}
		if n := len(out); n > 0 && !s.run.Break && !out[n-1].run.Break && sameStyle(out[n-1].run, s.run) {
			out[n-1].run.Text += s.run.Text
			continue
		}
		out = append(out, s)
	}
	return out
}

func sameStyle(a, b Run) bool {
	return a.Bold == b.Bold && a.Italic == b.Italic && a.Underline == b.Underline
}
