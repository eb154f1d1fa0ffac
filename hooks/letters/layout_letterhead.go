package letters

import "strings"

const (
	logoSide  = 22 * mm
	scriptTop = 8 * mm
)

// letterhead sets the office above a thick and a thin rule. Text is centred on
// the page, not beside the logo, as long as it does not run into it.
func (c *composer) letterhead(h Letterhead, p parts) {
	s := strip{keep: true}
	if p.whole != nil {
		width, height := p.whole.fit(c.width, 50*mm)
		s.marks = append(s.marks, mark{x: (c.width - width) / 2, width: width, height: height, picture: p.whole})
		s.height = height
	} else {
		c.headText(&s, h, p)
	}
	if s.height > 0 {
		s.height += 5
		s.marks = append(s.marks, rule(0, s.height, c.width, 2.2), rule(0, s.height+3.4, c.width, 0.7))
		s.height += 4.1
		c.strips = append(c.strips, s)
	}
}

func (c *composer) headText(s *strip, h Letterhead, p parts) {
	side := 0.0 // kept free on both sides
	if p.logo != nil {
		width, height := p.logo.fit(logoSide, logoSide)
		s.marks = append(s.marks, mark{x: (logoSide - width) / 2, width: width, height: height, picture: p.logo})
		s.height = height
		side = logoSide + 3*mm
	}
	y := 0.0
	if p.script != nil {
		width, height := p.script.fit(c.width-2*side, scriptTop)
		s.marks = append(s.marks, mark{x: (c.width - width) / 2, width: width, height: height, picture: p.script})
		y += height + 3
	}
	for i, text := range h.Lines {
		wish := 13.0
		if i == len(h.Lines)-1 {
			wish = 17
		}
		y = c.headLine(s, Run{Text: strings.ToUpper(oneLine(text)), Bold: true}, wish, side, y)
	}
	y += 1.5
	for _, text := range h.Address {
		y = c.headLine(s, Run{Text: oneLine(text)}, 9.5, side, y)
	}
	s.height = max(s.height, y)
}

// headLine makes the type smaller until the text fits, then breaks it.
func (c *composer) headLine(s *strip, run Run, size, side, y float64) float64 {
	least, width := size*0.75, c.width-2*side
	for size > least && faceOf(run).width(run.Text, size) > width {
		size -= 0.25
	}
	for _, l := range wrap([]Run{run}, size, width, 0) {
		s.marks = append(s.marks, set(l, Center, side, width, y+size*ascent, size)...)
		y += size * 1.16
	}
	return y
}
