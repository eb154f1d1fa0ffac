package budget

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var errNotYours = fault.New(fault.Forbidden, "budget.not_yours",
	"Anggaran diisi oleh petugas kantor, sekretaris, atau pimpinan desa. Minta salah satu dari mereka.",
	"The budget is kept by office officers, the secretary and the village head. Ask one of them.")

var keepers = []string{delegation.Officer, delegation.Secretary, delegation.VillageHead}

// mayKeep says whether a login may change the budget.
func mayKeep(app core.App, auth *core.Record) error {
	return delegation.MustHold(app, auth, errNotYours, keepers...)
}

func onlyKeepers(e *core.RecordRequestEvent) error {
	if err := mayKeep(e.App, e.Auth); err != nil {
		return err
	}
	e.Record.SetRaw(actor, byOf(e.Auth))
	return e.Next()
}

// actor is where a record carries who asked for its change down to the hooks that
// write the history; it is no field, so it is never saved.
const actor = "@actor"

func actorOf(record *core.Record) by {
	who, _ := record.GetRaw(actor).(by)
	return who
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

// by is who did something, for the history.
type by struct{ officer, name string }

func byOf(auth *core.Record) by {
	switch {
	case auth == nil:
		return by{}
	case auth.IsSuperuser():
		return by{name: auth.Email()}
	}
	return by{auth.Id, auth.GetString("name")}
}
