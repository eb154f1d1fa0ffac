package board

import (
	"cmp"
	"net/http"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/delegation"
	"mdesa/hooks/office"
)

// Board is what the office sees of the reports in its reach. It names nobody and
// quotes nobody, so that it can hang on a wall: categories, banjars, sections,
// codes and clocks. Those for the handler's eyes only are not in it.
type Board struct {
	At         string         `json:"at"`      // when it was counted, RFC 3339
	Colours    map[string]int `json:"colours"` // of what is open, and what ended within the last 30 days
	Open       int            `json:"open"`
	Categories []Count        `json:"categories"`
	Hamlets    []Count        `json:"hamlets"`
	Cells      []Cell         `json:"cells"`
	Oldest     []Waiting      `json:"oldest"`
	Units      []Unit         `json:"units"`
	Shelves    []Shelf        `json:"shelves"`
	Today      Day            `json:"today"`
	Weeks      []Week         `json:"weeks"` // the last eight, the oldest first
}

// Cell is how many reports of a category wait or waited in a hamlet.
type Cell struct {
	Category string         `json:"category"`
	Hamlet   string         `json:"hamlet"`
	Colours  map[string]int `json:"colours"`
}

// Waiting is one open report, by its clocks.
type Waiting struct {
	Request         string `json:"request" db:"request"` // the case, for who may open it
	Code            string `json:"code" db:"code"`
	CategoryName    string `json:"category_name" db:"category_name"`
	CategoryNameEN  string `json:"category_name_en" db:"category_name_en"`
	HamletName      string `json:"hamlet_name" db:"hamlet_name"`
	UnitName        string `json:"unit_name" db:"unit_name"`
	UnitNameEN      string `json:"unit_name_en" db:"unit_name_en"`
	State           string `json:"state" db:"state"`
	Colour          string `json:"colour" db:"colour"`
	ForwardedTo     string `json:"forwarded_to" db:"forwarded_to"`
	Supports        int    `json:"supports" db:"supports"`
	SubmittedAt     string `json:"submitted_at" db:"submitted_at"`
	FirstDueAt      string `json:"first_due_at" db:"first_due_at"`
	FirstAnsweredAt string `json:"first_answered_at" db:"first_answered_at"`
	DueAt           string `json:"due_at" db:"due_at"`
}

const (
	listed  = 30                  // open reports that a board lists
	endedIn = 30 * 24 * time.Hour // how long what has ended still counts
	keepFor = 15 * time.Second    // the clock alone turns a report red
)

type keptBoard struct {
	board      *Board
	generation int64
	at         time.Time
}

// deskBoard answers GET /api/reports/board with a [Board]. Two people with the
// same reach share it.
func deskBoard(e *core.RequestEvent) error {
	reach, err := delegation.ReachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	if !reach.Everywhere && len(reach.Hamlets) == 0 && e.Auth.GetString("role") != delegation.HamletHead {
		return errStaffOnly
	}
	key, seen, now := "reports.board."+strings.Join(reach.Hamlets, ","), generation(e.App).Load(), time.Now()
	if kept, ok := e.App.Store().Get(key).(keptBoard); ok && kept.generation == seen && now.Sub(kept.at) < keepFor {
		return e.JSON(http.StatusOK, kept.board)
	}
	board, err := boardOf(e.App, reach, now)
	if err != nil {
		return err
	}
	e.App.Store().Set(key, keptBoard{board, seen, now})
	return e.JSON(http.StatusOK, board)
}

func boardOf(app core.App, reach delegation.Reach, now time.Time) (*Board, error) {
	within, params := inReach(reach)
	clock, err := office.ClockOf(app)
	if err != nil {
		return nil, err
	}
	board := &Board{At: now.UTC().Format(time.RFC3339), Colours: map[string]int{}}
	for _, part := range []func() error{
		func() error { return board.count(app, within, params, now) },
		func() error { return board.listOldest(app, within, params, now) },
		func() error { return board.follow(app, within, params, clock.Location(), now) },
		func() error { board.Units, err = unitsOf(app, within, params, now); return err },
		func() error { board.Shelves, err = shelvesOf(app, now); return err },
	} {
		if err := part(); err != nil {
			return nil, err
		}
	}
	return board, nil
}

// inReach is the condition that a report lies where somebody may see.
func inReach(reach delegation.Reach) (string, dbx.Params) {
	params := dbx.Params{}
	if reach.Everywhere {
		return onDesk, params
	}
	names := []string{"''"} // nothing lies nowhere
	for i, hamlet := range reach.Hamlets {
		key := "reach" + string(rune('a'+i%26)) + strings.Repeat("x", i/26)
		names, params[key] = append(names, "{:"+key+"}"), hamlet
	}
	return onDesk + " AND r.hamlet != '' AND r.hamlet IN (" + strings.Join(names, ", ") + ")", params
}

func with(params dbx.Params, more dbx.Params) dbx.Params {
	all := dbx.Params{}
	for _, part := range []dbx.Params{params, more} {
		for key, value := range part {
			all[key] = value
		}
	}
	return all
}

func (b *Board) count(app core.App, within string, params dbx.Params, now time.Time) error {
	since := dbx.Params{"ended": stamp(now.Add(-endedIn))}
	cells, err := cellsOf(app, now, within+" AND ("+isOpen+" OR max(r.answered_at, r.closed_at, r.submitted_at) >= {:ended})", with(params, since))
	if err != nil {
		return err
	}
	b.Categories, b.Hamlets, b.Cells = byCategory(cells), byHamlet(cells), []Cell{}
	at := map[[2]string]int{}
	for _, c := range cells {
		b.Colours[c.Colour] += c.N
		place := [2]string{c.Category, c.Hamlet}
		if _, ok := at[place]; !ok {
			at[place] = len(b.Cells)
			b.Cells = append(b.Cells, Cell{c.Category, c.Hamlet, map[string]int{}})
		}
		b.Cells[at[place]].Colours[c.Colour] += c.N
	}
	return app.ConcurrentDB().Select("count(*)").From("reports r").Where(dbx.NewExp(within+" AND "+isOpen, params)).Row(&b.Open)
}

func (b *Board) listOldest(app core.App, within string, params dbx.Params, now time.Time) error {
	b.Oldest = []Waiting{}
	err := app.ConcurrentDB().Select("r.request", "r.code", "r.category_name", "r.category_name_en", "COALESCE(h.name, '') AS hamlet_name",
		"COALESCE(u.name, '') AS unit_name", "COALESCE(u.name_en, '') AS unit_name_en", "r.state", colour+" AS colour", "r.forwarded_to", "r.supports",
		"r.submitted_at", "r.first_due_at", "r.first_answered_at", "r.due_at").
		From("reports r").LeftJoin("hamlets h", dbx.NewExp("h.id = r.hamlet")).LeftJoin("units u", dbx.NewExp("u.key = r.unit AND r.unit != ''")).
		Where(dbx.NewExp(within+" AND "+isOpen, params)).AndBind(dbx.Params{"now": stamp(now)}).
		OrderBy("r.submitted_at", "r.rowid").Limit(listed).All(&b.Oldest)
	for i := range b.Oldest {
		w := &b.Oldest[i]
		for _, at := range []*string{&w.SubmittedAt, &w.FirstDueAt, &w.FirstAnsweredAt, &w.DueAt} {
			*at = rfc3339(*at)
		}
	}
	return err
}

// rfc3339 writes a moment of the database for a page; "" stays "".
func rfc3339(text string) string {
	at, err := types.ParseDateTime(text)
	if err != nil {
		return ""
	}
	return cmp.Or(moment(at), "")
}
