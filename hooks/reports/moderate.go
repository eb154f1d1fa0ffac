package reports

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errNotModerator = fault.New(fault.Forbidden, "report.not_moderator",
		"Tampilan umum laporan diatur oleh petugas yang menangani, sekretaris, atau pimpinan desa.",
		"What all see of a report is set by those who handle it, the secretary or the head of the village.")
	errSecret = fault.New(fault.Forbidden, "report.secret",
		"Laporan rahasia tidak pernah ditampilkan.",
		"A confidential report is never shown.")
	errOnlyFiled = fault.New(fault.Forbidden, "report.only_filed",
		"Laporan dibuat dengan mengajukannya, dan tidak dapat dihapus. Laporan yang tidak pantas disembunyikan.",
		"A report comes from filing it, and cannot be deleted. One that is not fit to be seen is hidden.")
)

func onlyFiled(*core.RecordRequestEvent) error     { return errOnlyFiled }
func refuseRemoval(*core.RecordRequestEvent) error { return errOnlyFiled }

// moderatedField carries what a moderator set from the request hook to the
// transaction. It is no column: records keep unknown values aside.
const moderatedField = "@moderated"

// moderatedFields are what a moderator sets; photos come as ids of documents
// that hang on the report, under "before" and "after".
var moderatedFields = append([]string{"public"}, shownWords...)

type moderated struct {
	fields        map[string]any
	before, after []string
	hasB, hasA    bool
}

// whoModerates is the request hook of changes to reports.
func whoModerates(e *core.RecordRequestEvent) error {
	if err := mayModerate(e.App, e.Auth, e.Record.Original()); err != nil {
		return err
	}
	info, err := e.RequestInfo()
	if err != nil {
		return err
	}
	set := moderated{fields: map[string]any{}}
	for _, field := range moderatedFields {
		if value, said := info.Body[field]; said {
			set.fields[field] = value
		}
	}
	set.before, set.hasB = texts(info.Body["before"])
	set.after, set.hasA = texts(info.Body["after"])
	e.Record.SetRaw(moderatedField, set)
	return e.Next()
}

func texts(value any) (list []string, said bool) {
	values, said := value.([]any)
	for _, value := range values {
		if text, ok := value.(string); ok {
			list = append(list, text)
		}
	}
	return list, said
}

func mayModerate(app core.App, auth, report *core.Record) error {
	switch {
	case report.GetString("identity") == "handler_only":
		return errSecret
	case auth == nil || auth.IsSuperuser():
		return nil // the rule lets no guest come so far
	}
	staff, err := delegation.StaffOf(app)
	if err != nil {
		return err
	}
	person, today := staff.People[auth.Id], office.Today(app)
	known := slices.Contains(delegation.Posts, person.Role)
	if !known || !staff.ReachFor(person, today, report.GetString("service")).Covers(report.GetString("hamlet")) {
		return errNotModerator
	}
	return nil
}

// moderate is the model hook of every change. What a moderator sets is laid over
// the row as it is behind the write lock, so that neither they nor the engine
// undo what the other did; supports are always those that there are.
func moderate(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		if set, ok := e.Record.GetRaw(moderatedField).(moderated); ok {
			if err := layOver(tx, e.Record, set); err != nil {
				return err
			}
		}
		supports, err := counted(tx, e.Record.Id)
		if err != nil {
			return err
		}
		e.Record.Set("supports", supports)
		makeSafe(e.Record)
		return e.Next()
	})
}

func layOver(tx core.App, record *core.Record, set moderated) error {
	fresh, err := tx.FindRecordById("reports", record.Id)
	if err != nil {
		return err
	}
	for _, field := range record.Collection().Fields {
		record.Set(field.GetName(), fresh.Get(field.GetName()))
	}
	for field, value := range set.fields {
		record.Set(field, value)
	}
	if !record.GetBool("public") {
		return nil
	}
	if set.hasB {
		err = showPhotos(tx, record, "photos_before", set.before)
	}
	if err == nil && set.hasA {
		err = showPhotos(tx, record, "photos_after", set.after)
	}
	return err
}
