package board_test

import (
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/subscriptions"

	"mdesa/hooks/apptest"
)

func TestOnlyStaffHearThatSomethingMoved(t *testing.T) {
	v := newVillage(t)
	listens := func(actor *core.Record) *subscriptions.DefaultClient {
		client := subscriptions.NewDefaultClient()
		v.App.App.SubscriptionsBroker().Register(client)
		want := 403
		if actor == v.HeadOfKaja {
			want = 204
		}
		v.Do("POST", "/api/realtime", map[string]any{"clientId": client.Id(), "subscriptions": []string{"reports_board"}}, actor).Want(want)
		return client
	}
	staff, resident, guest := listens(v.HeadOfKaja), listens(v.Resident), listens(apptest.Guest)
	v.report(fields{})
	select {
	case message := <-staff.Channel():
		if message.Name != "reports_board" || string(message.Data) != "{}" {
			t.Errorf("staff hear %s: %s", message.Name, message.Data)
		}
	case <-time.After(30 * time.Second):
		t.Fatal("staff heard nothing")
	}
	for _, other := range []*subscriptions.DefaultClient{resident, guest} {
		if other.HasSubscription("reports_board") {
			t.Error("somebody else may listen")
		}
	}
}
