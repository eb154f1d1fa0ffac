package requests

import (
	"encoding/json"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// frozen is a definition together with the row that keeps it.
type frozen struct {
	ID  string
	Def *definition.Definition
}

const (
	frozenByID      = "requests.definition."
	frozenByService = "requests.service."
)

// freeze keeps the service as it is now and gives the row that holds it. Equal
// definitions share one row, so a filing usually writes none.
func freeze(app core.App, service *core.Record) (*frozen, error) {
	cacheKey := frozenByService + service.Id + service.GetString("updated")
	if kept, ok := app.Store().Get(cacheKey).(*frozen); ok {
		return kept, nil
	}
	def, problems := definition.FromFields(service.Get)
	if len(problems) > 0 {
		return nil, problems[0].Fault
	}
	id, body := def.Freeze()
	if err := keepDefinition(app, id, service.Id, body); err != nil {
		return nil, err
	}
	kept := &frozen{ID: id, Def: def}
	if !app.IsTransactional() {
		app.Store().Set(cacheKey, kept)
	}
	return kept, nil
}

func keepDefinition(app core.App, id, service string, body []byte) error {
	if _, err := app.FindRecordById("definitions", id); err == nil {
		return nil
	}
	collection, err := app.FindCachedCollectionByNameOrId("definitions")
	if err != nil {
		return err
	}
	record := core.NewRecord(collection)
	record.Id = id
	record.Set("service", service)
	record.Set("body", json.RawMessage(body))
	return app.Save(record)
}

// definitionOf is the definition a request was filed under. It never changes,
// so it is parsed once.
func definitionOf(app core.App, request *core.Record) (*definition.Definition, error) {
	return definitionByID(app, request.GetString("definition"))
}

func definitionByID(app core.App, id string) (*definition.Definition, error) {
	if kept, ok := app.Store().Get(frozenByID + id).(*definition.Definition); ok {
		return kept, nil
	}
	var body string
	err := app.DB().Select("body").From("definitions").Where(dbx.HashExp{"id": id}).Row(&body)
	if err != nil {
		return nil, err
	}
	def, err := definition.Thaw([]byte(body))
	if err != nil {
		return nil, err
	}
	app.Store().Set(frozenByID+id, def)
	return def, nil
}
