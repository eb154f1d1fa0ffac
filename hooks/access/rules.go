// Package access holds the rules of all collections in one place. They are set
// at every start: a rule that somebody loosened in the admin UI lasts until
// then. What each role can do with each collection is pinned, cell by cell, in
// hooks/testdata/matrix.golden.
//
// Lists are guarded by rules that compare an indexed column with
// @request.auth.id only: any other field of the login turns a list into a scan
// of the table. Desks therefore list through routes, and the longer rules guard
// single records.
package access

import (
	"slices"

	"github.com/pocketbase/pocketbase/core"
)

// Fragments that rules are made of.
const (
	anyone   = ""
	staff    = `@request.auth.collectionName = "officers"`
	resident = `@request.auth.collectionName = "accounts"`
	self     = `id = @request.auth.id`
	loggedIn = `@request.auth.id != ""`
	// Who may add is said by the request hooks, guests being turned away first of
	// all: a rule here would be a query over all columns for every filing.
	byHook = ""
	// Whose it is. The collection is asked for as well: what was filed at the
	// counter has no account, and for a guest "" = @request.auth.id would hold.
	mine       = `(` + resident + ` && account = @request.auth.id)`
	ofMine     = `(` + resident + ` && request.code > "" && (request.account = @request.auth.id || (request.represented != "" && request.represented = @request.auth.id)))`
	ofMyLetter = `(` + resident + ` && (letter.request.account = @request.auth.id || (letter.request.represented != "" && letter.request.represented = @request.auth.id)))`
	// A budget is read by all once it is published, before that by staff.
	openBudget   = `published = true || ` + staff
	ofOpenBudget = `budget.published = true || ` + staff
	// Programs and what belongs to them are read by all once they are published. They
	// have no lists: open answers list them, and a filter could lead to people.
	openProgram   = `published = true || ` + staff
	openMilestone = `(program.published = true && waiting = false) || ` + staff
	// What the office tells everybody: from its hour on, to its end. Before that it
	// is for who may write it. It has no lists: open answers list it.
	openPost        = `(state = "published" && publish_at <= @now && (expires_at = "" || expires_at > @now))`
	openPublication = `state = "published"`
	// Who answers requests for information reads the answer's file.
	answers = `(` + staff + ` && @request.auth.role != "hamlet_head" && @request.auth.role != "auditor")`
	// What I am told, as a resident or as an officer. Each has only one of the two,
	// so that a guest's "" must not count.
	toMe = `((` + resident + ` && account != "" && account = @request.auth.id) || (` + staff + ` && officer != "" && officer = @request.auth.id))`
	// Filed by me, or for me by a parent or carer. What looks needless is for SQLite:
	// != "" lets it use the index of the few that have somebody represented, and the
	// code, which all requests have, lets it begin with the requests; see
	// TestListsOfOnesOwnGoByAnIndex.
	mineOrForMe = `(` + resident + ` && (account = @request.auth.id || (represented != "" && represented = @request.auth.id)))`
)

var (
	ofMyHamlets = `(` + inReach("hamlet", "service") + `)`
	// Proposals are for all, but what was withdrawn or is not fit to be seen; who
	// made them stands in hidden fields.
	openProposal = `(hidden_because = "" && state != "withdrawn") || ` + mine + ` || (` + staff + ` && (` + inReach("hamlet", `""`) + `))`
	// of a document: scanned by this officer, or hung on a request they may see
	onMyCases = `(officer = @request.auth.id || (requests_via_documents.id != "" && requests_via_documents.confidential ?= false && (` +
		inReach("requests_via_documents.hamlet", "requests_via_documents.service") + `)) || ` + provesToMe + `)`
	// the proof of a correction that they may read
	provesToMe = `(corrections_via_paper.id != "" && (` + inReach("corrections_via_paper.resident.hamlet", `""`) + `))`
)

// inReach is the condition that staff may see a record of this hamlet and
// service: hamlet heads their own areas and what they act for by a delegation
// in force, the others all.
func inReach(hamlet, service string) string {
	acting := `@request.auth.delegations_via_to.`
	return `@request.auth.role != "hamlet_head" || ` + liesIn(`@request.auth.hamlets.id`, hamlet) +
		` || (` + acting + `starts_at ?<= @now && ` + acting + `ends_at ?> @now` +
		` && (` + acting + `services:length ?= 0 || ` + acting + `services.id ?= ` + service + `)` +
		` && (` + acting + `post ?!= "hamlet_head" || ` + liesIn(acting+`from.hamlets.id`, hamlet) + `))`
}

// liesIn is the condition that a hamlet is one of some areas or lies in one of
// them; hooks/office keeps areas to three levels.
func liesIn(areas, hamlet string) string {
	condition := areas + ` ?= ` + hamlet
	for range 2 {
		hamlet += `.parent`
		condition += ` || (` + hamlet + ` != "" && ` + areas + ` ?= ` + hamlet + `)`
	}
	return `(` + condition + `)`
}

// rules of a collection; nil is locked for all but superusers.
type rules struct{ list, view, create, update, delete *string }

func is(rule string) *string { return &rule }

var ofCollection = map[string]rules{
	"office":               {list: is(anyone), view: is(anyone)},
	"hamlets":              {list: is(anyone), view: is(anyone)},
	"holidays":             {list: is(anyone), view: is(anyone)},
	"households":           {},
	"residents":            {},
	"life_events":          {create: is(byHook)},
	"population_entries":   {},
	"population_months":    {},
	"imports":              {},
	"import_changes":       {},
	"accounts":             {list: is(self), view: is(self), update: is(self)},
	"settlements":          {},
	"units":                {list: is(anyone), view: is(anyone)},
	"reference_values":     {list: is(anyone), view: is(anyone)},
	"delegations":          {list: is(staff), view: is(staff), create: is(staff), update: is(staff)},
	"officers":             {list: is(self), view: is(self), update: is(self)},
	"services":             {list: is("active = true"), view: is("active = true")},
	"definitions":          {view: is(loggedIn)},
	"documents":            {list: is(mine), view: is(mine + ` || (` + staff + ` && ` + onMyCases + `)`), create: is(byHook), delete: is(mine)},
	"requests":             {list: is(mineOrForMe), view: is(mineOrForMe + ` || (` + staff + ` && confidential = false && (` + ofMyHamlets + `))`), create: is(byHook)},
	"request_events":       {list: is(ofMine), view: is(ofMine), create: is(byHook)},
	"letters":              {list: is(ofMine), view: is(ofMine + ` || (` + staff + ` && ` + ofMyHamlets + `)`)},
	"letter_counters":      {},
	"sessions":             {},
	"audit":                {},
	"audit_cuts":           {},
	"registrations":        {},
	"representations":      {},
	"corrections":          {list: is(mine), view: is(mine), create: is(byHook), update: is(staff)},
	"data_questions":       {list: is(mine), view: is(mine), create: is(byHook), update: is(staff)},
	"consents":             {list: is(mine), view: is(mine), create: is(byHook)},
	"retention_runs":       {},
	"retention_removals":   {},
	"budgets":              {list: is(openBudget), view: is(openBudget), create: is(staff), update: is(staff), delete: is(staff)},
	"budget_lines":         {list: is(ofOpenBudget), view: is(ofOpenBudget), create: is(staff), update: is(staff), delete: is(staff)},
	"budget_versions":      {list: is(staff), view: is(staff)},
	"proposals":            {view: is(openProposal), create: is(byHook), update: is(mine + ` || ` + staff)},
	"proposal_supports":    {list: is(mine), view: is(mine), create: is(byHook), delete: is(mine)},
	"programs":             {view: is(openProgram), create: is(staff), update: is(staff), delete: is(staff)},
	"milestones":           {view: is(openMilestone), create: is(staff), update: is(staff), delete: is(staff)},
	"beneficiaries":        {create: is(staff), update: is(staff)},
	"benefit_payments":     {create: is(staff), update: is(staff)},
	"benefit_imports":      {},
	"posts":                {view: is(openPost + ` || (` + staff + ` && (` + inReach("hamlet", `""`) + `))`), create: is(staff), update: is(staff), delete: is(staff)},
	"post_slugs":           {},
	"publications":         {view: is(openPublication + ` || ` + staff), create: is(staff), update: is(staff), delete: is(staff)},
	"information_requests": {list: is(mine), view: is(mine + ` || ` + answers), create: is(byHook), update: is(staff)},
	"objections":           {list: is(mine), view: is(mine + ` || ` + answers), create: is(byHook), update: is(staff)},
	"contacts":             {view: is(staff), create: is(staff), update: is(staff), delete: is(staff)},
	"businesses":           {list: is(mine), view: is(openPublication + ` || ` + mine + ` || ` + staff), create: is(byHook), update: is(staff), delete: is(staff)},
	"statistics":           {}, // open answers tell them
	"letter_revocations":   {list: is(ofMyLetter), view: is(ofMyLetter), create: is(staff)},
	"notices":              {list: is(toMe), view: is(toMe)},
	"notice_causes":        {},
	"notice_deliveries":    {},
	"notice_choices":       {},
	"push_subscriptions":   {},
	"gateways":             {},
	"gateway_messages":     {},
	"reports":              {update: is(staff)},
	"ratings":              {},
	"satisfaction_plans":   {},
	"report_supports":      {list: is(mine), view: is(mine), create: is(byHook), delete: is(mine)},
}

// Register sets the rules when the server starts.
func Register(app core.App) {
	app.OnRecordCreateRequest(madeByProgram...).BindFunc(refuseHandmade)
	app.OnRecordCreateRequest(steps...).BindFunc(refuseHandmade)
	app.OnRecordUpdateRequest(steps...).BindFunc(refuseHandmade)
	keepRules(app)
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		if err := Apply(e.App); err != nil {
			return err
		}
		return e.Next()
	})
}

// Apply brings every collection's rules to what this file says, saving only
// those that differ.
func Apply(app core.App) error {
	for _, name := range Collections() {
		collection, err := app.FindCollectionByNameOrId(name)
		if err != nil {
			return err
		}
		want := ofCollection[name]
		if same(collection.ListRule, want.list) && same(collection.ViewRule, want.view) &&
			same(collection.CreateRule, want.create) && same(collection.UpdateRule, want.update) &&
			same(collection.DeleteRule, want.delete) {
			continue
		}
		collection.ListRule, collection.ViewRule = want.list, want.view
		collection.CreateRule, collection.UpdateRule, collection.DeleteRule = want.create, want.update, want.delete
		// PocketBase refuses new rules for system collections, from admins and
		// from code alike; the rules above are ours to set.
		if err := app.SaveNoValidate(collection); err != nil {
			return err
		}
	}
	return restoreWays(app)
}

// Collections are the names of all that have rules here, sorted.
func Collections() []string {
	names := make([]string, 0, len(ofCollection))
	for name := range ofCollection {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func same(a, b *string) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
