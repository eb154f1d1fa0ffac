package apptest

import (
	"strings"

	"mdesa/hooks/audit"
)

// Noted are the entries of the trail from the nth on, as "who what purpose
// whose", and the request if there is one.
func (app *App) Noted(from int) []string {
	app.t.Helper()
	if err := audit.Flush(app); err != nil {
		app.t.Fatal(err)
	}
	entries, err := app.FindRecordsByFilter("audit", "seq > {:from}", "seq", 0, 0, map[string]any{"from": from})
	if err != nil {
		app.t.Fatal(err)
	}
	var lines []string
	for _, e := range entries {
		line := strings.Join([]string{e.GetString("actor"), e.GetString("what"), e.GetString("purpose"), e.GetString("resident")}, " ")
		if e.GetString("request") != "" {
			line += " " + e.GetString("request")
		}
		lines = append(lines, line)
	}
	return lines
}
