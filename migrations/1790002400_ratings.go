package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// Ratings (PermenPANRB 14/2017) stand by themselves: which request one belongs to
// is a hash, when it was given is a month, so that no list leads back to a person.
func init() {
	m.Register(func(app core.App) error {
		for _, part := range []func(core.App) error{ratings, satisfactionPlans, officeOfPledges} {
			if err := part(app); err != nil {
				return err
			}
		}
		return nil
	}, drop("satisfaction_plans", "ratings"))
}

func ratings(app core.App) error {
	made := core.NewBaseCollection("ratings")
	made.Fields.Add(
		hidden(&core.TextField{Name: "mark", Required: true, Max: 64}),
		neededTo(app, "service", "services"),
		&core.TextField{Name: "month", Required: true, Pattern: `^\d{4}-\d{2}$`},
		neededChoice("channel", "self", "counter"),
		flag("free"), // the question about the fee was asked on the scale of free services
		flag("full"), // all nine are answered: counts for the index
		number("overall"),
	)
	// 1 (bad) to 4 (best), 0: not answered.
	for _, element := range []string{"requirements", "procedure", "time", "fee", "product", "competence", "behaviour", "complaints", "facilities"} {
		made.Fields.Add(number(element))
	}
	made.Fields.Add(
		text("comment", 1000),
		text("age_group", 20), text("sex", 1), text("education", 60), text("occupation", 60),
	)
	made.AddIndex("idx_ratings_mark", true, "mark", "")
	made.AddIndex("idx_ratings_month", false, "month, service", "")
	keepForGood(made)
	return app.Save(made)
}

// satisfactionPlans are what the office does about a result, in words.
func satisfactionPlans(app core.App) error {
	plans := core.NewBaseCollection("satisfaction_plans")
	plans.Fields.Add(
		&core.TextField{Name: "period", Required: true, Pattern: `^\d{4}(-(S[12]|Q[1-4]|\d{2}))?$`},
		needed("text", 6000), text("by_name", 150), text("by_title", 100), updated(),
	)
	plans.AddIndex("idx_satisfaction_plans_period", true, "period", "")
	return app.Save(plans)
}

func officeOfPledges(app core.App) error {
	office, err := app.FindCollectionByNameOrId("office")
	if err != nil {
		return err
	}
	day := func(name string) core.Field {
		return &core.TextField{Name: name, Pattern: `^(\d{4}-\d{2}-\d{2})?$`}
	}
	office.Fields.Add(
		// who signs the pledge, the standards and the report of satisfaction
		text("signatory", 150), text("signatory_title", 100), day("pledge_on"),
		text("standard_decree", 150), day("standard_decree_on"),
		// which of the last two elements is printed as U8
		choice("satisfaction_order", "complaints_first", "facilities_first"),
	)
	return app.Save(office)
}
