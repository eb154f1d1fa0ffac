package delegation

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"
)

// Holds tells whether a login has one of these posts, or acts as its holder today
// for all services (Plt., Plh., Pj.). Admins do; an officer whose login has ended
// does not, although their token may outlive it.
func Holds(app core.App, auth *core.Record, posts ...string) (bool, error) {
	switch {
	case auth == nil:
		return false, nil
	case auth.IsSuperuser():
		return true, nil
	case auth.Collection().Name != "officers" || !auth.GetBool("active"):
		return false, nil
	case slices.Contains(posts, auth.GetString("role")):
		return true, nil
	}
	powers, err := PowersOf(app, auth.Id)
	return slices.ContainsFunc(powers, func(power Power) bool {
		return len(power.Services) == 0 && AsPost(power.Form) && slices.Contains(posts, power.Post)
	}), err
}

// MustHold is nil for those who do, and the refusal for others.
func MustHold(app core.App, auth *core.Record, refusal error, posts ...string) error {
	may, err := Holds(app, auth, posts...)
	if err == nil && !may {
		return refusal
	}
	return err
}
