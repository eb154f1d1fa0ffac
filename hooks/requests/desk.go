package requests

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/routine"
	"github.com/pocketbase/pocketbase/tools/subscriptions"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

// deskTopic is the realtime topic of the staff desk. It says which request
// moved and nothing about it, so that a message can reach every desk that may
// read the request without carrying anything about a person.
const deskTopic = "desk"

var errStaffOnly = fault.New(fault.Forbidden, "request.staff_only",
	"Hanya petugas desa yang dapat membuka meja layanan.",
	"Only village staff can open the service desk.")

func onlyStaffAtDesk(e *core.RealtimeSubscribeRequestEvent) error {
	asksForDesk := slices.ContainsFunc(e.Subscriptions, func(topic string) bool {
		return topic == deskTopic || strings.HasPrefix(topic, deskTopic+"?")
	})
	if asksForDesk && actorFromAuth(e.Auth).Kind != ByOfficer {
		return errStaffOnly
	}
	return e.Next()
}

func tellDesks(e *core.RecordEvent) error {
	raw, err := json.Marshal(map[string]string{"request": e.Record.Id, "status": e.Record.GetString("status")})
	if err != nil {
		return err
	}
	message := subscriptions.Message{Name: deskTopic, Data: raw}
	staff, err := delegation.StaffOf(e.App)
	if err != nil {
		return err
	}
	today, hamlet, service := office.Today(e.App), e.Record.GetString("hamlet"), e.Record.GetString("service")
	secret := e.Record.GetBool("confidential")
	for _, client := range e.App.SubscriptionsBroker().Clients() {
		auth, _ := client.Get("auth").(*core.Record)
		if auth == nil || !client.HasSubscription(deskTopic) {
			continue
		}
		person := staff.People[auth.Id]
		actor := actorOfPerson(staff, person, today)
		if person.InOffice(today) && MayRead(actor, hamlet, service) && (!secret || hasTurn(e.App, actor, e.Record)) {
			// Sending waits for the reader; a slow phone must not hold up the desk.
			routine.FireAndForget(func() { client.Send(message) })
		}
	}
	bumpGeneration(e.App)
	return e.Next()
}

// handOverCounterRequests gives a new login what was filed and scanned for its
// owner at the counter before there was one.
func handOverCounterRequests(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		if err := e.Next(); err != nil {
			return err
		}
		for _, table := range []string{"requests", "documents"} {
			_, err := tx.DB().Update(table, dbx.Params{"account": e.Record.Id},
				dbx.HashExp{"resident": e.Record.GetString("resident"), "account": ""}).Execute()
			if err != nil {
				return err
			}
		}
		return nil
	})
}
