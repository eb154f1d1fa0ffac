package requests

import (
	"encoding/json"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/delegation"
	"mdesa/hooks/notify"
	"mdesa/hooks/office"
)

// Kinds of cause: an event, and a request that runs out soon.
const causeEvent = "requests.event"

var _ = notify.Explain(causeEvent, tellOfEvent)

// notices binds what the engine tells people. Each event costs its transaction
// one row: whose turn it is, and who else is told, is worked out afterwards.
func notices(app core.App) {
	app.OnRecordCreate("requests").BindFunc(func(e *core.RecordEvent) error {
		if err := e.Next(); err != nil {
			return err
		}
		return notify.Later(e.App, notify.Cause{Kind: causeEvent, Subject: e.Record.Id, Data: map[string]string{"action": Submit}})
	})
	app.OnRecordCreate("request_events").BindFunc(func(e *core.RecordEvent) error {
		if err := e.Next(); err != nil {
			return err
		}
		if e.Record.GetInt("seq") == 1 {
			return nil // told with the request
		}
		return notify.Later(e.App, notify.Cause{Kind: causeEvent, Subject: e.Record.GetString("request"),
			Data: map[string]string{"action": e.Record.GetString("action"), "event": e.Record.Id}})
	})
	app.Cron().MustAdd("requests-reminders", "7 * * * *", func() {
		if err := Remind(app, now()); err != nil {
			app.Logger().Error("reminders", "error", err)
		}
	})
}

// told is an event with what its notices are made of.
type told struct {
	request *core.Record
	def     *definition.Definition
	action  string
	ends    bool   // with it the request was completed, whatever came after
	merged  bool   // a report that was refused because another is about the same
	actor   string // id of who did it; is told nothing
	byStaff bool
	at      time.Time
	data    map[string]string
}

// tellOfEvent explains an event: the applicant hears what happened, officers
// whose turn it is now.
func tellOfEvent(app core.App, cause notify.Cause, _ string) ([]notify.Notice, string, error) {
	event, err := toldOf(app, cause)
	if err != nil || event == nil {
		return nil, "", err
	}
	notices := event.applicants()
	officers, err := event.officers(app)
	return append(notices, officers...), "", err
}

// toldOf reads the event; nil when the request is gone or emptied.
func toldOf(app core.App, cause notify.Cause) (*told, error) {
	request, err := app.FindRecordById("requests", cause.Subject)
	if err != nil || request.GetString("emptied_on") != "" {
		return nil, nil
	}
	def, err := definitionOf(app, request)
	if err != nil {
		return nil, err
	}
	where := dbx.HashExp{"request": request.Id, "seq": 1}
	if id := cause.Data["event"]; id != "" {
		where = dbx.HashExp{"id": id}
	}
	row := struct {
		Actor string `db:"actor"`
		Kind  string `db:"actor_kind"`
		At    string `db:"at"`
		Step  string `db:"step_key"`
		Data  string `db:"data"`
	}{}
	if err := app.DB().Select("actor", "actor_kind", "at", "step_key", "data").From("request_events").Where(where).One(&row); err != nil {
		return nil, err
	}
	at, _ := time.Parse("2006-01-02 15:04:05.000Z", row.At) // what cannot be read is told as of now
	var effects Effects
	if err := json.Unmarshal([]byte(row.Data), &effects); err != nil {
		return nil, err
	}
	data, err := noticeData(app, request, def, effects.DueAt)
	ends := row.Step == def.Steps[len(def.Steps)-1].Key && effects.ClosesAt.IsZero()
	return &told{request, def, cause.Data["action"], ends, effects.Into != "", row.Actor, row.Kind == ByOfficer || row.Kind == ByAdmin, at, data}, err
}

// noticeData is what notices of a request fill in; due is what the event promised,
// the zero time when it promised nothing new. The service's name is for
// officers only: what somebody reports in confidence stands on no lock screen.
func noticeData(app core.App, request *core.Record, def *definition.Definition, due time.Time) (map[string]string, error) {
	data := map[string]string{
		"code": ShowReceipt(request.GetString("code")), "service": notify.Typed(def.Name), "service_en": notify.Typed(def.NameEN),
		"kind": "Permohonan", "kind_en": "Request",
	}
	if def.Kind == definition.Report {
		data["kind"], data["kind_en"] = "Laporan", "Report"
	}
	clock, err := office.ClockOf(app)
	if err != nil {
		return nil, err
	}
	if due.IsZero() {
		due = request.GetDateTime("due_at").Time()
	}
	data["due"], data["due_en"] = "segera", "soon" // of an office that never opens
	if !due.IsZero() {
		data["due"], data["due_en"] = spoken(due.In(clock.Location()))
	}
	return data, nil
}

// spoken writes a moment as people say it, in both languages.
func spoken(t time.Time) (id, en string) {
	return office.Long(t, "id") + " pukul " + t.Format("15.04 MST"), office.Long(t, "en") + ", " + t.Format("15:04 MST")
}

// applicants are the notices of whom the request is for and who filed it.
func (e *told) applicants() []notify.Notice {
	key := keyForApplicant(e)
	if key == "" {
		return nil
	}
	notice := notify.Notice{Key: key, Data: e.data, Link: "/permohonan/" + e.request.Id, At: e.at}
	if e.def.Kind == definition.Report {
		notice.Group = "reports"
	}
	account, represented := e.request.GetString("account"), e.request.GetString("represented")
	if account == "" {
		notice.Resident = e.request.GetString("resident")
		return []notify.Notice{notice}
	}
	notice.Account = account
	notices := []notify.Notice{notice}
	if represented != "" && represented != account {
		notice.Account = represented
		notices = append(notices, notice)
	}
	return notices
}

// officers are told that it is their turn, or of a message at their step; not by
// their own deed, and not of a turn that has passed on meanwhile.
func (e *told) officers(app core.App) ([]notify.Notice, error) {
	key := keyForOfficers(e)
	if key == "" || e.request.GetString("step_key") == "" || e.request.GetString("waiting_for") == ForApplicant {
		return nil, nil
	}
	staff, err := delegation.StaffOf(app)
	if err != nil {
		return nil, err
	}
	today, matter := office.Today(app), matterOf(e.request, e.def)
	var notices []notify.Notice
	for _, person := range staff.People {
		if person.ID == e.actor || !person.InOffice(today) {
			continue
		}
		actor := actorOfPerson(staff, person, today)
		if actor.Kin, err = delegation.KinOf(app, person.Resident); err != nil {
			return nil, err
		}
		if turn, _ := TurnOf(actor, matter); turn != "" {
			notices = append(notices, notify.Notice{Officer: person.ID, Key: key, Data: e.data,
				Link: "/petugas/permohonan/" + e.request.Id, At: e.at})
		}
	}
	return notices, nil
}
