package privacy

import (
	"net/http"

	"github.com/pocketbase/pocketbase/core"
)

// subject is somebody whose data a resident may ask to have corrected.
type subject struct {
	ID     string            `json:"id"`
	Name   string            `json:"name"`
	Self   bool              `json:"self"`
	Values map[string]string `json:"values"` // as the register has them, by field
}

// correctable answers GET /api/me/correctable: for whom the resident may ask
// and what the register says of them.
func correctable(e *core.RequestEvent) error {
	self, err := e.App.FindRecordById("residents", e.Auth.GetString("resident"))
	if err != nil {
		return errNotYourData.Because(err)
	}
	children, err := childrenOf(e.App, self.Id)
	if err != nil {
		return err
	}
	subjects := []subject{subjectOf(self, true)}
	for _, child := range children {
		subjects = append(subjects, subjectOf(child, false))
	}
	return e.JSON(http.StatusOK, map[string]any{"subjects": subjects, "fields": CorrectableFields, "by_events": ByEvents})
}

func subjectOf(resident *core.Record, self bool) subject {
	values := map[string]string{}
	for _, field := range CorrectableFields {
		values[field.Name] = resident.GetString(field.Name)
	}
	return subject{ID: resident.Id, Name: resident.GetString("name"), Self: self, Values: values}
}
