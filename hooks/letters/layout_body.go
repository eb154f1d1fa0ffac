package letters

import (
	"strconv"
	"strings"
)

// composer turns a letter into strips for one style.
type composer struct {
	style
	width   float64 // between the margins
	labels  float64 // width of the names in label tables, the same in all of them
	strips  []strip
	nesting int // lists around
}

const (
	firstIndent = 10 * mm // of a justified paragraph
	indentStep  = 10 * mm
	listIndent  = 7 * mm
	labelIndent = 10 * mm
)

func (c *composer) lineHeight() float64 { return c.size * c.leading }

// baseline is where the letters stand in a line of the body.
func (c *composer) baseline(size float64) float64 {
	return (c.size*c.leading-size*(ascent+descent))/2 + size*ascent
}

// body adds the document's blocks, x from the left margin.
func (c *composer) body(blocks []Block, x float64) {
	for _, b := range blocks {
		x := x + float64(b.Indent)*indentStep
		switch b.Kind {
		case PageBreak:
			c.strips = append(c.strips, strip{eject: true})
		case List:
			c.list(b, x)
		case Labels:
			c.labelTable(b, x)
		case Grid:
			if b.Table != nil {
				c.grid(*b.Table, x)
			}
		default:
			c.paragraph(b, x)
		}
	}
}

func (c *composer) paragraph(b Block, x float64) {
	width := max(c.width-x, c.size*4)
	indent := 0.0
	if b.Align == Justify && b.Kind == Paragraph && b.Indent == 0 && c.nesting == 0 {
		indent = firstIndent
	}
	lines := wrap(b.Runs, c.size, width, indent)
	strips := make([]strip, len(lines))
	for i, l := range lines {
		left := x
		if i == 0 {
			left += indent
		}
		strips[i] = strip{height: c.lineHeight(), marks: set(l, b.Align, left, width-(left-x), c.baseline(c.size), c.size)}
	}
	c.add(strips, c.gap)
	if last := &c.strips[len(c.strips)-1]; b.Kind == Heading || introduces(b.Runs) {
		last.keep = true
	}
}

// introduces reports whether a paragraph ends in a colon: what follows belongs to it.
func introduces(runs []Run) bool {
	return len(runs) > 0 && strings.HasSuffix(runs[len(runs)-1].Text, ":")
}

// add takes the lines of one thing: the first two stay together, and the last two.
func (c *composer) add(strips []strip, gap float64) {
	if len(strips) == 0 {
		return
	}
	strips[0].gap = gap
	if n := len(strips); n > 1 {
		strips[0].keep = true
		strips[n-2].keep = true
	}
	c.strips = append(c.strips, strips...)
}

func (c *composer) list(b Block, x float64) {
	c.nesting++
	for i, item := range b.Items {
		from := len(c.strips)
		c.body(item, x+listIndent)
		if from == len(c.strips) {
			continue
		}
		first := &c.strips[from]
		if i > 0 || c.nesting > 1 {
			first.gap = c.gap / 2
		}
		text := markerText(b.Marker, i)
		left := x + listIndent - regular.width(text, c.size) - c.size*0.45
		first.marks = append([]mark{{x: max(left, 0), y: c.baseline(c.size), text: text + " ", face: regular, size: c.size}}, first.marks...)
	}
	c.nesting--
}

func markerText(m Marker, i int) string {
	switch m {
	case LowerAlpha, UpperAlpha:
		text := letters(i)
		if m == UpperAlpha {
			text = strings.ToUpper(text)
		}
		return text + "."
	case LowerRoman:
		return strings.ToLower(roman(i+1)) + "."
	case UpperRoman:
		return roman(i+1) + "."
	case Bullet:
		return "•"
	}
	return strconv.Itoa(i+1) + "."
}

// letters counts a, b, … z, aa, ab.
func letters(i int) string {
	text := ""
	for i++; i > 0; i = (i - 1) / 26 {
		text = string(rune('a'+(i-1)%26)) + text
	}
	return text
}

func roman(n int) string {
	var b strings.Builder
	for _, step := range []struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.text)
		}
	}
	return b.String()
}
