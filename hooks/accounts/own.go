package accounts

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var errHamletMissing = fault.New(fault.Invalid, "officer.hamlet_missing",
	"Pilih paling sedikit satu wilayah untuk kepala wilayah.",
	"Choose at least one hamlet for a hamlet head.")

var errLivesHere = fault.New(fault.Invalid, "officer.lives_here",
	"Petugas ini sudah dihubungkan dengan data warga. Kosongkan resident, atau lepas centang lives elsewhere.",
	"This officer is linked to a resident. Empty resident, or take the tick from lives elsewhere.")

// own are the settings that people change themselves; the rest of a login
// belongs to the office.
var own = []string{"phone", "language", "password", "tokenKey", "updated"}

// keepTokensSecret: with a key of their choice somebody could make tokens of the
// login's owner, past password and second factor. Whoever sends one ends the
// sessions, as PocketBase's UI offers, with a key that nobody knows. Nor does
// anybody choose the code that a login is opened with.
func keepTokensSecret(e *core.RecordRequestEvent) error {
	if e.Record.IsNew() || e.Record.TokenKey() != e.Record.Original().TokenKey() {
		e.Record.RefreshTokenKey()
	}
	for _, field := range secrets {
		if e.Collection.Fields.GetByName(field) != nil {
			e.Record.SetRaw(field, e.Record.Original().GetRaw(field))
		}
	}
	return e.Next()
}

func onlyOwnSettings(e *core.RecordRequestEvent) error {
	if e.HasSuperuserAuth() {
		return e.Next()
	}
	before := e.Record.Original()
	for _, field := range e.Collection.Fields.FieldNames() {
		if !slices.Contains(own, field) {
			e.Record.SetRaw(field, before.GetRaw(field))
		}
	}
	return e.Next()
}

func checkOfficer(e *core.RecordEvent) error {
	if e.Record.GetString("role") == "hamlet_head" && len(e.Record.GetStringSlice("hamlets")) == 0 {
		return errHamletMissing.At("hamlets", errHamletMissing)
	}
	if e.Record.GetBool("lives_elsewhere") && e.Record.GetString("resident") != "" {
		return errLivesHere.At("lives_elsewhere", errLivesHere)
	}
	return e.Next()
}

// followResident keeps the login in step with the register: a corrected NIK is
// the one to log in with, and who has left or died no longer logs in. Register
// and login change together or not at all.
func followResident(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		if err := e.Next(); err != nil {
			return err
		}
		account, err := tx.FindFirstRecordByData("accounts", "resident", e.Record.Id)
		if err != nil {
			return nil // no login
		}
		living := e.Record.GetString("life_status") == "hidup"
		if account.GetString("nik") == e.Record.GetString("nik") &&
			account.GetString("name") == e.Record.GetString("name") && (living || !account.GetBool("active")) {
			return nil
		}
		account.Set("nik", e.Record.GetString("nik"))
		account.Set("name", e.Record.GetString("name"))
		account.Set("active", account.GetBool("active") && living)
		return tx.Save(account)
	})
}
