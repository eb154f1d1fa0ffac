package matrix_test

import (
	"strings"
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/subscriptions"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
)

func byResident(resident *core.Record) dbx.Expression {
	return dbx.HashExp{"resident": resident.Id}
}

// listen is a realtime connection that asks for everything there is.
func (a archive) listen(actor *core.Record) subscriptions.Client {
	a.t.Helper()
	client := subscriptions.NewDefaultClient()
	if actor != nil {
		client.Set("auth", actor)
	}
	a.SubscriptionsBroker().Register(client)
	var topics []string
	for _, collection := range access.Collections() {
		topics = append(topics, collection+"/*", collection+"/"+a.existing[collection])
	}
	a.Do("POST", "/api/realtime", map[string]any{"clientId": client.Id(), "subscriptions": topics}, actor).Want(204)
	return client
}

// heard waits for the message that says what, and gives all until then.
func heard(client subscriptions.Client, what string) string {
	var all strings.Builder
	for message := range client.Channel() {
		all.WriteString(message.Name + string(message.Data) + "\n")
		if strings.Contains(all.String(), what) {
			break
		}
	}
	return all.String()
}

func TestRealtimeTellsPeopleAboutTheirOwnOnly(t *testing.T) {
	a := archived(t)
	listeners := map[*core.Record]subscriptions.Client{
		a.Resident: a.listen(a.Resident), a.Neighbour: a.listen(a.Neighbour), apptest.Guest: a.listen(apptest.Guest),
	}
	a.Act(a.HeadOfKaja, a.request.Id, "approve").Want(200)
	a.Act(a.Officer, a.request.Id, "approve").Want(200)
	a.SignedFor(a.Officer, a.Nyoman)
	a.SignedFor(a.Neighbour, a.Made)

	if got := heard(listeners[a.Resident], `"status":"in_progress"`); !strings.Contains(got, a.request.Id) {
		t.Errorf("Wayan hears %s", got)
	}
	// A service that changes is news for everybody: the last thing to wait for.
	service := a.Service("domicile")
	service.Set("summary", "Berita untuk semua")
	if err := a.Save(service); err != nil {
		t.Fatal(err)
	}
	for who, secrets := range map[*core.Record][]string{
		a.Neighbour: a.secrets(a.Wayan, a.Nyoman), apptest.Guest: a.secrets(a.Wayan, a.Made, a.Nyoman),
	} {
		got := heard(listeners[who], "Berita untuk semua")
		for _, secret := range secrets {
			if strings.Contains(got, secret) {
				t.Errorf("%v hears %q", who, secret)
			}
		}
	}
}
