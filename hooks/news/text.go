package news

import (
	"encoding/json"
	"html"
	"net/url"
	"slices"
	"strings"
)

// Node is a piece of a text as the pages draw it, element by element: nothing
// that was typed is ever read as markup by a browser. It is written to JSON as
// a string, or as {"t": "p", "c": [...]}, a link with its "href".
type Node struct {
	Text string // of a piece without Tag
	Tag  string // one of blocks or inlines
	Href string // of an "a"
	Kids []Node
}

var (
	blocks  = []string{"p", "h2", "h3", "ul", "ol", "li", "blockquote"}
	inlines = []string{"strong", "em", "a", "br"}
)

func (n Node) MarshalJSON() ([]byte, error) {
	if n.Tag == "" {
		return json.Marshal(n.Text)
	}
	return json.Marshal(struct {
		Tag  string `json:"t"`
		Href string `json:"href,omitempty"`
		Kids []Node `json:"c,omitempty"`
	}{n.Tag, n.Href, n.Kids})
}

// HTML writes nodes as HTML, for what is kept and for feeds.
func HTML(nodes []Node) string {
	var out strings.Builder
	for _, n := range nodes {
		n.write(&out)
	}
	return out.String()
}

func (n Node) write(out *strings.Builder) {
	switch n.Tag {
	case "":
		out.WriteString(html.EscapeString(n.Text))
		return
	case "br":
		out.WriteString("<br>")
		return
	case "a":
		out.WriteString(`<a href="` + html.EscapeString(n.Href) + `" rel="nofollow noopener">`)
	default:
		out.WriteString("<" + n.Tag + ">")
	}
	for _, kid := range n.Kids {
		kid.write(out)
	}
	out.WriteString("</" + n.Tag + ">")
}

// Plain is the text alone, its blocks with a space between them.
func Plain(nodes []Node) string {
	var out strings.Builder
	plain(nodes, &out)
	return strings.Join(strings.Fields(out.String()), " ")
}

func plain(nodes []Node, out *strings.Builder) {
	for _, n := range nodes {
		out.WriteString(n.Text)
		plain(n.Kids, out)
		if n.Tag == "br" || slices.Contains(blocks, n.Tag) {
			out.WriteByte(' ')
		}
	}
}

// Shorten cuts a plain text at a word, to at most so many letters.
func Shorten(text string, most int) string {
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	cut := string(letters[:most-1])
	if at := strings.LastIndexByte(cut, ' '); at > most/2 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,.;:") + "…"
}

// SafeHref is an address that a link may lead to: a web page, a mail address, a
// telephone number, or a page of this site. "" where it may not.
func SafeHref(typed string) string {
	address := strings.TrimSpace(typed)
	if strings.ContainsAny(address, "\\\n\r\t\x00") || len(address) > 1000 {
		return ""
	}
	parsed, err := url.Parse(address)
	if err != nil {
		return ""
	}
	switch parsed.Scheme {
	case "http", "https":
		if parsed.Host == "" || parsed.User != nil {
			return ""
		}
		return parsed.String()
	case "mailto", "tel":
		if parsed.Opaque == "" {
			return ""
		}
		return parsed.String()
	case "":
		if strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") {
			return parsed.String()
		}
	}
	return ""
}
