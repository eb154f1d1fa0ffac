package programs

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var (
	errNotKeeper = fault.New(fault.Forbidden, "program.not_yours",
		"Program diisi oleh petugas kantor, sekretaris, atau pimpinan desa. Minta salah satu dari mereka.",
		"Programs are kept by office officers, the secretary and the village head. Ask one of them.")
	errNotDecider = fault.New(fault.Forbidden, "proposal.not_decider",
		"Usulan diputuskan oleh sekretaris atau pimpinan desa.",
		"Proposals are decided by the secretary or the village head.")
	errNotYourHamlet = fault.New(fault.Forbidden, "proposal.not_your_hamlet",
		"Anda hanya dapat mencatat usulan banjar Anda sendiri.",
		"You can record proposals of your own hamlets only.")
)

var (
	keepers  = []string{delegation.Officer, delegation.Secretary, delegation.VillageHead}
	deciders = []string{delegation.Secretary, delegation.VillageHead}
)

// mayKeep says whether a login may change programs.
func mayKeep(app core.App, auth *core.Record) error {
	return delegation.MustHold(app, auth, errNotKeeper, keepers...)
}

// mayDecide says whether a login may decide on proposals.
func mayDecide(app core.App, auth *core.Record) error {
	return delegation.MustHold(app, auth, errNotDecider, deciders...)
}

// mayRecord says whether a login may record what a hamlet's meeting asked for, and
// hide what is not fit to be seen: the office, and hamlet heads in their areas.
func mayRecord(app core.App, auth *core.Record, hamlet string) error {
	if !isStaff(auth) {
		return errNotYourHamlet
	}
	if auth.IsSuperuser() {
		return nil
	}
	reach, err := delegation.ReachOf(app, auth)
	if err != nil {
		return err
	}
	if auth.GetString("role") == delegation.Auditor || !reach.Covers(hamlet) {
		return errNotYourHamlet
	}
	return nil
}

func isStaff(auth *core.Record) bool {
	return auth != nil && (auth.IsSuperuser() || auth.Collection().Name == "officers")
}

func isResident(auth *core.Record) bool {
	return auth != nil && auth.Collection().Name == "accounts"
}

// actor is where a record carries who asked for its change down to the model
// hooks; it is no field, so it is never saved.
const actor = "@actor"

func carryActor(record, auth *core.Record) { record.SetRaw(actor, auth) }

// actorOf is who asked for a change over the API, nil in the program itself.
func actorOf(record *core.Record) *core.Record {
	who, _ := record.GetRaw(actor).(*core.Record)
	return who
}

// nameOf is somebody in office as the public reads them: "Ni Made, Sekretaris Desa".
func nameOf(auth *core.Record) string {
	switch {
	case auth == nil:
		return ""
	case auth.IsSuperuser():
		return "Admin"
	case auth.GetString("title") == "":
		return auth.GetString("name")
	}
	return auth.GetString("name") + ", " + auth.GetString("title")
}
