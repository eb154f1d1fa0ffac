package statistics

import (
	"strconv"
	"strings"

	"mdesa/hooks/sheet"
)

// table is the answer as one long CSV, a line a number: what it counts, the time,
// the area (empty: the whole village), two categories, and the count. A hidden
// count is empty.
func (a *Answer) table() []byte {
	var rows [][]string
	line := func(cells ...string) { rows = append(rows, cells) }
	line("statistic", "time", "area", "category", "second_category", "count")
	if a.Population != nil {
		a.Population.lines(line)
	}
	for _, month := range a.Months {
		a.split(line, "services_filed", month.Month, month.Filed)
		a.split(line, "services_completed", month.Month, month.Completed)
	}
	for _, r := range a.Reports {
		line("reports", r.Month, "", r.Category, r.State, strconv.Itoa(r.Count))
	}
	for _, p := range a.Programs {
		line("programs", strconv.Itoa(p.Year), "", p.Field, p.State, strconv.Itoa(p.Count))
	}
	return sheet.CSV(rows)
}

func (a *Answer) split(line func(...string), name, month string, split Split) {
	line(name, month, "", "", "", written(split.Total))
	for i, count := range split.Items {
		line(name, month, "", a.Services[i].Key, "", written(count))
	}
}

func (p *Population) lines(line func(...string)) {
	sexes := func(area string, men, women int) {
		line("sex", p.AsOf, area, "men", "", strconv.Itoa(men))
		line("sex", p.AsOf, area, "women", "", strconv.Itoa(women))
	}
	sexes("", p.Men, p.Women)
	for _, area := range p.Areas {
		sexes(area.name(), area.Men, area.Women)
	}
	for _, t := range p.Tables {
		for i, count := range t.Village {
			line(t.Key, p.AsOf, "", t.Columns[i].Key, "", written(count))
		}
		columns := t.Columns
		if t.AreaColumns != nil {
			columns = t.AreaColumns
		}
		for at, row := range t.Areas {
			for i, count := range row {
				line(t.Key, p.AsOf, p.Areas[at].name(), columns[i].Key, "", written(count))
			}
		}
	}
}

func (a Area) name() string { return strings.Join(a.Names, " + ") }

func written(count Count) string {
	if count == nil {
		return ""
	}
	return strconv.Itoa(*count)
}
