package migrations

import (
	"encoding/json"
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// Who reports in confidence can say whom of the office it is about; the request
// keeps the posts and officers, hidden from the API.
func init() {
	m.Register(func(app core.App) error {
		requests, err := app.FindCollectionByNameOrId("requests")
		if err != nil {
			return err
		}
		concerns := hidden(text("concerns", 10_000))
		concerns.SetSystem(true)
		requests.Fields.Add(concerns)
		if err := app.Save(requests); err != nil {
			return err
		}
		return askWhomItConcerns(app)
	}, func(app core.App) error {
		requests, err := app.FindCollectionByNameOrId("requests")
		if err != nil {
			return err
		}
		requests.Fields.RemoveByName("concerns")
		return app.Save(requests)
	})
}

// concernsQuestion is asked in every category that takes confidential reports.
const concernsQuestion = `{"key":"concerns","type":"choices","label":"Apakah laporan ini tentang orang kantor sendiri?","label_en":"Is this about people of the office itself?",
	"hint":"Kosongkan bila tidak. Yang Anda pilih tidak dapat membuka laporan ini; orang lain yang menanganinya, dan laporan ini menjadi rahasia.",
	"hint_en":"Leave it empty if not. Those you choose cannot open this report; somebody else handles it, and it becomes confidential.",
	"options":[{"value":"officer","label":"Petugas kantor","label_en":"Officers at the desk"},
		{"value":"secretary","label":"Sekretaris","label_en":"The secretary"},
		{"value":"village_head","label":"Perbekel, lurah, atau kepala desa","label_en":"The head of the village"},
		{"value":"hamlet_head","label":"Kelian banjar atau kepala lingkungan","label_en":"A hamlet head"}]}`

// askWhomItConcerns adds the question to the categories that an office has
// already, before that of the identity.
func askWhomItConcerns(app core.App) error {
	services, err := app.FindAllRecords("services", dbx.HashExp{"kind": "report"})
	if err != nil {
		return err
	}
	var question map[string]any
	if err := json.Unmarshal([]byte(concernsQuestion), &question); err != nil {
		return err
	}
	for _, service := range services {
		var report struct {
			Identities []string `json:"identities"`
		}
		var form []map[string]any
		if service.UnmarshalJSONField("report", &report) != nil || service.UnmarshalJSONField("form", &form) != nil ||
			!slices.Contains(report.Identities, "handler_only") {
			continue
		}
		if !insertBefore(form, "identity", "concerns", question) {
			continue
		}
		service.Set("form", form)
		if err := app.Save(service); err != nil {
			return err
		}
	}
	return nil
}

// insertBefore puts a question before another one; not where it is there already.
func insertBefore(form []map[string]any, before, key string, question map[string]any) bool {
	is := func(key string) func(any) bool {
		return func(field any) bool { one, ok := field.(map[string]any); return ok && one["key"] == key }
	}
	for _, page := range form {
		if fields, _ := page["fields"].([]any); slices.ContainsFunc(fields, is(key)) {
			return false
		}
	}
	for _, page := range form {
		fields, _ := page["fields"].([]any)
		if at := slices.IndexFunc(fields, is(before)); at >= 0 {
			page["fields"] = slices.Insert(fields, at, any(question))
			if page["title"] == "Nama Anda" {
				page["title"], page["title_en"] = "Kerahasiaan", "Confidentiality"
			}
			return true
		}
	}
	return false
}
