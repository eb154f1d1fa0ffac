// Package satisfaction asks residents how they were served (SKM, PermenPANRB
// 14/2017) and shows whether the office keeps its promises.
//
// A rating is kept without who gave it. What is published is made of blocks of at
// least five answers, see [Blocks]; the running month is never told. The promise
// board counts requests only, see [Measure], and none that hooks/statistics hide,
// see [ToldMonth].
package satisfaction

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// Register binds the slice to an app.
func Register(app core.App) {
	app.OnRecordUpdate("requests").BindFunc(invite)
	app.OnRecordCreate("ratings").BindFunc(onlySound)
	app.OnRecordUpdate("ratings").BindFunc(refuse)
	app.OnRecordDelete("ratings").BindFunc(refuse)

	app.OnRecordAfterCreateSuccess("office", "holidays", "statistics").BindFunc(forgetMonths)
	app.OnRecordAfterUpdateSuccess("office", "holidays", "statistics").BindFunc(forgetMonths)
	app.OnRecordAfterDeleteSuccess("office", "holidays", "statistics").BindFunc(forgetMonths)
	openResults.Bind(app)
	openBoard.Bind(app)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		e.Router.GET("/api/open/satisfaction", openSatisfaction).Bind(web.Open())
		e.Router.GET("/api/open/satisfaction/csv", openSatisfactionCSV).Bind(web.Open())
		e.Router.GET("/api/open/satisfaction/json", openSatisfactionJSON).Bind(web.Open())
		e.Router.GET("/api/open/promises", openPromises).Bind(web.Open())
		e.Router.GET("/api/open/promises/csv", openPromisesCSV).Bind(web.Open())

		routes := e.Router.Group("/api/satisfaction")
		people := apis.RequireAuth("accounts", "officers")
		routes.GET("/requests/{id}", form).Bind(people)
		routes.POST("/requests/{id}", rate).Bind(people, apis.BodyLimit(4*web.SmallBody))
		routes.POST("/counter", counterForm).Bind(apis.RequireAuth("officers"), apis.BodyLimit(web.SmallBody))
		staff := apis.RequireAuth("officers", core.CollectionNameSuperusers)
		routes.GET("/desk", desk).Bind(staff)
		routes.PUT("/plans/{period}", writePlan).Bind(staff, apis.BodyLimit(16*web.SmallBody))
		return e.Next()
	})
}
