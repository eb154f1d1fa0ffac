package services

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// seedFiles hold the letters of a new office: of each its definition as JSON
// and its text as HTML; and its categories of reports. What all of a folder share
// stands in its common.json.
//
//go:embed seed/*.json seed/*.html seed/reports/*.json
var seedFiles embed.FS

// seeded is the row of PocketBase's own parameters that remembers the seed, so
// that services which the admin changed or deleted do not come back.
const seeded = "mdesa_services_seeded"

// Seed gives a new office its letters, once. An office that has services
// already, or ever had the seed, is left as it is.
func Seed(app core.App) error { return seedOnce(app, seeded, nil, seedLetters) }

// seedOnce saves the services of a seed, unless there are any such already.
func seedOnce(app core.App, seed string, such dbx.Expression, read func() ([]map[string]any, error)) error {
	if done, err := wasSeeded(app, seed); done || err != nil {
		return err
	}
	return app.RunInTransaction(func(tx core.App) error {
		existing, err := tx.CountRecords("services", such)
		if err != nil {
			return err
		}
		if existing == 0 {
			services, err := read()
			if err != nil {
				return err
			}
			if err := insertServices(tx, services); err != nil {
				return err
			}
		}
		return rememberSeed(tx, seed)
	})
}

func wasSeeded(app core.App, seed string) (bool, error) {
	var rows int
	err := app.DB().Select("count(*)").From("_params").Where(dbx.HashExp{"id": seed}).Row(&rows)
	return rows > 0, err
}

// rememberSeed writes the row by hand: PocketBase takes every parameter that is
// saved as a model for its settings and reloads them.
func rememberSeed(app core.App, seed string) error {
	now := types.NowDateTime()
	_, err := app.DB().Insert("_params", dbx.Params{
		"id": seed, "value": "true", "created": now, "updated": now,
	}).Execute()
	return err
}

func insertServices(app core.App, services []map[string]any) error {
	collection, err := app.FindCollectionByNameOrId("services")
	if err != nil {
		return err
	}
	for _, service := range services {
		record := core.NewRecord(collection)
		record.Load(service)
		if err := app.Save(record); err != nil {
			return fmt.Errorf("seeding %v: %w", service["key"], err)
		}
	}
	return nil
}

// seedLetters are the services of a new office, by the fields of a record.
func seedLetters() ([]map[string]any, error) {
	return seedsIn("seed", func(file string, own, common map[string]any) (map[string]any, error) {
		text, err := seedFiles.ReadFile(strings.TrimSuffix(file, ".json") + ".html")
		letter := withCommon(own, common)
		letter["template"] = string(text)
		return letter, err
	})
}

// seedsIn reads a folder and makes each of its services from its own fields and
// those that all of the folder share.
func seedsIn(folder string, whole func(file string, own, common map[string]any) (map[string]any, error)) ([]map[string]any, error) {
	files, err := fs.Glob(seedFiles, folder+"/*.json")
	if err != nil {
		return nil, err
	}
	common, err := readSeed(folder + "/common.json")
	if err != nil {
		return nil, err
	}
	var services []map[string]any
	for _, file := range files {
		if path.Base(file) == "common.json" {
			continue
		}
		own, err := readSeed(file)
		if err != nil {
			return nil, err
		}
		service, err := whole(file, own, common)
		if err != nil {
			return nil, err
		}
		services = append(services, service)
	}
	return services, nil
}

func readSeed(name string) (fields map[string]any, err error) {
	data, err := seedFiles.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(data, &fields)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return fields, nil
}

// withCommon completes a letter with what all letters share: a value where it
// has none, requirements before its own unless it asks for the same otherwise,
// and the components of the service standard that it does not word itself.
func withCommon(own, common map[string]any) map[string]any {
	whole := maps.Clone(common)
	maps.Copy(whole, own)

	requirements, _ := own["requirements"].([]any)
	shared, _ := common["requirements"].([]any)
	whole["requirements"] = append(slices.DeleteFunc(slices.Clone(shared), func(r any) bool {
		return slices.ContainsFunc(requirements, func(o any) bool { return keyOf(o) == keyOf(r) })
	}), requirements...)

	whole["standard"] = standardOf(common, own)
	return whole
}

// standardOf are the components of the service standard, a service's own words
// before those that all share.
func standardOf(common, own map[string]any) map[string]any {
	standard := map[string]any{}
	for _, source := range []map[string]any{common, own} {
		components, _ := source["standard"].(map[string]any)
		maps.Copy(standard, components)
	}
	return standard
}

func keyOf(requirement any) any {
	fields, _ := requirement.(map[string]any)
	return fields["key"]
}
