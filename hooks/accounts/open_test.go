package accounts_test

import (
	"bytes"
	"regexp"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

func TestTheDeskHandsOverACodeThatIsKeptNowhere(t *testing.T) {
	c := start(t)
	answer := c.open(c.Officer, c.Nyoman).Want(200).JSON()
	code, _ := answer["code"].(string)
	if !regexp.MustCompile(`^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$`).MatchString(code) {
		t.Errorf("code %q", code)
	}
	if answer["name"] != "Ni Nyoman Sariasih" || answer["nik_last4"] != "0005" || answer["until"] == nil {
		t.Errorf("answered %v", answer)
	}
	account := c.account(c.Nyoman)
	if account.GetString("nik") != c.Nyoman.GetString("nik") || !account.GetBool("active") || account.GetString("phone") != "081234500005" {
		t.Errorf("account %v", account.FieldsData())
	}
	for name, value := range account.FieldsData() {
		if text, ok := value.(string); ok && (text == code || text == code[:4]+code[5:]) {
			t.Errorf("%s holds the code", name)
		}
	}
}

func TestAHamletHeadOpensAccountsOfTheirOwnHamletOnly(t *testing.T) {
	c := start(t)
	c.open(c.HeadOfKelod, c.Nyoman).Want(200)
	c.open(c.HeadOfKelod, c.Wayan).WantFault(404, "account.resident")
	c.open(c.HeadOfKaja, c.Ketut).Want(200)
	c.open(c.HeadOfKaja, c.Nyoman).WantFault(404, "account.resident")
}

func TestResidentsAndGuestsOpenNoAccounts(t *testing.T) {
	c := start(t)
	c.open(apptest.Guest, c.Nyoman).Want(401)
	c.open(c.Resident, c.Nyoman).Want(403)
}

func TestSomebodyElsesResidentAndNoneAnswerAlike(t *testing.T) {
	c := start(t)
	nobody := core.NewRecord(c.Wayan.Collection())
	nobody.Id = "nosuchresident0"
	theirs, none := c.open(c.HeadOfKelod, c.Wayan), c.open(c.HeadOfKelod, nobody)
	if theirs.Status != none.Status || !bytes.Equal(theirs.Body, none.Body) {
		t.Errorf("%d %s and %d %s", theirs.Status, theirs.Body, none.Status, none.Body)
	}
}

func TestNobodyOpensAnAccountForTheDead(t *testing.T) {
	c := start(t)
	c.Nyoman.Set("life_status", "mati")
	c.save(c.Nyoman)
	c.open(c.Officer, c.Nyoman).WantFault(400, "account.not_living")
}

func TestWhoLostThePasswordGetsACodeForTheSameAccount(t *testing.T) {
	c := start(t)
	nik := c.Wayan.GetString("nik")
	code := c.code(c.Wayan)
	c.login(nik, apptest.Password).Want(200) // the old one works until the code is used
	c.activate(nik, code, "kata-sandi-baru").Want(200)
	c.login(nik, apptest.Password).Want(400)
	c.login(nik, "kata-sandi-baru").Want(200)
	if got := c.account(c.Wayan).Id; got != c.Resident.Id {
		t.Errorf("another account %s", got)
	}
}

func TestALivingLoginIsOpenedAnewAtTheOfficeOnly(t *testing.T) {
	c := start(t)
	for _, actor := range []*core.Record{c.HeadOfKaja, c.VillageHead} {
		c.open(actor, c.Wayan).WantFault(403, "registration.may_not_replace")
		c.open(actor, c.Ketut).Want(200) // nobody has used that one yet
	}
	for _, actor := range []*core.Record{c.Officer, c.Secretary, c.Admin} {
		c.open(actor, c.Wayan).Want(200)
		if got := c.account(c.Wayan).GetString("opened_by"); got != actor.Id {
			t.Errorf("made by %q", got)
		}
	}
}

func TestNoOfficerHoldsACodeForTheirOwnFamily(t *testing.T) {
	c := start(t)
	c.Officer.Set("resident", c.Wayan.Id)
	c.save(c.Officer)
	c.open(c.Officer, c.Wayan).WantFault(403, "account.own_family")
	c.open(c.Officer, c.Ketut).WantFault(403, "account.own_family")
	if n, _ := c.CountRecords("accounts"); n != 2 {
		t.Errorf("%d logins", n)
	}
	c.open(c.Officer, c.Made).Want(200)
	c.open(c.Secretary, c.Ketut).Want(200)
}

// If it was somebody else who came to the counter, the owner learns of it.
func TestWhoseLoginIsEnteredWithACodeFromTheCounterIsTold(t *testing.T) {
	c, mails := withMail(t)
	c.activate(c.Wayan.GetString("nik"), c.code(c.Wayan), fresh).Want(200)
	mail := c.arrived(mails)
	if mail.To[0].Address != mailOfWayan || mail.Subject != "Kata sandi akun Anda dibuat baru" || bytes.Contains([]byte(mail.Text), []byte(fresh)) {
		t.Errorf("mail %+v", mail)
	}
}
