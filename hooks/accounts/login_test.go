package accounts_test

import (
	"fmt"
	"testing"

	"mdesa/hooks/apptest"
)

func (c counter) loginFrom(device apptest.Header, nik, password string) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/collections/accounts/auth-with-password", map[string]any{"identity": nik, "password": password},
		apptest.Guest, device, apptest.Header{Name: proxyHeader, Value: c.address})
}

// The worst that a stranger can do: guess behind the owner's own address, and from
// hundreds of others.
func TestNobodyLocksTheOwnerOutOfAPhoneTheyUse(t *testing.T) {
	c := start(t)
	nik := c.Wayan.GetString("nik")
	phone := c.cookie(c.login(nik, apptest.Password).Want(200))
	for range 10 {
		c.login(nik, "salah-sama-sekali")
	}
	c.login(nik, apptest.Password).WantFault(429, "account.too_many_tries")
	c.loginFrom(phone, nik, apptest.Password).Want(200)
	for i := range 300 {
		c.address = fmt.Sprintf("198.51.%d.%d", i/100, i%100)
		c.login(nik, "salah-sama-sekali")
	}
	c.address = "203.0.113.200"
	c.login(nik, apptest.Password).WantFault(429, "account.too_many_tries") // guessing from everywhere has an end
	c.loginFrom(phone, nik, apptest.Password).Want(200)
	c.login(c.Made.GetString("nik"), apptest.Password).Want(200)
	c.activate(nik, c.code(c.Wayan), fresh).Want(200) // and a code from the counter lets a new phone in
}

func TestAKnownPhoneIsNoWayToGuessEither(t *testing.T) {
	c := start(t)
	nik := c.Wayan.GetString("nik")
	phone := c.cookie(c.login(nik, apptest.Password).Want(200))
	for range 10 {
		c.loginFrom(phone, nik, "salah-sama-sekali").Want(400)
	}
	c.loginFrom(phone, nik, apptest.Password).WantFault(429, "account.too_many_tries")
}

func TestAPhoneIsKnownToThoseWhoUsedIt(t *testing.T) {
	c := start(t)
	phone := c.cookie(c.login(c.Wayan.GetString("nik"), apptest.Password).Want(200))
	shared := c.cookie(c.loginFrom(phone, c.Made.GetString("nik"), apptest.Password).Want(200))
	for range 10 {
		c.login(c.Made.GetString("nik"), "salah-sama-sekali")
		c.login(c.Wayan.GetString("nik"), "salah-sama-sekali")
	}
	c.loginFrom(phone, c.Made.GetString("nik"), apptest.Password).Want(429) // the older mark names Wayan only
	c.loginFrom(shared, c.Made.GetString("nik"), apptest.Password).Want(200)
	c.loginFrom(shared, c.Wayan.GetString("nik"), apptest.Password).Want(200)
	forged := apptest.Header{Name: "Cookie", Value: "mdesa_device=" + c.Login(c.Resident)}
	c.loginFrom(forged, c.Wayan.GetString("nik"), apptest.Password).Want(429) // a token is no mark of a device
}

func TestACodeIsNeitherFoundNorUsedUpFromManyAddresses(t *testing.T) {
	c := start(t)
	nik, code := c.Nyoman.GetString("nik"), c.code(c.Nyoman)
	for i := range 60 {
		c.address = fmt.Sprintf("198.51.100.%d", i)
		c.activate(nik, "AAAA-AAAA", fresh).WantFault(400, "account.activate")
	}
	c.address = "203.0.113.7"
	c.activate(nik, code, fresh).Want(200)
}

// A phone that was lost knows the login no more once its owner has a new password.
func TestANewPasswordForgetsFormerPhones(t *testing.T) {
	c := start(t)
	nik := c.Wayan.GetString("nik")
	lost := c.cookie(c.login(nik, apptest.Password).Want(200))
	present := c.cookie(c.activate(nik, c.code(c.Wayan), fresh).Want(200))
	for range 10 {
		c.login(nik, "salah-sama-sekali")
	}
	c.loginFrom(lost, nik, fresh).WantFault(429, "account.too_many_tries")
	c.loginFrom(present, nik, fresh).Want(200)
}

func TestASubscriberWithManyAddressesIsOneNetwork(t *testing.T) {
	c := start(t)
	nik, refused := c.Wayan.GetString("nik"), 0
	for i := range 40 {
		c.address = fmt.Sprintf("2001:db8:7:1::%d", i+1) // one subscriber has all of these
		if c.login(nik, "salah-sama-sekali").Status == 429 {
			refused++
		}
	}
	if refused != 30 {
		t.Errorf("%d of 40 refused", refused)
	}
	c.address = "2001:db8:7:2::1"
	c.login(nik, apptest.Password).Want(200)
}
