package requests

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"reflect"
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// sentField carries the data that came with an event, as sent, from the
// request hook (or from Go code) to the transaction.
const sentField = "@sent"

// sent is what a client may put into an event's data.
type sent struct {
	Answers     map[string]any  `json:"answers"`     // resubmit
	Attachments json.RawMessage `json:"attachments"` // resubmit: requirement -> document ids; return: requirements
	Fields      []string        `json:"fields"`      // return
	reportSent
}

// takeSent works the data of a return or a resubmission into the event and,
// for a resubmission, into the request.
func takeSent(tx core.App, event *Event, actor Actor, record, request *core.Record, def *definition.Definition) error {
	raw, _ := record.GetRaw(sentField).([]byte)
	if len(raw) == 0 {
		raw = []byte("{}")
	}
	var data sent
	if err := json.Unmarshal(raw, &data); err != nil {
		return errNoteMissing.Because(err)
	}
	switch event.Action {
	case Return:
		var wanted []string
		if len(data.Attachments) > 0 {
			if err := json.Unmarshal(data.Attachments, &wanted); err != nil {
				return errNoteMissing.Because(err)
			}
		}
		event.Data.Fields = onlyKnown(data.Fields, func(key string) bool { return def.Field(key) != nil })
		event.Data.Attachments = onlyKnown(wanted, func(key string) bool {
			return slices.ContainsFunc(def.Requirements, func(r definition.Requirement) bool { return r.Key == key })
		})
	case Resubmit:
		return mend(tx, event, request, def, data)
	}
	if def.Kind == definition.Report {
		return takeReportSent(tx, event, actor, request, def, data.reportSent)
	}
	return nil
}

func onlyKnown(keys []string, known func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(keys), func(key string) bool { return !known(key) })
}

// mend lays the resubmitted answers over the old ones and checks the whole
// again, as if it were filed now.
func mend(tx core.App, event *Event, request *core.Record, def *definition.Definition, data sent) error {
	answers, attachments := map[string]any{}, map[string][]string{}
	if err := request.UnmarshalJSONField("answers", &answers); err != nil {
		return err
	}
	if err := request.UnmarshalJSONField("attachments", &attachments); err != nil {
		return err
	}
	newAttachments := map[string][]string{}
	if len(data.Attachments) > 0 {
		if err := json.Unmarshal(data.Attachments, &newAttachments); err != nil {
			return errNoteMissing.Because(err)
		}
	}
	before := maps.Clone(answers)
	for key, value := range data.Answers {
		answers[key] = value
	}
	for key, ids := range newAttachments {
		if !slices.Equal(attachments[key], ids) {
			event.Data.Changed = append(event.Data.Changed, "attachments."+key)
		}
		attachments[key] = ids
	}
	fresh, err := takeAnswers(tx, request, def, answers, attachments)
	if err != nil {
		return err
	}
	if err := bindAll(tx, fresh); err != nil {
		return err
	}
	if _, err := route(tx, request, def, request.GetString("hamlet")); err != nil {
		return err
	}
	after := map[string]any{}
	if err := request.UnmarshalJSONField("answers", &after); err != nil {
		return err
	}
	for key, value := range after {
		if !reflect.DeepEqual(before[key], value) {
			event.Data.Changed = append(event.Data.Changed, key)
		}
	}
	slices.Sort(event.Data.Changed)
	event.Data.AnswersHash = answersHash(request)
	return nil
}

// answersHash is the SHA-256 over answers and attachments as stored. The chain
// of events holds it, so that they cannot be changed unseen.
func answersHash(request *core.Record) string {
	sum := sha256.Sum256([]byte(request.GetString("answers") + "\n" + request.GetString("attachments")))
	return hex.EncodeToString(sum[:])
}
