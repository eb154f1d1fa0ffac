package programs

import (
	"encoding/json"
	"strconv"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// ProgramRow is a program in a list. Money is in whole rupiah, days are
// "2026-11-23".
type ProgramRow struct {
	ID         string  `db:"id" json:"id"`
	Title      string  `db:"title" json:"title"`
	TitleEN    string  `db:"title_en" json:"title_en"`
	Kind       string  `db:"kind" json:"kind"` // works, activity, aid
	Year       int     `db:"year" json:"year"`
	Field      string  `db:"field" json:"field"`       // "01"–"05"
	Activity   string  `db:"activity" json:"activity"` // "02.03.10"
	Hamlet     string  `db:"hamlet" json:"hamlet"`     // id; empty: the whole village
	HamletName string  `db:"hamlet_name" json:"hamlet_name"`
	Place      string  `db:"place" json:"place"`
	Lat        float64 `db:"lat" json:"lat"` // 0, 0: by words only
	Lon        float64 `db:"lon" json:"lon"`
	StartsOn   string  `db:"starts_on" json:"starts_on"`
	EndsOn     string  `db:"ends_on" json:"ends_on"`
	State      string  `db:"state" json:"state"`
	Progress   int     `db:"progress" json:"progress"` // percent
	Source     string  `db:"source" json:"source"`
	Cost       int64   `db:"cost" json:"cost"` // as planned on the program, 0: not said
	Line       string  `db:"line" json:"-"`
	Budget     *Money  `db:"-" json:"budget"` // null: no published budget line
	Photo      *Photo  `db:"-" json:"photo"`  // the newest
	Published  bool    `db:"published" json:"published"`
	Waiting    int     `db:"-" json:"waiting,omitempty"` // milestones to confirm; for staff
	Updated    string  `db:"updated" json:"updated"`
}

// Money is the budget line of a program, and where it stands: /anggaran/{year}#{code}.
type Money struct {
	Year     int    `json:"year"`
	Code     string `json:"code"`
	Activity string `json:"activity"`
	Name     string `json:"name"`
	Source   string `json:"source"`
	Plan     int64  `json:"plan"`
	Revised  *int64 `json:"revised"`  // null: nothing was revised
	Realised *int64 `json:"realised"` // null: not told for this line
	Percent  *int   `json:"percent"`  // realised, of what holds; null with it
	Until    string `json:"realised_until"`
}

// Photo is a picture of a milestone: /api/files/milestones/{milestone}/{file}.
type Photo struct {
	Milestone string `json:"milestone"`
	File      string `json:"file"`
	Alt       string `json:"alt"`
	Percent   int    `json:"percent"`
}

var programColumns = []string{"p.id", "p.title", "p.title_en", "p.kind", "p.year", "p.field", "p.activity", "p.hamlet", "COALESCE(h.name, '') AS hamlet_name",
	"p.place", "COALESCE(p.point ->> 'lat', 0) AS lat", "COALESCE(p.point ->> 'lon', 0) AS lon", "p.starts_on", "p.ends_on", "p.state", "p.progress",
	"p.source", "p.cost", "p.budget_line AS line", "p.published", "p.updated"}

// Filter chooses programs. What is empty chooses nothing.
type Filter struct {
	Year                           int
	Field, Hamlet, State, Line, ID string
	Drafts                         bool // with those that are not published
}

const mostPrograms = 1000

// rowsOf lists programs, the latest year first; what goes on before what is done.
func rowsOf(app core.App, f Filter) ([]ProgramRow, error) {
	query := app.ConcurrentDB().Select(programColumns...).From("programs p").LeftJoin("hamlets h", dbx.NewExp("h.id = p.hamlet"))
	if !f.Drafts {
		query.AndWhere(dbx.NewExp("p.published = TRUE"))
	}
	if f.Year != 0 {
		query.AndWhere(dbx.HashExp{"p.year": f.Year})
	}
	for column, value := range map[string]string{"p.field": f.Field, "p.hamlet": f.Hamlet, "p.state": f.State, "p.budget_line": f.Line, "p.id": f.ID} {
		if value != "" {
			query.AndWhere(dbx.HashExp{column: value})
		}
	}
	rows := []ProgramRow{}
	err := query.OrderBy("p.year DESC", "(CASE p.state WHEN 'running' THEN 0 WHEN 'planned' THEN 1 WHEN 'done' THEN 2 ELSE 3 END)", "p.title").
		Limit(mostPrograms).All(&rows)
	if err != nil {
		return nil, err
	}
	if err := adorn(app, rows, f.Drafts); err != nil || !f.Drafts {
		return rows, err
	}
	return rows, addWaiting(app, rows)
}

// addWaiting counts what hamlet heads recorded and the office has not confirmed.
func addWaiting(app core.App, rows []ProgramRow) error {
	var found []struct {
		Program string
		Count   int
	}
	err := app.ConcurrentDB().NewQuery("SELECT program, COUNT(*) count FROM milestones WHERE waiting = TRUE GROUP BY program").All(&found)
	of := make(map[string]int, len(found))
	for _, one := range found {
		of[one.Program] = one.Count
	}
	for i := range rows {
		rows[i].Waiting = of[rows[i].ID]
	}
	return err
}

// adorn adds money and the newest photo.
func adorn(app core.App, rows []ProgramRow, drafts bool) error {
	at := make(map[string]*ProgramRow, len(rows))
	lines := map[string]bool{}
	for i := range rows {
		at[rows[i].ID] = &rows[i]
		if rows[i].Line != "" {
			lines[rows[i].Line] = true
		}
	}
	money, err := moneyOf(app, lines, drafts)
	if err != nil {
		return err
	}
	photos, err := photosOf(app, rows)
	for id, row := range at {
		row.Budget, row.Photo = money[row.Line], photos[id]
	}
	return err
}

func photosOf(app core.App, rows []ProgramRow) (map[string]*Photo, error) {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	var found []struct{ ID, Program, Photos, Alt, Percent string }
	err := app.ConcurrentDB().NewQuery("SELECT id, program, photos, photos_alt alt, percent FROM milestones WHERE waiting = FALSE AND photos NOT IN ('', '[]') AND program IN (SELECT value FROM json_each({:ids})) ORDER BY percent, `on`").
		Bind(dbx.Params{"ids": asJSON(ids)}).All(&found)
	photos := map[string]*Photo{}
	for _, one := range found {
		var files []string
		if json.Unmarshal([]byte(one.Photos), &files) == nil && len(files) > 0 {
			percent, _ := strconv.Atoi(one.Percent)
			photos[one.Program] = &Photo{one.ID, files[0], one.Alt, percent}
		}
	}
	return photos, err
}

func asJSON(list []string) string {
	text, _ := json.Marshal(list) // strings can always be written
	return string(text)
}
