package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// Files of residents that were read, and what each changed of people who were
// on record already, so that it can be taken back.
func init() {
	m.Register(func(app core.App) error {
		if err := imports(app); err != nil {
			return err
		}
		return importChanges(app)
	}, drop("import_changes", "imports"))
}

const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

func imports(app core.App) error {
	imports := core.NewBaseCollection("imports")
	imports.Fields.Add(
		&core.FileField{Name: "file", MaxSelect: 1, MaxSize: 50 << 20, Protected: true},
		text("name", 200), // of the file, which goes once it was imported
		choice("format", "opensid", "named", "siak"),
		choice("state", "uploaded", "checking", "checked", "importing", "done", "undoing", "undone", "failed"),
		flag("create_hamlets"),       // those that the file names and the office does not have
		to(app, "hamlet", "hamlets"), // of rows that name none
		number("rows"), number("good"), number("refused"), number("warned"),
		number("created_count"), number("updated_count"), number("unchanged_count"),
		number("progress"), // percent
		choice("choice", "all", "good"),
		&core.FileField{Name: "refused_file", MaxSelect: 1, MaxSize: 100 << 20, Protected: true, MimeTypes: []string{spreadsheet}},
		structured("report", 2_000_000),
		structured("error", 10_000), // what ended it, in both languages
		text("by", 15), text("by_name", 150),
		date("started"), date("finished"),
	)
	stamped(imports)
	imports.AddIndex("idx_imports_created", false, "created", "")
	return app.Save(imports)
}

func importChanges(app core.App) error {
	changes := core.NewBaseCollection("import_changes")
	changes.Fields.Add(
		needed("import", 15), needed("resident", 15),
		structured("changes", 50_000), // field: [before, after]
		created(),
	)
	changes.AddIndex("idx_import_changes", true, "`import`, resident", "")
	return app.Save(changes)
}
