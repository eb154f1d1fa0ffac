// Package outbox is the desk's page about messages that leave the house: how each
// channel does, trying again, and switching a provider off. What is sent to whom
// stays with hooks/notify; nothing here names anybody.
package outbox

import (
	"net/http"
	"time"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/notify"
	"mdesa/hooks/web"
)

var (
	errNotKeeper = fault.New(fault.Forbidden, "outbox.not_yours",
		"Pengiriman kabar diawasi oleh sekretaris dan admin. Minta salah satu dari mereka.",
		"The sending of messages is looked after by the secretary and the admin. Ask one of them.")
	errSwitch = fault.New(fault.Invalid, "outbox.switch",
		"Pilih menyala atau mati.", "Choose on or off.")
	errTooOften = fault.New(fault.TooMany, "outbox.too_often",
		"Baru saja dicoba lagi. Tunggu beberapa menit, lalu muat ulang.",
		"This was tried again just now. Wait a few minutes, then reload.")
)

// perChannel keeps an impatient hand from paying for the same messages again and
// again.
var perChannel = web.Limit{Name: "outbox.again", N: 3, Per: 10 * time.Minute}

// Register binds the slice to an app.
func Register(app core.App) {
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		desk := e.Router.Group("/api/outbox").Bind(apis.RequireAuth("officers", core.CollectionNameSuperusers), apis.BodyLimit(web.SmallBody))
		desk.BindFunc(onlyKeepers)
		desk.GET("", show)
		desk.POST("/{channel}/again", tryAgain)
		desk.PUT("/gateways/{id}", switchGateway)
		return e.Next()
	})
}

// onlyKeepers lets the secretary, whoever acts as one, and admins through.
func onlyKeepers(e *core.RequestEvent) error {
	if err := delegation.MustHold(e.App, e.Auth, errNotKeeper, delegation.Secretary); err != nil {
		return err
	}
	return e.Next()
}

// show answers GET /api/outbox with a [notify.Health].
func show(e *core.RequestEvent) error {
	health, err := notify.HealthOf(e.App, time.Now())
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, health)
}

// tryAgain answers POST /api/outbox/{channel}/again with {"tried": 3}.
func tryAgain(e *core.RequestEvent) error {
	channel := e.Request.PathValue("channel")
	if !perChannel.Allow(e.App, channel) {
		return errTooOften
	}
	tried, err := notify.TryAgain(e.App, channel, time.Now())
	if err != nil {
		return err
	}
	e.App.Logger().Info("messages are tried again", "channel", channel, "tried", tried, "by", e.Auth.Id)
	return e.JSON(http.StatusOK, map[string]int{"tried": tried})
}

// switchGateway answers PUT /api/outbox/gateways/{id} {"active": false} like GET.
func switchGateway(e *core.RequestEvent) error {
	asked := struct {
		Active *bool `json:"active"`
	}{}
	if err := e.BindBody(&asked); err != nil || asked.Active == nil {
		return errSwitch.Because(err)
	}
	if err := notify.SwitchGateway(e.App, e.Request.PathValue("id"), *asked.Active); err != nil {
		return err
	}
	e.App.Logger().Info("a provider of messages was switched", "gateway", e.Request.PathValue("id"), "on", *asked.Active, "by", e.Auth.Id)
	return show(e)
}
