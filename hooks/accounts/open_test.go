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
	c.open(c.HeadOfKaja, c.Wayan).Want(200)
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
