package statistics

import (
	"github.com/pocketbase/pocketbase/core"
)

// Population is one release of who lives in the village. Each table shares with
// the others the sums of its rows alone, and these are always told: the number of
// residents of an area, of its men and of its women. So what is hidden in one
// table cannot be worked out with another.
type Population struct {
	AsOf      string  `json:"as_of"` // day of the count
	Least     int     `json:"least"` // smaller counts are hidden (null)
	Residents int     `json:"residents"`
	Men       int     `json:"men"`
	Women     int     `json:"women"`
	Areas     []Area  `json:"areas"`  // in the order of the hamlets; none: fewer than two are large enough
	Tables    []Table `json:"tables"` // ages_men, ages_women, religion, education, occupation, marital_status
}

// populationOf counts, and hides what would lead to persons. nil means that the
// register has too few people to tell anything.
func populationOf(app core.App, day string) (*Population, error) {
	hamlets, err := countPeople(app, day)
	if err != nil {
		return nil, err
	}
	single, err := areasOf(app, hamlets)
	if err != nil {
		return nil, err
	}
	village := newTally()
	for _, t := range hamlets {
		village.add(t)
	}
	p := &Population{AsOf: day, Least: Least, Residents: village.sex[0] + village.sex[1], Men: village.sex[0], Women: village.sex[1], Areas: together(single)}
	if !(Area{Men: p.Men, Women: p.Women}).large() {
		return nil, nil
	}
	areas := make([]*tally, len(p.Areas))
	for i, area := range p.Areas {
		areas[i] = newTally()
		for _, hamlet := range area.Hamlets {
			areas[i].add(hamlets[hamlet])
		}
	}
	for sex, key := range []string{"ages_men", "ages_women"} {
		p.Tables = append(p.Tables, agesOf(key, sex, village, areas))
	}
	for i, a := range attributes {
		labels, err := labelsOf(app, a.key)
		if err != nil {
			return nil, err
		}
		p.Tables = append(p.Tables, attributeOf(a, i, labels, village, areas))
	}
	if p.Areas == nil {
		p.Areas = []Area{}
	}
	return p, nil
}

// areasOf are the hamlets that have residents, in their order.
func areasOf(app core.App, hamlets map[string]*tally) ([]Area, error) {
	var rows []struct {
		ID   string `db:"id"`
		Name string `db:"name"`
	}
	if err := app.ConcurrentDB().Select("id", "name").From("hamlets").OrderBy("sort", "name", "id").All(&rows); err != nil {
		return nil, err
	}
	areas := []Area{}
	for _, hamlet := range rows {
		if t := hamlets[hamlet.ID]; t != nil {
			areas = append(areas, Area{Key: hamlet.ID, Hamlets: []string{hamlet.ID}, Names: []string{hamlet.Name}, Men: t.sex[0], Women: t.sex[1]})
		}
	}
	return areas, nil
}

func agesOf(key string, sex int, village *tally, areas []*tally) Table {
	unknown := village.ages[sex][ageless] > 0
	begins := widthFor(village.sex[sex], max(1, len(areas)))
	counts := counted{village: village.ages[sex][:ageGroups], into: intoWidth(begins, unknown)}
	if unknown {
		counts.village = village.ages[sex][:]
	}
	for _, area := range areas {
		row := make([]int, len(ageColumns(begins, unknown)))
		for group, into := range counts.into {
			row[into] += area.ages[sex][group]
		}
		counts.areas = append(counts.areas, row)
	}
	table := Table{Key: key, Columns: ageColumns(widths[0], unknown)}
	if len(begins) < ageGroups {
		table.AreaColumns = ageColumns(begins, unknown)
	}
	table.Village, table.Areas = counts.publish()
	return table
}

func attributeOf(a attribute, at int, labels []label, village *tally, areas []*tally) Table {
	columns, find := categories(village.other[at], labels, a.most)
	spread := func(t *tally) []int {
		row := make([]int, len(columns))
		for value, n := range t.other[at] {
			row[find(value)] += n
		}
		return row
	}
	counts := counted{village: spread(village)}
	for i := range columns {
		counts.into = append(counts.into, i)
	}
	for _, area := range areas {
		counts.areas = append(counts.areas, spread(area))
	}
	table := Table{Key: a.key, Columns: columns}
	table.Village, table.Areas = counts.publish()
	return table
}
