package matrix_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
)

const delegationsLegend = `What a delegation opens, and to whom. First column: who; then, for a request of Wayan's that waits
for the post that is handed over: does it stand under "mine" on their desk, may they open the case, the
record, its paper, which decisions does the page show them, and what does the server say to the step's
own action (taken back afterwards). The same is asked in a desa and in a kelurahan, with the same result.
MDESA_UPDATE=1 go test ./hooks/matrix -run ByDelegation writes this file anew.
`

// handover is a post handed over, and a request that waits for that post.
type handover struct {
	name     string
	from, to *core.Record
	form     string
	request  string
	action   string
	paper    *core.Record
}

// phase is a moment in the life of a delegation.
type phase struct {
	name  string
	apply func(v village, h handover)
}

func TestAccessMatrixByDelegation(t *testing.T) {
	var tables []string
	for _, kind := range []string{"desa", "kelurahan"} {
		v := alone(t)
		v.Office.Set("kind", kind)
		apptest.Save(t, v, v.Office)
		tables = append(tables, v.delegationsTable())
	}
	if tables[0] != tables[1] {
		t.Errorf("a kelurahan differs:\n%s", tables[1])
	}
	golden(t, "testdata/delegations.golden", delegationsLegend+tables[0])
}

func (v village) delegationsTable() string {
	watched := v.undoWrites()
	var table strings.Builder
	for _, h := range v.handovers() {
		for _, p := range phases {
			p.apply(v, h)
			fmt.Fprintf(&table, "\n%s, %s %s\n%-16s%-6s%-6s%-8s%-7s%-34s%s\n", h.name, h.form, p.name,
				"", "mine", "case", "record", "paper", "decisions", h.action)
			for _, who := range []actor{{"holder", h.from}, {"delegate", h.to}, {"desk officer", v.Officer}, {"auditor", v.Auditor}} {
				if who.name == "desk officer" && h.to.Id == v.Officer.Id {
					continue
				}
				*watched = undone{collection: "request_events"}
				answer := v.Act(who.record, h.request, h.action)
				row := []any{"  " + who.name, v.standsOnDesk(who.record, h.request), v.status("/api/requests/"+h.request+"/case", who.record),
					v.status("/api/collections/requests/records/"+h.request, who.record), v.status("/api/collections/documents/records/"+h.paper.Id, who.record),
					v.decisions(who.record, h.request), outcome(answer, watched.written)}
				*watched = undone{}
				fmt.Fprintf(&table, "%-16s%-6s%-6s%-8s%-7s%-34s%s\n", row...)
			}
			v.EndDelegations()
		}
	}
	return table.String()
}

// handovers are the posts, each with a request that waits for it.
func (v village) handovers() []handover {
	v.t.Helper()
	papers := v.Papers()
	waiting, atDesk, toSign := v.atCounter(papers), v.atCounter(papers), v.ToSignAtCounter(papers)
	v.Act(v.HeadOfKaja, atDesk, "approve").Want(200)
	all := []handover{
		{name: "the hamlet head's post", from: v.HeadOfKaja, to: v.HeadOfKelod, form: "Plh.", request: waiting, action: "approve"},
		{name: "the officer's post", from: v.Officer, to: v.HeadOfKelod, form: "Plh.", request: atDesk, action: "approve"},
		{name: "the head's post", from: v.VillageHead, to: v.Secretary, form: "Plh.", request: toSign, action: "sign"},
		{name: "the head's mandate", from: v.VillageHead, to: v.Officer, form: "a.n.", request: toSign, action: "sign"},
	}
	for i := range all {
		all[i].paper = v.Found("documents", v.Found("requests", all[i].request).GetStringSlice("documents")[0])
	}
	return all
}

// atCounter is a request of Wayan's that the desk filed.
func (v village) atCounter(papers map[string]any) string {
	v.t.Helper()
	return v.Do("POST", "/api/collections/requests/records", map[string]any{
		"service": v.Service("domicile").Id, "resident": v.Wayan.Id, "attachments": papers,
		"answers": map[string]any{"home_status": "own", "since": "2015-01-01", "purpose": "bank"},
	}, v.Officer).Want(200).JSON()["id"].(string)
}

var phases = []phase{
	{"before it begins", func(v village, h handover) { v.handOver(h, 1, 7, nil) }},
	{"while it holds", func(v village, h handover) { v.handOver(h, 0, 7, nil) }},
	{"for another service", func(v village, h handover) { v.handOver(h, 0, 7, []string{v.Service("business").Id}) }},
	{"for this service", func(v village, h handover) { v.handOver(h, 0, 7, []string{v.Service("domicile").Id}) }},
	{"ended today", func(v village, h handover) {
		v.handOver(h, 0, 7, nil)
		v.EndDelegations()
	}},
	{"run out yesterday", func(v village, h handover) { v.handOverThen(h) }},
}

func (v village) handOver(h handover, starts, ends int, services []string) *core.Record {
	v.t.Helper()
	return apptest.Save(v.t, v, apptest.Record(v.t, v, "delegations", map[string]any{
		"from": h.from.Id, "to": h.to.Id, "form": h.form, "starts_on": v.Day(starts), "ends_on": v.Day(ends), "services": services,
	}))
}

// handOverThen writes a delegation of last week past the hooks, which allow none.
func (v village) handOverThen(h handover) {
	v.t.Helper()
	at := time.Now().UTC()
	old := apptest.Record(v.t, v, "delegations", map[string]any{
		"from": h.from.Id, "to": h.to.Id, "form": h.form, "post": h.from.GetString("role"), "starts_on": v.Day(-7), "ends_on": v.Day(-1),
		"starts_at": at.AddDate(0, 0, -8), "ends_at": at.AddDate(0, 0, -1),
	})
	v.insert("delegations", old)
}

func (v village) insert(table string, record *core.Record) {
	v.t.Helper()
	record.Set("id", core.GenerateDefaultRandomId())
	fields, err := record.DBExport(v)
	if err != nil {
		v.t.Fatal(err)
	}
	if _, err := v.NonconcurrentDB().Insert(table, fields).Execute(); err != nil {
		v.t.Fatal(err)
	}
}

func (v village) status(path string, actor *core.Record) string {
	v.t.Helper()
	return fmt.Sprint(v.Do("GET", path, nil, actor).Status)
}

func (v village) standsOnDesk(actor *core.Record, request string) string {
	v.t.Helper()
	answer := v.Do("GET", "/api/requests/inbox?tab=mine", nil, actor).Want(200)
	if strings.Contains(string(answer.Body), request) {
		return "yes"
	}
	return "no"
}

// decisions are the buttons of a page, the comment left out.
func (v village) decisions(actor *core.Record, request string) string {
	v.t.Helper()
	answer := v.Do("GET", "/api/requests/"+request+"/actions", nil, actor)
	if answer.Status != 200 {
		return fmt.Sprint(answer.Status)
	}
	var open []string
	for _, one := range answer.JSON()["actions"].([]any) {
		if action := one.(map[string]any)["action"].(string); action != "comment" {
			open = append(open, action)
		}
	}
	if len(open) == 0 {
		return "none"
	}
	return strings.Join(open, " ")
}
