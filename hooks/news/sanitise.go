package news

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// policy lets the few elements through that a village's news needs. No styles,
// no classes, no pictures: photos stand beside the text, with their words.
var policy = func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "strong", "b", "em", "i",
		"div", "section", "article", "table", "thead", "tbody", "tr", "td", "th", "span")
	p.AllowAttrs("href").Matching(regexp.MustCompile(`^(?i:https?://|mailto:|tel:|/[^/\\])`)).OnElements("a")
	p.AllowURLSchemes("http", "https", "mailto", "tel")
	p.AllowRelativeURLs(true)
	p.RequireParseableURLs(true)
	return p
}()

// Sanitise brings HTML that anybody made to what may be kept: first through
// bluemonday, then taken apart and written anew from the elements of [Node], so
// that what is kept is well formed and holds no attribute but a link's href.
func Sanitise(typed string) string { return HTML(Read(policy.Sanitize(typed))) }

// Read takes HTML apart. What it does not know it leaves out, and keeps the
// words inside; of scripts, styles and the like nothing is kept.
func Read(source string) []Node {
	body := &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"}
	parsed, err := html.ParseFragment(strings.NewReader(source), body)
	if err != nil {
		// Elements lie hundreds deep in one another: the words are kept.
		return []Node{{Tag: "p", Kids: []Node{{Text: html.UnescapeString(bluemonday.StrictPolicy().Sanitize(source))}}}}
	}
	r := &reader{}
	for _, n := range parsed {
		r.block(n, 0)
	}
	r.end()
	return r.done
}

// deepest is how far lists and quotes may lie in one another; what lies deeper
// keeps its words only.
const deepest = 6

// reader collects blocks; words that stand between them become paragraphs.
type reader struct {
	done []Node
	open []Node // of the paragraph under way
}

func (r *reader) end() {
	if line := trimmed(r.open); len(line) > 0 {
		r.done = append(r.done, Node{Tag: "p", Kids: line})
	}
	r.open = nil
}

var (
	sameAs   = map[string]string{"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
	wordless = []string{"script", "style", "template", "iframe", "object", "embed", "svg", "math", "noscript", "textarea", "select", "title", "head"}
)

func nameOf(n *html.Node) string {
	if same := sameAs[n.Data]; same != "" {
		return same
	}
	return n.Data
}

func (r *reader) block(n *html.Node, depth int) {
	name := nameOf(n)
	switch {
	case n.Type == html.TextNode, n.Type == html.ElementNode && slices.Contains(inlines, name), name == "span":
		r.open = append(r.open, inline(n, depth)...)
	case n.Type != html.ElementNode, slices.Contains(wordless, name):
	case (name == "ul" || name == "ol") && depth < deepest:
		r.end()
		if items := itemsOf(n, depth); len(items) > 0 {
			r.done = append(r.done, Node{Tag: name, Kids: items})
		}
	case name == "blockquote" && depth < deepest:
		r.end()
		if kids := within(n, depth+1); len(kids) > 0 {
			r.done = append(r.done, Node{Tag: name, Kids: kids})
		}
	case name == "h2" || name == "h3":
		r.end()
		if line := trimmed(inlineKids(n, depth)); len(line) > 0 {
			r.done = append(r.done, Node{Tag: name, Kids: line})
		}
	default: // a paragraph, or a box of something unknown
		r.end()
		for kid := n.FirstChild; kid != nil; kid = kid.NextSibling {
			r.block(kid, depth)
		}
		r.end()
	}
}

// within are the blocks of a quote.
func within(n *html.Node, depth int) []Node {
	inner := &reader{}
	for kid := n.FirstChild; kid != nil; kid = kid.NextSibling {
		inner.block(kid, depth)
	}
	inner.end()
	return inner.done
}

func itemsOf(list *html.Node, depth int) (items []Node) {
	for item := list.FirstChild; item != nil; item = item.NextSibling {
		if item.Type != html.ElementNode {
			continue
		}
		kids := within(item, depth+1)
		if len(kids) > 0 && kids[0].Tag == "p" { // the words of an item need no paragraph of their own
			kids = append(slices.Clone(kids[0].Kids), kids[1:]...)
		}
		if len(kids) > 0 {
			items = append(items, Node{Tag: "li", Kids: kids})
		}
	}
	return items
}

func inline(n *html.Node, depth int) []Node {
	name := nameOf(n)
	switch {
	case n.Type == html.TextNode:
		return []Node{{Text: strings.Map(blank, n.Data)}}
	case n.Type != html.ElementNode, slices.Contains(wordless, name):
		return nil
	case name == "br":
		return []Node{{Tag: "br"}}
	}
	kids := inlineKids(n, depth+1)
	href := ""
	if name == "a" {
		href = SafeHref(attribute(n, "href"))
	}
	known := name == "strong" || name == "em" || href != ""
	if !known || depth > 2*deepest || Plain(kids) == "" {
		return kids
	}
	return []Node{{Tag: name, Href: href, Kids: kids}}
}

func inlineKids(n *html.Node, depth int) (kids []Node) {
	for kid := n.FirstChild; kid != nil; kid = kid.NextSibling {
		kids = append(kids, inline(kid, depth)...)
	}
	return kids
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// blank makes a space of every kind of blank, and drops what nobody sees.
func blank(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t' || r == '\u00a0':
		return ' '
	case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff':
		return -1
	}
	return r
}

// trimmed takes blanks and line ends off both ends; nil where nothing remains.
func trimmed(line []Node) []Node {
	empty := func(n Node) bool { return n.Tag == "br" || n.Tag == "" && strings.TrimSpace(n.Text) == "" }
	for len(line) > 0 && empty(line[0]) {
		line = line[1:]
	}
	for len(line) > 0 && empty(line[len(line)-1]) {
		line = line[:len(line)-1]
	}
	if len(line) == 0 {
		return nil
	}
	line = slices.Clone(line)
	if line[0].Tag == "" {
		line[0].Text = strings.TrimLeft(line[0].Text, " ")
	}
	if last := &line[len(line)-1]; last.Tag == "" {
		last.Text = strings.TrimRight(last.Text, " ")
	}
	return line
}
