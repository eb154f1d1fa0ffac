package accounts_test

import (
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/apptest"
)

func (c counter) asksMail(actor *core.Record, address, password string) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/accounts/email", map[string]any{"email": address, "password": password}, actor)
}

func (c counter) confirmsMail(actor *core.Record, code string) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/accounts/email/confirm", map[string]any{"code": code}, actor)
}

func TestAnEmailCountsOnceItsCodeWasTyped(t *testing.T) {
	c := start(t)
	mails := c.mailbox()
	c.asksMail(c.Resident, mailOfWayan, "salah-sama-sekali").Want(400)
	c.asksMail(c.Resident, "bukan e-mail", apptest.Password).Want(400)
	c.asksMail(c.Resident, mailOfWayan, apptest.Password).Want(200)
	code := codeIn(t, c.arrived(mails))
	if got := c.account(c.Wayan).GetString("mail"); got != "" {
		t.Errorf("it counts already: %s", got)
	}
	c.recovers(c.Wayan.GetString("nik")).Want(200) // nothing is sent to what is not confirmed
	c.confirmsMail(c.Resident, "AAAA-AAAA").WantFault(400, "account.mail_code")
	c.confirmsMail(c.Neighbour, code).WantFault(400, "account.mail_code")
	if answer := c.confirmsMail(c.Resident, code).Want(200).JSON(); answer["mail"] != mailOfWayan || answer["mail_new"] != "" {
		t.Errorf("answered %v", answer)
	}
	c.confirmsMail(c.Resident, code).WantFault(400, "account.mail_code")
	if len(mails) > 0 {
		t.Error("a mail went to an address that was not confirmed")
	}
}

func TestACodeForAnEmailRunsOut(t *testing.T) {
	c := start(t)
	mails := c.mailbox()
	c.asksMail(c.Resident, mailOfWayan, apptest.Password).Want(200)
	code := codeIn(t, c.arrived(mails))
	account := c.account(c.Wayan)
	past, _ := types.ParseDateTime(time.Now().Add(-time.Minute))
	account.Set("mail_until", past)
	c.save(account)
	c.confirmsMail(c.Resident, code).WantFault(400, "account.mail_code")
}

func TestTheFormerMailboxLearnsOfAChange(t *testing.T) {
	c, mails := withMail(t)
	c.asksMail(c.Resident, "baru@contoh.example", apptest.Password).Want(200)
	c.confirmsMail(c.Resident, codeIn(t, c.arrived(mails))).Want(200)
	if got := c.arrived(mails).To[0].Address; got != mailOfWayan {
		t.Errorf("told %s", got)
	}
	c.Do("DELETE", "/api/accounts/email", nil, c.Resident).Want(200)
	if got := c.arrived(mails).To[0].Address; got != "baru@contoh.example" {
		t.Errorf("told %s", got)
	}
	if got := c.account(c.Wayan).GetString("mail"); got != "" {
		t.Errorf("mail %s", got)
	}
}

func TestAFamilyMayShareAMailboxAndNobodySetsItByHand(t *testing.T) {
	c, mails := withMail(t)
	c.asksMail(c.Neighbour, mailOfWayan, apptest.Password).Want(200)
	c.confirmsMail(c.Neighbour, codeIn(t, c.arrived(mails))).Want(200)
	c.Do("PATCH", path(c.Neighbour), map[string]any{"mail": "lain@contoh.example"}, c.Neighbour).Want(200)
	if got := c.account(c.Made).GetString("mail"); got != mailOfWayan {
		t.Errorf("mail %s", got)
	}
}

func TestMailsToOneMailboxAreCounted(t *testing.T) {
	c := start(t)
	c.mailbox()
	for range 5 {
		c.asksMail(c.Resident, "korban@contoh.example", apptest.Password).Want(200)
	}
	c.asksMail(c.Neighbour, "Korban@contoh.example", apptest.Password).WantFault(429, "account.too_many_tries")
}
