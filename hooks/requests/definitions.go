package requests

import (
	"encoding/json"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// frozen is a definition together with the row that keeps it.
type frozen struct {
	ID      string
	Def     *definition.Definition
	updated string // of the service when it was read
}

const (
	frozenByID      = "requests.definition."
	frozenByService = "requests.service."
)

// freeze keeps the service as it is now and gives the row that holds it. Equal
// definitions share one row, and the same version of a service is read once, so
// that a filing usually reads two columns here and writes nothing.
func freeze(app core.App, service string) (*frozen, error) {
	var updated string
	err := app.DB().Select("updated").From("services").Where(dbx.HashExp{"id": service}).Row(&updated)
	if err != nil {
		return nil, errAnswers.At("service", errServiceClosed)
	}
	cacheKey := frozenByService + service
	if kept, ok := app.Store().Get(cacheKey).(*frozen); ok && kept.updated == updated {
		return kept, nil
	}
	record, err := app.FindRecordById("services", service)
	if err != nil {
		return nil, err
	}
	def, problems := definition.FromFields(record.Get)
	if len(problems) > 0 {
		return nil, problems[0].Fault
	}
	id, body := def.Freeze()
	if err := keepDefinition(app, id, service, body); err != nil {
		return nil, err
	}
	kept := &frozen{ID: id, Def: def, updated: record.GetString("updated")}
	if !app.IsTransactional() { // a row that may still be rolled back is not to be relied on
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
	if err := app.Save(record); err != nil {
		if _, kept := app.FindRecordById("definitions", id); kept == nil {
			return nil // another filing was faster
		}
		return err
	}
	return nil
}

// definitionOf is the definition a request was filed under. It never changes,
// so it is parsed once; its steps are led around those whom a report is about.
func definitionOf(app core.App, request *core.Record) (*definition.Definition, error) {
	def, err := definitionByID(app, request.GetString("definition"))
	if err != nil {
		return nil, err
	}
	def, _ = ReadConcerned(request.GetString("concerns")).around(def)
	return def, nil
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
