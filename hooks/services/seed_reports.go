package services

import (
	"io/fs"
	"maps"
	"path"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

const reportsSeeded = "mdesa_reports_seeded"

// SeedReports gives an office its categories of reports, once: also one that had
// services before there were any. Questions, photos and words about identity are
// added when they are saved, see completeReport.
func SeedReports(app core.App) error {
	return seedOnce(app, reportsSeeded, dbx.HashExp{"kind": definition.Report}, seedReports)
}

// seedReports are the categories, by the fields of a record.
func seedReports() ([]map[string]any, error) {
	names, err := fs.Glob(seedFiles, "seed/reports/*.json")
	if err != nil {
		return nil, err
	}
	common, err := readSeed("seed/reports/common.json")
	if err != nil {
		return nil, err
	}
	var categories []map[string]any
	for _, name := range names {
		if path.Base(name) == "common.json" {
			continue
		}
		own, err := readSeed(name)
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
