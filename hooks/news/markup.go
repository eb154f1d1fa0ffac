package news

import (
	"regexp"
	"strings"
)

// Officers write as they do in WhatsApp: *bold*, _italic_, lines that begin with
// "- " or "1. " are a list, with "> " a quote; "# " is a heading and an empty
// line begins a new paragraph. Addresses become links, with other words as
// [these words](https://…). What was pasted from a chat comes out right.

var (
	bulletLine = regexp.MustCompile(`^\s*[-*•]\s+(.*)$`)
	numberLine = regexp.MustCompile(`^\s*\d{1,3}[.)]\s+(.*)$`)
	quoteLine  = regexp.MustCompile(`^\s*>\s?(.*)$`)
	headLine   = regexp.MustCompile(`^(##?)\s+(.*)$`)

	// Stars and lines make bold and italic only around whole words.
	emphasis = regexp.MustCompile(`(^|[^\p{L}\p{N}*_])([*_])([^\s*_](?:[^*_\n]*[^\s*_])?)([*_])($|[^\p{L}\p{N}*_])`)
	link     = regexp.MustCompile(`\[([^\[\]\n]+)\]\(([^()\s]+)\)|https?://[^\s<>"]+[^\s<>".,;:!?)']`)
)

// Nodes reads a text that was typed.
func Nodes(typed string) []Node {
	var done []Node
	var paragraph []Node
	end := func() {
		if line := trimmed(paragraph); len(line) > 0 {
			done = append(done, Node{Tag: "p", Kids: line})
		}
		paragraph = nil
	}
	into := func(tag string, kid Node) { // the same list or quote goes on
		end()
		if n := len(done); n > 0 && done[n-1].Tag == tag {
			done[n-1].Kids = append(done[n-1].Kids, kid)
			return
		}
		done = append(done, Node{Tag: tag, Kids: []Node{kid}})
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(typed, "\r", ""), "\n") {
		if strings.TrimSpace(line) == "" {
			end()
		} else if m := headLine.FindStringSubmatch(line); m != nil {
			end()
			done = append(done, Node{Tag: map[string]string{"#": "h2", "##": "h3"}[m[1]], Kids: words(m[2])})
		} else if m := numberLine.FindStringSubmatch(line); m != nil {
			into("ol", Node{Tag: "li", Kids: words(m[1])})
		} else if m := bulletLine.FindStringSubmatch(line); m != nil {
			into("ul", Node{Tag: "li", Kids: words(m[1])})
		} else if m := quoteLine.FindStringSubmatch(line); m != nil {
			into("blockquote", Node{Tag: "p", Kids: words(m[1])})
		} else {
			if len(paragraph) > 0 {
				paragraph = append(paragraph, Node{Tag: "br"})
			}
			paragraph = append(paragraph, words(line)...)
		}
	}
	end()
	return done
}

// words finds the links first: an address may hold lines and stars of its own.
func words(line string) (nodes []Node) {
	line = strings.TrimSpace(strings.Map(blank, line))
	rest := 0
	for _, at := range link.FindAllStringSubmatchIndex(line, -1) {
		label, href := line[at[0]:at[1]], line[at[0]:at[1]]
		if at[2] >= 0 {
			label, href = line[at[2]:at[3]], line[at[4]:at[5]]
		}
		safe := SafeHref(href)
		if safe == "" {
			continue
		}
		nodes = append(nodes, emphasised(line[rest:at[0]])...)
		nodes = append(nodes, Node{Tag: "a", Href: safe, Kids: []Node{{Text: label}}})
		rest = at[1]
	}
	return append(nodes, emphasised(line[rest:])...)
}

func emphasised(text string) (nodes []Node) {
	for text != "" {
		at := emphasis.FindStringSubmatchIndex(text)
		if at == nil {
			break
		}
		mark, closing := text[at[4]:at[5]], text[at[8]:at[9]]
		if mark != closing {
			nodes = append(nodes, Node{Text: text[:at[6]]})
			text = text[at[6]:]
			continue
		}
		if before := text[:at[4]]; before != "" {
			nodes = append(nodes, Node{Text: before})
		}
		nodes = append(nodes, Node{Tag: map[string]string{"*": "strong", "_": "em"}[mark], Kids: []Node{{Text: text[at[6]:at[7]]}}})
		text = text[at[9]:]
	}
	if text != "" {
		nodes = append(nodes, Node{Text: text})
	}
	return nodes
}

// Typed writes nodes as they would be typed, to go on writing.
func Typed(nodes []Node) string {
	var parts []string
	for _, n := range nodes {
		switch n.Tag {
		case "h2":
			parts = append(parts, "# "+typedLine(n.Kids))
		case "h3":
			parts = append(parts, "## "+typedLine(n.Kids))
		case "ul", "ol":
			parts = append(parts, typedList(n))
		case "blockquote":
			parts = append(parts, "> "+strings.ReplaceAll(strings.ReplaceAll(Typed(n.Kids), "\n\n", "\n"), "\n", "\n> "))
		default:
			parts = append(parts, typedLine(n.Kids))
		}
	}
	return strings.Join(parts, "\n\n")
}

func typedList(list Node) string {
	mark := map[string]string{"ul": "- ", "ol": "1. "}[list.Tag]
	lines := make([]string, len(list.Kids))
	for i, item := range list.Kids {
		lines[i] = mark + strings.ReplaceAll(typedLine(item.Kids), "\n", " ")
	}
	return strings.Join(lines, "\n")
}

func typedLine(nodes []Node) string {
	var out strings.Builder
	for _, n := range nodes {
		inner := typedLine(n.Kids)
		switch n.Tag {
		case "":
			out.WriteString(n.Text)
		case "br":
			out.WriteByte('\n')
		case "strong":
			out.WriteString("*" + inner + "*")
		case "em":
			out.WriteString("_" + inner + "_")
		case "a":
			if inner == n.Href {
				out.WriteString(inner)
			} else {
				out.WriteString("[" + inner + "](" + n.Href + ")")
			}
		default: // a list in a list
			out.WriteString(" " + inner)
		}
	}
	return out.String()
}
