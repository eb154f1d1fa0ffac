package services

import (
	"encoding/json"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// completeReport is the model hook that writes into a category of reports what
// every category has, so that an admin adds one with a name and a few words; from
// then on it is theirs to reword. What cannot be read is left to refuseUnsound.
func completeReport(e *core.RecordEvent) error {
	if e.Record.GetString("kind") != definition.Report {
		return e.Next()
	}
	d, problems := definition.FromFields(e.Record.Get)
	if len(problems) > 0 || !d.CompleteReport() {
		return e.Next()
	}
	for field, value := range map[string]any{
		"form": d.Form, "requirements": d.Requirements, "steps": d.Steps, "promise": d.Promise,
	} {
		written, err := json.Marshal(value)
		if err != nil {
			return err
		}
		e.Record.Set(field, json.RawMessage(written))
	}
	return e.Next()
}
