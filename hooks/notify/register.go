package notify

import (
	"database/sql"
	"errors"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// Register binds notices to an app.
func Register(app core.App) {
	app.OnRecordUpdate("notices", "notice_deliveries", "push_subscriptions", "gateway_messages").BindFunc(refuse)
	app.OnRecordCreateExecute("consents").BindFunc(stopWithdrawn)
	app.OnRecordCreate("gateways").BindFunc(keepGatewaySound)
	app.OnRecordUpdate("gateways").BindFunc(keepGatewaySound)
	for _, forget := range []struct {
		collections []string
		hook        func(*core.RecordEvent) error
	}{
		{[]string{"gateways"}, forgetGateways},
		{[]string{"holidays", "office"}, forgetCalendar},
	} {
		app.OnRecordCreateExecute(forget.collections...).BindFunc(forget.hook)
		app.OnRecordUpdateExecute(forget.collections...).BindFunc(forget.hook)
		app.OnRecordDeleteExecute(forget.collections...).BindFunc(forget.hook)
	}
	app.OnRealtimeSubscribeRequest().BindFunc(onlyOwnNotices)

	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		own := e.Router.Group("/api/notices").Bind(apis.RequireAuth("accounts", "officers"))
		own.GET("", list)
		own.GET("/unread", unread)
		own.POST("/read", markRead)
		own.GET("/choices", choices)
		own.PUT("/choices", choose).Bind(apis.BodyLimit(web.SmallBody))
		own.POST("/push", subscribe).Bind(apis.BodyLimit(web.SmallBody))
		own.DELETE("/push/{id}", unsubscribe)
		gateways := e.Router.Group("/api/notices/gateways/{id}").Bind(apis.BodyLimit(callbackBytes))
		gateways.POST("/status", deliveryState)
		gateways.POST("/inbox", inbox)
		return e.Next()
	})
	app.OnServe().BindFunc(seedGateways)
	app.OnServe().BindFunc(startWorker)
	app.OnTerminate().BindFunc(stopWorker)
	app.Cron().MustAdd("notices-tidy", "40 1 * * *", func() { tidyNow(app) })
}

// oneOf reads one value, "" where there is no row.
func oneOf(app core.App, query, id string) (value string, err error) {
	err = app.DB().NewQuery(query).Bind(dbx.Params{"id": id}).Row(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}
