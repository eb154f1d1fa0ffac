package statistics

// Count is a published count of people; nil where it is not told because it, or
// another one, would lead to persons.
type Count *int

// Column is a category of a table, in both languages.
type Column struct {
	Key     string `json:"key"`
	Label   string `json:"label,omitempty"`
	LabelEN string `json:"label_en,omitempty"`
}

// Table is published: people of the whole village in Columns, and of each area in
// AreaColumns, which are wider where areas are small (ages).
type Table struct {
	Key         string    `json:"key"`
	Columns     []Column  `json:"columns"`
	AreaColumns []Column  `json:"area_columns,omitempty"` // left out: the same
	Village     []Count   `json:"village"`                // left out: too few people
	Areas       [][]Count `json:"areas"`                  // in the order of the areas; left out: too few people
}

// counted is a table before anything is hidden. into tells which column of areas
// each column of the village is part of.
type counted struct {
	village []int
	into    []int
	areas   [][]int
}

// publish hides what would lead to persons. The sums of rows are taken to be known
// to all. Where areas leave no way to do so their rows are not published.
func (t counted) publish() (village []Count, areas [][]Count) {
	if n, ok := t.protected(t.areas); ok {
		shown := len(t.village)
		for i := range t.areas {
			areas = append(areas, n.shown(shown, len(t.areas[i])))
			shown += len(t.areas[i])
		}
		return n.shown(0, len(t.village)), areas
	}
	if n, ok := t.protected(nil); ok {
		return n.shown(0, len(t.village)), nil
	}
	return nil, nil
}

// protected is the table as a network: people go from their area to a column and
// from there into the village. Without areas nobody knows sums of columns, and
// the village is one row.
func (t counted) protected(areas [][]int) (*network, bool) {
	const village = 0
	n := &network{nodes: 2 + len(t.village) + len(areas)}
	column := func(i int) int { return 1 + i }
	for i, value := range t.village {
		from := column(0)
		if len(areas) > 0 {
			from = column(t.into[i])
		}
		n.cells = append(n.cells, cell{from: from, to: village, value: value})
	}
	for i, row := range areas {
		for j, value := range row {
			n.cells = append(n.cells, cell{from: 2 + len(t.village) + i, to: column(j), value: value})
		}
	}
	return n, n.protect()
}

func (n *network) shown(first, many int) []Count {
	shown := make([]Count, many)
	for i, c := range n.cells[first : first+many] {
		if !c.hidden {
			shown[i] = &c.value
		}
	}
	return shown
}

// row publishes counts that have only their sum in common with anything else. A
// sum below [Least] is not told, and nothing of it.
func row(values []int) (total Count, cells []Count) {
	sum := 0
	for _, value := range values {
		sum += value
	}
	if sum > 0 && sum < Least {
		return nil, nil
	}
	cells, _ = counted{village: values}.publish()
	return &sum, cells
}
