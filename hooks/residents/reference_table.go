package residents

import (
	"encoding/json"
	"net/http"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// tables are all reference tables as they stand in the database.
type tables map[string][]Value

// They are kept in memory: every save of a resident asks for some.
func tablesOf(app core.App) *web.Remembered[tables] { return web.Memory[tables](app, "reference") }

// Table is a reference table as the office has it, in its order. Where the
// program has not been started yet, it is the built-in one.
func Table(app core.App, name string) ([]Value, error) {
	all, err := tablesOf(app).Get(app, loadTables)
	if err != nil {
		return nil, err
	}
	if values := (*all)[name]; len(values) > 0 {
		return values, nil
	}
	return builtIn[name], nil
}

func loadTables(app core.App) (*tables, error) {
	var rows []struct {
		Table   string `db:"table"`
		Code    int    `db:"code"`
		Value   string `db:"value"`
		Label   string `db:"label"`
		LabelEN string `db:"label_en"`
		Aliases string `db:"aliases"`
		Retired bool   `db:"retired"`
	}
	err := app.DB().Select("table", "code", "value", "label", "label_en", "COALESCE(aliases, '') AS aliases", "retired").
		From("reference_values").OrderBy("table", "sort", "value").All(&rows)
	all := tables{}
	for _, row := range rows {
		value := Value{Code: row.Code, Value: row.Value, Label: row.Label, LabelEN: row.LabelEN, Retired: row.Retired}
		_ = json.Unmarshal([]byte(row.Aliases), &value.Aliases) // the collection keeps them a list
		all[row.Table] = append(all[row.Table], value.prepared())
	}
	return &all, err
}

// choice is a value as forms offer it.
type choice struct {
	Code    int    `json:"code"`
	Value   string `json:"value"`
	Label   string `json:"label"`
	LabelEN string `json:"label_en"`
}

// reference answers GET /api/residents/reference: public, the same for everyone.
// Values that are no longer offered are left out.
func reference(e *core.RequestEvent) error {
	offered := map[string][]choice{}
	for _, name := range Tables {
		values, err := Table(e.App, name)
		if err != nil {
			return err
		}
		for _, v := range values {
			if !v.Retired {
				offered[name] = append(offered[name], choice{v.Code, v.Value, v.Label, v.LabelEN})
			}
		}
	}
	e.Response.Header().Set("Cache-Control", "public, max-age=3600")
	return e.JSON(http.StatusOK, offered)
}
