package accounts_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/apptest"
)

const fresh = "kata-sandi-baru"

func TestACodeBecomesAPasswordOnce(t *testing.T) {
	c := start(t)
	nik, code := c.Nyoman.GetString("nik"), c.code(c.Nyoman)
	answer := c.activate(nik, code, fresh).Want(200).JSON()
	if answer["token"] == "" || answer["record"].(map[string]any)["nik"] != nik {
		t.Errorf("answered %v", answer)
	}
	if c.account(c.Nyoman).GetDateTime("activated_at").IsZero() {
		t.Error("nothing says when it was activated")
	}
	c.login(nik, fresh).Want(200)
	c.activate(nik, code, "kata-sandi-lain").WantFault(400, "account.activate")
}

func TestACodeMayBeTypedAsPeopleType(t *testing.T) {
	c := start(t)
	nik, code := c.Nyoman.GetString("nik"), c.code(c.Nyoman)
	typed := " " + strings.ToLower(code[:4]) + " " + strings.ToLower(code[5:]) + " "
	c.activate(nik[:6]+" "+nik[6:12]+" "+nik[12:], typed, fresh).Want(200)
}

func TestEveryWayToFailReadsTheSame(t *testing.T) {
	c := start(t)
	code := c.code(c.Nyoman)
	other := c.code(c.Made)
	expired := c.code(c.Wayan)
	account := c.account(c.Wayan)
	past, _ := types.ParseDateTime(time.Now().Add(-time.Minute))
	account.Set("activation_until", past)
	c.save(account)
	var first []byte
	for name, answer := range map[string]*apptest.Response{
		"wrong code":         c.activate(c.Nyoman.GetString("nik"), "AAAA-AAAA", fresh),
		"no code":            c.activate(c.Nyoman.GetString("nik"), "", fresh),
		"code of another":    c.activate(c.Nyoman.GetString("nik"), other, fresh),
		"no account":         c.activate(c.Ketut.GetString("nik"), code, fresh),
		"nobody's NIK":       c.activate("5171041705900099", code, fresh),
		"no NIK":             c.activate("", code, fresh),
		"code has run out":   c.activate(c.Wayan.GetString("nik"), expired, fresh),
		"code of all blanks": c.activate(c.Nyoman.GetString("nik"), "----", fresh),
	} {
		if first == nil {
			first = answer.Body
		}
		if answer.Status != 400 || answer.Key() != "account.activate" || !bytes.Equal(answer.Body, first) {
			t.Errorf("%s: %d %s", name, answer.Status, answer.Body)
		}
	}
	c.activate(c.Nyoman.GetString("nik"), code, fresh).Want(200)
}

func TestAnAccountThatIsSwitchedOffCannotBeActivated(t *testing.T) {
	c := start(t)
	code := c.code(c.Nyoman)
	account := c.account(c.Nyoman)
	account.Set("active", false)
	c.save(account)
	c.activate(c.Nyoman.GetString("nik"), code, fresh).WantFault(400, "account.activate")
}

func TestAPasswordThatAnyoneCouldGuessIsRefused(t *testing.T) {
	c := start(t)
	nik, code := c.Nyoman.GetString("nik"), c.code(c.Nyoman)
	for _, weak := range []string{"", "1234567", nik, strings.Repeat("x", 72)} {
		if got := c.activate(nik, code, weak).Want(400).FieldKey("password"); got != "account.weak_password" {
			t.Errorf("%q: %s", weak, got)
		}
	}
	c.activate(nik, code, fresh).Want(200) // the code was not used up
}

// Tries are counted by NIK and address: guessing at one login does not keep the
// rest of a banjar, who may share the address, from theirs, nor the owner.
func TestGuessingAtOneLoginIsSlowedDown(t *testing.T) {
	c := start(t)
	victim, victimsCode := c.Nyoman.GetString("nik"), c.code(c.Nyoman)
	made, madesCode := c.Made.GetString("nik"), c.code(c.Made)
	for range 8 {
		c.activate(victim, "AAAA-AAAA", fresh).WantFault(400, "account.activate")
	}
	c.activate(victim, victimsCode, fresh).WantFault(429, "account.too_many_tries")
	c.activate(made, madesCode, fresh).Want(200)
	c.address = "203.0.113.7" // where the owner lives
	c.activate(victim, victimsCode, fresh).Want(200)
}

func TestGuessingAPasswordIsSlowedDown(t *testing.T) {
	c := start(t)
	for range 10 {
		c.login(c.Wayan.GetString("nik"), "salah-sama-sekali").Want(400)
	}
	c.login(c.Wayan.GetString("nik"), apptest.Password).WantFault(429, "account.too_many_tries")
	c.login(c.Made.GetString("nik"), apptest.Password).Want(200)
	c.address = "203.0.113.7"
	c.login(c.Wayan.GetString("nik"), apptest.Password).Want(200)
}

func TestACodeWorksForOneOfTwoWhoComeAtOnce(t *testing.T) {
	c := start(t)
	nik, code := c.Nyoman.GetString("nik"), c.code(c.Nyoman)
	answers := make(chan int, 2)
	for _, password := range []string{"kata-sandi-satu", "kata-sandi-dua"} {
		go func() { answers <- c.activate(nik, code, password).Status }()
	}
	if first, second := <-answers, <-answers; first+second != 200+400 {
		t.Errorf("answered %d and %d", first, second)
	}
}
