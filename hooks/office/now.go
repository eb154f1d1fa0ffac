package office

import (
	"net/http"
	"time"

	"github.com/pocketbase/pocketbase/core"
)

// opening is what a resident's page says about the office at this moment.
type opening struct {
	Now      string      `json:"now"` // RFC 3339 in the office's zone, like all times here
	Open     bool        `json:"open"`
	Until    *string     `json:"until"`     // when open: the next break or closing
	NextOpen *string     `json:"next_open"` // when closed; null also when it never opens
	Reason   string      `json:"reason"`    // the holiday, "" when it is none
	Today    [][2]string `json:"today"`     // [["07:30","12:00"],…], empty when closed all day
}

func openingAt(clock *Clock, t time.Time) opening {
	answer := opening{
		Now:    t.In(clock.Location()).Format(time.RFC3339),
		Open:   clock.Open(t),
		Reason: clock.Reason(t),
		Today:  clock.Today(t),
	}
	if answer.Open {
		answer.Until = written(clock.Until(t))
	} else {
		answer.NextOpen = written(clock.NextOpen(t))
	}
	return answer
}

func written(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.Format(time.RFC3339)
	return &s
}

// Now is what GET /api/office/now answers at a moment, for answers that hold it.
func Now(app core.App, at time.Time) (any, error) {
	clock, err := ClockOf(app)
	if err != nil {
		return nil, err
	}
	return openingAt(clock, at), nil
}

// now answers GET /api/office/now.
func now(e *core.RequestEvent) error {
	answer, err := Now(e.App, time.Now())
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, answer)
}
