// Package programs leads from what a hamlet asks for to what is built of it, and
// back: proposals (usulan) with their supports, the programs that come of them,
// their budget lines, and milestones with photos. Programs and budget lines know
// each other by the line's id; who receives aid out of a program is another
// slice's.
package programs

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
)

// Register binds the slice to an app.
func Register(app core.App) {
	app.OnRecordCreateRequest("proposals").BindFunc(whoProposes)
	app.OnRecordUpdateRequest("proposals").BindFunc(whoChanges)
	app.OnRecordDeleteRequest("proposals").BindFunc(neverRemoved)
	app.OnFileDownloadRequest("proposals").BindFunc(onlyStaffReadMinutes)
	app.OnRecordCreate("proposals").BindFunc(createProposal)
	app.OnRecordUpdate("proposals").BindFunc(updateProposal)

	app.OnRecordCreateRequest("proposal_supports").BindFunc(whoSupports)
	app.OnRecordDeleteRequest("proposal_supports").BindFunc(whoTakesBack)
	app.OnRecordCreate("proposal_supports").BindFunc(support)
	app.OnRecordUpdate("proposal_supports").BindFunc(neverChanged)
	app.OnRecordDelete("proposal_supports").BindFunc(unsupport)

	app.OnRecordCreateRequest("programs").BindFunc(onlyKeepers)
	app.OnRecordCreateRequest("milestones").BindFunc(whoRecords)
	app.OnRecordUpdateRequest("programs").BindFunc(onlyKeepers)
	app.OnRecordUpdateRequest("milestones").BindFunc(onlyKeepers)
	app.OnRecordDeleteRequest("programs").BindFunc(onlyKeepers)
	app.OnRecordDeleteRequest("milestones").BindFunc(whoRemoves)
	app.OnRecordCreate("programs").BindFunc(createProgram)
	app.OnRecordUpdate("programs").BindFunc(updateProgram)
	app.OnRecordDelete("programs").BindFunc(deleteProgram)
	app.OnRecordCreate("milestones").BindFunc(keepMilestone)
	app.OnRecordUpdate("milestones").BindFunc(keepMilestone)
	app.OnRecordDelete("milestones").BindFunc(deleteMilestone)

	openPrograms.Bind(app)
	openProgram.Bind(app)
	openProposals.Bind(app)
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		bindOpen(e)
		staff := apis.RequireAuth("officers", core.CollectionNameSuperusers)
		e.Router.GET("/api/programs", deskPrograms).Bind(staff)
		e.Router.GET("/api/programs/lines", deskLines).Bind(staff)
		e.Router.GET("/api/programs/{id}", deskProgram).Bind(staff)
		e.Router.GET("/api/proposals", deskProposals).Bind(staff)
		e.Router.GET("/api/proposals/csv", deskProposalsCSV).Bind(staff)
		e.Router.GET("/api/proposals/{id}", deskProposal).Bind(staff)
		residents := apis.RequireAuth("accounts")
		e.Router.GET("/api/programs/mine", myPrograms).Bind(residents)
		e.Router.GET("/api/proposals/mine", myProposals).Bind(residents)
		return e.Next()
	})
}
