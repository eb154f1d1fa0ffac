// Package news is what the office tells everybody: posts and the agenda, public
// information on its four shelves, important numbers, the village's businesses;
// and what people ask it for by law (UU 14/2008).
package news

import (
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// Register binds the slice to an app.
func Register(app core.App) {
	app.OnRecordCreateRequest("posts").BindFunc(whoWrites)
	app.OnRecordUpdateRequest("posts").BindFunc(whoWrites)
	app.OnRecordDeleteRequest("posts").BindFunc(whoDeletes)
	app.OnRecordCreate("posts").BindFunc(keepPostSound)
	app.OnRecordUpdate("posts").BindFunc(keepPostSound)
	app.OnRecordDelete("posts").BindFunc(keepPublished)
	app.Cron().MustAdd("scheduled-posts", "* * * * *", func() { tellScheduled(app) })

	app.OnRecordEnrich("posts", "publications", "businesses").BindFunc(hideInner)
	for _, collection := range []string{"publications", "contacts"} {
		app.OnRecordCreateRequest(collection).BindFunc(whoPublishes)
	}
	app.OnRecordCreateRequest("businesses").BindFunc(whoAddsBusiness)
	app.OnRecordUpdateRequest("publications", "contacts", "businesses").BindFunc(whoPublishes)
	app.OnRecordDeleteRequest("publications", "contacts", "businesses").BindFunc(whoPublishes)
	for collection, sound := range map[string]func(*core.RecordEvent) error{
		"publications": keepPublicationSound, "contacts": keepContactSound, "businesses": keepBusinessSound} {
		app.OnRecordCreate(collection).BindFunc(sound)
		app.OnRecordUpdate(collection).BindFunc(sound)
	}

	app.OnRecordCreateRequest("information_requests").BindFunc(whoAsks)
	app.OnRecordCreate("information_requests").BindFunc(takeAsking)
	app.OnRecordUpdateRequest("information_requests").BindFunc(whoDecides)
	app.OnRecordUpdate("information_requests").BindFunc(decideAsking)
	app.OnRecordCreateRequest("objections").BindFunc(whoObjects)
	app.OnRecordCreate("objections").BindFunc(takeObjection)
	app.OnRecordUpdateRequest("objections").BindFunc(whoAnswersObjection)
	app.OnRecordUpdate("objections").BindFunc(answerObjection)
	app.OnRecordDelete("information_requests", "objections").BindFunc(refuseDelete)

	for _, answer := range []web.OpenAnswer{openPosts, openPublications, openContacts, openBusinesses} {
		answer.Bind(app)
	}
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		bindOpen(e)
		bindAsking(e)
		return e.Next()
	})
}

func bindOpen(e *core.ServeEvent) {
	for path, answer := range map[string]func(*core.RequestEvent) error{
		"home": openHome, "news": openNews, "news.atom": openFeed, "news/{slug}": openPost,
		"agenda": openAgenda, "agenda.ics": openCalendar, "agenda/{file}": openEvent,
		"publications": listPublications, "contacts": listContacts, "businesses": listBusinesses,
	} {
		e.Router.GET(web.OpenPath+path, answer).Bind(web.Open())
	}
}

func bindAsking(e *core.ServeEvent) {
	small := apis.BodyLimit(web.SmallBody)
	e.Router.POST("/api/information/status", status).Bind(small)
	e.Router.POST("/api/information/answer", answerFile).Bind(small)
	e.Router.POST("/api/information/object", object).Bind(apis.BodyLimit(4 * web.SmallBody))
	own := apis.RequireAuth("accounts")
	e.Router.GET("/api/information/mine", mine).Bind(own)
	e.Router.GET("/api/information/mine/{id}/answer", myAnswerFile).Bind(own)
	staff := apis.RequireAuth("officers", core.CollectionNameSuperusers)
	e.Router.GET("/api/news/desk", deskPosts).Bind(staff)
	e.Router.GET("/api/news/desk/{id}", deskOne).Bind(staff)
	e.Router.POST("/api/news/preview", preview).Bind(staff)
	e.Router.GET("/api/news/directory", deskDirectory).Bind(staff)
	e.Router.GET("/api/news/publications", deskPublications).Bind(staff)
	e.Router.GET("/api/information/requests", deskAskings).Bind(staff)
	e.Router.GET("/api/information/requests/{id}", deskAskingOne).Bind(staff)
	e.Router.GET("/api/information/requests/{id}/answer", deskAnswerFile).Bind(staff)
	e.Router.GET("/api/information/register", register).Bind(staff)
	e.Router.GET("/api/information/register.csv", registerCSV).Bind(staff)
}
