// Package residents is the village's population register: who lives here, in
// which household and hamlet, under which number.
package residents

import (
	"net/http"

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

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		staff := apis.RequireAuth("officers", core.CollectionNameSuperusers)
		e.Router.GET("/api/me/resident", me).Bind(apis.RequireAuth("accounts"))
		e.Router.GET("/api/residents/search", search).Bind(staff)
		e.Router.GET("/api/residents/{id}/card", card).Bind(staff)
		e.Router.GET("/api/residents/reference", reference)
		return e.Next()
	})
}

// reference answers GET /api/residents/reference: public, the same for everyone.
func reference(e *core.RequestEvent) error {
	e.Response.Header().Set("Cache-Control", "public, max-age=3600")
	return e.JSON(http.StatusOK, Reference)
}
