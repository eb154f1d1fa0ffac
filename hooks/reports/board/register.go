// Package board shows the village's reports (pengaduan): to everybody as a feed,
// a map, a page each, news feeds and files to download; and to the office as a
// board of what waits. It reads the table `reports`, which holds what may be
// shown, and never a request.
//
// What everybody sees leaves out, in lists as in counts, every report that is not
// public and every one of the identity "handler_only": in a village of a few
// thousand people, that there is one more complaint about an officer this week
// already tells who complained.
package board

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// Register binds the slice to an app.
func Register(app core.App) {
	open.Bind(app)
	openOne.Bind(app)
	openFiles.Bind(app)
	bindKnown(app)
	bindLive(app)
	app.OnFileDownloadRequest("reports").BindFunc(onlyOfShown)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		routes := e.Router.Group(web.OpenPath + "reports")
		routes.Bind(web.Open())
		routes.GET("", openFeed)
		routes.GET("/summary", openSummary)
		routes.GET("/points", openPoints)
		routes.GET("/atom", openAtom)
		routes.GET("/rss", openRSS)
		routes.GET("/csv", openCSV)
		routes.GET("/json", openJSON)
		routes.GET("/{code}", openReport)
		e.Router.GET("/api/reports/board", deskBoard).Bind(apis.RequireAuth("officers"))
		return e.Next()
	})
}
