package privacy

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
)

// isOfficer is a member of staff whose login still holds: a token outlives it.
func isOfficer(auth *core.Record) bool {
	return auth != nil && auth.Collection().Name == "officers" && auth.GetBool("active")
}

// holds tells whether a member of staff has one of these posts, or acts as its
// holder today, for all services (Plt., Plh., Pj.).
func holds(app core.App, auth *core.Record, posts ...string) (bool, error) {
	if !isOfficer(auth) || slices.Contains(posts, auth.GetString("role")) {
		return isOfficer(auth), nil
	}
	powers, err := delegation.PowersOf(app, auth.Id)
	return slices.ContainsFunc(powers, func(p delegation.Power) bool {
		return len(p.Services) == 0 && delegation.AsPost(p.Form) && slices.Contains(posts, p.Post)
	}), err
}

// ownFamily tells whether an officer is this resident, or lives with them: nobody
// decides for their own.
func ownFamily(app core.App, auth *core.Record, resident string) (bool, error) {
	if auth.IsSuperuser() {
		return false, nil
	}
	kin, err := delegation.KinOf(app, auth.GetString("resident"))
	return kin.Own(resident, ""), err
}

// signature is who decided, as the resident reads it.
func signature(auth *core.Record) (name, title string) {
	if auth.IsSuperuser() {
		return "Admin", ""
	}
	return auth.GetString("name"), auth.GetString("title")
}
