// Package office is who we are and when we work: the one office record with its
// names, titles and hours, its hamlets and holidays, and the working-time clock
// that promises are counted with.
package office

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
)

// Register binds the slice to an app.
func Register(app core.App) {
	app.OnRecordCreate("office").BindFunc(foundOnlyOnce)
	app.OnRecordUpdate("office").BindFunc(completeOnUpdate)
	app.OnRecordValidate("office").BindFunc(refuseUnsound)
	app.OnRecordDelete("office").BindFunc(refuseDelete)
	app.OnRecordValidate("holidays").BindFunc(refuseImpossibleDay)

	app.OnRecordValidate("hamlets").BindFunc(refuseAreaRing)
	app.OnRecordDelete("hamlets").BindFunc(dropLocalHolidays)
	app.OnRecordUpdate("office").BindFunc(unitsFollowKind)
	app.OnRecordDelete("units").BindFunc(keepUsedUnit)

	app.OnRecordCreateExecute("office", "holidays").BindFunc(forgetWhileWriting)
	app.OnRecordUpdateExecute("office", "holidays").BindFunc(forgetWhileWriting)
	app.OnRecordDeleteExecute("office", "holidays").BindFunc(forgetWhileWriting)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		if err := Found(e.App); err != nil {
			return err
		}
		e.Router.GET("/api/office/now", now)
		e.Router.POST("/api/office/holidays/propose", propose).Bind(apis.RequireSuperuserAuth())
		return e.Next()
	})
}
