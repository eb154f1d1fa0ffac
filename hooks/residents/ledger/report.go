package ledger

// Count is how many there are, or how many more: men (L) and women (P) of
// Indonesian (WNI) and foreign (WNA) citizenship, and households.
type Count struct {
	WNIMen     int `json:"wni_l"`
	WNIWomen   int `json:"wni_p"`
	WNAMen     int `json:"wna_l"`
	WNAWomen   int `json:"wna_p"`
	Households int `json:"households"`
}

// Line is one row of the report.
type Line struct {
	Key string `json:"key"` // "opening", one of Causes, "closing"
	Count
	Total int `json:"total"` // persons
}

// Persons are all four columns together.
func (c Count) Persons() int { return c.WNIMen + c.WNIWomen + c.WNAMen + c.WNAWomen }

func (c Count) plus(other Count) Count {
	return Count{
		c.WNIMen + other.WNIMen, c.WNIWomen + other.WNIWomen,
		c.WNAMen + other.WNAMen, c.WNAWomen + other.WNAWomen, c.Households + other.Households,
	}
}

// count puts an entry into its column.
func (e Entry) count() Count {
	c := Count{Households: e.Households}
	switch e.Citizenship + e.Sex {
	case "WNIL":
		c.WNIMen = e.Persons
	case "WNIP":
		c.WNIWomen = e.Persons
	case "WNAL":
		c.WNAMen = e.Persons
	case "WNAP":
		c.WNAWomen = e.Persons
	}
	return c
}

// stand is the count of each hamlet, by id.
type stand map[string]Count

// with is the stand after some entries.
func (s stand) with(entries []Entry) stand {
	next := stand{}
	for hamlet, count := range s {
		next[hamlet] = count
	}
	for _, entry := range entries {
		next[entry.Hamlet] = next[entry.Hamlet].plus(entry.count())
	}
	for hamlet, count := range next {
		if count == (Count{}) {
			delete(next, hamlet)
		}
	}
	return next
}

// of sums the hamlets wanted; nil are all of them.
func (s stand) of(wanted func(hamlet string) bool) Count {
	var sum Count
	for hamlet, count := range s {
		if wanted == nil || wanted(hamlet) {
			sum = sum.plus(count)
		}
	}
	return sum
}

// linesOf is a month's report: what there was, what came and went by cause, and
// what that makes.
func linesOf(opening stand, entries []Entry, wanted func(hamlet string) bool) []Line {
	byCause := map[string]Count{}
	running := opening.of(wanted)
	lines := []Line{{Key: "opening", Count: running, Total: running.Persons()}}
	for _, entry := range entries {
		if wanted == nil || wanted(entry.Hamlet) {
			byCause[entry.Cause] = byCause[entry.Cause].plus(entry.count())
		}
	}
	for _, cause := range Causes {
		count := byCause[cause]
		lines = append(lines, Line{cause, count, count.Persons()})
		running = running.plus(count)
	}
	return append(lines, Line{"closing", running, running.Persons()})
}
