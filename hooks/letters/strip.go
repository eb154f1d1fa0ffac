package letters

// mark is one thing drawn: text, a filled rectangle, or a picture. Lengths are
// from the upper left corner of its strip, later of the page; y of a text is its
// baseline.
type mark struct {
	x, y, width, height float64

	text    string
	face    face
	size    float64
	picture *picture
}

func (m mark) moved(x, y float64) mark {
	m.x, m.y = m.x+x, m.y+y
	return m
}

// strip is a band across the page that is never cut: a line, mostly.
type strip struct {
	gap    float64 // above; nothing at the top of a page
	height float64
	marks  []mark
	keep   bool    // on the page of the next strip
	head   []strip // repeated above, when a page starts with this strip
	eject  bool    // starts a page, and is nothing else
}

func heightOf(strips []strip) float64 {
	sum := 0.0
	for _, s := range strips {
		sum += s.gap + s.height
	}
	return sum
}

// rule is a line as a filled rectangle.
func rule(x, y, width, height float64) mark { return mark{x: x, y: y, width: width, height: height} }

// textMarks sets a line at x, with a baseline at y. stretch is added to every
// gap. Spaces are drawn too, for those who copy or listen to the text.
func textMarks(l line, x, y, size, stretch float64) []mark {
	var marks []mark
	underlined := false // the part before
	for i, w := range l.words {
		start := x
		x += w.space
		if w.space > 0 {
			x += stretch
		}
		for j, part := range w.parts {
			text := part.text
			if j == len(w.parts)-1 && i+1 < len(l.words) && l.words[i+1].space > 0 {
				text += " "
			}
			marks = append(marks, mark{x: x, y: y, text: text, face: part.face, size: size})
			if part.underline {
				from := x
				if j == 0 && underlined {
					from = start
				}
				marks = append(marks, rule(from, y+size*0.11, x+part.width-from, size*0.05))
			}
			underlined = part.underline
			x += part.width
		}
	}
	return marks
}

// set places a line in a width by its alignment.
func set(l line, align Align, x, width, y, size float64) []mark {
	switch align {
	case Center:
		x += (width - l.width) / 2
	case Right:
		x += width - l.width
	case Justify:
		return textMarks(l, x, y, size, stretchOf(l, width, size))
	}
	return textMarks(l, x, y, size, 0)
}

// stretchOf spreads what is left over the gaps; a line that would fall apart
// stays ragged.
func stretchOf(l line, width, size float64) float64 {
	gaps := 0
	for _, w := range l.words {
		if w.space > 0 {
			gaps++
		}
	}
	if l.last || gaps == 0 {
		return 0
	}
	if stretch := (width - l.width) / float64(gaps); stretch < size*1.5 {
		return max(stretch, 0)
	}
	return 0
}
