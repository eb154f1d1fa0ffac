package access

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var errWaysKept = fault.New(fault.Forbidden, "access.ways_kept",
	"Cara masuk warga dan petugas tidak diubah lewat admin: warga masuk dengan NIK, petugas dengan nama pengguna, dan kode surel hanya langkah kedua. Masa berlaku token dan isi surel boleh diubah.",
	"How residents and staff log in is not changed in the admin pages: residents by NIK, staff by user name, mailed codes as a second step only. How long tokens last and what mails say may be changed.")

// wayIn is the one way to log in to a collection. A second one, such as a code by
// mail alone, another identity, or an account elsewhere, would go past the counter
// that opens a login, the limits that count tries and the second step.
type wayIn struct {
	authRule   string
	identity   string
	secondStep string // whom a mailed code is asked of as well; "" is nobody
}

// Length and life of a mailed code: the pages speak of six digits and ten minutes.
const (
	codeDigits  = 6
	codeSeconds = 10 * 60
)

var waysIn = map[string]wayIn{
	"accounts": {authRule: "active = true", identity: "nik"},
	"officers": {authRule: "active = true", identity: "username", secondStep: "second_factor = true"},
}

// keeps tells whether a collection has this way in and no other.
func (w wayIn) keeps(c *core.Collection) bool {
	second := w.secondStep != ""
	return same(c.AuthRule, &w.authRule) && !c.OAuth2.Enabled &&
		c.PasswordAuth.Enabled && slices.Equal(c.PasswordAuth.IdentityFields, []string{w.identity}) &&
		c.OTP.Enabled == second && c.MFA.Enabled == second &&
		(!second || c.MFA.Rule == w.secondStep && c.OTP.Length == codeDigits && c.OTP.Duration == codeSeconds)
}

func (w wayIn) set(c *core.Collection) {
	second := w.secondStep != ""
	c.AuthRule = is(w.authRule)
	c.OAuth2.Enabled = false
	c.PasswordAuth.Enabled, c.PasswordAuth.IdentityFields = true, []string{w.identity}
	c.OTP.Enabled, c.MFA.Enabled = second, second
	if second {
		c.MFA.Rule, c.OTP.Length, c.OTP.Duration = w.secondStep, codeDigits, codeSeconds
	}
}

func keepsWays(c *core.Collection) bool {
	way, logsIn := waysIn[c.Name]
	return !logsIn || way.keeps(c)
}

// restoreWays takes back what an admin has switched before this was refused.
func restoreWays(app core.App) error {
	for name, way := range waysIn {
		collection, err := app.FindCollectionByNameOrId(name)
		if err != nil {
			return err
		}
		if way.keeps(collection) {
			continue
		}
		way.set(collection)
		if err := app.Save(collection); err != nil {
			return err
		}
	}
	return nil
}

// steps are PocketBase's records of a login under way and of accounts elsewhere.
// An admin who makes one up is through the second step as somebody else.
var steps = []string{core.CollectionNameMFAs, core.CollectionNameOTPs, core.CollectionNameExternalAuths}
