package services

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// reportFiles hold the categories of reports of a new office; what all share
// stands in common.json. Questions, photos and words about identity are added
// when they are saved, see completeReport.
//
//go:embed seed/reports/*.json
var reportFiles embed.FS

const reportsSeeded = "mdesa_reports_seeded"

// SeedReports gives an office its categories of reports, once: also one that had
// services before there were any.
func SeedReports(app core.App) error {
	if done, err := wasSeeded(app, reportsSeeded); done || err != nil {
		return err
	}
	return app.RunInTransaction(func(tx core.App) error {
		existing, err := tx.CountRecords("services", dbx.HashExp{"kind": definition.Report})
		if err != nil {
			return err
		}
		if existing == 0 {
			if err := insertReports(tx); err != nil {
				return err
			}
		}
		return rememberSeed(tx, reportsSeeded)
	})
}

func insertReports(app core.App) error {
	categories, err := seedReports()
	if err != nil {
		return err
	}
	return insertServices(app, categories)
}

// seedReports are the categories, by the fields of a record.
func seedReports() ([]map[string]any, error) {
	names, err := fs.Glob(reportFiles, "seed/reports/*.json")
	if err != nil {
		return nil, err
	}
	common, err := readReport("seed/reports/common.json")
	if err != nil {
		return nil, err
	}
	var categories []map[string]any
	for _, name := range names {
		if path.Base(name) == "common.json" {
			continue
		}
		own, err := readReport(name)
		if err != nil {
			return nil, err
		}
		whole := maps.Clone(common)
		maps.Copy(whole, own)
		whole["standard"] = standardOf(common, own)
		categories = append(categories, whole)
	}
	return categories, nil
}

func readReport(name string) (fields map[string]any, err error) {
	data, err := reportFiles.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(data, &fields)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return fields, nil
}
