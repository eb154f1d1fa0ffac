package requests_test

import (
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/subscriptions"
)

// listen is a realtime connection of an actor, without the network.
func (d desk) listen(actor *core.Record) subscriptions.Client {
	client := subscriptions.NewDefaultClient()
	if actor != nil {
		client.Set("auth", actor)
	}
	d.SubscriptionsBroker().Register(client)
	return client
}

func (d desk) subscribe(client subscriptions.Client, actor *core.Record) bool {
	d.Do("POST", "/api/realtime", map[string]any{"clientId": client.Id(), "subscriptions": []string{"desk"}}, actor)
	return client.HasSubscription("desk")
}
