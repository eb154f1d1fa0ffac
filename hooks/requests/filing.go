package requests

import (
	"cmp"
	"encoding/json"
	"errors"
	"net/http"
	"regexp"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errLogin = fault.New(fault.Unauthenticated, "request.login",
		"Masuk dulu untuk mengajukan permohonan.",
		"Please log in to file a request.")
	errCounterOnly = fault.New(fault.Forbidden, "request.counter_only",
		"Layanan ini diajukan langsung di kantor desa.",
		"This service is filed in person at the village office.")
	errServiceClosed = fault.New(fault.Invalid, "request.service_closed",
		"Layanan ini sedang tidak dibuka. Pilih layanan lain atau tanyakan ke kantor desa.",
		"This service is not open at the moment. Choose another one or ask at the village office.")
	errNoApplicant = fault.New(fault.Invalid, "request.no_applicant",
		"Pilih warga yang mengajukan.",
		"Choose the resident who applies.")
	errOtherServices = fault.New(fault.Forbidden, "request.other_services",
		"Pelimpahan Anda untuk wilayah warga ini tidak mencakup layanan ini. Pilih layanan yang dilimpahkan, atau minta petugas kantor mengajukannya.",
		"Your delegation for this resident's area does not cover this service. Choose one that it covers, or let an officer at the office file it.")
	errNotAlive = fault.New(fault.Invalid, "request.not_alive",
		"Data warga ini tidak aktif di register desa ({status}). Perbarui data warga dulu.",
		"This person is not active in the village register ({status}). Update the register first.")
	errAnswers = fault.New(fault.Invalid, "request.answers",
		"Ada isian yang perlu diperbaiki. Isian lain tetap tersimpan.",
		"Some answers need mending. The others are kept.")
	errNotHousehold = fault.New(fault.Invalid, "request.not_household",
		"Pilih anggota dari keluarga pemohon.",
		"Choose a member of the applicant's household.")
	errNotYourDocument = fault.New(fault.Invalid, "request.not_your_document",
		"Dokumen ini tidak ditemukan. Unggah lagi atau pilih dari dokumen Anda.",
		"This document was not found. Upload it again or choose one of yours.")
	errTooManyFilings = fault.New(fault.TooMany, "request.too_many_filings",
		"Anda mengirim terlalu banyak dalam waktu singkat. Isian Anda tetap tersimpan; coba lagi beberapa menit lagi.",
		"You sent too much in a short time. What you filled in is kept; try again in a few minutes.")
	errIDForm = fault.New(fault.Invalid, "request.id_form",
		"Nomor permohonan buatan sendiri terdiri dari 15 huruf kecil atau angka.",
		"An id of your own has 15 small letters or digits.")
	errIDTaken = fault.New(fault.Conflict, "request.id_taken",
		"Nomor permohonan ini sudah dipakai. Kirim ulang dengan nomor baru.",
		"This request id is already in use. Send again with a new one.")
)

// ownID is what a client may choose, as PocketBase's own ids.
var ownID = regexp.MustCompile(`^[a-z0-9]{15}$`)

// perAccount is how often a resident may file or upload: far more than anyone
// needs, and too little to bury a desk. The limits by address are wider, as a
// whole banjar may share one.
var perAccount = web.Limit{Name: "requests.account", N: 60, Per: 10 * time.Minute}

// whoFiles is the request hook of requests: it says whose request it is, drops
// what is not the client's to say, and makes a repeated filing answer with the
// request that is already there.
func whoFiles(e *core.RecordRequestEvent) error {
	actor := actorFromAuth(e.Auth)
	if actor.Kind != ByResident && actor.Kind != ByOfficer {
		return errLogin
	}
	if id := e.Record.Id; id != "" && !ownID.MatchString(id) {
		return errAnswers.At("id", errIDForm)
	}
	if actor.Kind == ByResident && !perAccount.Allow(e.App, actor.ID) {
		return errTooManyFilings
	}
	id := e.Record.Id
	if id != "" {
		if answered, err := answerAgain(e, actor, id); answered || err != nil {
			return err
		}
	}
	clean := core.NewRecord(e.Collection)
	clean.Id = id
	clean.Set("service", e.Record.GetString("service"))
	clean.Set("answers", e.Record.Get("answers"))
	clean.Set("attachments", e.Record.Get("attachments"))
	if actor.Kind == ByResident {
		if err := filesFor(e.App, clean, e.Auth, e.Record.GetString("resident")); err != nil {
			return err
		}
	} else {
		clean.Set("resident", e.Record.GetString("resident"))
		clean.Set("filed_by", actor.ID)
		clean.Set("channel", "counter")
	}
	e.Record = clean
	err := e.Next()
	if err != nil && id != "" {
		// Two copies of one filing raced; the one that lost answers like the other.
		if answered, againErr := answerAgain(e, actor, id); answered || againErr != nil {
			return againErr
		}
	}
	return err
}

// filesFor says whose request a resident files: their own, or that of a child or
// of someone they care for.
func filesFor(app core.App, request, auth *core.Record, other string) error {
	self := auth.GetString("resident")
	request.Set("account", auth.Id)
	request.Set("channel", "self")
	request.Set("resident", self)
	if other == "" || other == self {
		return nil
	}
	relation, err := relationFor(app, self, other)
	if err != nil {
		return err
	}
	request.Set("resident", other)
	request.Set("relation", relation)
	request.Set("filer_name", auth.GetString("name"))
	request.Set("represented", accountOf(app, other))
	return nil
}

func answerAgain(e *core.RecordRequestEvent, actor Actor, id string) (bool, error) {
	filed, err := e.App.FindRecordById("requests", id)
	if err != nil {
		return false, nil // not there: file it
	}
	if filed.GetString("filed_by") == actor.ID || (filed.GetString("channel") == "self" && filed.GetString("account") == actor.ID) {
		return true, e.JSON(http.StatusOK, filed)
	}
	return true, errIDTaken
}

// file is the model hook of requests: it freezes the definition, checks what
// was answered, starts the clocks and writes the first event. Go code that files
// (a demo, an import) sets service, resident, answers, attachments, channel and,
// if it was in the past, submitted_at.
func file(e *core.RecordEvent) error {
	// All that only reads comes first, as there is one write lock for the village.
	first, fresh, err := fillIn(e.App, e.Record)
	if err != nil {
		return err
	}
	return web.InTransaction(e, func(tx core.App) error {
		e.Context = engine(e.Context)
		if err := e.Next(); err != nil {
			return err
		}
		if err := bindAll(tx, fresh); err != nil {
			return err
		}
		return saveFirst(tx, first)
	})
}

// fillIn checks a request and sets everything that is not the client's to say.
// It answers with the event that the request begins with, and the documents
// that are to be bound to it.
func fillIn(app core.App, request *core.Record) (first Event, fresh []string, err error) {
	kept, err := offered(app, request)
	if err != nil {
		return first, nil, err
	}
	resident, officer, err := applicant(app, request)
	if err != nil {
		return first, nil, err
	}
	at := request.GetDateTime("submitted_at").Time()
	if at.IsZero() {
		at = now()
	}
	describe(request, resident, kept)
	if wrong := kept.Def.Subject.Check(resident.Sex, resident.MaritalStatus, resident.FamilyRole, resident.born(), at); wrong != nil {
		return first, nil, wrong
	}
	answers, attachments, err := filledIn(request)
	if err != nil {
		return first, nil, errAnswers.Because(err)
	}
	fresh, err = takeAnswers(app, request, kept.Def, answers, attachments)
	if err != nil {
		return first, nil, err
	}
	def, err := route(app, request, kept.Def, resident.Hamlet)
	if err != nil {
		return first, nil, err
	}
	first, err = firstEvent(app, request, officer, def, at)
	if err != nil {
		return first, nil, err
	}
	State{}.After(first, def.Steps).writeTo(request)
	return first, fresh, nil
}

// offered is the service as it stands now, if it can be asked for.
func offered(app core.App, request *core.Record) (*frozen, error) {
	kept, err := freeze(app, request.GetString("service"))
	switch {
	case err != nil:
		return nil, err
	case !kept.Def.Active:
		return nil, errAnswers.At("service", errServiceClosed)
	case request.GetString("channel") == "self" && !kept.Def.SelfServed:
		return nil, errCounterOnly
	}
	return kept, nil
}

// person is what a filing asks the register about its applicant.
type person struct {
	ID            string `db:"id"`
	Name          string `db:"name"`
	Hamlet        string `db:"hamlet"`
	Sex           string `db:"sex"`
	MaritalStatus string `db:"marital_status"`
	FamilyRole    string `db:"family_role"`
	BirthDate     string `db:"birth_date"`
	LifeStatus    string `db:"life_status"`
}

// born is the zero time for a birth date that is not known.
func (p person) born() time.Time {
	born, _ := time.Parse(time.DateOnly, p.BirthDate)
	return born
}

// applicant finds whose request it is and, at the counter, the officer who files
// it. The login of that person, if there is one, is set too, so that the request
// shows up on their phone.
func applicant(app core.App, request *core.Record) (resident person, officer *core.Record, err error) {
	err = app.DB().Select("id", "name", "hamlet", "sex", "marital_status", "family_role", "birth_date", "life_status").
		From("residents").Where(dbx.HashExp{"id": request.GetString("resident")}).One(&resident)
	if err != nil {
		return resident, nil, errAnswers.At("resident", errNoApplicant)
	}
	if resident.LifeStatus != "hidup" {
		return resident, nil, errNotAlive.With("status", resident.LifeStatus)
	}
	if request.GetString("filed_by") == "" {
		return resident, nil, nil
	}
	officer, err = app.FindRecordById("officers", request.GetString("filed_by"))
	if err != nil {
		return resident, nil, errAnswers.At("resident", errNoApplicant)
	}
	actor, err := actorOf(app, officer)
	if err != nil {
		return resident, nil, err
	}
	switch {
	case MayServe(actor, resident.Hamlet, request.GetString("service")):
	case MayScan(actor, resident.Hamlet):
		return resident, nil, errAnswers.At("service", errOtherServices)
	default:
		return resident, nil, errAnswers.At("resident", errNoApplicant)
	}
	request.Set("account", accountOf(app, resident.ID))
	return resident, officer, nil
}

// describe sets what lists show without looking further. A receipt that is
// taken already, once in 650,000 filings when there are a million, is refused
// by its index; the same filing sent again draws another.
func describe(request *core.Record, resident person, kept *frozen) {
	request.Set("definition", kept.ID)
	request.Set("kind", kept.Def.Kind)
	request.Set("applicant_name", resident.Name)
	request.Set("service_name", kept.Def.Name)
	request.Set("service_name_en", kept.Def.NameEN)
	request.Set("code", NewReceipt())
	if request.Id == "" {
		request.Set("id", core.GenerateDefaultRandomId())
	}
}

func filledIn(request *core.Record) (map[string]any, map[string][]string, error) {
	answers, attachments := map[string]any{}, map[string][]string{}
	return answers, attachments, errors.Join(
		readJSON(request, "answers", &answers), readJSON(request, "attachments", &attachments))
}

func readJSON(record *core.Record, field string, into any) error {
	switch record.GetString(field) {
	case "", "null", `""`:
		return nil
	}
	return record.UnmarshalJSONField(field, into)
}

func firstEvent(app core.App, request, officer *core.Record, def *definition.Definition, at time.Time) (Event, error) {
	clock, err := office.ClockFor(app, request.GetString("hamlet"))
	if err != nil {
		return Event{}, err
	}
	event := Event{Request: request.Id, Seq: 1, Action: Submit, At: at, ActorKind: ByResident,
		Actor: request.GetString("account"), ActorName: cmp.Or(request.GetString("filer_name"), request.GetString("applicant_name"))}
	if officer != nil {
		event.ActorKind, event.Actor = ByOfficer, officer.Id
		event.ActorName, event.ActorTitle = officer.GetString("name"), officer.GetString("title")
	}
	event.Data = Deadlines(State{}, Submit, at, def, clock)
	if err := addFirstRights(app, &event, request, officer, def); err != nil {
		return Event{}, err
	}
	event.Data.AnswersHash = answersHash(request)
	event.Hash = event.Seal()
	return event, nil
}

// saveFirst writes the event that the request begins with. It was made and
// sealed here, and nothing can hang on it that does not hang on the request, so
// it goes past the hooks: this is half of what the write lock is held for.
func saveFirst(tx core.App, event Event) error {
	data, err := json.Marshal(event.Data)
	if err != nil {
		return err
	}
	_, err = tx.DB().Insert("request_events", dbx.Params{
		"id": core.GenerateDefaultRandomId(), "request": event.Request, "seq": event.Seq, "action": event.Action,
		"actor_kind": event.ActorKind, "actor": event.Actor, "actor_name": event.ActorName, "actor_title": event.ActorTitle,
		"step_key": event.StepKey, "reason": event.Reason, "note": event.Note, "data": string(data),
		"at": moment(event.At).String(), "prev_hash": event.Prev, "hash": event.Hash,
	}).Execute()
	return err
}
