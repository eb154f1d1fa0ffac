package requests

import (
	"encoding/json"
	"maps"
	"slices"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

// takeAnswers checks answers and attachments against the definition and writes
// what remains of them (hidden questions fall away) into the request. All
// problems come back at once, each at its field.
func takeAnswers(tx core.App, request *core.Record, def *definition.Definition, answers map[string]any, attachments map[string][]string) error {
	clock, err := office.ClockFor(tx, "")
	if err != nil {
		return err
	}
	clean, wrong := def.CheckAnswers(answers, time.Now().In(clock.Location()))
	problems := errAnswers
	for key, problem := range wrong {
		problems = problems.At(key, problem)
	}
	for key, problem := range def.CheckAttachments(clean, attachments) {
		problems = problems.At("attachments."+key, problem)
	}
	for key, problem := range strangers(tx, request, def, clean) {
		problems = problems.At(key, problem)
	}
	documents, wrong := ownDocuments(tx, request, def, clean, attachments)
	for key, problem := range wrong {
		problems = problems.At("attachments."+key, problem)
	}
	if len(problems.Fields) > 0 {
		return problems
	}
	// Stored as the JSON that a later reading gives, so that hashes agree.
	cleanJSON, err := json.Marshal(clean)
	if err != nil {
		return err
	}
	attachmentsJSON, err := json.Marshal(attachments)
	if err != nil {
		return err
	}
	request.Set("answers", json.RawMessage(cleanJSON))
	request.Set("attachments", json.RawMessage(attachmentsJSON))
	request.Set("documents", slices.Sorted(maps.Keys(documents)))
	return nil
}

// strangers finds answers of type member that name someone outside the
// applicant's household.
func strangers(tx core.App, request *core.Record, def *definition.Definition, answers map[string]any) map[string]*fault.Fault {
	wrong := map[string]*fault.Fault{}
	for _, page := range def.Form {
		for _, field := range page.Fields {
			id, ok := answers[field.Key].(string)
			if field.Type != "member" || !ok || id == "" {
				continue
			}
			var same int
			err := tx.DB().NewQuery(`SELECT count(*) FROM residents m JOIN residents a ON a.household = m.household
				WHERE m.id = {:member} AND a.id = {:applicant} AND m.household != ''`).
				Bind(dbx.Params{"member": id, "applicant": request.GetString("resident")}).Row(&same)
			if err != nil || same == 0 {
				wrong[field.Key] = errNotHousehold
			}
		}
	}
	return wrong
}

// mostDocuments hang on one request, as in the migration.
const mostDocuments = 60

// ownDocuments drops attachments nobody asked for, checks that the others
// belong to the applicant, and gives them by id.
func ownDocuments(app core.App, request *core.Record, def *definition.Definition, answers map[string]any, attachments map[string][]string) (map[string]*core.Record, map[string]*fault.Fault) {
	needed := def.Needed(answers)
	maps.DeleteFunc(attachments, func(key string, _ []string) bool {
		return !slices.ContainsFunc(needed, func(r definition.Requirement) bool { return r.Key == key })
	})
	documents := map[string]*core.Record{}
	found, _ := app.FindRecordsByIds("documents", slices.Concat(slices.Collect(maps.Values(attachments))...))
	for _, document := range found {
		documents[document.Id] = document
	}
	wrong := map[string]*fault.Fault{}
	today := office.Today(app)
	for key, ids := range attachments {
		if len(documents) > mostDocuments {
			wrong[key] = errManyDocuments
		}
		for _, id := range ids {
			document := documents[id]
			if document == nil || !belongs(document, request) {
				wrong[key] = errNotYourDocument
			} else if until := document.GetString("expires_on"); until != "" && until < today {
				wrong[key] = errDocumentExpired.WithText("day", office.LongDay(until, "id"), office.LongDay(until, "en"))
			}
		}
	}
	return documents, wrong
}

func belongs(document, request *core.Record) bool {
	account, resident := document.GetString("account"), document.GetString("resident")
	return (account != "" && account == request.GetString("account")) ||
		(resident != "" && resident == request.GetString("resident"))
}

// bindAll ties documents to a case: from now on they stay as they are. It counts
// behind the write lock, as one may have been deleted since it was checked.
func bindAll(tx core.App, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	which := dbx.In("id", anyOf(ids)...)
	var there, used int
	err := tx.DB().Select("count(*)", "COALESCE(sum(used), 0)").From("documents").Where(which).Row(&there, &used)
	switch {
	case err != nil:
		return err
	case there != len(ids):
		return errNotYourDocument
	case used == there:
		return nil
	}
	_, err = tx.DB().Update("documents", dbx.Params{"used": true}, which).Execute()
	return err
}
