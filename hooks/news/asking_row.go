package news

import (
	"strconv"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/delegation"
	"mdesa/hooks/mask"
)

// askingRow is a request for information with what stands around it.
type askingRow struct {
	ID              string         `db:"id"`
	Code            string         `db:"code"`
	Year            int            `db:"year"`
	Number          int            `db:"number"`
	AskedBy         string         `db:"asked_by"`
	Resident        string         `db:"resident"`
	Name            string         `db:"name"`
	Phone           string         `db:"phone"`
	Email           string         `db:"email"`
	Address         string         `db:"address"`
	Information     string         `db:"information"`
	Purpose         string         `db:"purpose"`
	WantedAs        string         `db:"wanted_as"`
	State           string         `db:"state"`
	AskedAt         types.DateTime `db:"asked_at"`
	DueAt           types.DateTime `db:"due_at"`
	ExtendedAt      types.DateTime `db:"extended_at"`
	ExtensionReason string         `db:"extension_reason"`
	Ground          string         `db:"ground"`
	Answer          string         `db:"answer"`
	AnswerLink      string         `db:"answer_link"`
	AnswerFile      string         `db:"answer_file"`
	DecidedName     string         `db:"decided_name"`
	DecidedTitle    string         `db:"decided_title"`
	DecidedAt       types.DateTime `db:"decided_at"`
	OID             string         `db:"o_id"` // the objection, if there is one
	OGround         string         `db:"o_ground"`
	OWords          string         `db:"o_words"`
	OState          string         `db:"o_state"`
	OAskedAt        types.DateTime `db:"o_asked_at"`
	ODueAt          types.DateTime `db:"o_due_at"`
	OAnswer         string         `db:"o_answer"`
	ODecidedTitle   string         `db:"o_decided_title"`
	ODecidedAt      types.DateTime `db:"o_decided_at"`
}

func askings(app core.App) *dbx.SelectQuery {
	return app.ConcurrentDB().Select("r.*", "COALESCE(o.id, '') AS o_id", "COALESCE(o.ground, '') AS o_ground", "COALESCE(o.words, '') AS o_words",
		"COALESCE(o.state, '') AS o_state", "COALESCE(o.asked_at, '') AS o_asked_at", "COALESCE(o.due_at, '') AS o_due_at",
		"COALESCE(o.answer, '') AS o_answer", "COALESCE(o.decided_title, '') AS o_decided_title", "COALESCE(o.decided_at, '') AS o_decided_at").
		From("information_requests r").LeftJoin("objections o", dbx.NewExp("o.request = r.id"))
}

// masked is the row as lists show it, and all that an auditor reads.
func (r askingRow) masked() askingRow {
	r.Name, r.Phone, r.Email, r.Address = mask.Name(r.Name), MaskEnd(r.Phone), mask.Mail(r.Email), ""
	r.Code = "" // with four digits of the phone it opens the answer
	return r
}

// mayDo is what a member of staff may do with requests and objections.
type mayDo struct{ answer, decide bool }

func mayDoOf(app core.App, auth *core.Record) mayDo {
	return mayDo{
		answer: delegation.MustHold(app, auth, errNotEditor, speakers...) == nil,
		decide: delegation.MustHold(app, auth, errNotHead, heads...) == nil,
	}
}

// desk is the row as the desk reads it.
func (r askingRow) desk(may mayDo) map[string]any {
	now := time.Now()
	answer := map[string]any{
		"id": r.ID, "code": showCode(r.Code), "year": r.Year, "number": r.Number, "asked_by": r.AskedBy,
		"name": r.Name, "phone": r.Phone, "email": r.Email, "address": r.Address,
		"information": r.Information, "purpose": r.Purpose, "wanted_as": r.WantedAs, "state": r.State,
		"asked_at": r.AskedAt, "due_at": r.DueAt, "overdue": r.State == Open && now.After(r.DueAt.Time()),
		"extended_at": r.ExtendedAt, "extension_reason": r.ExtensionReason, "ground": r.Ground, "answer": r.Answer,
		"answer_link": r.AnswerLink, "has_file": r.AnswerFile != "",
		"decided_name": r.DecidedName, "decided_title": r.DecidedTitle, "decided_at": r.DecidedAt,
		"decide": may.answer && r.State == Open, "extend": may.answer && r.State == Open && r.ExtendedAt.IsZero() && now.Before(r.DueAt.Time()),
		"objection": nil,
	}
	if r.OID != "" {
		answer["objection"] = map[string]any{
			"id": r.OID, "ground": r.OGround, "words": r.OWords, "state": r.OState, "asked_at": r.OAskedAt, "due_at": r.ODueAt,
			"overdue": r.OState == Open && now.After(r.ODueAt.Time()), "answer": r.OAnswer,
			"decided_title": r.ODecidedTitle, "decided_at": r.ODecidedAt, "decide": may.decide && r.OState == Open,
		}
	}
	return answer
}

func registerNumber(r askingRow) string { return strconv.Itoa(r.Number) + "/" + strconv.Itoa(r.Year) }
