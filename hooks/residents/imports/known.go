package imports

import (
	"encoding/json"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
	"mdesa/hooks/residents"
)

// expressions read a column of a person from the register, as a value of a row:
// r is the resident, h the household, b the hamlet.
var expressions = func() (of [columnCount]string) {
	for i, c := range columns {
		of[i] = "r." + c.field
		switch {
		case c.manner == asYesNo:
			of[i] = "CASE WHEN r." + c.field + " THEN '1' ELSE '' END"
		case c.manner == asDegrees:
			of[i] = "CASE WHEN r." + c.field + " = 0 THEN '' ELSE CAST(r." + c.field + " AS TEXT) END"
		}
	}
	of[Address] = "COALESCE(NULLIF(r.address, ''), h.address, '')"
	of[Hamlet] = "COALESCE(b.name, '')"
	of[KK], of[RT], of[RW] = "COALESCE(h.kk, '')", "COALESCE(h.rt, '')", "COALESCE(h.rw, '')"
	return of
}()

var selectPeople = "SELECT r.id, r.hamlet, " + strings.Join(expressions[:], ", ") +
	" FROM residents r LEFT JOIN households h ON h.id = r.household LEFT JOIN hamlets b ON b.id = r.hamlet"

// eachPerson reads people of the register one by one.
func eachPerson(query *dbx.Query, take func(*Registered) error) error {
	rows, err := query.Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		person := &Registered{}
		places := []any{&person.ID, &person.HamletID}
		for i := range person.Values {
			places = append(places, &person.Values[i])
		}
		if err := rows.Scan(places...); err != nil {
			return err
		}
		if err := take(person); err != nil {
			return err
		}
	}
	return rows.Err()
}

// eachPersonOnce is [eachPerson] for a take that writes: rows that are still
// open would make SQLite wait for itself.
func eachPersonOnce(query *dbx.Query, take func(*Registered) error) error {
	var found []*Registered
	if err := eachPerson(query, func(person *Registered) error { found = append(found, person); return nil }); err != nil {
		return err
	}
	for _, person := range found {
		if err := take(person); err != nil {
			return err
		}
	}
	return nil
}

// learn brings what the register knows of the people and families of the next
// rows into the judge's memory.
func (j *Judge) learn(app core.App, people []*Person) error {
	clear(j.people)
	niks, kks := []string{}, []string{}
	for _, p := range people {
		if p.Values[NIK] != "" {
			niks = append(niks, p.Values[NIK])
		}
		if kk := p.Values[KK]; kk != "" {
			if _, asked := j.families[kk]; !asked {
				j.families[strings.Clone(kk)] = nil
				kks = append(kks, kk)
			}
		}
	}
	err := eachPerson(among(app, selectPeople, "r.nik", niks), func(person *Registered) error {
		j.people[person.Values[NIK]] = person
		return nil
	})
	if err != nil {
		return err
	}
	return j.learnFamilies(among(app, selectFamilies, "h.kk", kks))
}

const selectFamilies = `SELECT h.kk, h.id, h.hamlet, COALESCE(b.name, ''), h.address, h.rt, h.rw,
	EXISTS (SELECT 1 FROM residents r WHERE r.household = h.id AND r.life_status = 'hidup'),
	COALESCE((SELECT r.name FROM residents r WHERE r.household = h.id AND r.life_status = 'hidup' AND r.family_role = 'kepala keluarga' LIMIT 1), '')
	FROM households h LEFT JOIN hamlets b ON b.id = h.hamlet`

func (j *Judge) learnFamilies(query *dbx.Query) error {
	rows, err := query.Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		kk, card := "", &family{}
		err := rows.Scan(&kk, &card.id, &card.hamlet.ID, &card.hamlet.Name, &card.address, &card.rt, &card.rw, &card.living, &card.head)
		if err != nil {
			return err
		}
		j.families[kk] = card
	}
	return rows.Err()
}

// learnNameless remembers who has a temporary number: rows without NIK may be
// about them.
func (j *Judge) learnNameless(app core.App) error {
	return eachPerson(app.DB().NewQuery(selectPeople+" WHERE r.nik_temporary = TRUE"), func(person *Registered) error {
		j.nameless[nobodyKey(person.Values[KK], person.Values[Name])] = person
		return nil
	})
}

// among is a query for rows whose column has one of some values.
func among(app core.App, query, column string, values []string) *dbx.Query {
	list, _ := json.Marshal(values) // texts always marshal
	return app.DB().NewQuery(query + " WHERE " + column + " IN (SELECT value FROM json_each({:list}))").Bind(dbx.Params{"list": string(list)})
}

// newReader understands rows with the office's tables and hamlets.
func newReader(app core.App, createHamlets bool, fallback string) (*Reader, error) {
	tables := map[string][]residents.Value{}
	for _, c := range columns {
		if c.table == "" {
			continue
		}
		values, err := residents.Table(app, c.table)
		if err != nil {
			return nil, err
		}
		tables[c.table] = values
	}
	own, err := office.Current(app)
	if err != nil {
		return nil, err
	}
	var places []Place
	if err := app.DB().Select("id", "name", "code").From("hamlets").OrderBy("sort", "name").All(&places); err != nil {
		return nil, err
	}
	reader := &Reader{Codes: NewCodes(tables), Hamlets: NewHamlets(places, own.GetString("hamlet_word"), createHamlets), Today: office.Today(app)}
	for _, place := range places {
		if place.ID == fallback {
			reader.Fallback = place
		}
	}
	return reader, nil
}
