package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

func init() {
	m.Register(func(app core.App) error {
		documents := core.NewBaseCollection("documents")
		documents.Fields.Add(
			to(app, "account", "accounts"),
			to(app, "resident", "residents"),
			to(app, "officer", "officers"), // who scanned it at the counter
			text("kind", 60),               // key of the requirement it was made for
			needed("name", 200),
			&core.FileField{Name: "file", Required: true, MaxSelect: 1, MaxSize: 10 << 20, Protected: true,
				MimeTypes: []string{"application/pdf", "image/jpeg", "image/png", "image/heic", "image/heif"},
				Thumbs:    []string{"240x320f"}},
			text("expires_on", 10),
			text("sha256", 64),
			number("size"),
			text("mime", 60),
			flag("used"), // attached to a request: can no longer be changed or deleted
		)
		stamped(documents)
		documents.AddIndex("idx_documents_account", false, "account, created", "")
		if err := app.Save(documents); err != nil {
			return err
		}

		requests := core.NewBaseCollection("requests")
		requests.Fields.Add(
			text("code", 12),
			neededTo(app, "service", "services"),
			to(app, "definition", "definitions"),
			to(app, "account", "accounts"),
			neededTo(app, "resident", "residents"),
			to(app, "hamlet", "hamlets"),
			to(app, "filed_by", "officers"),
			choice("channel", "self", "counter"),
			text("applicant_name", 150),
			text("service_name", 150), text("service_name_en", 150),
			structured("answers", 200_000),
			structured("attachments", 20_000), // requirement key -> ids of documents
			toMany(app, "documents", "documents", 60),
			choice("status", "submitted", "in_progress", "returned", "completed", "rejected", "cancelled", "expired"),
			number("step"),
			text("step_key", 60),
			choice("waiting_for", "hamlet_head", "officer", "secretary", "village_head", "applicant"),
			date("submitted_at"),
			date("due_at"), date("step_due_at"),
			number("remaining"), // working minutes left of the promise while the resident has the ball
			flag("escalated"),
			date("closed_at"),
			number("version"), // counts decisions, not comments
			number("last_seq"),
			text("last_hash", 64),
		)
		stamped(requests)
		// Each index is one more page to bring to the disk with every filing; open
		// requests are few, so one index serves all that is asked about them.
		requests.AddIndex("idx_requests_code", true, "code", "")
		requests.AddIndex("idx_requests_account", false, "account, created", "")
		requests.AddIndex("idx_requests_resident", false, "resident, created", "")
		requests.AddIndex("idx_requests_waiting", false, "waiting_for, hamlet, due_at", "waiting_for != ''")
		requests.AddIndex("idx_requests_closed", false, "closed_at", "waiting_for = ''")
		keepForGood(requests)
		if err := app.Save(requests); err != nil {
			return err
		}

		events := core.NewBaseCollection("request_events")
		events.Fields.Add(
			neededTo(app, "request", "requests"),
			number("seq"),
			neededChoice("action", "submit", "approve", "sign", "resolve", "return", "resubmit", "reject", "cancel", "comment", "escalate", "expire"),
			choice("actor_kind", "resident", "officer", "superuser", "system"),
			text("actor", 15), text("actor_name", 150), text("actor_title", 100),
			text("step_key", 60),
			text("reason", 60),
			text("note", 4000),
			structured("data", 300_000),
			date("at"),
			text("prev_hash", 64), text("hash", 64),
		)
		events.AddIndex("idx_request_events_seq", true, "request, seq", "")
		keepForGood(events)
		return app.Save(events)
	}, drop("request_events", "requests", "documents"))
}
