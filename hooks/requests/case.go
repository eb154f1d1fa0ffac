package requests

import (
	"net/http"
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/definition"
	"mdesa/hooks/delegation"
)

// openAction is one button: what, and what it asks for.
type openAction struct {
	Action  string   `json:"action"`
	Note    string   `json:"note"` // none, optional, required
	Reasons []string `json:"reasons,omitempty"`
}

func openActions(actor Actor, request *core.Record, def *definition.Definition) []openAction {
	list := []openAction{}
	for _, action := range allowed(actor, request, def) {
		list = append(list, openAction{Action: action, Note: NoteFor(def.Kind, action), Reasons: ReasonsFor(def.Kind, action)})
	}
	return list
}

// actingNow is in whose place an officer would decide, nil for their own.
func actingNow(actor Actor, request *core.Record, def *definition.Definition) *delegation.Capacity {
	return capacityAt(actor, matterOf(request, def))
}

// actions answers with exactly the buttons that the engine accepts, and with who
// takes each step of this request: the frozen definition names those of all.
func actions(e *core.RequestEvent) error {
	actor, request, def, err := opened(e)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{
		"version": request.GetInt("version"),
		"actions": openActions(actor, request, def),
		"roles":   rolesOf(def),
	})
}

func rolesOf(def *definition.Definition) []string {
	roles := make([]string, len(def.Steps))
	for i, step := range def.Steps {
		roles[i] = step.Role
	}
	return roles
}

// opened finds the request of a route for someone who may see it. Others are
// told that there is none.
func opened(e *core.RequestEvent) (Actor, *core.Record, *definition.Definition, error) {
	actor, err := actorOf(e.App, e.Auth)
	if err != nil {
		return actor, nil, nil, err
	}
	request, err := e.App.FindRecordById("requests", e.Request.PathValue("id"))
	if err != nil || !mayOpen(e.App, actor, request) {
		return actor, nil, nil, errNoCase
	}
	def, err := definitionOf(e.App, request)
	return actor, request, def, err
}

// caseFile is all that a desk shows of one request, in one answer. masked says
// that numbers are; the card shows them to who states why.
func caseFile(e *core.RequestEvent) error {
	actor, request, def, err := opened(e)
	if err != nil {
		return err
	}
	events, err := e.App.FindRecordsByFilter("request_events", "request = {:id}", "seq", 0, 0, dbx.Params{"id": request.Id})
	if err != nil {
		return err
	}
	documents, err := attached(e.App, request)
	if err != nil {
		return err
	}
	resident, err := e.App.FindRecordById("residents", request.GetString("resident"))
	if err != nil {
		return err
	}
	person, kk := caseResidentOf(resident), valueOf(e.App, "households", resident.GetString("household"), "kk")
	masked := !needsNumbers(actor, request)
	if masked {
		person.NIK, kk = hideNumber(person.NIK), hideNumber(kk)
	}
	own, deciders := actor.Kin.Own(request.GetString("resident"), request.GetString("account")), []decider{}
	if own {
		if deciders, err = decidersOf(e.App, request, def); err != nil {
			return err
		}
	}
	answer := map[string]any{
		"request": request, "definition": def, "version": request.GetInt("version"),
		"resident": person, "hamlet_name": nameOf(e.App, "hamlets", person.Hamlet), "kk": kk, "masked": masked,
		"documents": documents, "events": events,
		"actions": openActions(actor, request, def),
		"acting":  actingNow(actor, request, def), "own_kin": own, "deciders": deciders,
		"letter": nil, "report": nil,
	}
	if def.Kind == definition.Report {
		answer["report"] = publicReport(e.App, request.Id)
	}
	if letters, err := lettersOf(e.App, request.Id); err == nil && len(letters) > 0 {
		if answer["letter"], err = caseLetterOf(letters[0]); err != nil {
			return err
		}
	}
	audit.Seen(e.App, e.Auth, audit.OfCase(e, request.Id), audit.Viewed, resident.Id)
	return e.JSON(http.StatusOK, answer)
}

// lettersOf are the letters that a request led to, the one in force first: a
// replaced letter has a later one.
func lettersOf(app core.App, request string) ([]*core.Record, error) {
	return app.FindRecordsByFilter("letters", "request = {:id}", "-@rowid", 0, 0, dbx.Params{"id": request})
}

func nameOf(app core.App, collection, id string) string { return valueOf(app, collection, id, "name") }

func valueOf(app core.App, collection, id, field string) string {
	record, err := app.FindRecordById(collection, id)
	if err != nil {
		return ""
	}
	return record.GetString(field)
}

// attachedDocument is a document as it hangs on a request.
type attachedDocument struct {
	ID           string   `json:"id"`
	CollectionID string   `json:"collectionId"`
	Name         string   `json:"name"`
	File         string   `json:"file"`
	Mime         string   `json:"mime"`
	Size         int      `json:"size"` // bytes
	ExpiresOn    string   `json:"expires_on"`
	RemovedOn    string   `json:"removed_on"`   // day; the file is gone since
	Requirements []string `json:"requirements"` // keys it was attached for
}

func attached(app core.App, request *core.Record) ([]attachedDocument, error) {
	attachments := map[string][]string{}
	if err := readJSON(request, "attachments", &attachments); err != nil {
		return nil, err
	}
	records, err := app.FindRecordsByIds("documents", request.GetStringSlice("documents"))
	if err != nil {
		return nil, err
	}
	documents := []attachedDocument{}
	for _, record := range records {
		document := attachedDocument{
			ID: record.Id, CollectionID: record.Collection().Id, Name: record.GetString("name"),
			File: record.GetString("file"), Mime: record.GetString("mime"), Size: record.GetInt("size"),
			ExpiresOn: record.GetString("expires_on"), RemovedOn: record.GetString("removed_on"),
		}
		for key, ids := range attachments {
			if slices.Contains(ids, record.Id) {
				document.Requirements = append(document.Requirements, key)
			}
		}
		slices.Sort(document.Requirements)
		documents = append(documents, document)
	}
	return documents, nil
}
