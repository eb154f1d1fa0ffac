package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// Who gets what out of a program, when it was paid, and the lists it came with.
// Why somebody is poor, ill or disabled stands nowhere: what is said of a
// decision is one of a few words, and the number of the paper it stands on.
func init() {
	m.Register(func(app core.App) error {
		for _, make := range []func(core.App) error{benefitImports, beneficiaries, benefitPayments} {
			if err := make(app); err != nil {
				return err
			}
		}
		return nil
	}, drop("benefit_payments", "beneficiaries", "benefit_imports"))
}

func benefitImports(app core.App) error {
	lists := core.NewBaseCollection("benefit_imports")
	lists.Fields.Add(
		neededTo(app, "program", "programs"),
		text("name", 200), // of the file
		number("rows"), number("taken"), number("refused"),
		choice("state", "done", "undone"),
		to(app, "officer", "officers"), text("by", 150),
	)
	stamped(lists)
	lists.AddIndex("idx_benefit_imports_program", false, "program, created", "")
	return app.Save(lists)
}

func beneficiaries(app core.App) error {
	beneficiaries := core.NewBaseCollection("beneficiaries")
	beneficiaries.Fields.Add(
		neededTo(app, "program", "programs"),
		neededChoice("target", "person", "household", "group"),
		to(app, "resident", "residents"),   // the person; of a household, who receives for it
		to(app, "household", "households"), // of a household
		text("group_name", 150), number("group_members"),
		to(app, "hamlet", "hamlets"),
		text("participant_number", 60), // as the giver of the aid counts it
		number("amount"),               // whole rupiah a period; 0: in kind
		text("in_kind", 150),           // "beras 10 kg"
		choice("period", "once", "monthly", "quarterly", "yearly"),
		text("starts_on", 10), text("ends_on", 10),
		choice("status", "candidate", "active", "stopped", "ended"),
		text("reference", 150), // the decision it stands on: "Perkades 3/2026", "BA Musdes 12-1-2026"
		// Why it is right although the same people receive something else.
		choice("double_for", "other_kind", "other_person", "decided", "ends_soon"),
		choice("stopped_for", "death", "moved", "invalid", "double", "declined", "no_longer", "not_chosen", "mistake"),
		text("stopped_on", 10), text("stopped_event", 15), // id of the life event
		// What somebody has to look at: the receiver is gone, it could go on again,
		// the person is missing or away.
		choice("attention", "receiver", "resume", "status"), text("attention_on", 10),
		to(app, "import", "benefit_imports"),            // the list it came with
		to(app, "officer", "officers"), text("by", 150), // who decided last
	)
	stamped(beneficiaries)
	beneficiaries.AddIndex("idx_beneficiaries_program", false, "program, status", "")
	beneficiaries.AddIndex("idx_beneficiaries_resident", false, "resident", "resident != ''")
	beneficiaries.AddIndex("idx_beneficiaries_household", false, "household", "household != ''")
	beneficiaries.AddIndex("idx_beneficiaries_person", true, "program, resident", "target = 'person'")
	beneficiaries.AddIndex("idx_beneficiaries_family", true, "program, household", "target = 'household'")
	return app.Save(beneficiaries)
}

func benefitPayments(app core.App) error {
	payments := core.NewBaseCollection("benefit_payments")
	payments.Fields.Add(
		neededTo(app, "beneficiary", "beneficiaries"),
		needed("period", 10), // "2026-11" of a month, "2026-Q4" of a quarter, "2026" of a year or once
		number("amount"),     // whole rupiah
		text("in_kind", 150),
		needed("paid_on", 10),
		text("received_by", 150), // who came for it, where it was somebody else
		choice("cancelled_for", "mistake", "returned", "not_collected"), text("cancelled_on", 10),
		to(app, "officer", "officers"), text("by", 150),
	)
	stamped(payments)
	payments.AddIndex("idx_benefit_payments", true, "beneficiary, period", "cancelled_on = ''")
	payments.AddIndex("idx_benefit_payments_of", false, "beneficiary, paid_on", "")
	return app.Save(payments)
}
