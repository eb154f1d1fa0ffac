// Package budget is the village's budget (APBDes, Permendagri 20/2018): what is
// planned, what is revised in the year, and what really came in and went out.
//
// Data come as spreadsheets of Siskeudes, the state's bookkeeping for villages,
// which stays the book of record. The data's way: sheet reads rows of cells;
// [Layout] knows which column is where; a reading understands codes and amounts
// ([ReadTable]); [Judge] adds them up and compares; a dry run tells what it found,
// an import writes lines and an entry of the history in one transaction; one kept
// answer serves everybody.
package budget

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
)

// Register binds the slice to an app.
func Register(app core.App) {
	app.OnRecordCreateRequest("budgets", "budget_lines").BindFunc(onlyKeepers)
	app.OnRecordUpdateRequest("budgets", "budget_lines").BindFunc(onlyKeepers)
	app.OnRecordDeleteRequest("budgets", "budget_lines").BindFunc(onlyKeepers)
	app.OnRecordCreateRequest("budget_versions").BindFunc(refuseHandmade)
	app.OnRecordCreate("budget_versions").BindFunc(hold)
	app.OnRecordUpdate("budget_versions").BindFunc(refuseChange)
	app.OnRecordDelete("budget_versions").BindFunc(refuseChange)

	app.OnRecordCreate("budgets").BindFunc(keepYear)
	app.OnRecordUpdate("budgets").BindFunc(keepYear)
	app.OnRecordDelete("budgets").BindFunc(keepHistory)
	app.OnRecordCreate("budget_lines").BindFunc(createLine)
	app.OnRecordUpdate("budget_lines").BindFunc(updateLine)
	app.OnRecordDelete("budget_lines").BindFunc(deleteLine)

	open.Bind(app)
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		bindOpen(e)
		staff := apis.RequireAuth("officers", core.CollectionNameSuperusers)
		e.Router.GET("/api/budget", desk).Bind(staff)
		e.Router.GET("/api/budget/{year}", deskYear).Bind(staff)
		e.Router.GET("/api/budget/{year}/export", deskExport).Bind(staff)
		e.Router.POST("/api/budget/check", keeperRoute(checkFile)).Bind(staff)
		e.Router.POST("/api/budget/import", keeperRoute(importFile)).Bind(staff)
		e.Router.POST("/api/budget/{year}/withdraw", keeperRoute(withdrawLast)).Bind(staff)
		e.Router.POST("/api/budget/{year}/lines", keeperRoute(correctLines)).Bind(staff)
		return e.Next()
	})
}
