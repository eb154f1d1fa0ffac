package accounts_test

import (
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/accounts"
	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	fault.Register(app)
	access.Register(app)
	office.Register(app)
	accounts.Register(app)
}

// proxyHeader carries the address from which people try.
const proxyHeader = "X-Forwarded-For"

// counter is the village as the desk knows it that hands out logins.
type counter struct {
	*apptest.App
	t       testing.TB
	address string // where people type their code
}

func start(t testing.TB) counter {
	t.Helper()
	c := counter{apptest.New(t, register), t, "203.0.113.4"}
	c.Settings().TrustedProxy.Headers = []string{proxyHeader}
	c.hashCheaply()
	return c
}

// hashCheaply makes new passwords as quick to check as the village's own.
func (c counter) hashCheaply() {
	c.t.Helper()
	for _, name := range []string{"accounts", "officers"} {
		collection, err := c.FindCollectionByNameOrId(name)
		if err != nil {
			c.t.Fatal(err)
		}
		collection.Fields.GetByName("password").(*core.PasswordField).Cost = 4
		if err := c.SaveNoValidate(collection); err != nil {
			c.t.Fatal(err)
		}
	}
}

// open asks for a one-time code as somebody of the office.
func (c counter) open(actor, resident *core.Record) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/accounts/open", map[string]any{"resident": resident.Id}, actor)
}

// code is a fresh one-time code from the desk.
func (c counter) code(resident *core.Record) string {
	c.t.Helper()
	return c.open(c.Officer, resident).Want(200).JSON()["code"].(string)
}

func (c counter) activate(nik, code, password string) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/accounts/activate",
		map[string]any{"nik": nik, "code": code, "password": password}, apptest.Guest,
		apptest.Header{Name: proxyHeader, Value: c.address})
}

func (c counter) login(nik, password string) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/collections/accounts/auth-with-password",
		map[string]any{"identity": nik, "password": password}, apptest.Guest,
		apptest.Header{Name: proxyHeader, Value: c.address})
}

func (c counter) account(resident *core.Record) *core.Record {
	c.t.Helper()
	account, err := c.FindFirstRecordByData("accounts", "resident", resident.Id)
	if err != nil {
		c.t.Fatal("no account: ", err)
	}
	return account
}

func (c counter) save(record *core.Record) {
	c.t.Helper()
	if err := c.Save(record); err != nil {
		c.t.Fatal(err)
	}
}
