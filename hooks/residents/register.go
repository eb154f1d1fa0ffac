// Package residents is the village's population register: who lives here, in
// which household and hamlet, under which number.
package residents

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
)

// Register binds the slice to an app.
func Register(app core.App) {
	app.OnRecordCreate("residents").BindFunc(keepResidentSound)
	app.OnRecordUpdate("residents").BindFunc(keepResidentSound)
	app.OnRecordCreate("households").BindFunc(keepHouseholdSound)
	app.OnRecordUpdate("households").BindFunc(keepHouseholdSound)
	app.OnRecordUpdate("households").BindFunc(moveFamily)

	app.OnRecordCreate("corrections").BindFunc(applyCorrection)
	app.OnRecordUpdate("corrections").BindFunc(applyCorrection)
	app.OnRecordUpdate("settlements").BindFunc(refuseSettlement)
	app.OnRecordDelete("settlements").BindFunc(refuseSettlement)
	bindReference(app)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		if err := SeedReference(e.App); err != nil {
			return err
		}
		staff := apis.RequireAuth("officers", core.CollectionNameSuperusers)
		e.Router.GET("/api/me/resident", me).Bind(apis.RequireAuth("accounts"))
		e.Router.GET("/api/residents/search", search).Bind(staff)
		e.Router.GET("/api/residents/{id}/card", card).Bind(staff)
		e.Router.POST("/api/residents/{id}/reveal", reveal).Bind(staff)
		e.Router.POST("/api/residents/{id}/correct", correct).Bind(staff)
		e.Router.GET("/api/residents/contradictions", contradictions).Bind(staff)
		e.Router.POST("/api/residents/contradictions/settle", settle).Bind(staff)
		e.Router.GET("/api/residents/reference", reference)
		return e.Next()
	})
}

func bindReference(app core.App) {
	const values = "reference_values"
	app.OnRecordCreate(values).BindFunc(keepReferenceSound)
	app.OnRecordUpdate(values).BindFunc(keepReferenceSound)
	app.OnRecordDelete(values).BindFunc(keepUsedValues)
	remember := func(e *core.RecordEvent) error { return tablesOf(e.App).WhileWriting(e) }
	app.OnRecordCreateExecute(values).BindFunc(remember)
	app.OnRecordUpdateExecute(values).BindFunc(remember)
	app.OnRecordDeleteExecute(values).BindFunc(remember)
}
