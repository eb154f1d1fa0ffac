package accounts

import (
	"net/http"
	"slices"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var (
	errResident = fault.New(fault.NotFound, "account.resident",
		"Warga tidak ditemukan di register desa, atau bukan warga wilayah Anda.",
		"No such resident in the village register, or not one of your hamlets.")
	errNotLiving = fault.New(fault.Invalid, "account.not_living",
		"Akun hanya dibuka untuk warga yang masih tercatat hidup di desa.",
		"An account can only be opened for a resident who is on record as living here.")
	errOwnLogin = fault.New(fault.Forbidden, "account.own_family",
		"Ini akun Anda sendiri atau keluarga Anda. Minta rekan lain membuatkan kodenya.",
		"This login is your own or your family's. Ask a colleague to make the code.")
)

var errSwitchedOff = fault.New(fault.Conflict, "account.switched_off",
	"Akun warga ini dinonaktifkan oleh admin. Minta admin mengaktifkannya lebih dulu.",
	"The admin has switched this person's account off. Ask the admin to switch it on first.")

// codeLives is how long a one-time code works.
const codeLives = 7 * 24 * time.Hour

// open opens the login of a resident, or helps one who lost the password: it
// answers with a one-time code that is shown once and handed over in person.
// An old password goes on working until the code is used. Whoever holds the code
// can become the resident, so the resident sees in the trail who had it made.
func open(e *core.RequestEvent) error {
	asked := struct {
		Resident string `json:"resident"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errResident.Because(err)
	}
	resident, err := e.App.FindRecordById("residents", asked.Resident)
	if err != nil || !mayOpenFor(e.App, e.Auth, resident) {
		return errResident
	}
	if resident.GetString("life_status") != "hidup" {
		return errNotLiving
	}
	code := newCode()
	until := time.Now().UTC().Add(codeLives).Truncate(time.Second)
	err = e.App.RunInTransaction(func(tx core.App) error {
		account, err := accountOf(tx, resident)
		if err != nil {
			return err
		}
		if err := mayOpenAnew(tx, e.Auth, account, resident); err != nil {
			return err
		}
		kept, err := types.ParseDateTime(until)
		if err != nil {
			return err
		}
		account.Set("opened_by", e.Auth.Id)
		account.Set("activation_hash", hashCode(account.Id, code))
		account.Set("activation_until", kept)
		return tx.Save(account)
	})
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, audit.StatedOr(e, audit.AtCounter), audit.Changed, resident.Id)
	nik := resident.GetString("nik")
	return e.JSON(http.StatusOK, map[string]any{
		"code": code, "until": until, "name": resident.GetString("name"), "nik_last4": nik[max(0, len(nik)-4):],
	})
}

// mayOpenFor is for those who stand at a counter: hamlet heads for their own
// areas and those they act for, auditors for nobody.
func mayOpenFor(app core.App, auth, resident *core.Record) bool {
	reach, err := delegation.ReachOf(app, auth)
	return err == nil && auth.GetString("role") != delegation.Auditor && reach.Covers(resident.GetString("hamlet"))
}

// mayOpenAnew says why somebody at the counter may not have a code made for this
// login: the same that a registration would be refused for.
func mayOpenAnew(tx core.App, auth, account, resident *core.Record) error {
	kin, err := delegation.KinOf(tx, auth.GetString("resident"))
	if err != nil {
		return err
	}
	used := !account.GetDateTime("activated_at").IsZero()
	switch {
	case !account.GetBool("active"):
		return errSwitchedOff
	case kin.Own(resident.Id, ""):
		return errOwnLogin
	case used && !auth.IsSuperuser() && !slices.Contains(replacers, auth.GetString("role")):
		return errMayNotReplace
	}
	return nil
}

// accountOf finds the login of a resident or makes one that nobody can enter yet.
func accountOf(tx core.App, resident *core.Record) (*core.Record, error) {
	if account, err := tx.FindFirstRecordByData("accounts", "resident", resident.Id); err == nil {
		return account, nil
	}
	collection, err := tx.FindCachedCollectionByNameOrId("accounts")
	if err != nil {
		return nil, err
	}
	account := core.NewRecord(collection)
	account.Id = core.GenerateDefaultRandomId()
	account.Set("resident", resident.Id)
	account.Set("nik", resident.GetString("nik"))
	account.Set("name", resident.GetString("name"))
	account.Set("phone", resident.GetString("phone"))
	account.Set("active", true)
	account.SetRandomPassword()
	return account, nil
}
