package satisfaction

import (
	"database/sql"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var (
	errPlanner = fault.New(fault.Forbidden, "satisfaction.planner",
		"Rencana tindak lanjut ditulis oleh sekretaris atau pimpinan kantor.",
		"The follow-up plan is written by the secretary or the head of the office.")
	errPlanText = fault.New(fault.Invalid, "satisfaction.plan_text",
		"Tulis rencana tindak lanjut, paling panjang 6.000 huruf.",
		"Write the follow-up plan, in at most 6,000 letters.")
)

// Desk is what staff see beside the published results.
type Desk struct {
	Batches []Batch `json:"batches"`
	Waiting int     `json:"waiting"`  // comments that are too few to be read yet
	Forms   int     `json:"forms"`    // all ratings of closed months
	Full    int     `json:"full"`     // those that count for the index
	MayPlan bool    `json:"may_plan"` // write the follow-up plan
	MayRate bool    `json:"may_rate"` // enter a rating at the counter
}

// desk answers GET /api/satisfaction/desk with a [Desk].
func desk(e *core.RequestEvent) error {
	last := dbx.Params{"last": lastClosed(e.App)}
	var comments []Comment
	err := e.App.ConcurrentDB().NewQuery(`SELECT month, comment, overall FROM ratings WHERE comment != '' AND month <= {:last} ORDER BY month`).Bind(last).All(&comments)
	if err != nil {
		return err
	}
	answer := Desk{MayPlan: mayPlan(e.App, e.Auth) == nil, MayRate: slices.Contains(clerks, e.Auth.GetString("role"))}
	answer.Batches, answer.Waiting = Batches(comments)
	err = e.App.ConcurrentDB().NewQuery(`SELECT count(*), COALESCE(sum(full), 0) FROM ratings WHERE month <= {:last}`).Bind(last).Row(&answer.Forms, &answer.Full)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, answer)
}

// writePlan answers PUT /api/satisfaction/plans/{period} {text} with 204.
func writePlan(e *core.RequestEvent) error {
	if err := mayPlan(e.App, e.Auth); err != nil {
		return err
	}
	period, ok := ParsePeriod(e.Request.PathValue("period"))
	if !ok {
		return errPeriod
	}
	var body struct{ Text string }
	if err := e.BindBody(&body); err != nil {
		return err
	}
	text := strings.TrimSpace(body.Text)
	if text == "" || len([]rune(text)) > 6000 {
		return errPlanText.At("text", errPlanText)
	}
	err := e.App.RunInTransaction(func(tx core.App) error {
		plan, err := tx.FindFirstRecordByData("satisfaction_plans", "period", period.Key)
		if errors.Is(err, sql.ErrNoRows) {
			var collection *core.Collection
			if collection, err = tx.FindCachedCollectionByNameOrId("satisfaction_plans"); err == nil {
				plan = core.NewRecord(collection)
			}
		}
		if err != nil {
			return err
		}
		plan.Load(map[string]any{"period": period.Key, "text": text, "by_name": e.Auth.GetString("name"), "by_title": e.Auth.GetString("title")})
		return tx.Save(plan)
	})
	if err != nil {
		return err
	}
	return e.NoContent(http.StatusNoContent)
}

var planners = []string{delegation.Secretary, delegation.VillageHead}

func mayPlan(app core.App, auth *core.Record) error {
	return delegation.MustHold(app, auth, errPlanner, planners...)
}
