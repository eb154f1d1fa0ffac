// Package migrations builds M-Desa's schema. Each file is named by its effect,
// is literal (it imports no live constants) and never changes once released.
// Collections are born locked: who may do what is set by hooks/access.
package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

func text(name string, max int) *core.TextField {
	return &core.TextField{Name: name, Max: max}
}

func needed(name string, max int) *core.TextField {
	return &core.TextField{Name: name, Max: max, Required: true}
}

func number(name string) *core.NumberField { return &core.NumberField{Name: name, OnlyInt: true} }

func flag(name string) *core.BoolField { return &core.BoolField{Name: name} }

func date(name string) *core.DateField { return &core.DateField{Name: name} }

func structured(name string, maxBytes int64) *core.JSONField {
	return &core.JSONField{Name: name, MaxSize: maxBytes}
}

func choice(name string, values ...string) *core.SelectField {
	return &core.SelectField{Name: name, Values: values, MaxSelect: 1}
}

func neededChoice(name string, values ...string) *core.SelectField {
	return &core.SelectField{Name: name, Values: values, MaxSelect: 1, Required: true}
}

// to is an optional relation to one record of a collection.
func to(app core.App, name, collection string) *core.RelationField {
	target, err := app.FindCollectionByNameOrId(collection)
	if err != nil {
		panic(err) // a migration that names an unknown collection cannot be right
	}
	return &core.RelationField{Name: name, CollectionId: target.Id, MaxSelect: 1}
}

func neededTo(app core.App, name, collection string) *core.RelationField {
	field := to(app, name, collection)
	field.Required = true
	return field
}

func toMany(app core.App, name, collection string, max int) *core.RelationField {
	field := to(app, name, collection)
	field.MaxSelect = max
	return field
}

// hidden fields never leave the server through the API.
func hidden[F core.Field](field F) F {
	field.SetHidden(true)
	return field
}

func created() *core.AutodateField { return &core.AutodateField{Name: "created", OnCreate: true} }

func updated() *core.AutodateField {
	return &core.AutodateField{Name: "updated", OnCreate: true, OnUpdate: true}
}

// stamped adds the two automatic dates.
func stamped(collection *core.Collection) {
	collection.Fields.Add(created(), updated())
}

// keepForGood marks a collection and its fields as part of the system, so that
// the admin UI can neither drop the collection nor one of its columns.
func keepForGood(collection *core.Collection) {
	collection.System = true
	for _, field := range collection.Fields {
		field.SetSystem(true)
	}
}

func drop(names ...string) func(core.App) error {
	return func(app core.App) error {
		for _, name := range names {
			collection, err := app.FindCollectionByNameOrId(name)
			if err != nil {
				return err
			}
			collection.System = false
			if err := app.Delete(collection); err != nil {
				return err
			}
		}
		return nil
	}
}

func rule(expression string) *string { return types.Pointer(expression) }
