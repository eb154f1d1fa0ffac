package statistics

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// attribute is what people are counted by besides hamlet, sex and age.
type attribute struct {
	key  string // of the table, of the column in residents, and of the reference table
	most int    // categories told by name
}

var attributes = []attribute{{"religion", 20}, {"education", 20}, {"occupation", 12}, {"marital_status", 20}}

// tally counts the people of one hamlet.
type tally struct {
	sex   [2]int // men, women
	ages  [2][ageGroups + 1]int
	other []map[string]int // by attribute: folded value → people
}

func newTally() *tally {
	t := &tally{other: make([]map[string]int, len(attributes))}
	for i := range t.other {
		t.other[i] = map[string]int{}
	}
	return t
}

func (t *tally) add(o *tally) {
	for sex := range t.sex {
		t.sex[sex] += o.sex[sex]
		for group, n := range o.ages[sex] {
			t.ages[sex][group] += n
		}
	}
	for i, counts := range o.other {
		for key, n := range counts {
			t.other[i][key] += n
		}
	}
}

// countPeople counts who lives in the village on a day: alive, here, and not only
// for a time. One statement sees one state of the register, and keeps nobody from
// writing; rows go by one at a time.
func countPeople(app core.App, day string) (map[string]*tally, error) {
	rows, err := app.ConcurrentDB().NewQuery(`SELECT hamlet, sex, birth_date, religion, education, occupation, marital_status
		FROM residents WHERE life_status = 'hidup' AND residency != 'tidak tetap'`).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	hamlets := map[string]*tally{}
	var hamlet, sex, born string
	values := make([]string, len(attributes))
	for rows.Next() {
		if err := rows.Scan(&hamlet, &sex, &born, &values[0], &values[1], &values[2], &values[3]); err != nil {
			return nil, err
		}
		t := hamlets[hamlet]
		if t == nil {
			t = newTally()
			hamlets[hamlet] = t
		}
		which := 0
		if sex == "P" {
			which = 1
		}
		t.sex[which]++
		t.ages[which][ageGroup(born, day)]++
		for i, value := range values {
			t.other[i][folded(value)]++
		}
	}
	return hamlets, rows.Err()
}

// labelsOf are the values of a reference table as they are written for people.
func labelsOf(app core.App, table string) ([]label, error) {
	var found []label
	err := app.ConcurrentDB().Select("value", "label", "label_en").From("reference_values").
		Where(dbx.HashExp{"table": table}).OrderBy("sort", "code").All(&found)
	return found, err
}
