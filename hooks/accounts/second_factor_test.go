package accounts_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

// secondFactor turns the second step on for an officer, with a mailbox.
func (c counter) secondFactor(officer *core.Record) {
	c.t.Helper()
	officer.SetEmail(officer.GetString("username") + "@tamansari.example")
	officer.SetVerified(true)
	officer.Set("second_factor", true)
	c.save(officer)
}

// firstStep gives what the login answers to the right password.
func (c counter) firstStep(officer *core.Record) string {
	c.t.Helper()
	mfa, _ := c.knocks(officer).Want(401).JSON()["mfaId"].(string)
	if mfa == "" {
		c.t.Fatal("no second step")
	}
	return mfa
}

func (c counter) asksCode(mfa string) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/officers/login-code", map[string]any{"mfa": mfa}, apptest.Guest)
}

func (c counter) secondStep(mfa, otp, code string) *apptest.Response {
	c.t.Helper()
	return c.Do("POST", "/api/collections/officers/auth-with-otp?shared=1&mfaId="+mfa,
		map[string]any{"otpId": otp, "password": code}, apptest.Guest)
}

func TestAnOfficerWithASecondFactorLogsInWithPasswordAndCode(t *testing.T) {
	c := start(t)
	box := c.withMail()
	c.secondFactor(c.Secretary)
	mfa := c.firstStep(c.Secretary)
	sent := c.asksCode(mfa).Want(200).JSON()
	if sent["to"] != "s***@tamansari.example" {
		t.Errorf("sent to %v", sent["to"])
	}
	answer := c.secondStep(mfa, sent["otp"].(string), box.code()).Want(200).JSON()
	here := place{c, answer["token"].(string), nil}
	if list := here.sessions(); len(list) != 1 || list[0]["shared"] != true {
		t.Errorf("sessions: %v", list)
	}
	here.do("POST", "/api/collections/officers/auth-refresh", nil).Want(200) // asks for no code
	c.knocks(c.Officer).Want(200)                                            // has none
}

func TestOnlyTheLatestCodeWorksAndOnlyOnce(t *testing.T) {
	c := start(t)
	box := c.withMail()
	c.secondFactor(c.Secretary)
	mfa := c.firstStep(c.Secretary)
	first := c.asksCode(mfa).Want(200).JSON()["otp"].(string)
	firstCode := box.code()
	second := c.asksCode(mfa).Want(200).JSON()["otp"].(string)
	c.secondStep(mfa, first, firstCode).Want(400)
	c.secondStep(mfa, second, "nothing").Want(400)
	c.secondStep("", second, box.code()).Want(401) // a code is no password
	second = c.asksCode(mfa).Want(200).JSON()["otp"].(string)
	c.secondStep(mfa, second, box.code()).Want(200)
	c.secondStep(mfa, second, box.code()).Want(400)
}

func TestTheMailWithTheCodeNamesTheOfficeAndNobody(t *testing.T) {
	c := start(t)
	box := c.withMail()
	c.secondFactor(c.Secretary)
	for language, words := range map[string]string{"id": "Kode masuk: Desa Taman Sari", "en": "Login code: Desa Taman Sari"} {
		c.Secretary.Set("language", language)
		c.save(c.Secretary)
		c.asksCode(c.firstStep(c.Secretary)).Want(200)
		mail := box.last()
		if mail.Subject != words {
			t.Errorf("subject %q", mail.Subject)
		}
		for _, text := range []string{mail.Text, mail.HTML} {
			if !strings.Contains(text, box.code()) {
				t.Errorf("no code in %s", text)
			}
			for _, personal := range []string{"Komang", "Sudana", "sekdes", c.Secretary.Id} {
				if strings.Contains(text, personal) {
					t.Errorf("the mail names %q", personal)
				}
			}
		}
	}
}

func TestACodeIsSentToNobodyWhoDidNotTypeThePassword(t *testing.T) {
	c := start(t)
	box := c.withMail()
	c.secondFactor(c.Secretary)
	c.Officer.SetEmail("loket@tamansari.example")
	c.Officer.SetVerified(true)
	c.save(c.Officer)
	shapes := map[string]bool{}
	for _, address := range []string{"sekdes@tamansari.example", "loket@tamansari.example", "nobody@tamansari.example"} {
		answer := c.Do("POST", "/api/collections/officers/request-otp", map[string]any{"email": address}, apptest.Guest)
		otp := answer.Want(200).JSON()["otpId"].(string)
		shapes[strings.ReplaceAll(string(answer.Body), otp, "…")] = true
		c.Do("POST", "/api/collections/officers/auth-with-otp", map[string]any{"otpId": otp, "password": "123456"}, apptest.Guest).Want(400)
	}
	if len(shapes) != 1 {
		t.Errorf("the answers tell addresses apart: %v", shapes)
	}
	for _, mfa := range []string{"", "nosuchstep00000"} {
		c.asksCode(mfa).WantFault(400, "account.second_step_over")
	}
	for _, route := range []string{"request-password-reset", "request-verification"} {
		for _, address := range []string{"sekdes@tamansari.example", "nobody@tamansari.example"} {
			c.Do("POST", "/api/collections/officers/"+route, map[string]any{"email": address}, apptest.Guest).Want(204)
		}
	}
	if n := box.count(); n != 0 {
		t.Errorf("%d mails went out", n)
	}
}

func TestACodeAloneIsNoLoginForWhoTurnedTheSecondStepOff(t *testing.T) {
	c := start(t)
	box := c.withMail()
	c.secondFactor(c.Secretary)
	mfa := c.firstStep(c.Secretary)
	otp := c.asksCode(mfa).Want(200).JSON()["otp"].(string)
	c.Do("PATCH", path(c.Secretary), map[string]any{"second_factor": false}, c.Admin).Want(200)
	c.secondStep("", otp, box.code()).WantFault(400, "account.second_step_over")
	c.secondStep(mfa, otp, box.code()).Want(400)
	c.knocks(c.Secretary).Want(200) // the admin helped somebody who lost the mailbox
}

func TestTheSecondStepRunsOut(t *testing.T) {
	c := start(t)
	c.withMail()
	c.secondFactor(c.Secretary)
	mfa := c.firstStep(c.Secretary)
	_, err := c.NonconcurrentDB().NewQuery("UPDATE _mfas SET created = '2026-01-01 00:00:00.000Z'").Execute()
	if err != nil {
		t.Fatal(err)
	}
	c.asksCode(mfa).WantFault(400, "account.second_step_over")
}

func TestCodesAreNotGuessedNorMailedWithoutEnd(t *testing.T) {
	c := start(t)
	box := c.withMail()
	c.secondFactor(c.Secretary)
	mfa := c.firstStep(c.Secretary)
	otp := c.asksCode(mfa).Want(200).JSON()["otp"].(string)
	for range 5 {
		c.secondStep(mfa, otp, "nothing").Want(400)
	}
	c.secondStep(mfa, otp, box.code()).Want(429)
	for range 5 {
		c.asksCode(mfa).Want(200)
	}
	c.asksCode(mfa).WantFault(429, "account.too_many_tries")
}

func TestTurningTheSecondStepOnNeedsAConfirmedMailboxAndThePassword(t *testing.T) {
	c := start(t)
	here := c.enters(c.Secretary, "")
	on := map[string]any{"on": true, "password": apptest.Password}
	address := map[string]any{"email": " Sekdes@Tamansari.example ", "password": apptest.Password}
	here.do("POST", "/api/me/second-factor", on).WantFault(503, "officer.no_mail")
	here.do("POST", "/api/me/email", address).WantFault(503, "officer.no_mail")

	box := c.withMail()
	if got := here.do("POST", "/api/me/second-factor", on).Want(400).FieldKey("second_factor"); got != "officer.second_factor_mail" {
		t.Error(got)
	}
	box.fail = errors.New("no route to the mail server")
	here.do("POST", "/api/me/email", address).WantFault(503, "officer.mail_failed")
	box.fail = nil
	here.do("POST", "/api/me/email", map[string]any{"email": "bukan alamat", "password": apptest.Password}).Want(400)
	if got := here.do("POST", "/api/me/email", map[string]any{"email": "a@b.example", "password": "salah-sama-sekali"}).Want(400).FieldKey("password"); got != "account.old_password" {
		t.Error(got)
	}
	here.do("POST", "/api/me/email", address).Want(204)
	if to := box.last().To[0].Address; to != "sekdes@tamansari.example" {
		t.Errorf("sent to %s", to)
	}
	if got := here.do("POST", "/api/me/email/confirm", map[string]any{"code": "AAAA-AAAA"}).Want(400).FieldKey("code"); got != "officer.mail_code" {
		t.Error(got)
	}
	answer := here.do("POST", "/api/me/email/confirm", map[string]any{"code": strings.ToLower(box.code())}).Want(200).JSON()
	if record := answer["record"].(map[string]any); record["email"] != "sekdes@tamansari.example" || record["verified"] != true {
		t.Errorf("the login is %v", record)
	}
	here.token = answer["token"].(string)
	c.Store().Remove("web.limit.accounts.own_password")
	here.do("POST", "/api/me/second-factor", map[string]any{"on": true, "password": "salah-sama-sekali"}).Want(400)
	here.do("POST", "/api/me/second-factor", on).Want(200)
	c.firstStep(c.Secretary)
	here.do("POST", "/api/me/second-factor", map[string]any{"on": false, "password": "salah-sama-sekali"}).Want(400)
	c.firstStep(c.Secretary)
	here.do("POST", "/api/me/second-factor", map[string]any{"on": false, "password": apptest.Password}).Want(200)
	c.knocks(c.Secretary).Want(200)
}

func TestAMailboxIsConfirmedInTimeAndByOneOfficer(t *testing.T) {
	c := start(t)
	box := c.withMail()
	c.secondFactor(c.Secretary)
	here := c.enters(c.Officer, "")
	ask := func(address string) {
		t.Helper()
		here.do("POST", "/api/me/email", map[string]any{"email": address, "password": apptest.Password}).Want(204)
	}
	confirm := func() *apptest.Response {
		t.Helper()
		return here.do("POST", "/api/me/email/confirm", map[string]any{"code": box.code()})
	}
	ask("sekdes@tamansari.example")
	if got := confirm().Want(409).FieldKey("email"); got != "officer.mail_taken" {
		t.Error(got)
	}
	ask("loket@tamansari.example")
	officer, err := c.FindRecordById("officers", c.Officer.Id)
	if err != nil {
		t.Fatal(err)
	}
	officer.Set("email_until", officer.GetDateTime("updated").Add(-time.Minute))
	c.save(officer)
	if got := confirm().Want(400).FieldKey("code"); got != "officer.mail_code" {
		t.Error(got)
	}
}

func TestOfficersCannotTurnTheSecondStepOnOrOffByTheRecord(t *testing.T) {
	c := start(t)
	c.secondFactor(c.Secretary)
	c.Do("PATCH", path(c.Secretary), map[string]any{"second_factor": false, "email": "x@y.example"}, c.Secretary).Want(200)
	after, err := c.FindRecordById("officers", c.Secretary.Id)
	if err != nil || !after.GetBool("second_factor") || after.Email() != "sekdes@tamansari.example" {
		t.Errorf("second factor %v, %s", after.GetBool("second_factor"), after.Email())
	}
	if got := c.Do("PATCH", path(c.Officer), map[string]any{"second_factor": true}, c.Admin).Want(400).FieldKey("second_factor"); got != "officer.second_factor_mail" {
		t.Error(got)
	}
}

func TestAServerWithoutMailSaysSoAtTheSecondStep(t *testing.T) {
	c := start(t)
	c.secondFactor(c.Secretary)
	c.asksCode(c.firstStep(c.Secretary)).WantFault(503, "officer.no_mail")
}
