package requests

import (
	"encoding/json"
	"maps"
	"slices"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/list"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

// takeAnswers checks answers and attachments against the definition and writes
// what remains of them (hidden questions fall away) into the request. All
// problems come back at once, each at its field. It gives the documents that are
// to be bound, see bindAll.
func takeAnswers(tx core.App, request *core.Record, def *definition.Definition, answers map[string]any, attachments map[string][]string) (fresh []string, err error) {
	clock, err := office.ClockFor(tx, "")
	if err != nil {
		return nil, err
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
	for key, problem := range unknownHamlets(tx, def, clean) {
		problems = problems.At(key, problem)
	}
	documents, wrong := ownDocuments(tx, request, def, clean, attachments)
	for key, problem := range wrong {
		problems = problems.At("attachments."+key, problem)
	}
	if len(problems.Fields) > 0 {
		return nil, problems
	}
	// Stored as the JSON that a later reading gives, so that hashes agree.
	cleanJSON, err := json.Marshal(clean)
	if err != nil {
		return nil, err
	}
	attachmentsJSON, err := json.Marshal(attachments)
	if err != nil {
		return nil, err
	}
	request.Set("answers", json.RawMessage(cleanJSON))
	request.Set("attachments", json.RawMessage(attachmentsJSON))
	request.Set("documents", slices.Sorted(maps.Keys(documents)))
	maps.DeleteFunc(documents, func(_ string, p paper) bool { return p.Used })
	return slices.Sorted(maps.Keys(documents)), nil
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

// paper is what a filing asks about a document that hangs on it.
type paper struct {
	ID        string `db:"id"`
	Account   string `db:"account"`
	Resident  string `db:"resident"`
	ExpiresOn string `db:"expires_on"`
	Used      bool   `db:"used"`
}

// ownDocuments drops attachments nobody asked for, checks that the others
// belong to the applicant, and gives them by id.
func ownDocuments(app core.App, request *core.Record, def *definition.Definition, answers map[string]any, attachments map[string][]string) (map[string]paper, map[string]*fault.Fault) {
	needed := def.Needed(answers)
	maps.DeleteFunc(attachments, func(key string, _ []string) bool {
		return !slices.ContainsFunc(needed, func(r definition.Requirement) bool { return r.Key == key })
	})
	papers := papersOf(app, slices.Concat(slices.Collect(maps.Values(attachments))...))
	wrong := map[string]*fault.Fault{}
	today := office.Today(app)
	for key, ids := range attachments {
		if len(papers) > mostDocuments {
			wrong[key] = errManyDocuments
		}
		for _, id := range ids {
			document, there := papers[id]
			if !there || !document.belongs(request) {
				wrong[key] = errNotYourDocument
			} else if until := document.ExpiresOn; until != "" && until < today {
				wrong[key] = errDocumentExpired.WithText("day", office.LongDay(until, "id"), office.LongDay(until, "en"))
			}
		}
	}
	return papers, wrong
}

// papersOf finds documents by id; those that are not there are missing.
func papersOf(app core.App, ids []string) map[string]paper {
	papers := map[string]paper{}
	if len(ids) == 0 {
		return papers
	}
	var found []paper
	if err := app.DB().Select("id", "account", "resident", "expires_on", "used").From("documents").
		Where(dbx.In("id", list.ToInterfaceSlice(ids)...)).AndWhere(dbx.HashExp{"removed_on": ""}).All(&found); err != nil {
		return papers
	}
	for _, document := range found {
		papers[document.ID] = document
	}
	return papers
}

func (p paper) belongs(request *core.Record) bool {
	return (p.Account != "" && p.Account == request.GetString("account")) ||
		(p.Resident != "" && p.Resident == request.GetString("resident"))
}

// bindAll ties documents that no case relies on yet to one: from now on they
// stay as they are. It counts behind the write lock, as one may have been
// deleted since it was checked.
func bindAll(tx core.App, fresh []string) error {
	if len(fresh) == 0 {
		return nil
	}
	done, err := tx.DB().Update("documents", dbx.Params{"used": true}, dbx.In("id", list.ToInterfaceSlice(fresh)...)).Execute()
	if err != nil {
		return err
	}
	if there, err := done.RowsAffected(); err != nil || int(there) != len(fresh) {
		return errNotYourDocument.Because(err)
	}
	return nil
}
