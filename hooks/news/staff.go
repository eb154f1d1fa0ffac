package news

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var (
	errNotEditor = fault.New(fault.Forbidden, "news.not_editor",
		"Ini ditulis oleh petugas layanan, sekretaris, atau perbekel.",
		"This is written by desk officers, the secretary or the village head.")
	errNotYourHamlet = fault.New(fault.Forbidden, "news.not_your_hamlet",
		"Kelian banjar dinas hanya menulis untuk banjar sendiri. Pilih banjar Anda.",
		"Hamlet heads write for their own hamlet only. Choose your hamlet.")
)

// speakers are the posts that speak for the whole village.
var speakers = []string{delegation.Officer, delegation.Secretary, delegation.VillageHead}

// isOfficer is a member of staff whose login still holds: a token outlives it.
func isOfficer(auth *core.Record) bool {
	return auth != nil && auth.Collection().Name == "officers" && auth.GetBool("active")
}

// mayWriteFor is nil for who may write a post for a hamlet, "" being the village.
func mayWriteFor(app core.App, auth *core.Record, hamlet string) error {
	if may, err := delegation.Holds(app, auth, speakers...); err != nil || may {
		return err
	}
	if !isOfficer(auth) || auth.GetString("role") == delegation.Auditor {
		return errNotEditor
	}
	reach, err := delegation.ReachOf(app, auth)
	if err != nil {
		return err
	}
	if hamlet == "" || !reach.Covers(hamlet) {
		return errPost.At("hamlet", errNotYourHamlet)
	}
	return nil
}

// signature is who wrote or decided something, as people read it.
func signature(auth *core.Record) (name, title string) {
	if auth.IsSuperuser() {
		return "Admin", ""
	}
	return auth.GetString("name"), auth.GetString("title")
}
