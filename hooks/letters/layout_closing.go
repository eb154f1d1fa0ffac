package letters

// closing sets place, day and signatures as one strip, which a page break never
// cuts: the official at the right, the holder at the left.
func (c *composer) closing(l Letter, p parts) {
	width := c.width * 0.48
	right := &column{x: c.width - width, width: width, size: c.size}
	right.text(longDate(l.Place, l.Date), Run{})
	headTop := right.y
	for _, text := range l.Signature.Head {
		headTop = right.y
		right.text(oneLine(text), Run{})
	}
	if p.qr != nil {
		right.picture(p.qr, c.qr/p.qrShare)
	} else {
		right.y += 22 * mm
	}
	nameTop := right.y
	right.text(oneLine(l.Signature.Name), Run{Bold: true, Underline: true})
	if l.Signature.StaffNumber != "" {
		right.text(oneLine(l.Signature.StaffNumber), Run{})
	}
	height := right.y
	if l.Holder != nil {
		left := &column{width: width, size: c.size, y: headTop}
		label := l.Holder.Label
		if label == "" {
			label = "Pemegang surat"
		}
		left.text(oneLine(label)+",", Run{})
		left.y = max(nameTop, left.y+15*mm)
		left.text(oneLine(l.Holder.Name), Run{Bold: true, Underline: true})
		right.marks = append(right.marks, left.marks...)
		height = max(height, left.y)
	}
	c.strips = append(c.strips, strip{gap: c.gap + 6, height: height, marks: right.marks})
}

// column stacks centred lines.
type column struct {
	x, y, width, size float64
	marks             []mark
}

func (c *column) text(text string, run Run) {
	run.Text = text
	for _, l := range wrap([]Run{run}, c.size, c.width, 0) {
		c.marks = append(c.marks, set(l, Center, c.x, c.width, c.y+c.size*ascent, c.size)...)
		c.y += c.size * 1.2
	}
}

// picture takes its white edge as the room around it.
func (c *column) picture(p *picture, side float64) {
	c.marks = append(c.marks, mark{x: c.x + (c.width-side)/2, y: c.y + 1, width: side, height: side, picture: p})
	c.y += side + 2
}
