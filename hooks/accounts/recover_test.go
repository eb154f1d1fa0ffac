package accounts_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/mailer"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/apptest"
)

const mailOfWayan = "wayan@contoh.example"

var mailed = regexp.MustCompile(`[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}`)

func codeIn(t *testing.T, mail *mailer.Message) string {
	t.Helper()
	code := mailed.FindString(mail.Text)
	if code == "" {
		t.Fatal("no code in ", mail.Text)
	}
	return code
}

// withMail is the village where Wayan's e-mail is confirmed.
func withMail(t *testing.T) (counter, <-chan *mailer.Message) {
	c := start(t)
	c.Resident.Set("mail", mailOfWayan)
	c.save(c.Resident)
	return c, c.mailbox()
}

func (c counter) recovers(nik string, headers ...apptest.Header) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/accounts/recover", map[string]any{"nik": nik}, apptest.Guest,
		append(headers, apptest.Header{Name: proxyHeader, Value: c.address})...)
}

// age makes the last mailed code as old as d.
func (c counter) age(account *core.Record, d time.Duration) {
	c.t.Helper()
	fresh := c.again(account)
	until, _ := types.ParseDateTime(fresh.GetDateTime("recovery_until").Time().Add(-d))
	fresh.Set("recovery_until", until)
	c.save(fresh)
}

func TestALostPasswordComesBackByMail(t *testing.T) {
	c, mails := withMail(t)
	nik := c.Wayan.GetString("nik")
	c.recovers(nik).Want(200)
	mail := c.arrived(mails)
	if mail.To[0].Address != mailOfWayan || strings.Contains(mail.Text, nik) || !strings.Contains(mail.Text, "https://tamansari.example/aktivasi") {
		t.Errorf("mail %+v", mail)
	}
	c.login(nik, apptest.Password).Want(200) // works until the code is used
	c.activate(nik, codeIn(t, mail), fresh).Want(200)
	c.login(nik, fresh).Want(200)
	c.activate(nik, codeIn(t, mail), "kata-sandi-lain").WantFault(400, "account.activate")
}

func TestAskingForAMailAnswersEveryoneAlike(t *testing.T) {
	c, mails := withMail(t)
	var first []byte
	for _, nik := range []string{"5171041705900099", c.Ketut.GetString("nik"), c.Made.GetString("nik"), "", c.Wayan.GetString("nik")} {
		answer := c.recovers(nik).Want(200)
		if first == nil {
			first = answer.Body
		}
		if !bytes.Equal(answer.Body, first) {
			t.Errorf("%s: %s", nik, answer.Body)
		}
	}
	if got := c.arrived(mails).To[0].Address; got != mailOfWayan {
		t.Errorf("a mail to %s", got)
	}
	if len(mails) > 0 {
		t.Error("more than one mail")
	}
}

func TestWithoutMailThePageSaysSo(t *testing.T) {
	c := start(t)
	for _, answer := range []*apptest.Response{c.Do("GET", "/api/accounts/recover", nil, apptest.Guest), c.recovers(c.Wayan.GetString("nik"))} {
		if answer.Want(200).JSON()["mail"] != false {
			t.Errorf("answered %s", answer.Body)
		}
	}
	c.Do("POST", "/api/accounts/email", map[string]any{"email": mailOfWayan, "password": apptest.Password}, c.Resident).
		WantFault(503, "account.no_mail")
}

func TestAMailedCodeRunsOut(t *testing.T) {
	c, mails := withMail(t)
	c.recovers(c.Wayan.GetString("nik")).Want(200)
	code := codeIn(t, c.arrived(mails))
	c.age(c.Resident, 31*time.Minute)
	c.activate(c.Wayan.GetString("nik"), code, fresh).WantFault(400, "account.activate")
}

// A neighbour who asks for codes in another's name spoils neither the code that
// was just mailed nor the one from the counter.
func TestAskingInANeighboursNameSpoilsNoCode(t *testing.T) {
	c, mails := withMail(t)
	nik := c.Wayan.GetString("nik")
	fromCounter := c.code(c.Wayan)
	c.recovers(nik).Want(200)
	code := codeIn(t, c.arrived(mails))
	c.address = "198.51.100.7"
	c.recovers(nik).Want(200)
	c.recovers(nik).Want(200)
	c.activate(nik, code, fresh).Want(200)
	c.activate(nik, fromCounter, fresh).WantFault(400, "account.activate") // one password, then all codes are used up
}

func TestTheOwnersPhoneHasMailsLeftWhenAStrangerUsedTheOthersUp(t *testing.T) {
	c, mails := withMail(t)
	nik := c.Wayan.GetString("nik")
	phone := c.cookie(c.login(nik, apptest.Password).Want(200))
	for i := range 5 {
		c.address = "198.51.100." + string(rune('1'+i))
		c.recovers(nik).Want(200)
		c.arrived(mails)
		c.age(c.Resident, 25*time.Minute)
	}
	c.address = "198.51.100.99"
	c.recovers(nik).Want(200)
	c.recovers(nik, phone).Want(200)
	c.activate(nik, codeIn(t, c.arrived(mails)), fresh).Want(200)
	if len(mails) > 0 {
		t.Error("the stranger had one too")
	}
}

func TestAskingForMailsIsSlowedDown(t *testing.T) {
	c, _ := withMail(t)
	for range 5 {
		c.recovers(c.Made.GetString("nik")).Want(200)
	}
	c.recovers(c.Made.GetString("nik")).WantFault(429, "account.too_many_tries")
	c.recovers(c.Nyoman.GetString("nik")).Want(200)
}

func TestASwitchedOffLoginGetsNoCode(t *testing.T) {
	c, mails := withMail(t)
	c.Resident.Set("active", false)
	c.save(c.Resident)
	c.recovers(c.Wayan.GetString("nik")).Want(200)
	c.Made.Set("phone", "081234500099") // something else happens, so that the first could have
	c.Neighbour.Set("mail", "made@contoh.example")
	c.save(c.Neighbour)
	c.recovers(c.Made.GetString("nik")).Want(200)
	if got := c.arrived(mails).To[0].Address; got != "made@contoh.example" {
		t.Errorf("a mail to %s", got)
	}
}

// cookie is the mark of a device that has logged in.
func (c counter) cookie(answer *apptest.Response) apptest.Header {
	c.t.Helper()
	set := answer.Header.Get("Set-Cookie")
	if !strings.HasPrefix(set, "mdesa_device=") || !strings.Contains(set, "HttpOnly") || !strings.Contains(set, "SameSite=Strict") {
		c.t.Fatalf("cookie %q", set)
	}
	value, _, _ := strings.Cut(set, ";")
	return apptest.Header{Name: "Cookie", Value: value}
}
