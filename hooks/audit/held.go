package audit

import (
	"slices"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// everybody stands for a way that leads to anybody: whole files of residents.
const everybody = "*"

// heldOf says whose data a collection holds, by the ways from a record to the
// residents: a field, or a field and what it leads to.
var heldOf = map[string][]string{
	"residents":            {"id"},
	"households":           {"id>members"},
	"accounts":             {"resident"},
	"sessions":             {"login>accounts.resident"},
	"registrations":        {"resident"},
	"representations":      {"resident", "carer"},
	"requests":             {"resident"},
	"documents":            {"resident"},
	"request_events":       {"request>requests.resident"},
	"letters":              {"resident"},
	"letter_revocations":   {"letter>letters.resident"},
	"notices":              {"resident"},
	"notice_deliveries":    {"resident"},
	"notice_choices":       {"account>accounts.resident"},
	"push_subscriptions":   {"account>accounts.resident"},
	"life_events":          {"resident", "household>members"},
	"audit":                {"resident"},
	"corrections":          {"resident"},
	"data_questions":       {"resident"},
	"consents":             {"resident"},
	"retention_removals":   {"request>requests.resident"},
	"import_changes":       {"resident"},
	"imports":              {everybody},
	"settlements":          {"subject>people"},
	"reports":              {"request>requests.resident"},
	"beneficiaries":        {"resident", "household>members"},
	"benefit_payments":     {"beneficiary>beneficiaries.resident"},
	"ratings":              {everybody}, // nobody is named, somebody may be guessed
	"report_supports":      {"resident"},
	"proposals":            {"account>accounts.resident"},
	"proposal_supports":    {"account>accounts.resident"},
	"information_requests": {"resident"},
	"objections":           {"request>information_requests.resident"},
	"businesses":           {"account>accounts.resident"},
}

// Harmless are the collections that say nothing about a resident. Any other one
// without a place in heldOf counts as about everybody: an admin can make new
// ones, and views over the register, at any time.
var Harmless = map[string]bool{
	"office": true, "hamlets": true, "holidays": true, "units": true, "reference_values": true, "services": true,
	"definitions": true, "letter_counters": true, "audit_cuts": true, "delegations": true, "retention_runs": true,
	"notice_causes": true, "gateways": true, "gateway_messages": true, // ids and settings
	"budgets": true, "budget_lines": true, "budget_versions": true, // money of the village
	"programs": true, "milestones": true, // works of the village
	"posts": true, "post_slugs": true, "publications": true, "contacts": true, // told to everybody
	"benefit_imports":    true,                                                // names of files, and sums
	"satisfaction_plans": true,                                                // plans of the office
	"population_entries": true, "population_months": true, "statistics": true, // sums
	"officers":                    true, // people in office, not as residents
	core.CollectionNameSuperusers: true, core.CollectionNameAuthOrigins: true, core.CollectionNameMFAs: true,
	core.CollectionNameOTPs: true, core.CollectionNameExternalAuths: true,
}

// whose are the residents that a record is about; all says that it may be
// anybody.
func whose(app core.App, record *core.Record) (residents []string, all bool) {
	ways, known := heldOf[record.Collection().Name]
	switch {
	case isHarmless(record.Collection()):
		return nil, false
	case !known || ways[0] == everybody || record.Collection().IsView():
		return nil, true
	}
	for _, way := range ways {
		field, onward, _ := strings.Cut(way, ">")
		for _, resident := range follow(app, record.GetString(field), onward) {
			if resident != "" && !slices.Contains(residents, resident) {
				residents = append(residents, resident)
			}
		}
	}
	if len(residents) == 0 && record.Collection().Name == "registrations" {
		return whoMayRegister(app, record.GetString("nik"))
	}
	return residents, false
}

// whoMayRegister: who a registration is about is decided with it. Until then it
// is about whoever has that NIK, and with a wrong one it may be anybody.
func whoMayRegister(app core.App, nik string) (residents []string, all bool) {
	err := app.DB().Select("id").From("residents").Where(dbx.HashExp{"nik": nik}).Column(&residents)
	return residents, err != nil || len(residents) == 0
}

// isHarmless: a view tells what its query says, whatever it is called.
func isHarmless(collection *core.Collection) bool {
	return Harmless[collection.Name] && !collection.IsView()
}

func follow(app core.App, id, onward string) []string {
	table, field, _ := strings.Cut(onward, ".")
	switch {
	case onward == "" || id == "":
		return []string{id}
	case onward == "members":
		return membersOf(app, id)
	case onward == "people": // people with + between them, or a family
		if members := membersOf(app, id); len(members) > 0 {
			return members
		}
		return strings.Split(id, "+")
	}
	return []string{fieldOf(app, table, field, id)}
}

func membersOf(app core.App, household string) (residents []string) {
	err := app.DB().Select("id").From("residents").Where(dbx.HashExp{"household": household}).Column(&residents)
	if err != nil {
		app.Logger().Warn("whose household was read is not known", "household", household, "error", err.Error())
	}
	return residents
}

// fieldOf is a field of one record, "" where there is none.
func fieldOf(app core.App, table, field, id string) (value string) {
	if err := app.DB().Select(field).From(table).Where(dbx.HashExp{"id": id}).Row(&value); err != nil {
		return ""
	}
	return value
}

// requestAt is the request that a record belongs to, "" for none.
func requestAt(app core.App, record *core.Record) string {
	switch record.Collection().Name {
	case "requests":
		return record.Id
	case "documents":
		return requestOfDocument(app, record)
	case "letter_revocations":
		return fieldOf(app, "letters", "request", record.GetString("letter"))
	}
	if record.Collection().Fields.GetByName("request") == nil {
		return ""
	}
	return record.GetString("request")
}

// requestOfDocument is the latest request that a paper hangs on. It is looked
// for among its owner's, which have an index; papers themselves do not know.
func requestOfDocument(app core.App, document *core.Record) (request string) {
	err := app.DB().Select("id").From("requests").
		Where(dbx.HashExp{"resident": document.GetString("resident")}).
		AndWhere(dbx.Like("documents", document.Id)).
		OrderBy("created DESC").Limit(1).Row(&request)
	if err != nil {
		return ""
	}
	return request
}
