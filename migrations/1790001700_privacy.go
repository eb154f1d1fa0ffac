package migrations

import (
	"fmt"
	"strings"

	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// What residents may ask of the office about their own data (UU 27/2022), and
// how long the office keeps what it has.
func init() {
	m.Register(func(app core.App) error {
		for _, part := range []func(core.App) error{
			corrections, dataQuestions, consents, retention, retentionSchedule, whatIsEmptied, privacyTriggers,
		} {
			if err := part(app); err != nil {
				return err
			}
		}
		return nil
	}, nil)
}

func corrections(app core.App) error {
	corrections := core.NewBaseCollection("corrections")
	corrections.Fields.Add(
		neededTo(app, "resident", "residents"), // whose data it is about
		neededChoice("asked_by", "resident", "officer"),
		to(app, "account", "accounts"), // who asked
		to(app, "officer", "officers"),
		structured("changes", 100_000), // {field: {from, to}}
		text("reason", 1000),
		to(app, "paper", "documents"), // that shows it
		neededChoice("state", "open", "accepted", "refused"),
		text("answer", 1000),
		text("decided_by", 15), text("decided_name", 150), text("decided_title", 100),
		date("decided_at"),
		date("asked_at"), date("due_at"), // 3×24 hours later
	)
	corrections.AddIndex("idx_corrections_resident", false, "resident, asked_at", "")
	corrections.AddIndex("idx_corrections_account", false, "account, asked_at", "")
	corrections.AddIndex("idx_corrections_open", false, "due_at", "state = 'open'")
	corrections.AddIndex("idx_corrections_paper", false, "paper", "paper != ''")
	keepForGood(corrections)
	return app.Save(corrections)
}

func dataQuestions(app core.App) error {
	questions := core.NewBaseCollection("data_questions")
	questions.Fields.Add(
		neededTo(app, "account", "accounts"),
		neededTo(app, "resident", "residents"),
		needed("entry", 40),                       // id in the trail
		text("actor_kind", 20), text("actor", 15), // who is questioned
		text("actor_name", 150), text("actor_title", 100),
		date("seen_at"),
		needed("question", 1000),
		neededChoice("state", "open", "answered"),
		text("answer", 2000),
		text("answered_by", 15), text("answered_name", 150), text("answered_title", 100),
		date("answered_at"),
		date("asked_at"), date("due_at"), // 3×24 hours later
	)
	questions.AddIndex("idx_data_questions_account", false, "account, asked_at", "")
	questions.AddIndex("idx_data_questions_entry", true, "entry, account", "")
	questions.AddIndex("idx_data_questions_open", false, "due_at", "state = 'open'")
	keepForGood(questions)
	return app.Save(questions)
}

// consents are never changed: the latest one of a purpose says what holds.
func consents(app core.App) error {
	consents := core.NewBaseCollection("consents")
	consents.Fields.Add(
		to(app, "account", "accounts"),
		neededTo(app, "resident", "residents"),
		needed("purpose", 40),
		flag("given"),
		needed("text", 2000), // the exact words that the person read
		number("text_version"),
		text("language", 2),
		neededChoice("channel", "self", "counter"),
		to(app, "officer", "officers"), // who wrote it down at the counter
		date("at"),
	)
	consents.AddIndex("idx_consents_latest", false, "resident, purpose, at", "")
	consents.AddIndex("idx_consents_account", false, "account, at", "")
	keepForGood(consents)
	return app.Save(consents)
}

// retention: every run of the job, and what it took the content out of.
func retention(app core.App) error {
	runs := core.NewBaseCollection("retention_runs")
	runs.Fields.Add(
		flag("dry"),
		neededChoice("by_kind", "superuser", "command", "clock"),
		text("by", 15),
		structured("schedule", 2000), // the days it went by
		structured("counts", 4000),
		structured("examples", 20_000), // receipts and ids, no names
		text("failure", 1000),
		date("at"),
	)
	runs.AddIndex("idx_retention_runs_at", false, "at", "")
	keepForGood(runs)
	if err := app.Save(runs); err != nil {
		return err
	}
	removals := core.NewBaseCollection("retention_removals")
	removals.Fields.Add(
		neededTo(app, "request", "requests"),
		text("code", 12),
		number("last_seq"),
		needed("last_hash", 64), // the chain of the request's events ends with it
		text("run", 15),
		date("at"),
	)
	removals.AddIndex("idx_retention_removals_request", true, "request", "")
	keepForGood(removals)
	return app.Save(removals)
}

// retentionSchedule is in days; 0 keeps for ever.
func retentionSchedule(app core.App) error {
	office, err := app.FindCollectionByNameOrId("office")
	if err != nil {
		return err
	}
	office.Fields.Add(
		number("keep_uploads_days"), number("keep_rejected_days"), number("keep_requests_days"),
		number("keep_audit_days"), number("keep_registrations_days"),
		flag("retention_on"),
		text("privacy_contact", 200), // who answers for data protection (UU 27/2022 art. 53)
	)
	if err := app.Save(office); err != nil {
		return err
	}
	_, err = app.DB().NewQuery(`UPDATE office SET keep_uploads_days = 90, keep_rejected_days = 365,
		keep_requests_days = 1825, keep_audit_days = 1825, keep_registrations_days = 30`).Execute()
	return err
}

func whatIsEmptied(app core.App) error {
	documents, err := app.FindCollectionByNameOrId("documents")
	if err != nil {
		return err
	}
	documents.Fields.Add(text("removed_on", 10)) // the file is gone since
	if err := app.Save(documents); err != nil {
		return err
	}
	requests, err := app.FindCollectionByNameOrId("requests")
	if err != nil {
		return err
	}
	emptied := text("emptied_on", 10) // without content since
	emptied.SetSystem(true)
	requests.Fields.Add(emptied)
	return app.SaveNoValidate(requests)
}

// privacyTriggers refuse to whoever reaches the tables by SQL what the hooks
// refuse to everybody else.
func privacyTriggers(app core.App) error {
	statements := []string{
		never("consents", "UPDATE"), never("consents", "DELETE"),
		never("retention_runs", "UPDATE"), never("retention_runs", "DELETE"),
		never("retention_removals", "UPDATE"), never("retention_removals", "DELETE"),
		never("corrections", "DELETE"), never("data_questions", "DELETE"),
		// Decided once, and only the decision is written.
		onlyOnce("corrections", "resident", "asked_by", "account", "officer", "changes", "reason", "paper", "asked_at", "due_at"),
		onlyOnce("data_questions", "account", "resident", "entry", "actor", "question", "asked_at", "due_at"),
		// A removal is of a request that is over, led to no letter, and ends where it says.
		`CREATE TRIGGER retention_removals_sound BEFORE INSERT ON retention_removals
			WHEN NOT EXISTS (SELECT 1 FROM requests WHERE id = NEW.request AND waiting_for = '' AND last_hash = NEW.last_hash)
				OR EXISTS (SELECT 1 FROM letters WHERE request = NEW.request)
			BEGIN SELECT RAISE(ABORT, 'retention_removals: this request is kept'); END`,
		`DROP TRIGGER request_events_no_UPDATE`,
	}
	emptied, err := onlyEmptied(app)
	if err != nil {
		return err
	}
	for _, statement := range append(statements, emptied) {
		if _, err := app.DB().NewQuery(statement).Execute(); err != nil {
			return fmt.Errorf("%w: %s", err, statement)
		}
	}
	return nil
}

func never(table, verb string) string {
	return fmt.Sprintf(`CREATE TRIGGER %[1]s_no_%[2]s BEFORE %[2]s ON %[1]s BEGIN SELECT RAISE(ABORT, '%[1]s is append-only'); END`, table, verb)
}

func onlyOnce(table string, fixed ...string) string {
	return fmt.Sprintf(`CREATE TRIGGER %[1]s_once BEFORE UPDATE ON %[1]s WHEN OLD.state != 'open' OR NOT (%[2]s)
		BEGIN SELECT RAISE(ABORT, '%[1]s: decided once'); END`, table, unchanged(fixed))
}

func unchanged(columns []string) string {
	same := make([]string, len(columns))
	for i, column := range columns {
		same[i] = fmt.Sprintf("NEW.`%[1]s` IS OLD.`%[1]s`", column)
	}
	return strings.Join(same, " AND ")
}

// onlyEmptied lets one change of an event pass: what a person wrote and who the
// resident was is taken out, everything else stays, its hash too, and the removal
// is on record.
func onlyEmptied(app core.App) (string, error) {
	events, err := app.FindCollectionByNameOrId("request_events")
	if err != nil {
		return "", err
	}
	var fixed []string
	for _, name := range events.Fields.FieldNames() {
		switch name {
		case "note", "data", "actor", "actor_name", "actor_title":
		default:
			fixed = append(fixed, name)
		}
	}
	return `CREATE TRIGGER request_events_no_UPDATE BEFORE UPDATE ON request_events WHEN NOT (` + unchanged(fixed) + `
		AND NEW.note = '' AND NEW.data IS NULL
		AND CASE WHEN OLD.actor_kind = 'resident' THEN NEW.actor = '' AND NEW.actor_name = '' AND NEW.actor_title = ''
			ELSE ` + unchanged([]string{"actor", "actor_name", "actor_title"}) + ` END
		AND EXISTS (SELECT 1 FROM retention_removals WHERE request = OLD.request))
		BEGIN SELECT RAISE(ABORT, 'request_events is append-only'); END`, nil
}
