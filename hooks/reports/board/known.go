package board

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

func knownMemory(app core.App) *web.Remembered[Known] {
	return web.Memory[Known](app, "reports.known")
}

// bindKnown forgets what filters may name when it changes.
func bindKnown(app core.App) {
	forget := func(e *core.RecordEvent) error { return knownMemory(e.App).WhileWriting(e) }
	names := []string{"services", "hamlets", "office"}
	app.OnRecordCreateExecute(names...).BindFunc(forget)
	app.OnRecordUpdateExecute(names...).BindFunc(forget)
	app.OnRecordDeleteExecute(names...).BindFunc(forget)
}

func knownOf(app core.App) (*Known, error) {
	return knownMemory(app).Get(app, func(app core.App) (*Known, error) {
		clock, err := office.ClockOf(app)
		if err != nil {
			return nil, err
		}
		known := &Known{Location: clock.Location()}
		if err := app.DB().Select("key").From("services").Where(dbx.HashExp{"kind": "report"}).Column(&known.Categories); err != nil {
			return nil, err
		}
		err = app.DB().Select("id").From("hamlets").Column(&known.Hamlets)
		return known, err
	})
}
