package beneficiaries

import (
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var (
	errNotKeeper = fault.New(fault.Forbidden, "benefit.not_yours",
		"Daftar penerima bantuan diisi oleh petugas kantor, sekretaris, atau pimpinan desa. Minta salah satu dari mereka.",
		"Lists of beneficiaries are kept by office officers, the secretary and the village head. Ask one of them.")
	errOwn = fault.New(fault.Forbidden, "benefit.own",
		"Ini bantuan untuk Anda sendiri atau keluarga Anda. Catat sebagai calon; petugas lain yang menetapkan, mengubah, dan membayarkannya.",
		"This is aid for yourself or your own family. Record it as a candidate; another officer approves, changes and pays it.")
	errUnseen = fault.New(fault.NotFound, "benefit.not_found",
		"Penerima bantuan tidak ditemukan, atau bukan warga wilayah Anda.",
		"No such beneficiary, or not one of your hamlets.")
)

var keepers = []string{delegation.Officer, delegation.Secretary, delegation.VillageHead}

// mayKeep says whether a login may change who gets what.
func mayKeep(app core.App, auth *core.Record) error {
	return delegation.MustHold(app, auth, errNotKeeper, keepers...)
}

// keeperRoute is for routes that change something.
func keeperRoute(do func(*core.RequestEvent) error) func(*core.RequestEvent) error {
	return func(e *core.RequestEvent) error {
		if err := mayKeep(e.App, e.Auth); err != nil {
			return err
		}
		return do(e)
	}
}

// kinOf are an officer's own; a superuser has none.
func kinOf(app core.App, auth *core.Record) (delegation.Kin, error) {
	if auth == nil || auth.IsSuperuser() {
		return delegation.Kin{}, nil
	}
	return delegation.KinOf(app, auth.GetString("resident"))
}

// isOwn tells whether aid goes to somebody's kin.
func isOwn(app core.App, kin delegation.Kin, resident, household string) (bool, error) {
	if len(kin.Residents) == 0 {
		return false, nil
	}
	if slices.Contains(kin.Residents, resident) || household == "" {
		return slices.Contains(kin.Residents, resident), nil
	}
	var one string
	err := app.DB().Select("household").From("residents").Where(dbx.HashExp{"id": kin.Residents[0]}).Row(&one)
	return one == household, err
}

// purposeOf is why a page of the office shows who gets aid: what the officer
// stated, or the upkeep of the list.
func purposeOf(e *core.RequestEvent) audit.Purpose {
	if !e.HasSuperuserAuth() && e.Auth.GetString("role") == delegation.Auditor {
		return audit.StatedOr(e, audit.Oversight)
	}
	return audit.StatedOr(e, audit.Upkeep)
}

// nameOf is who did something, for the record.
func nameOf(auth *core.Record) (officer, name string) {
	switch {
	case auth == nil:
		return "", ""
	case auth.IsSuperuser():
		return "", "Admin"
	}
	return auth.Id, auth.GetString("name")
}
