package residents

import (
	"net/http"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var (
	// errUnseen is said of a resident who is not there and of one who is none of
	// the caller's business.
	errUnseen = fault.New(fault.NotFound, "resident.not_found",
		"Warga tidak ditemukan di register, atau bukan warga wilayah Anda.",
		"No such resident in the register, or not one of your hamlets.")
	errOtherRequest = fault.New(fault.Invalid, "resident.other_request",
		"Permohonan itu bukan milik warga ini. Buka kartu warga dari permohonannya.",
		"That request is not this resident's. Open the card from their request.")
)

// card answers GET /api/residents/{id}/card for staff: with ?purpose=, numbers
// masked; with ?request=, numbers in full as long as that request is open.
// services are those that the caller may take in from this person, null for all:
// who acts for some services only is shown nothing else of them.
func card(e *core.RequestEvent) error {
	seen, err := reachAsked(e)
	if err != nil {
		return err
	}
	resident, err := residentIn(e, seen)
	if err != nil {
		return err
	}
	purpose, full, err := purposeOfCard(e, resident.Id)
	if err != nil {
		return err
	}
	person, members, err := readPerson(e.App, resident)
	if err != nil {
		return err
	}
	warnings := Warnings(Facts{
		NIK: person.NIK, BirthDate: person.BirthDate, Sex: person.Sex, LifeStatus: person.LifeStatus,
		KK: person.KK, Heads: members.livingHeads(),
	}, office.Today(e.App))
	around, err := readAround(e.App, resident.Id)
	if err != nil {
		return err
	}
	services, all, err := delegation.ServedFor(e.App, e.Auth, resident.GetString("hamlet"))
	if err != nil {
		return err
	}
	if !all {
		around = around.without()
	}
	person = person.withoutHealth()
	if !full {
		person = person.masked()
	}
	audit.Seen(e.App, e.Auth, purpose, audit.Viewed, members.with(resident.Id)...)
	return e.JSON(http.StatusOK, map[string]any{
		"resident": person, "masked": !full, "household": members, "warnings": told(warnings, fault.Lang(e)),
		"account": around.account, "requests": around.requests, "events": around.events,
		"services": services,
	})
}

// within gives the resident of the path, if the caller may see them.
func within(e *core.RequestEvent) (*core.Record, error) {
	own, err := reachOf(e.App, e.Auth)
	if err != nil {
		return nil, err
	}
	return residentIn(e, own)
}

func residentIn(e *core.RequestEvent, reach reach) (*core.Record, error) {
	resident, err := e.App.FindRecordById("residents", e.Request.PathValue("id"))
	if err != nil || !reach.covers(resident.GetString("hamlet")) {
		return nil, errUnseen.Because(err)
	}
	return resident, nil
}

// purposeOfCard is why the card is opened, and whether that is a reason to show
// numbers in full: work on a request that is not over.
func purposeOfCard(e *core.RequestEvent, resident string) (purpose audit.Purpose, full bool, err error) {
	request := e.Request.URL.Query().Get("request")
	if request == "" {
		purpose, err = audit.PurposeOf(e)
		return purpose, false, err
	}
	var asked struct {
		Hamlet string
		Open   bool
	}
	err = e.App.DB().NewQuery(`SELECT hamlet, (status IN ('submitted', 'in_progress', 'returned') AND kind != 'report') AS open FROM requests
		WHERE id = {:request} AND resident = {:resident} AND confidential = 0`).Bind(dbx.Params{"request": request, "resident": resident}).One(&asked)
	if err != nil {
		return purpose, false, errOtherRequest.At("request", errOtherRequest).Because(err)
	}
	reach, err := reachAsked(e)
	full = asked.Open && reach.covers(asked.Hamlet) && !isAuditor(e.Auth)
	return audit.Purpose{Kind: audit.ForRequest, Request: request}, full, err
}

// isAuditor is true for who never needs residents' full numbers.
func isAuditor(auth *core.Record) bool {
	return !auth.IsSuperuser() && auth.GetString("role") == "auditor"
}

type warning struct {
	Key  string `json:"key"`
	Text string `json:"text"`
}

func told(warnings []*fault.Fault, lang string) []warning {
	texts := make([]warning, len(warnings))
	for i, w := range warnings {
		texts[i] = warning{w.Key, w.In(lang)}
	}
	return texts
}

// around is what the office has on a person beside the register.
type around struct {
	account  string // none, opened (a code was given) or active (it was used)
	requests []askedFor
	events   []happened
}

// askedFor is one request of the person, the newest first.
type askedFor struct {
	ID            string `json:"id" db:"id"`
	Code          string `json:"code" db:"code"`
	ServiceName   string `json:"service_name" db:"service_name"`
	ServiceNameEN string `json:"service_name_en" db:"service_name_en"`
	Status        string `json:"status" db:"status"`
	SubmittedAt   string `json:"submitted_at" db:"submitted_at"`
	ClosedAt      string `json:"closed_at" db:"closed_at"`
}

// happened is one life event of the person, the newest first.
type happened struct {
	ID         string `json:"id" db:"id"`
	Kind       string `json:"kind" db:"kind"`
	EventDate  string `json:"event_date" db:"event_date"`
	ReportedOn string `json:"reported_on" db:"reported_on"`
}

const mostAround = 20

// without leaves what else the person asked for and lived through out.
func (a around) without() around {
	return around{account: a.account, requests: []askedFor{}, events: []happened{}}
}

func readAround(app core.App, resident string) (found around, err error) {
	of := dbx.Params{"resident": resident, "most": mostAround}
	for query, into := range map[string]any{
		`SELECT id, code, service_name, service_name_en, status, submitted_at, closed_at FROM requests
			WHERE resident = {:resident} AND confidential = 0 ORDER BY created DESC LIMIT {:most}`: &found.requests,
		`SELECT id, kind, event_date, reported_on FROM life_events
			WHERE resident = {:resident} ORDER BY event_date DESC, created DESC LIMIT {:most}`: &found.events,
	} {
		if err := app.DB().NewQuery(query).Bind(of).All(into); err != nil {
			return found, err
		}
	}
	found.account, err = accountState(app, resident)
	return found, err
}

func accountState(app core.App, resident string) (string, error) {
	accounts, err := app.FindAllRecords("accounts", dbx.HashExp{"resident": resident})
	switch {
	case err != nil || len(accounts) == 0:
		return "none", err
	case accounts[0].GetBool("active") && accounts[0].GetString("activated_at") != "":
		return "active", nil
	}
	return "opened", nil
}
