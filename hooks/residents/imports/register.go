// Package imports brings files of residents into the register and writes the
// register out again.
//
// The data's way: sheet reads rows of cells; [Layout] knows which column is
// where; [Reader] understands each cell by itself; [Judge] compares a row with
// the register and the rows before; a dry run writes down what it finds, an
// import writes people, all in one transaction.
package imports

import (
	"context"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
)

// Register binds imports to an app.
func Register(app core.App) {
	app.OnRecordCreateRequest("imports").BindFunc(func(e *core.RecordRequestEvent) error { return receive(app, e) })
	app.OnRecordUpdateRequest("imports").BindFunc(refuseByHand)
	app.OnRecordCreateRequest("import_changes").BindFunc(refuseByHand)
	app.OnRecordUpdate("import_changes").BindFunc(keepChange)
	app.OnRecordDelete("import_changes").BindFunc(keepChange)
	app.OnRecordDelete("imports").BindFunc(mayGo)
	app.OnTerminate().BindFunc(finish)
	app.Cron().MustAdd("imports", "20 3 * * *", func() { forget(app) })

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		if err := recoverBatches(e.App); err != nil {
			return err
		}
		admin := apis.RequireSuperuserAuth()
		e.Router.POST("/api/imports/{id}/check", checkAgain).Bind(admin)
		e.Router.POST("/api/imports/{id}/commit", commitBatch).Bind(admin)
		e.Router.POST("/api/imports/{id}/undo", undoBatch).Bind(admin)
		e.Router.GET("/api/imports/{id}/progress", progressOf).Bind(admin)
		e.Router.GET("/api/residents/export", download).Bind(admin)
		return e.Next()
	})
}

func checkIn(lang string) work {
	return func(ctx context.Context, app core.App, batch *core.Record, told progress) error {
		return check(ctx, app, batch, lang, told)
	}
}

func commitIn(lang string) work {
	return func(ctx context.Context, app core.App, batch *core.Record, told progress) error {
		return commit(ctx, app, batch, lang, told)
	}
}
