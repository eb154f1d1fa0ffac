package migrations

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// Reports (pengaduan) are requests; what all may see of them stands apart, so
// that no public page ever reads a request.
func init() {
	m.Register(func(app core.App) error {
		for _, part := range []func(core.App) error{reportsOfServices, reportsOfRequests, reports, reportSupports} {
			if err := part(app); err != nil {
				return err
			}
		}
		return nil
	}, drop("report_supports", "reports"))
}

func reportsOfServices(app core.App) error {
	services, err := app.FindCollectionByNameOrId("services")
	if err != nil {
		return err
	}
	services.Fields.Add(structured("report", 10_000))
	return app.Save(services)
}

func reportsOfRequests(app core.App) error {
	requests, err := app.FindCollectionByNameOrId("requests")
	if err != nil {
		return err
	}
	status := requests.Fields.GetByName("status").(*core.SelectField)
	status.Values = append(slices.Clone(status.Values), "answered")
	more := []core.Field{
		choice("kind", "letter", "report", "benefit"), // of the service
		flag("confidential"),                          // who filed it is known to nobody but who stands at the step
		flag("reopened"),                              // once
		date("closes_at"),                             // when an answer that nobody contradicted closes it
	}
	for _, field := range more {
		field.SetSystem(true)
		requests.Fields.Add(field)
	}
	if err := app.Save(requests); err != nil {
		return err
	}
	events, err := app.FindCollectionByNameOrId("request_events")
	if err != nil {
		return err
	}
	action := events.Fields.GetByName("action").(*core.SelectField)
	action.Values = append(slices.Clone(action.Values), "forward", "confirm", "reopen", "close")
	return app.Save(events)
}

// reports hold what may be shown. While `public` is false nothing of a row is
// shown. Words and pictures (text, place, answer, photos) are filled in only
// once somebody at the office has read them, and never hold who filed it; for
// the identity handler_only they and the point stay empty.
func reports(app core.App) error {
	made := core.NewBaseCollection("reports")
	made.Fields.Add(
		neededTo(app, "request", "requests"),
		needed("code", 8), // of the permalink; not the receipt, which opens the status
		neededTo(app, "service", "services"),
		needed("category", 60), // key of the service
		needed("category_name", 150), text("category_name_en", 150),
		to(app, "hamlet", "hamlets"), // where it is, not where the reporter lives
		text("unit", 40),             // key of the section that handles it
		text("place", 300),
		&core.GeoPointField{Name: "point"}, // 0,0: none
		date("happened_at"),
		neededChoice("identity", "shown", "hidden", "handler_only"),
		text("title", 150), text("text", 4000),
		flag("public"),
		neededChoice("state", "new", "handling", "forwarded", "answered", "done", "refused", "duplicate"),
		number("supports"), // how many more said that they see it too
		neededChoice("class", "light", "normative", "technical", "inspection"),
		date("submitted_at"),
		date("first_due_at"), date("first_answered_at"),
		date("due_at"), date("answered_at"), date("closed_at"),
		flag("reopened"),
		text("forwarded_to", 150), text("forwarded_number", 60),
		text("answer", 4000),
		publicPhotos("photos_before"), publicPhotos("photos_after"),
		text("reporter_name", 150), // only of identity shown, shortened
		created(), updated(),
	)
	made.AddIndex("idx_reports_request", true, "request", "")
	made.AddIndex("idx_reports_code", true, "code", "")
	made.AddIndex("idx_reports_public", false, "public, submitted_at", "")
	made.AddIndex("idx_reports_open", false, "category, hamlet, state", "closed_at = ''")
	keepForGood(made)
	if err := app.Save(made); err != nil {
		return err
	}
	merged := to(app, "merged_into", "reports")
	merged.SetSystem(true)
	made.Fields.Add(merged)
	made.AddIndex("idx_reports_merged", false, "merged_into", "merged_into != ''")
	return app.Save(made)
}

// publicPhotos are copies that anyone with the address may fetch: made when a
// report is shown, taken away when it no longer is.
func publicPhotos(name string) *core.FileField {
	return &core.FileField{Name: name, MaxSelect: 6, MaxSize: 10 << 20,
		MimeTypes: []string{"image/jpeg", "image/png"}, Thumbs: []string{"320x240", "1280x0"}}
}

func reportSupports(app core.App) error {
	supports := core.NewBaseCollection("report_supports")
	supports.Fields.Add(neededTo(app, "report", "reports"), neededTo(app, "account", "accounts"), created())
	supports.AddIndex("idx_report_supports_once", true, "report, account", "")
	supports.AddIndex("idx_report_supports_account", false, "account, created", "")
	return app.Save(supports)
}
