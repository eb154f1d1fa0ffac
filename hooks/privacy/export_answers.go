package privacy

import (
	"encoding/json"
	"fmt"
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
				said = append(said, line{definition.Text(field.Label, field.LabelEN, string(g.lang)), text})
			}
		}
	}
	for _, needed := range def.Requirements {
		if ids := papers[needed.Key]; len(ids) > 0 {
			said = append(said, line{definition.Text(needed.Name, needed.NameEN, string(g.lang)), "dokumen/" + strings.Join(ids, ", dokumen/")})
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
			return definition.Text(option.Label, option.LabelEN, string(g.lang))
		}
	}
	if place, wrong := definition.PlaceOf(value); field.Type == "place" && wrong == nil {
		return g.place(place)
	}
	if id, ok := value.(string); ok && field.Type == "member" {
		if member, err := g.app.FindRecordById("residents", id); err == nil && member.GetString("household") == g.resident.GetString("household") {
			return member.GetString("name")
		}
		return ""
	}
	return g.lang.show(value)
}

// place writes where something was: in words, the hamlet, the point on the map.
func (g *gatherer) place(place definition.Place) string {
	var parts []string
	if place.Words != "" {
		parts = append(parts, place.Words)
	}
	if hamlet, err := g.app.FindRecordById("hamlets", place.Hamlet); err == nil {
		parts = append(parts, hamlet.GetString("name"))
	}
	if place.HasPoint() {
		parts = append(parts, fmt.Sprintf("%.5f, %.5f", place.Lat, place.Lon))
	}
	return strings.Join(parts, ", ")
}
