package privacy

import (
	"encoding/json"
	"strings"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// answersOf are the answers of a request in the words of the form it was filed
// with, for the page in an export; data.json has them as they are kept.
func (g *gatherer) answersOf(request *core.Record) []line {
	record, err := g.app.FindRecordById("definitions", request.GetString("definition"))
	if err != nil {
		return nil // data.json still has all of them
	}
	def := definition.Definition{}
	answers, papers := map[string]any{}, map[string][]string{}
	if record.UnmarshalJSONField("body", &def) != nil || json.Unmarshal([]byte(request.GetString("answers")), &answers) != nil ||
		json.Unmarshal([]byte(request.GetString("attachments")), &papers) != nil {
		return nil
	}
	var said []line
	for _, page := range def.Form {
		for _, field := range page.Fields {
			if text := g.answer(field, answers[field.Key]); text != "" {
				said = append(said, line{field.Label, text})
			}
		}
	}
	for _, needed := range def.Requirements {
		if ids := papers[needed.Key]; len(ids) > 0 {
			said = append(said, line{needed.Name, "dokumen/" + strings.Join(ids, ", dokumen/")})
		}
	}
	return said
}

// answer writes one answer: a choice by its label, a member by name.
func (g *gatherer) answer(field definition.Field, value any) string {
	if many, ok := value.([]any); ok && field.Type != "rows" {
		texts := make([]string, len(many))
		for i := range many {
			texts[i] = g.answer(field, many[i])
		}
		return strings.Join(texts, ", ")
	}
	for _, option := range field.Options {
		if option.Value == value {
			return option.Label
		}
	}
	if id, ok := value.(string); ok && field.Type == "member" {
		if member, err := g.app.FindRecordById("residents", id); err == nil && member.GetString("household") == g.resident.GetString("household") {
			return member.GetString("name")
		}
		return ""
	}
	return show(value)
}
