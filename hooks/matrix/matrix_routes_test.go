package matrix_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

const routesLegend = `Who reaches what over the routes. The request, letter, paper and person asked for are
Wayan's of Banjar Kaja. A number in brackets is how many entries the answer lists.
MDESA_UPDATE=1 go test ./hooks/matrix -run Matrix writes this file anew.
`

func TestAccessMatrixOfTheRoutes(t *testing.T) {
	a := archived(t)
	var table strings.Builder
	table.WriteString(routesLegend)
	for _, group := range a.routes() {
		fmt.Fprintf(&table, "\n%-34s", group.name)
		for _, actor := range a.actors() {
			fmt.Fprintf(&table, "%-14s", actor.name)
		}
		table.WriteString("\n")
		for _, route := range group.routes {
			fmt.Fprintf(&table, "%-34s", "  "+route.name)
			for i, actor := range a.actors() {
				fmt.Fprintf(&table, "%-14s", answered(a, route, i, actor.record))
			}
			table.WriteString("\n")
		}
	}
	lines := strings.Split(table.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	golden(t, "testdata/routes.golden", strings.Join(lines, "\n"))
}

type group struct {
	name   string
	routes []route
}

type route struct {
	name, method, path string
	body               any
	token              bool // of the actor's, in the address, as an <img> needs it
}

func answered(a archive, r route, nth int, actor *core.Record) string {
	path := r.path
	if r.token && actor != nil {
		token := a.Do("POST", "/api/files/token", nil, actor).Want(200).JSON()["token"].(string)
		path += "?token=" + token
	}
	a.Store().Remove("web.limit.accounts.register") // all of them come from one address here
	answer := a.Do(r.method, path, ofEach(r.body, nth), actor)
	text := fmt.Sprint(answer.Status)
	var listed struct{ Items []any }
	if err := json.Unmarshal(answer.Body, &listed); err == nil && listed.Items != nil {
		text += fmt.Sprintf(" (%d)", len(listed.Items))
	}
	return text
}

func (a archive) routes() []group {
	request, letter := "/api/requests/"+a.request.Id, a.letter
	return []group{
		{"The office", []route{
			{name: "now", method: "GET", path: "/api/office/now"},
			{name: "propose holidays", method: "POST", path: "/api/office/holidays/propose", body: map[string]any{"year": 2028}},
		}},
		{"People and logins", []route{
			{name: "reference", method: "GET", path: "/api/residents/reference"},
			{name: "me", method: "GET", path: "/api/me/resident"},
			{name: "search", method: "GET", path: "/api/residents/search?purpose=counter&q=wayan"},
			{name: "search, no purpose", method: "GET", path: "/api/residents/search?q=wayan"},
			{name: "card", method: "GET", path: "/api/residents/" + a.Wayan.Id + "/card?purpose=counter"},
			{name: "card at the request", method: "GET", path: "/api/residents/" + a.Wayan.Id + "/card?request=" + a.request.Id},
			{name: "card at another's request", method: "GET", path: "/api/residents/" + a.Made.Id + "/card?request=" + a.request.Id},
			{name: "numbers in full", method: "POST", path: "/api/residents/" + a.Wayan.Id + "/reveal", body: map[string]any{"purpose": "counter"}},
			{name: "correct, nothing", method: "POST", path: "/api/residents/" + a.Wayan.Id + "/correct",
				body: map[string]any{"reason": "sesuai akta", "changes": map[string]any{"name": "I Wayan Sukarta"}}},
			{name: "contradictions", method: "GET", path: "/api/residents/contradictions"},
			{name: "settle what is gone", method: "POST", path: "/api/residents/contradictions/settle", body: map[string]any{
				"kind": "two_heads", "subject": a.Wayan.GetString("household"), "mark": "00", "decision": "not_a_problem", "note": "sudah benar"}},
			{name: "open an account", method: "POST", path: "/api/accounts/open", body: map[string]any{"resident": a.Wayan.Id}},
			{name: "activate with a wrong code", method: "POST", path: "/api/accounts/activate",
				body: map[string]any{"nik": "each", "code": "AAAA-AAAA", "password": "kata-sandi-baru"}},
			{name: "delegations", method: "GET", path: "/api/delegations"},
			{name: "my sessions", method: "GET", path: "/api/me/sessions"},
			{name: "end the resident's session", method: "POST", path: "/api/me/sessions/" + a.existing["sessions"] + "/end"},
			{name: "new password, old one wrong", method: "POST", path: "/api/me/password", body: map[string]any{"old": "salah", "password": "padi-laut-biru"}},
			{name: "second step on, no mail", method: "POST", path: "/api/me/second-factor", body: map[string]any{"on": true, "password": apptest.Password}},
			{name: "code without a password", method: "POST", path: "/api/officers/login-code", body: map[string]any{"mfa": "nosuchstep00000"}},
			{name: "log in as another", method: "POST", path: "/api/collections/accounts/impersonate/" + a.Resident.Id},
		}},
		{"Joining", a.joining()},
		{"Files of residents", []route{
			{name: "progress of an import", method: "GET", path: "/api/imports/" + a.existing["imports"] + "/progress"},
			{name: "import what has no good row", method: "POST", path: "/api/imports/" + a.existing["imports"] + "/commit", body: map[string]any{"choice": "good"}},
			{name: "check what was imported", method: "POST", path: "/api/imports/" + a.existing["imports"] + "/check", body: map[string]any{}},
			{name: "register as CSV", method: "GET", path: "/api/residents/export?format=csv"},
			{name: "drop what an undo needs", method: "DELETE", path: "/api/collections/import_changes/truncate"},
		}},
		{"Population", []route{
			{name: "report", method: "GET", path: "/api/population/report"},
			{name: "report of Kaja", method: "GET", path: "/api/population/report?hamlet=" + a.Kaja.Id},
			{name: "report as CSV", method: "GET", path: "/api/population/report?format=csv"},
			{name: "months", method: "GET", path: "/api/population/months"},
			{name: "close a month to come", method: "POST", path: "/api/population/close", body: map[string]any{"month": "2999-01"}},
			{name: "events", method: "GET", path: "/api/population/events"},
			{name: "an event of Kelod", method: "GET", path: "/api/population/events/" + a.existing["life_events"] + "?purpose=oversight"},
			{name: "person for an event", method: "GET", path: "/api/population/person/" + a.Wayan.Id},
			{name: "preview of an event", method: "POST", path: "/api/population/preview",
				body: map[string]any{"kind": "away", "resident": a.Nyoman.Id, "event_date": "2026-01-05"}},
			{name: "drop the ledger", method: "DELETE", path: "/api/collections/population_entries/truncate"},
		}},
		{"Requests", []route{
			{name: "inbox", method: "GET", path: "/api/requests/inbox?tab=open"},
			{name: "case", method: "GET", path: request + "/case"},
			{name: "actions", method: "GET", path: request + "/actions"},
			{name: "status by receipt", method: "POST", path: "/api/requests/status",
				body: map[string]any{"code": a.request.GetString("code"), "last4": a.Wayan.GetString("nik")[12:]}},
			{name: "paper", method: "GET", path: "/api/files/documents/" + a.paper.Id + "/" + a.paper.GetString("file"), token: true},
			{name: "paper hung on nothing", method: "GET", path: "/api/files/documents/" + a.loose.Id + "/" + a.loose.GetString("file"), token: true},
			{name: "drop the history", method: "DELETE", path: "/api/collections/request_events/truncate"},
		}},
		{"Letters", []route{
			{name: "verify", method: "GET", path: "/api/letters/verify/" + letter.GetString("code")},
			{name: "keys", method: "GET", path: "/api/letters/keys"},
			{name: "register", method: "GET", path: "/api/letters/register"},
			{name: "register as CSV", method: "GET", path: "/api/letters/register?format=csv"},
			{name: "preview", method: "POST", path: "/api/letters/preview", body: a.anotherService()},
			{name: "PDF", method: "GET", path: "/api/files/letters/" + letter.Id + "/" + letter.GetString("pdf"), token: true},
			{name: "drop all letters", method: "DELETE", path: "/api/collections/letters/truncate"},
		}},
		a.rightsRoutes(),
		a.noticesRoutes(),
		a.budgetRoutes(),
		a.statisticsRoutes(),
		a.satisfactionRoutes(),
		a.programsRoutes(),
		a.benefitsRoutes(),
		a.boardRoutes(),
		a.reportRoutes(),
		a.newsRoutes(),
		{"Who saw what", []route{
			{name: "who looked at my data", method: "GET", path: "/api/me/trail?page=99"},
			{name: "the trail of all", method: "GET", path: "/api/audit?what=reveal"},
			{name: "the trail as CSV", method: "GET", path: "/api/audit?format=csv&what=reveal"},
			{name: "check of the chain", method: "GET", path: "/api/audit/check"},
			{name: "drop the trail", method: "DELETE", path: "/api/collections/audit/truncate"},
			{name: "a backup that is not there", method: "GET", path: "/api/backups/nosuch.zip", token: true},
		}},
		{"The machine", []route{
			{name: "SQL console", method: "POST", path: "/api/sql", body: map[string]any{"query": "SELECT 1"}},
			{name: "batch", method: "POST", path: "/api/batch", body: map[string]any{"requests": []any{}}},
			{name: "schema", method: "GET", path: "/api/collections"},
			{name: "loosen a rule", method: "PATCH", path: "/api/collections/requests", body: map[string]any{"listRule": ""}},
			{name: "settings", method: "GET", path: "/api/settings"},
			{name: "log", method: "GET", path: "/api/logs"},
			{name: "backups", method: "GET", path: "/api/backups"},
			{name: "restore a backup", method: "POST", path: "/api/backups/nosuch.zip/restore"},
			{name: "upload a backup", method: "POST", path: "/api/backups/upload"},
			{name: "timed jobs", method: "GET", path: "/api/crons"},
		}},
	}
}
