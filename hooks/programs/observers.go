package programs

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errNotObserver = fault.New(fault.Forbidden, "milestone.not_yours",
		"Kemajuan dicatat oleh petugas kantor, atau oleh kelian banjar tempat program itu. Minta salah satu dari mereka.",
		"Progress is recorded by the office, or by the head of the hamlet where the program is. Ask one of them.")
	errNotYourObservation = fault.New(fault.Forbidden, "milestone.not_your_observation",
		"Anda hanya dapat menarik kemajuan yang Anda catat sendiri, selama kantor belum mengonfirmasinya.",
		"You can take back only what you recorded yourself, as long as the office has not confirmed it.")
	errObservedPhoto = fault.New(fault.Invalid, "milestone.photo",
		"Sertakan foto dari lokasi, agar kantor dapat mengonfirmasinya.",
		"Add a photo of the place, so that the office can confirm it.")
)

// mayObserve says whether a login may tell the office how far a program is: the
// head of the hamlet where it is, or who acts for them. Not of what is for the
// whole village.
func mayObserve(app core.App, auth *core.Record, hamlet string) error {
	if hamlet == "" || mayRecord(app, auth, hamlet) != nil {
		return errNotObserver
	}
	return nil
}

// whoRecords is the request hook of new milestones. What the office records counts
// at once; what a hamlet head records waits until the office confirms it.
func whoRecords(e *core.RecordRequestEvent) error {
	if again, err := sentBefore(e, "officer"); again {
		return err
	}
	carryActor(e.Record, e.Auth)
	e.Record.Set("waiting", false)
	if mayKeep(e.App, e.Auth) == nil {
		return e.Next()
	}
	program, err := e.App.FindRecordById("programs", e.Record.GetString("program"))
	if err != nil {
		return errNotObserver.Because(err)
	}
	if err := mayObserve(e.App, e.Auth, program.GetString("hamlet")); err != nil {
		return err
	}
	e.Record.Set("waiting", true)
	return e.Next()
}

// whoRemoves is the request hook of milestones that go.
func whoRemoves(e *core.RecordRequestEvent) error {
	carryActor(e.Record, e.Auth)
	return e.Next()
}

// mayRemove is asked behind the write lock: the office, and who recorded it while
// it waits.
func mayRemove(tx core.App, record *core.Record) error {
	who := actorOf(record)
	if who == nil || mayKeep(tx, who) == nil || record.GetString("officer") == who.Id && record.GetBool("waiting") {
		return nil
	}
	return errNotYourObservation
}

// signMilestone notes who recorded a milestone and who confirmed it; nobody writes
// either. before is what is kept so far, nil for a new one.
func signMilestone(record, before *core.Record) {
	who := actorOf(record)
	if before != nil {
		for _, fixed := range []string{"by", "officer", "confirmed_by"} {
			record.Set(fixed, before.Get(fixed))
		}
		if !before.GetBool("waiting") {
			record.Set("waiting", false) // what counts does not wait again
		} else if !record.GetBool("waiting") {
			record.Set("confirmed_by", nameOf(who))
		}
		return
	}
	record.Set("confirmed_by", "")
	if who == nil {
		return
	}
	record.Set("by", nameOf(who))
	record.Set("officer", "")
	if !who.IsSuperuser() {
		record.Set("officer", who.Id)
	}
}
