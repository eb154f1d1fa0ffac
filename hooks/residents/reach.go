package residents

import (
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
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

// reachAsked is whose data a search or a card shows: of who acts for some services
// only, also that of people at the counter and of whose request for such a service
// is at hand.
func reachAsked(e *core.RequestEvent) (reach, error) {
	if own, err := reachOf(e.App, e.Auth); err != nil || own.everywhere {
		return own, err
	}
	var wider delegation.Reach
	var err error
	query := e.Request.URL.Query()
	switch request := query.Get("request"); {
	case request != "":
		var service string
		if err := e.App.DB().Select("service").From("requests").Where(dbx.HashExp{"id": request}).Row(&service); err != nil {
			return reach{}, errOtherRequest.At("request", errOtherRequest).Because(err)
		}
		wider, err = delegation.ReachFor(e.App, e.Auth, service)
	case query.Get("purpose") == audit.AtCounter:
		wider, err = delegation.ReachAtCounter(e.App, e.Auth)
	default:
		return reachOf(e.App, e.Auth)
	}
	return reach{wider.Everywhere, wider.Hamlets}, err
}

func (r reach) covers(hamlet string) bool {
	return r.everywhere || slices.Contains(r.hamlets, hamlet)
}
