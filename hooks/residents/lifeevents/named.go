package lifeevents

import (
	"encoding/json"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// named are the residents whom somebody may hear of, by name and state, in the
// answer to an event, refused or not: all whose ids were sent, those of a family
// that was, and of the person's own.
func (s sent) named(app core.App) ([]string, error) {
	ids := texts([]any{s.Resident, s.Household, s.Data}, nil)
	var event struct{ Resident, Household string }
	if s.Reverses != "" {
		err := app.DB().Select("resident", "household").From("life_events").Where(dbx.HashExp{"id": s.Reverses}).One(&event)
		if err == nil {
			ids = append(ids, event.Resident, event.Household)
		}
	}
	asked, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	var people []string
	err = app.DB().NewQuery(`WITH asked AS (SELECT value AS id FROM json_each({:asked}))
		SELECT id FROM residents WHERE id IN (SELECT id FROM asked)
		UNION SELECT id FROM residents WHERE household != '' AND (household IN (SELECT id FROM asked)
			OR household = (SELECT household FROM residents WHERE id = {:resident}))`).
		Bind(dbx.Params{"asked": string(asked), "resident": s.Resident}).Column(&people)
	return people, err
}

// texts adds all texts within a value of JSON.
func texts(value any, to []string) []string {
	switch v := value.(type) {
	case string:
		return append(to, v)
	case []any:
		for _, one := range v {
			to = texts(one, to)
		}
	case map[string]any:
		for _, one := range v {
			to = texts(one, to)
		}
	}
	return to
}
