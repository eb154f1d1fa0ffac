package access

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var errMadeByProgram = fault.New(fault.Forbidden, "access.made_by_program",
	"Data ini hanya dibuat oleh M-Desa sendiri: surat dan nomornya terbit saat permohonan ditandatangani.",
	"Only M-Desa itself makes these: a letter and its number come with the signature under a request.")

// madeByProgram are collections that no person adds to. Admins pass every rule,
// so a hand-made letter, which the verification page would call valid, has to be
// refused by a hook.
var madeByProgram = []string{"audit", "audit_cuts", "benefit_imports", "definitions", "letters", "letter_counters", "notices", "notice_causes", "notice_deliveries", "notice_choices", "push_subscriptions", "gateway_messages", "population_entries", "population_months", "ratings", "post_slugs", "sessions", "settlements"}

func refuseHandmade(*core.RecordRequestEvent) error { return errMadeByProgram }
