package letters

import "slices"

// labelWidth finds the widest name in all label tables, within reason, so that
// the colons of the whole letter stand in one line.
func labelWidth(blocks []Block, size, width float64) float64 {
	widest := 0.0
	for _, b := range blocks {
		for _, row := range b.Labels {
			for _, l := range wrap(row.Label, size, 1e6, 0) {
				widest = max(widest, l.width)
			}
		}
		for _, item := range b.Items {
			widest = max(widest, labelWidth(item, size, width))
		}
	}
	return min(widest, width*0.38)
}

func (c *composer) labelTable(b Block, x float64) {
	if c.nesting == 0 && b.Indent == 0 {
		x += labelIndent
	}
	colon := x + c.labels + c.size*0.6
	value := colon + c.size*0.7
	for i, row := range b.Labels {
		names := wrap(row.Label, c.size, c.labels, 0)
		values := wrap(row.Value, c.size, max(c.width-value, c.size*6), 0)
		strips := make([]strip, max(len(names), len(values)))
		for j := range strips {
			strips[j].height = c.lineHeight()
			strips[j].keep = j+1 < len(strips)
			if j < len(names) {
				strips[j].marks = append(strips[j].marks, textMarks(names[j], x, c.baseline(c.size), c.size, 0)...)
			}
			if j == 0 {
				strips[j].marks = append(strips[j].marks, mark{x: colon, y: c.baseline(c.size), text: ": ", face: regular, size: c.size})
			}
			if j < len(values) {
				strips[j].marks = append(strips[j].marks, textMarks(values[j], value, c.baseline(c.size), c.size, 0)...)
			}
		}
		gap := 0.0
		if i == 0 {
			gap = c.gap
		}
		c.add(strips, gap)
		// Neither the first row nor the last one stands alone.
		if i == 0 && len(b.Labels) > 1 || i == len(b.Labels)-2 {
			c.strips[len(c.strips)-1].keep = true
		}
	}
}

const (
	cellPad  = 3.5
	gridRule = 0.6
)

// grid draws a ruled table. A row stays whole, and its heading is repeated on
// every page.
func (c *composer) grid(t Table, x float64) {
	size := c.size - 1
	width := c.width - x
	widths, size := columnWidths(t, size, width)
	heading := make([]string, len(t.Columns))
	for i, column := range t.Columns {
		heading[i] = column.Label
	}
	head := c.gridRow(t, heading, widths, x, size, true)
	for i := range head {
		head[i].keep = true
	}
	repeated := slices.Clone(head)
	c.add(head, c.gap)
	for _, row := range t.Rows {
		strips := c.gridRow(t, row, widths, x, size, false)
		for i := range strips {
			strips[i].head = repeated
		}
		c.strips = append(c.strips, strips...)
	}
}

func (c *composer) gridRow(t Table, cells []string, widths []float64, x, size float64, heading bool) []strip {
	columns := make([][]line, len(widths))
	count := 1
	for i := range min(len(widths), len(cells)) {
		columns[i] = wrap([]Run{{Text: cells[i], Bold: heading}}, size, widths[i]-2*cellPad, 0)
		count = max(count, len(columns[i]))
	}
	strips := make([]strip, count)
	for j := range strips {
		s := &strips[j]
		top := 0.0
		s.height, s.keep = size*1.18, j+1 < count
		if j == 0 {
			top = cellPad * 0.6
			s.height += top
		}
		if j == count-1 {
			s.height += cellPad * 0.8
		}
		left := x
		for i, width := range widths {
			if j < len(columns[i]) {
				s.marks = append(s.marks, set(columns[i][j], t.align(i, heading), left+cellPad, width-2*cellPad, top+size*ascent, size)...)
			}
			left += width
		}
		s.marks = append(s.marks, gridRules(widths, x, s.height, heading && j == 0, j == count-1)...)
	}
	return strips
}

func (t Table) align(column int, heading bool) Align {
	switch {
	case heading:
		return Center
	case t.Columns[column].Right:
		return Right
	}
	return Left
}

// gridRules are the lines around the cells of one strip.
func gridRules(widths []float64, x, height float64, above, below bool) []mark {
	marks := []mark{rule(x, 0, gridRule, height)}
	right := x
	for _, width := range widths {
		right += width
		marks = append(marks, rule(right-gridRule, 0, gridRule, height))
	}
	if above {
		marks = append(marks, rule(x, 0, right-x, gridRule))
	}
	if below {
		marks = append(marks, rule(x, height-gridRule, right-x, gridRule))
	}
	return marks
}

// columnWidths gives every column its longest word and shares out the rest by
// what the columns hold. When even the words don't fit, the type gets smaller.
func columnWidths(t Table, size, width float64) ([]float64, float64) {
	for {
		least, wish := columnNeeds(t, size)
		sumLeast, sumMore := 0.0, 0.0
		for i := range least {
			sumLeast += least[i]
			sumMore += wish[i] - least[i]
		}
		if sumLeast > width && size > 7 {
			size -= 0.5
			continue
		}
		widths := make([]float64, len(least))
		for i := range widths {
			switch {
			case sumLeast > width:
				widths[i] = width * least[i] / sumLeast
			case sumMore > 0:
				widths[i] = least[i] + (width-sumLeast)*(wish[i]-least[i])/sumMore
			default:
				widths[i] = width * least[i] / sumLeast
			}
		}
		return widths, size
	}
}

// columnNeeds are the widths of each column's longest word and longest cell.
func columnNeeds(t Table, size float64) (least, wish []float64) {
	least, wish = make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	take := func(i int, text string, heading bool) {
		if i >= len(least) {
			return
		}
		for _, l := range wrap([]Run{{Text: text, Bold: heading}}, size, 1e6, 0) {
			wish[i] = max(wish[i], l.width+2*cellPad+0.1)
			for _, w := range l.words {
				least[i] = max(least[i], w.width+2*cellPad+0.1)
			}
		}
	}
	for i, column := range t.Columns {
		least[i], wish[i] = 4*cellPad, 4*cellPad
		take(i, column.Label, true)
	}
	for _, row := range t.Rows {
		for i, cell := range row {
			take(i, cell, false)
		}
	}
	return least, wish
}
