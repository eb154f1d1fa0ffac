package privacy

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/list"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/delegation"
)

// openCorrection is one line of the desk's list.
type openCorrection struct {
	ID         string         `db:"id" json:"id"`
	Resident   string         `db:"resident" json:"resident"`
	Name       string         `db:"name" json:"name"`
	AskedBy    string         `db:"asked_name" json:"asked_name"` // who asked, where it was a parent
	HamletName string         `db:"hamlet_name" json:"hamlet_name"`
	Changes    types.JSONRaw  `db:"changes" json:"changes"`
	Reason     string         `db:"reason" json:"reason"`
	Paper      string         `db:"paper" json:"paper"` // id of the document, or ""
	File       string         `db:"file" json:"file"`
	State      string         `db:"state" json:"state"`
	Answer     string         `db:"answer" json:"answer"`
	DecidedBy  string         `db:"decided_name" json:"decided_name"`
	AskedAt    types.DateTime `db:"asked_at" json:"asked_at"`
	DueAt      types.DateTime `db:"due_at" json:"due_at"`
	DecidedAt  types.DateTime `db:"decided_at" json:"decided_at"`
	Overdue    bool           `json:"overdue"`
	Decide     bool           `json:"decide"` // this officer may
	Own        bool           `json:"own"`    // it is about them or their household
}

// openQuestion is one too.
type openQuestion struct {
	ID         string         `db:"id" json:"id"`
	Resident   string         `db:"resident" json:"resident"`
	Name       string         `db:"name" json:"name"`
	HamletName string         `db:"hamlet_name" json:"hamlet_name"`
	ActorName  string         `db:"actor_name" json:"actor_name"`
	ActorTitle string         `db:"actor_title" json:"actor_title"`
	Actor      string         `db:"actor" json:"-"`
	SeenAt     types.DateTime `db:"seen_at" json:"seen_at"`
	What       string         `db:"what" json:"what"` // "" once the entry was too old to keep
	Purpose    string         `db:"purpose" json:"purpose"`
	Note       string         `db:"note" json:"note"`
	Question   string         `db:"question" json:"question"`
	State      string         `db:"state" json:"state"`
	Answer     string         `db:"answer" json:"answer"`
	AnsweredBy string         `db:"answered_name" json:"answered_name"`
	AskedAt    types.DateTime `db:"asked_at" json:"asked_at"`
	DueAt      types.DateTime `db:"due_at" json:"due_at"`
	AnsweredAt types.DateTime `db:"answered_at" json:"answered_at"`
	Overdue    bool           `json:"overdue"`
	Decide     bool           `json:"decide"`
	Own        bool           `json:"own"`
}

// settledShown are how many answered ones a desk still shows.
const settledShown = 30

func correctionsFor(app core.App, auth *core.Record, settled bool) ([]openCorrection, error) {
	corrections := []openCorrection{}
	query := app.ConcurrentDB().Select("c.id", "c.resident", "r.name", "COALESCE(h.name, '') AS hamlet_name",
		"CASE WHEN c.asked_by = 'officer' OR a.resident = c.resident THEN '' ELSE COALESCE(a.name, '') END AS asked_name",
		"c.changes", "c.reason", "c.paper", "COALESCE(d.file, '') AS file", "c.state", "c.answer", "c.decided_name",
		"c.asked_at", "c.due_at", "c.decided_at").
		From("corrections c").InnerJoin("residents r", dbx.NewExp("r.id = c.resident")).
		LeftJoin("hamlets h", dbx.NewExp("h.id = r.hamlet")).LeftJoin("accounts a", dbx.NewExp("a.id = c.account")).
		LeftJoin("documents d", dbx.NewExp("d.id = c.paper"))
	reach, err := delegation.ReachOf(app, auth)
	if err != nil {
		return nil, err
	}
	if !reach.Everywhere {
		query = query.AndWhere(dbx.In("r.hamlet", list.ToInterfaceSlice(reach.Hamlets)...))
	}
	if settled {
		query = query.AndWhere(dbx.NewExp("c.state != 'open' AND c.asked_by = 'resident'")).OrderBy("c.decided_at DESC").Limit(settledShown)
	} else {
		query = query.AndWhere(dbx.NewExp("c.state = 'open'")).OrderBy("c.due_at")
	}
	if err := query.All(&corrections); err != nil {
		return nil, err
	}
	for i := range corrections {
		c := &corrections[i]
		c.Overdue = c.State == "open" && time.Now().After(c.DueAt.Time())
		c.Decide = c.State == "open" && mayDecideCorrection(app, auth, c.Resident) == nil
		if c.Own, err = ownFamily(app, auth, c.Resident); err != nil {
			return nil, err
		}
	}
	return corrections, nil
}

func questionsFor(app core.App, auth *core.Record, settled bool) ([]openQuestion, error) {
	questions := []openQuestion{}
	answerer, err := isAnswerer(app, auth)
	if err != nil || !answerer && auth.GetString("role") != delegation.Auditor {
		return questions, err
	}
	query := app.ConcurrentDB().Select("q.id", "q.resident", "r.name", "COALESCE(h.name, '') AS hamlet_name",
		"q.actor", "q.actor_name", "q.actor_title", "q.seen_at", "COALESCE(a.what, '') AS what", "COALESCE(a.purpose, '') AS purpose",
		"COALESCE(a.note, '') AS note", "q.question", "q.state", "q.answer", "q.answered_name", "q.asked_at", "q.due_at", "q.answered_at").
		From("data_questions q").InnerJoin("residents r", dbx.NewExp("r.id = q.resident")).
		LeftJoin("hamlets h", dbx.NewExp("h.id = r.hamlet")).LeftJoin("audit a", dbx.NewExp("a.id = q.entry"))
	if !auth.IsSuperuser() {
		query = query.AndWhere(dbx.NewExp("NOT " + ofConfidential))
	}
	if settled {
		query = query.AndWhere(dbx.NewExp("q.state != 'open'")).OrderBy("q.answered_at DESC").Limit(settledShown)
	} else {
		query = query.AndWhere(dbx.NewExp("q.state = 'open'")).OrderBy("q.due_at")
	}
	if err := query.All(&questions); err != nil {
		return nil, err
	}
	for i := range questions {
		q := &questions[i]
		q.Overdue = q.State == "open" && time.Now().After(q.DueAt.Time())
		q.Decide = q.State == "open" && mayAnswer(app, auth, q.Actor, q.Resident) == nil
		if q.Own, err = ownFamily(app, auth, q.Resident); err != nil {
			return nil, err
		}
	}
	return questions, nil
}
