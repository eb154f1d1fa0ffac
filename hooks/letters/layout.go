package letters

import (
	"fmt"
	"strings"

	"mdesa/hooks/office"
)

// layout is a letter on pages, not drawn yet.
type layout struct {
	leaf  leaf
	pages []page
}

// parts are what is prepared once and set in several styles.
type parts struct {
	logo, script, whole *picture
	qr                  *picture
	qrShare             float64
}

func prepareParts(l Letter) (p parts, err error) {
	if p.logo, err = prepare(l.Letterhead.Logo, 300); err != nil {
		return p, err
	}
	if p.script, err = prepare(l.Letterhead.Script, 1200); err != nil {
		return p, err
	}
	if p.whole, err = prepare(l.Letterhead.Whole, 1600); err != nil {
		return p, err
	}
	if l.QR != "" {
		p.qr, p.qrShare, err = qrPicture(l.QR)
	}
	return p, err
}

// lay sets the letter in the roomiest style that needs no page more than it must.
func lay(l Letter, p parts) (layout, error) {
	needed := 1
	for _, b := range l.Body.Blocks {
		if b.Kind == PageBreak {
			needed++
		}
	}
	var first layout
	for i, s := range styles {
		laid, err := laySet(l, p, s)
		if err != nil || len(laid.pages) <= needed {
			return laid, err
		}
		if i == 0 {
			first = laid
		}
		if len(laid.pages) > needed+1 && len(first.pages) > needed+2 {
			break // far too long for any style
		}
	}
	return first, nil
}

func laySet(l Letter, p parts, s style) (layout, error) {
	leaf := leafOf(l.Paper)
	c := &composer{style: s, width: leaf.width - s.left - s.right}
	c.labels = labelWidth(l.Body.Blocks, s.size, c.width)
	note := wrap([]Run{{Text: l.Footer}}, noteSize, c.width*0.83, 0)
	footer := float64(len(note))*noteSize*1.2 + 8

	c.letterhead(l.Letterhead, p)
	c.title(l.Title, l.Number)
	from := len(c.strips)
	c.body(l.Body.Blocks, 0)
	keepWithSignature(c.strips[from:])
	c.closing(l, p)

	pages, err := paginate(c.strips, s.left, s.top, leaf.height-s.top-s.bottom-footer)
	if err != nil {
		return layout{}, err
	}
	for i := range pages {
		text := fmt.Sprintf("Halaman %d dari %d", i+1, len(pages))
		pages[i].marks = append(pages[i].marks, footerMarks(note, text, s.left, leaf.height-s.bottom-footer, c.width)...)
	}
	return layout{leaf: leaf, pages: pages}, nil
}

const noteSize = 7.5

func footerMarks(note []line, pageText string, x, y, width float64) []mark {
	marks := []mark{rule(x, y+4, width, 0.4)}
	for i, l := range note {
		marks = append(marks, textMarks(l, x, y+6+noteSize+float64(i)*noteSize*1.2, noteSize, 0)...)
	}
	left := x + width - regular.width(pageText, noteSize)
	return append(marks, mark{x: left, y: y + 6 + noteSize, text: pageText, face: regular, size: noteSize})
}

// keepWithSignature holds the end of the body on the signature's page: the last
// paragraph if it is short, else its last lines. A signature alone on a page
// could be put under anything.
func keepWithSignature(strips []strip) {
	const most, least = 8, 3
	n := len(strips)
	lines := 0
	for lines < n && lines < most+1 {
		lines++
		if strips[n-lines].gap > 0 {
			break
		}
	}
	if lines > most {
		lines = least
	}
	for i := n - lines; i < n; i++ {
		strips[i].keep = !strips[i].eject
	}
}

// title is the letter's name and number.
func (c *composer) title(title, number string) {
	const size = 13.0
	above := c.gap + 7
	for _, l := range wrap([]Run{{Text: strings.ToUpper(oneLine(title)), Bold: true, Underline: true}}, size, c.width*0.9, 0) {
		c.strips = append(c.strips, strip{gap: above, height: size * 1.2, keep: true,
			marks: set(l, Center, 0, c.width, size*ascent, size)})
		above = 0
	}
	for _, l := range wrap([]Run{{Text: "Nomor: " + oneLine(number)}}, c.size, c.width, 0) {
		c.strips = append(c.strips, strip{height: c.size * 1.25, keep: true,
			marks: set(l, Center, 0, c.width, c.size*ascent+1.5, c.size)})
	}
	c.strips = append(c.strips, strip{height: c.gap * 0.8, keep: true})
}

// longDate is the day as it stands above the signature.
func longDate(place, day string) string {
	return strings.Join(filled(oneLine(place), office.LongDay(day, "id")), ", ")
}
