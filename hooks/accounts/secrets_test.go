package accounts_test

import (
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// With a key or a code of their choice an admin could be anybody.
func TestNobodyChoosesWhatALoginIsOpenedWith(t *testing.T) {
	c := start(t)
	chosen := strings.Repeat("k", 50)
	for _, login := range []*core.Record{c.Resident, c.VillageHead} {
		before := login.TokenKey()
		c.Do("PATCH", "/api/collections/"+login.Collection().Name+"/records/"+login.Id,
			map[string]any{"tokenKey": chosen, "activation_hash": chosen, "recovery_hash": chosen, "email_hash": chosen}, c.Admin).Want(200)
		after, err := c.FindRecordById(login.Collection(), login.Id)
		if err != nil {
			t.Fatal(err)
		}
		if key := after.TokenKey(); key == chosen || key == before || key == "" {
			t.Errorf("%s has the key %q", login.Id, key)
		}
		for _, field := range []string{"activation_hash", "recovery_hash", "email_hash"} {
			if after.GetString(field) == chosen {
				t.Errorf("%s of %s was chosen", field, login.Id)
			}
		}
	}
}

func TestAnAdminWhoChangesAnotherThingEndsNoSession(t *testing.T) {
	c := start(t)
	c.Do("PATCH", "/api/collections/officers/records/"+c.Officer.Id, map[string]any{"phone": "081234500099"}, c.Admin).Want(200)
	after, err := c.FindRecordById("officers", c.Officer.Id)
	if err != nil || after.TokenKey() != c.Officer.TokenKey() {
		t.Error("the officer has to log in again", err)
	}
}

func TestAdminsReadNoHashesOfCodes(t *testing.T) {
	c := start(t)
	for login, field := range map[*core.Record]string{c.Resident: "recovery_hash", c.Officer: "email_hash"} {
		login.Set(field, "hash-of-a-code")
		apptest.Save(t, c, login)
		got := c.Do("GET", "/api/collections/"+login.Collection().Name+"/records/"+login.Id, nil, c.Admin).Want(200)
		if strings.Contains(string(got.Body), "_hash") {
			t.Errorf("an admin reads %s", got.Body)
		}
	}
}
