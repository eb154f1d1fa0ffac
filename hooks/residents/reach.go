package residents

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var errInactive = fault.New(fault.Forbidden, "resident.inactive_officer",
	"Akun petugas ini sudah tidak aktif. Hubungi admin kantor.",
	"This officer's account is no longer active. Ask the office's admin.")

// reach is whose data a member of staff may see: a hamlet head their hamlets'
// and those they act for, everybody else at the office the whole village's.
type reach struct {
	everywhere bool
	hamlets    []string
}

// reachOf wants a login of the officers or superusers collection.
func reachOf(app core.App, auth *core.Record) (reach, error) {
	if !auth.IsSuperuser() && !auth.GetBool("active") { // a token outlives the login
		return reach{}, errInactive
	}
	within, err := delegation.ReachOf(app, auth)
	return reach{within.Everywhere, within.Hamlets}, err
}

func (r reach) covers(hamlet string) bool {
	return r.everywhere || slices.Contains(r.hamlets, hamlet)
}
