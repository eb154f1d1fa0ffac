package audit

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// question is what the resident asked about an entry, and what the office said.
type question struct {
	Entry         string         `db:"entry" json:"entry"`
	Question      string         `db:"question" json:"question"`
	State         string         `db:"state" json:"state"` // open, answered
	AskedAt       types.DateTime `db:"asked_at" json:"asked_at"`
	DueAt         types.DateTime `db:"due_at" json:"due_at"`
	Answer        string         `db:"answer" json:"answer"`
	AnsweredAt    types.DateTime `db:"answered_at" json:"answered_at"`
	AnsweredName  string         `db:"answered_name" json:"answered_name"`
	AnsweredTitle string         `db:"answered_title" json:"answered_title"`
}

// questionsOf are an account's questions by the entry that each is about.
func questionsOf(app core.App, account string) (map[string]question, error) {
	rows := []question{}
	err := app.ConcurrentDB().Select("entry", "question", "state", "asked_at", "due_at", "answer", "answered_at", "answered_name", "answered_title").
		From("data_questions").Where(dbx.HashExp{"account": account}).All(&rows)
	asked := make(map[string]question, len(rows))
	for _, row := range rows {
		asked[row.Entry] = row
	}
	return asked, err
}
