package services

import (
	"maps"

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
	return seedsIn("seed/reports", func(_ string, own, common map[string]any) (map[string]any, error) {
		whole := maps.Clone(common)
		maps.Copy(whole, own)
		whole["standard"] = standardOf(common, own)
		return whole, nil
	})
}
