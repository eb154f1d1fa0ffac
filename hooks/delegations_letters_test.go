package hooks_test

import (
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/letters"
	"mdesa/hooks/requests"
)

// signs is one way of signing: who hands over to whom, and who signs.
type signs struct {
	form       string
	prepare    func(v village) *core.Record // gives who signs
	head       []string                     // what the letter must say, in this order
	title      string
	delegation bool
}

var waysToSign = []signs{
	{"", func(v village) *core.Record { return v.VillageHead }, []string{"PERBEKEL TAMAN SARI,"}, "Perbekel", false},
	{"a.n.", func(v village) *core.Record { return v.Given(v.VillageHead, v.Secretary, "a.n.") },
		[]string{"a.n. PERBEKEL TAMAN SARI", "SEKRETARIS DESA,"}, "a.n. Perbekel, Sekretaris Desa", true},
	{"u.b.", func(v village) *core.Record {
		v.Given(v.VillageHead, v.Secretary, "a.n.")
		return v.Given(v.Secretary, v.Officer, "u.b.")
	}, []string{"a.n. PERBEKEL TAMAN SARI", "SEKRETARIS DESA", "u.b.", "KASI PELAYANAN,"}, "a.n. Perbekel, u.b. Kasi Pelayanan", true},
	{"Plt.", func(v village) *core.Record {
		v.retire(v.VillageHead)
		return v.Given(v.VillageHead, v.Secretary, "Plt.")
	},
		[]string{"Plt. PERBEKEL TAMAN SARI,"}, "Plt. Perbekel", true},
	{"Plh.", func(v village) *core.Record { return v.Given(v.VillageHead, v.Secretary, "Plh.") },
		[]string{"Plh. PERBEKEL TAMAN SARI,"}, "Plh. Perbekel", true},
	{"Pj.", func(v village) *core.Record { v.retire(v.VillageHead); return v.Given(nil, v.Officer, "Pj.") },
		[]string{"Pj. PERBEKEL TAMAN SARI,"}, "Pj. Perbekel", true},
}

// retire ends a term of office.
func (v village) retire(officer *core.Record) {
	v.t.Helper()
	officer.Set("active", false)
	apptest.Save(v.t, v, officer)
}

func TestALetterShowsHowItWasSigned(t *testing.T) {
	for _, way := range waysToSign {
		t.Run("form "+way.form, func(t *testing.T) {
			v := start(t)
			id := v.ToSign()
			signer := way.prepare(v)
			v.Act(signer, id, "sign").Want(200)
			letter := v.Letter(id)
			if got := letter.GetString("signature_form"); got != way.form {
				t.Errorf("the form is %q", got)
			}
			if got := letter.GetString("delegation") != ""; got != way.delegation {
				t.Errorf("delegation %q", letter.GetString("delegation"))
			}
			if got := v.verify(letter.GetString("code"))["signer_title"]; got != way.title {
				t.Errorf("the verification page shows %q, want %q", got, way.title)
			}
			frozen := letters.Letter{}
			if err := letter.UnmarshalJSONField("data", &frozen); err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(frozen.Signature.Head, "|"); got != strings.Join(way.head, "|") {
				t.Errorf("it reads %s", got)
			}
			if got := frozen.Signature.DecreeNumber; way.delegation && got != "800/12/2026" {
				t.Errorf("the decree is %q", got)
			}
			v.WantValidPDF(letter, way.head)
		})
	}
}

func TestALetterKeepsTheFormOfTheMomentItWasSigned(t *testing.T) {
	v := start(t)
	v.Given(v.VillageHead, v.Secretary, "Plh.")
	id := v.ToSign()
	v.Act(v.Secretary, id, "sign").Want(200)
	first := v.Letter(id)
	v.EndDelegations()
	next := v.Found("letters", v.Revoke(v.Secretary, first, "replaced").Want(200).JSON()["replacement"].(string))
	if next.GetString("signature_form") != "a.n." || next.GetString("delegation") != "" {
		t.Errorf("the replacement: %s of %q", next.GetString("signature_form"), next.GetString("delegation"))
	}
	v.Given(v.VillageHead, v.Officer, "Plh.")
	v.Revoke(v.Officer, first, "revoked").WantFault(409, "letter.revoked_already")
	third := v.Found("letters", v.Revoke(v.Officer, next, "replaced").Want(200).JSON()["replacement"].(string))
	if third.GetString("signature_form") != "Plh." || third.GetString("signer_title") != "Plh. Perbekel" {
		t.Errorf("the replacement by the delegate: %s, %s", third.GetString("signature_form"), third.GetString("signer_title"))
	}
	if again := v.Found("letters", first.Id); again.GetString("signature_form") != "Plh." || again.GetString("sha256") != first.GetString("sha256") {
		t.Error("the first letter changed")
	}
	sheet := string(v.Do("GET", "/api/letters/register?format=csv", nil, v.Officer).Want(200).Body)
	if !strings.Contains(sheet, "Plh. Perbekel,800/12/2026 "+v.Day(-1)) {
		t.Errorf("the register reads\n%s", sheet)
	}
	v.EndDelegations()
	v.Revoke(v.Officer, third, "revoked").WantFault(403, "letter.not_revoker")
}

func TestAnOverdueSignatureIsTheSecretarysOnTheHeadsBehalf(t *testing.T) {
	v := start(t)
	id := v.ToSign()
	v.Act(v.Secretary, id, "sign").WantFault(403, "request.not_yours")
	if err := requests.Deadline(v, time.Now().Add(60*24*time.Hour).Truncate(time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	v.Act(v.Officer, id, "sign").WantFault(403, "request.not_yours")
	v.Act(v.Secretary, id, "sign").Want(200)
	letter := v.Letter(id)
	if letter.GetString("signature_form") != "a.n." || letter.GetString("signer_title") != "a.n. Perbekel, Sekretaris Desa" {
		t.Errorf("signed %s by %s", letter.GetString("signature_form"), letter.GetString("signer_title"))
	}
}

func TestTheHeadsOwnLetterIsSignedByTheNextInLine(t *testing.T) {
	v := start(t)
	v.VillageHead.Set("resident", v.Ketut.Id)
	apptest.Save(t, v, v.VillageHead)
	id := v.ToSign() // Wayan's, of the same household
	v.Act(v.VillageHead, id, "sign").WantFault(403, "request.own_kin")
	v.Act(v.Secretary, id, "sign").Want(200)
	letter := v.Letter(id)
	if letter.GetString("signature_form") != "a.n." {
		t.Errorf("signed %q", letter.GetString("signature_form"))
	}
	v.Revoke(v.VillageHead, letter, "replaced").WantFault(403, "letter.own")
}
