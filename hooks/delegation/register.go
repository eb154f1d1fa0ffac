// Package delegation is who may act for whom: the posts of the office, who holds
// them, and for how long somebody else signs as "Plh." or "a.n.". Rights are
// computed at the moment they are used and stored nowhere, so that an open step
// is back with its holder as soon as a delegation ends.
package delegation

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
)

// Register binds delegations to an app.
func Register(app core.App) {
	app.Store().Set(hearsOfChanges, true)
	remembered := []string{"officers", "delegations", "hamlets", "units"}
	forget := func(e *core.RecordEvent) error { return memory(e.App).WhileWriting(e) }
	app.OnRecordCreateExecute(remembered...).BindFunc(forget)
	app.OnRecordUpdateExecute(remembered...).BindFunc(forget)
	app.OnRecordDeleteExecute(remembered...).BindFunc(forget)

	app.OnRecordCreateRequest("delegations").BindFunc(whoDelegates)
	app.OnRecordUpdateRequest("delegations").BindFunc(whoEnds)
	app.OnRecordCreate("delegations").BindFunc(delegate)
	app.OnRecordUpdate("delegations").BindFunc(end)
	app.OnRecordDelete("delegations").BindFunc(refuseDelete)
	notices(app)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		e.Router.GET("/api/delegations", list).Bind(apis.RequireAuth("officers", core.CollectionNameSuperusers))
		return e.Next()
	})
}
