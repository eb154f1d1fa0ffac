// Package reports keeps what all may see of the village's reports (pengaduan).
// A report itself is a request of the engine; this slice follows it into the
// table `reports`, which never holds who filed it, and lets residents say that
// they see the same ("me too").
package reports

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
)

// Register binds the slice to an app, after the engine.
func Register(app core.App) {
	app.OnRecordCreate("requests").BindFunc(begin)
	app.OnRecordUpdate("requests").BindFunc(follow)

	app.OnRecordCreateRequest("reports").BindFunc(onlyFiled)
	app.OnRecordDeleteRequest("reports").BindFunc(refuseRemoval)
	app.OnRecordUpdateRequest("reports").BindFunc(whoModerates)
	app.OnRecordCreate("reports").BindFunc(keepSafe)
	app.OnRecordUpdate("reports").BindFunc(moderate)

	app.OnRecordCreateRequest("report_supports").BindFunc(whoSupports)
	app.OnRecordCreate("report_supports").BindFunc(support)
	app.OnRecordUpdate("report_supports").BindFunc(neverChanged)
	app.OnRecordDelete("report_supports").BindFunc(support)

	app.OnRecordCreate("accounts").BindFunc(handOver)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		e.Router.GET("/api/reports/near", near).Bind(apis.RequireAuth("accounts", "officers"))
		return e.Next()
	})
}
