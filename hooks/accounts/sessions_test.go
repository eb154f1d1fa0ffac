package accounts_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestWhoIsSwitchedOffIsOutAtOnce(t *testing.T) {
	c := start(t)
	for _, person := range []*core.Record{c.Resident, c.HeadOfKaja, c.Officer} {
		token := apptest.Header{Name: "Authorization", Value: c.Login(person)}
		c.Do("GET", path(person), nil, apptest.Guest, token).Want(200)
		c.Do("PATCH", path(person), map[string]any{"active": false}, c.Admin).Want(200)
		if got := c.Do("GET", path(person), nil, apptest.Guest, token); got.Status != 401 {
			t.Errorf("%s reads on: %d", person.GetString("name"), got.Status)
		}
		c.Do("POST", "/api/accounts/open", map[string]any{"resident": c.Wayan.Id}, apptest.Guest, token).Want(401)
		c.Do("POST", "/api/files/token", nil, apptest.Guest, token).Want(401)
		c.Do("POST", "/api/collections/"+person.Collection().Name+"/auth-refresh", nil, apptest.Guest, token).Want(401)
	}
}

func TestOtherChangesLeavePeopleLoggedIn(t *testing.T) {
	c := start(t)
	token := apptest.Header{Name: "Authorization", Value: c.Login(c.Officer)}
	c.Do("PATCH", path(c.Officer), map[string]any{"title": "Kasi Pemerintahan"}, c.Admin).Want(200)
	c.Do("GET", path(c.Officer), nil, apptest.Guest, token).Want(200)
}
