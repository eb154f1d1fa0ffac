package beneficiaries

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
)

// ofProgram are fields that no person writes.
var ofProgram = []string{"import", "stopped_event", "attention", "attention_on", "hamlet", "emptied_on"}

// byHand is the request hook of who writes a beneficiary down or changes one.
// Nobody does so for their own family, but to propose them: UU 30/2014 art. 42.
func byHand(e *core.RecordRequestEvent) error {
	if err := mayKeep(e.App, e.Auth); err != nil {
		return err
	}
	dropUnwritable(e)
	if err := heedKin(e); err != nil {
		return err
	}
	officer, name := nameOf(e.Auth)
	e.Record.Set("officer", officer)
	e.Record.Set("by", name)
	if err := e.Next(); err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, purposeOf(e.RequestEvent), audit.Changed, e.Record.GetString("resident"))
	return nil
}

// dropUnwritable puts back what a client wrote into fields that are not theirs.
// The hamlet is theirs for a group only.
func dropUnwritable(e *core.RecordRequestEvent) {
	was := e.Record.Original()
	for _, field := range ofProgram {
		if field == "hamlet" && e.Record.GetString("target") == OfGroup {
			continue
		}
		if e.Record.IsNew() {
			e.Record.Set(field, "")
		} else {
			e.Record.Set(field, was.GetString(field))
		}
	}
}

// heedKin looks at whom the record was about and at whom it would be about.
func heedKin(e *core.RecordRequestEvent) error {
	kin, err := kinOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	for _, record := range []*core.Record{e.Record, e.Record.Original()} {
		own, err := isOwn(e.App, kin, record.GetString("resident"), record.GetString("household"))
		if err != nil {
			return err
		}
		if own && (!e.Record.IsNew() || e.Record.GetString("status") != "" && e.Record.GetString("status") != Candidate) {
			return errOwn
		}
	}
	return nil
}

// payByHand is the request hook of one payment that is written down.
func payByHand(e *core.RecordRequestEvent) error {
	if err := mayKeep(e.App, e.Auth); err != nil {
		return err
	}
	of, err := e.App.FindRecordById("beneficiaries", e.Record.GetString("beneficiary"))
	if err != nil {
		return errUnseen.At("beneficiary", errUnseen)
	}
	kin, err := kinOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	if own, err := isOwn(e.App, kin, of.GetString("resident"), of.GetString("household")); err != nil || own {
		if err == nil {
			err = errOwn
		}
		return err
	}
	officer, name := nameOf(e.Auth)
	e.Record.Set("officer", officer)
	e.Record.Set("by", name)
	if e.Record.IsNew() {
		e.Record.Set("cancelled_for", "")
		e.Record.Set("cancelled_on", "")
	}
	if err := e.Next(); err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, purposeOf(e.RequestEvent), audit.Changed, of.GetString("resident"))
	return nil
}
