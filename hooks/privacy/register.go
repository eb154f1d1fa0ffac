// Package privacy is what residents may ask of the office about their own data
// (UU 27/2022): consent, correction, questions, a copy of everything; and how
// long the office keeps what it has.
package privacy

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
)

// Register binds the slice to an app.
func Register(app core.App) {
	app.OnRecordCreateRequest("consents").BindFunc(whoConsents)
	app.OnRecordCreate("consents").BindFunc(keepExactWords)
	app.OnRecordCreateRequest("retention_runs", "retention_removals").BindFunc(refuseHandmade)
	app.OnRecordUpdate("consents", "retention_runs", "retention_removals").BindFunc(refuse)
	app.OnRecordDelete("consents", "corrections", "data_questions", "retention_runs", "retention_removals").BindFunc(refuse)

	app.OnRecordCreateRequest("corrections").BindFunc(whoAsksCorrection)
	app.OnRecordCreate("corrections").BindFunc(takeCorrection)
	app.OnRecordUpdateRequest("corrections").BindFunc(whoDecidesCorrection)
	// Around the hook of the register, which applies what was accepted.
	app.OnRecordUpdate("corrections").Bind(&hook.Handler[*core.RecordEvent]{Func: decideCorrection, Priority: -1})

	app.OnRecordCreateRequest("data_questions").BindFunc(whoQuestions)
	app.OnRecordUpdateRequest("data_questions").BindFunc(whoAnswers)
	app.OnRecordUpdate("data_questions").BindFunc(answerQuestion)

	notices(app)
	app.OnRecordCreate("gateways").BindFunc(noteSMS)
	app.OnRecordUpdate("gateways").BindFunc(noteSMS)
	app.OnRecordCreate("office").BindFunc(beginWithUsualSchedule)
	app.OnRecordValidate("office").BindFunc(keepScheduleSound)
	app.Cron().MustAdd("retention", "17 18 * * *", func() { runInTheNight(app) }) // UTC: the night in Indonesia

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		own := apis.RequireAuth("accounts")
		e.Router.GET("/api/me/consents", myConsents).Bind(own)
		e.Router.GET("/api/me/correctable", correctable).Bind(own)
		e.Router.GET("/api/me/export", export).Bind(own)
		staff := apis.RequireAuth("officers", core.CollectionNameSuperusers)
		e.Router.GET("/api/privacy/open", openCases).Bind(staff)
		e.Router.GET("/api/privacy/consents", consentsAtCounter).Bind(apis.RequireAuth("officers"))
		admin := apis.RequireSuperuserAuth()
		e.Router.GET("/api/privacy/retention", retentionState).Bind(admin)
		e.Router.POST("/api/privacy/retention/dry-run", dryRun).Bind(admin)
		return e.Next()
	})
}
