package reports

import (
	"encoding/json"

	"github.com/pocketbase/pocketbase/core"
)

// effects are the parts of an event's data that this slice reads.
type effects struct {
	Into          string `json:"into"`
	Hamlet        string `json:"hamlet"`
	Outside       string `json:"outside"`
	OutsideNumber string `json:"outside_number"`
}

// apply writes what one event did into the public side.
func apply(app core.App, report, request *core.Record, last entry) error {
	var data effects
	if err := json.Unmarshal([]byte(last.Data), &data); err != nil && last.Data != "" {
		return err
	}
	if isAnswer(last) && report.GetDateTime("first_answered_at").IsZero() {
		report.Set("first_answered_at", last.At)
	}
	if data.Hamlet != "" {
		report.Set("hamlet", data.Hamlet)
	}
	switch last.Action {
	case "forward":
		report.Set("forwarded_to", data.Outside)
		report.Set("forwarded_number", data.OutsideNumber)
	case "resolve":
		report.Set("answered_at", last.At)
	case "reopen":
		report.Set("reopened", true)
		report.Set("answered_at", "")
		report.Set("answer", "") // of what was not enough
	case "resubmit":
		if err := copyTold(app, report, request); err != nil {
			return err
		}
	case "reject":
		if err := end(app, report, last.Reason, data.Into); err != nil {
			return err
		}
	case "cancel", "expire":
		report.Set("public", false)
	}
	if due := request.GetDateTime("due_at"); !due.IsZero() {
		report.Set("due_at", due) // stays while the reporter has the ball
	}
	report.Set("closed_at", request.GetDateTime("closed_at"))
	report.Set("state", StateOf(request.GetString("status"),
		report.GetString("forwarded_to") != "", report.GetString("merged_into") != ""))
	return nil
}

// isAnswer tells whether somebody at the office said something to the reporter.
func isAnswer(last entry) bool {
	switch last.Action {
	case "approve", "resolve", "forward", "return", "reject":
		return last.ActorKind == "officer"
	}
	return false
}

// end of a report that was refused: what others see with their own eyes stays
// to be seen; what was false or no report at all goes.
func end(app core.App, report *core.Record, reason, into string) error {
	switch reason {
	case "duplicate":
		return merge(app, report, into)
	case "not_our_authority":
	default:
		report.Set("public", false)
	}
	return nil
}
