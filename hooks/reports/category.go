package reports

import (
	"cmp"
	"encoding/json"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// categoryOf is the definition that a report was filed under. It never changes,
// so it is read once.
func categoryOf(app core.App, request *core.Record) (*definition.Definition, error) {
	id := request.GetString("definition")
	if kept, ok := app.Store().Get("reports.definition." + id).(*definition.Definition); ok {
		return kept, nil
	}
	var body string
	if err := app.DB().Select("body").From("definitions").Where(dbx.HashExp{"id": id}).Row(&body); err != nil {
		return nil, err
	}
	def, err := definition.Thaw([]byte(body))
	if err != nil {
		return nil, err
	}
	app.Store().Set("reports.definition."+id, def)
	return def, nil
}

// told is what a reporter answered, as far as this slice goes.
type told struct {
	Identity string
	Place    definition.Place
	Day      string // "2026-11-23", "" unknown
	Hour     string // "09:30"
}

func toldIn(request *core.Record) told {
	answers := map[string]any{}
	if err := json.Unmarshal([]byte(request.GetString("answers")), &answers); err != nil {
		answers = map[string]any{} // emptied when its time was over
	}
	text := func(key string) string { text, _ := answers[key].(string); return text }
	place, _ := definition.PlaceOf(answers[definition.FieldPlace])
	return told{
		Identity: cmp.Or(text(definition.FieldIdentity), definition.IdentityHidden),
		Place:    place, Day: text(definition.FieldDay), Hour: text(definition.FieldHour),
	}
}

// unitOf is the section that handles a category: the first that its steps name.
func unitOf(def *definition.Definition) string {
	for _, step := range def.Steps {
		if step.Unit != "" {
			return step.Unit
		}
	}
	return ""
}
