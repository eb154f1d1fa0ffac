package privacy

import (
	"fmt"
	"path"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/audit"
	"mdesa/hooks/office"
)

// Everything is what the office keeps about one resident, as data.json has it.
type Everything struct {
	MadeAt        string           `json:"made_at"` // RFC 3339, in the office's zone
	Office        string           `json:"office"`
	Login         map[string]any   `json:"login"`
	Register      map[string]any   `json:"register"`
	Household     *household       `json:"household"`
	LifeEvents    []map[string]any `json:"life_events"`
	Carers        []map[string]any `json:"carers"`
	Requests      []request        `json:"requests"`
	Letters       []map[string]any `json:"letters"`
	Documents     []map[string]any `json:"documents"`
	Consents      []map[string]any `json:"consents"`
	Corrections   []map[string]any `json:"corrections"`
	Questions     []map[string]any `json:"questions"`
	SeenBy        []map[string]any `json:"seen_by"`
	Sessions      []map[string]any `json:"sessions"`
	Registrations []map[string]any `json:"registrations"`
	Benefits      []benefit        `json:"benefits"`
	Reports       []map[string]any `json:"reports"`
	Supports      []map[string]any `json:"supports"`
	Proposals     []map[string]any `json:"proposals"`
	Information   []map[string]any `json:"information_requests"`
	Objections    []map[string]any `json:"objections"`
	Businesses    []map[string]any `json:"businesses"`
	Notices       []told           `json:"notices"`
	Choices       []map[string]any `json:"notice_choices"`
	Devices       []map[string]any `json:"push_devices"`
	Posts         []map[string]any `json:"posts"`
}

type household struct {
	KK      string           `json:"kk"`
	Address string           `json:"address"`
	Members []map[string]any `json:"members"`
}

type request struct {
	Fields  map[string]any   `json:"request"`
	Answers []line           `json:"-"` // in words, for the page
	Events  []map[string]any `json:"events"`
}

// gatherer reads what belongs to one resident. Fields are named one by one: what
// a later version adds is not given away before somebody thought about it.
type gatherer struct {
	app      core.App
	account  *core.Record
	resident *core.Record
	zone     *time.Location
	lang     tongue // of what is put into words
	files    []attachment
	err      error // the first one
}

func gather(app core.App, account *core.Record, lang tongue) (*Everything, []attachment, error) {
	if err := audit.Flush(app); err != nil {
		return nil, nil, err
	}
	resident, err := app.FindRecordById("residents", account.GetString("resident"))
	if err != nil {
		return nil, nil, errNotYourData.Because(err)
	}
	kept, err := office.Current(app)
	if err != nil {
		return nil, nil, err
	}
	clock, err := office.ClockOf(app)
	if err != nil {
		return nil, nil, err
	}
	g := &gatherer{app: app, account: account, resident: resident, zone: clock.Location(), lang: lang}
	all := &Everything{
		MadeAt: time.Now().In(g.zone).Format(time.RFC3339), Office: calledOffice(kept),
		Login:         g.fields(account, "nik", "name", "phone", "mail", "language", "active", "activated_at", "created"),
		Register:      g.register(),
		Household:     g.household(),
		LifeEvents:    g.rows("life_events", "resident = {:me}", "event_date", lifeEventFields...),
		Carers:        g.carers(),
		Requests:      g.requests(),
		Letters:       g.letters(),
		Documents:     g.documents(),
		Consents:      g.rows("consents", "resident = {:me}", "at", "purpose", "given", "text", "text_version", "channel", "proof", "at"),
		Corrections:   g.corrections(),
		Questions:     g.rows("data_questions", "account = {:account} || resident = {:me}", "asked_at", questionFields...),
		SeenBy:        g.seenBy(),
		Sessions:      g.rows("sessions", "login_kind = 'accounts' && login = {:account}", "created", sessionFields...),
		Registrations: g.registrations(),
		Benefits:      g.benefits(),
		Reports:       g.reports(),
		Supports:      g.supports(),
		Proposals:     g.proposals(),
		Information:   g.information(),
		Objections:    g.objections(),
		Businesses:    g.businesses(),
		Notices:       g.notices(),
		Choices:       g.rows("notice_choices", "account = {:account}", "created", "channels", "quiet_from", "quiet_to", "no_quiet", "updated"),
		Devices:       g.rows("push_subscriptions", "account = {:account}", "at", "device", "at", "last_at"),
		Posts:         g.rows("officers", "resident = {:me}", "created", postFields...),
	}
	return all, g.files, g.err
}

// calledOffice is "Desa Puri Kencana": the name is kept without its kind.
func calledOffice(kept *core.Record) string {
	kind := kept.GetString("kind")
	return strings.ToUpper(kind[:min(1, len(kind))]) + kind[min(1, len(kind)):] + " " + kept.GetString("name")
}

var (
	lifeEventFields = []string{"kind", "event_date", "reported_on", "document", "month", "recorder_name", "recorder_title", "created"}
	questionFields  = []string{"seen_at", "actor_name", "actor_title", "question", "state", "answer", "answered_name", "answered_title", "asked_at", "due_at", "answered_at"}
	postFields      = []string{"name", "title", "role", "email", "phone", "term_from", "term_until", "active"} // in the office itself
	sessionFields   = []string{"agent", "address", "shared", "created", "last_seen", "ends_at", "ended_at", "ended_by"}
)

// fields are some of a record's; moments are written in the office's zone.
func (g *gatherer) fields(record *core.Record, names ...string) map[string]any {
	some := make(map[string]any, len(names))
	for _, name := range names {
		some[name] = record.Get(name)
		if at, ok := some[name].(types.DateTime); ok {
			some[name] = g.local(at)
		}
	}
	return some
}

// local is a moment in the office's zone, RFC 3339; "" for never.
func (g *gatherer) local(at types.DateTime) string {
	if at.IsZero() {
		return ""
	}
	return at.Time().In(g.zone).Format(time.RFC3339)
}

func (g *gatherer) fail(err error) {
	if g.err == nil {
		g.err = err
	}
}

// find reads records of a collection, oldest first.
func (g *gatherer) find(collection, filter, sort string) []*core.Record {
	records, err := g.app.FindRecordsByFilter(collection, filter, sort, 0, 0,
		dbx.Params{"me": g.resident.Id, "account": g.account.Id, "nik": g.resident.GetString("nik"), "household": g.resident.GetString("household")})
	if err != nil {
		g.fail(err)
	}
	return records
}

func (g *gatherer) rows(collection, filter, sort string, names ...string) []map[string]any {
	rows := []map[string]any{}
	for _, record := range g.find(collection, filter, sort) {
		rows = append(rows, g.fields(record, names...))
	}
	return rows
}

// bring puts a record's file into the ZIP and gives its name there.
func (g *gatherer) bring(folder string, record *core.Record, field string) string {
	file := record.GetString(field)
	if file == "" {
		return ""
	}
	return g.pack(folder+"/"+record.Id, record, file)
}

// bringAll is [gatherer.bring] for a field of several files.
func (g *gatherer) bringAll(folder string, record *core.Record, field string) []string {
	names := []string{}
	for i, file := range record.GetStringSlice(field) {
		names = append(names, g.pack(fmt.Sprintf("%s/%s-%s-%d", folder, record.Id, field, i+1), record, file))
	}
	return names
}

func (g *gatherer) pack(name string, record *core.Record, file string) string {
	name += strings.ToLower(path.Ext(file))
	g.files = append(g.files, attachment{name: name, key: record.BaseFilesPath() + "/" + file})
	return name
}
