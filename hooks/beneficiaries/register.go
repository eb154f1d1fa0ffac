// Package beneficiaries keeps who gets what out of a program, and when it was
// paid: a person, a household or a group; lists of the state (BLT, PKH) come as
// spreadsheets. What follows from the register, a death or a move, happens here
// in the transaction of the register.
package beneficiaries

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// Register binds the slice to an app. It comes after residents and life events:
// it follows what they save.
func Register(app core.App) {
	app.OnRecordCreateRequest("beneficiaries").BindFunc(byHand)
	app.OnRecordUpdateRequest("beneficiaries").BindFunc(byHand)
	app.OnRecordCreateRequest("benefit_payments").BindFunc(payByHand)
	app.OnRecordUpdateRequest("benefit_payments").BindFunc(payByHand)
	app.OnRecordCreate("beneficiaries").BindFunc(keep)
	app.OnRecordUpdate("beneficiaries").BindFunc(keep)
	app.OnRecordDelete("beneficiaries").BindFunc(keepPaid)
	app.OnRecordCreate("benefit_payments").BindFunc(keepPayment)
	app.OnRecordUpdate("benefit_payments").BindFunc(cancelPayment)
	app.OnRecordDelete("benefit_payments").BindFunc(refusePaymentDelete)

	app.OnRecordUpdate("residents").BindFunc(followResident)
	app.OnRecordUpdate("households").BindFunc(followHousehold)
	app.OnRecordCreate("life_events").BindFunc(followEvent)

	open.Bind(app)
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		staff := apis.RequireAuth("officers", core.CollectionNameSuperusers)
		e.Router.GET("/api/open/benefits/{program}", openProgram).Bind(web.Open())
		e.Router.GET("/api/benefits/mine", mine).Bind(apis.RequireAuth("accounts"))
		e.Router.GET("/api/benefits/programs", programs).Bind(staff)
		e.Router.GET("/api/benefits/programs/{program}", listed).Bind(staff)
		e.Router.POST("/api/benefits/programs/{program}/pay", keeperRoute(payMany)).Bind(staff)
		e.Router.POST("/api/benefits/programs/{program}/check", keeperRoute(checkFile)).Bind(staff)
		e.Router.POST("/api/benefits/programs/{program}/import", keeperRoute(importFile)).Bind(staff)
		e.Router.POST("/api/benefits/programs/{program}/refused", keeperRoute(refusedRows)).Bind(staff)
		e.Router.GET("/api/benefits/programs/{program}/imports", keeperRoute(importsOf)).Bind(staff)
		e.Router.POST("/api/benefits/imports/{id}/undo", keeperRoute(undoImport)).Bind(staff)
		e.Router.GET("/api/benefits/programs/{program}/export", keeperRoute(export)).Bind(staff)
		e.Router.GET("/api/benefits/residents/{id}", ofResident).Bind(staff)
		e.Router.GET("/api/benefits/doubles", keeperRoute(doubles)).Bind(staff)
		e.Router.GET("/api/benefits/one/{id}", one).Bind(staff)
		return e.Next()
	})
}
