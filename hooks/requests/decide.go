package requests

import (
	"encoding/json"
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errNotFound = fault.New(fault.NotFound, "request.not_found",
		"Permohonan tidak ditemukan. Periksa kembali nomor tanda terima dan 4 angka terakhir NIK atau nomor HP.",
		"No such request. Check the receipt code and the last 4 digits of the NIK or phone number.")
	errNoCase = fault.New(fault.NotFound, "request.no_case",
		"Permohonan ini tidak ada, atau bukan milik atau wilayah Anda.",
		"There is no such request, or it is not yours or not of your hamlets.")
	errDecided = fault.New(fault.Conflict, "request.decided",
		"Permohonan ini baru saja berubah. Isian Anda belum dikirim; muat ulang untuk melihat keadaan terbaru.",
		"This request has just changed. What you wrote was not sent; reload to see where it stands now.")
	errNotYours = fault.New(fault.Forbidden, "request.not_yours",
		"Tindakan ini tidak terbuka bagi Anda pada tahap sekarang.",
		"This action is not open to you at the present step.")
	errOwnKin = fault.New(fault.Forbidden, "request.own_kin",
		"Ini permohonan Anda sendiri atau keluarga serumah. Petugas lain yang memutuskannya.",
		"This is your own request, or one of your household. Another officer decides it.")
)

// afterField carries the version the person was looking at from the request
// hook to the transaction. It is no column: records keep unknown values aside.
const afterField = "@after"

// whoDecides is the request hook of events: it says who acts, and drops
// whatever a client wrote into fields that are not theirs.
func whoDecides(e *core.RecordRequestEvent) error {
	actor, err := actorOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	if actor.Kind == "" {
		return errLogin
	}
	request, err := e.App.FindRecordById("requests", e.Record.GetString("request"))
	if err != nil {
		return errNoCase.Because(err)
	}
	if !mayOpen(e.App, actor, request) {
		return errNoCase
	}
	info, err := e.RequestInfo()
	if err != nil {
		return err
	}
	after := request.GetInt("version")
	if seen, ok := info.Body["after"].(float64); ok {
		after = int(seen)
	}
	client := Event{
		Request: request.Id, Action: e.Record.GetString("action"),
		Reason: e.Record.GetString("reason"), Note: e.Record.GetString("note"),
		ActorKind: actor.Kind, Actor: actor.ID, ActorName: actor.Name, ActorTitle: actor.Title,
	}
	sent, _ := json.Marshal(info.Body["data"])
	client.writeTo(e.Record)
	e.Record.SetRaw(sentField, sent)
	e.Record.SetRaw(afterField, after)
	return e.Next()
}

// decide is the model hook of events: whoever adds one, over the API or from
// Go, the request moves in the same transaction or not at all.
func decide(e *core.RecordEvent) error {
	if isEngine(e.Context) { // the filing writes request and first event together
		return e.Next()
	}
	return web.InTransaction(e, func(tx core.App) error {
		// Read again behind the write lock: what the hook before saw may be old.
		request, err := tx.FindRecordById("requests", e.Record.GetString("request"))
		if err != nil {
			return errNoCase.Because(err)
		}
		def, err := definitionOf(tx, request)
		if err != nil {
			return err
		}
		if err := prepare(tx, e.Record, request, def); err != nil {
			return err
		}
		if err := e.Next(); err != nil {
			return err
		}
		event, err := eventOf(e.Record)
		if err != nil {
			return err
		}
		if def, err = definitionOf(tx, request); err != nil { // as it is led now, see prepare
			return err
		}
		stateOf(request).After(event, def.Steps).writeTo(request)
		return tx.SaveWithContext(engine(e.Context), request)
	})
}

// prepare checks an event against the request as it stands and fills in what
// follows from it.
func prepare(tx core.App, record, request *core.Record, def *definition.Definition) error {
	event, err := eventOf(record)
	if err != nil {
		return err
	}
	state := stateOf(request)
	if after, ok := record.GetRaw(afterField).(int); ok && moves(event.Action) && after != state.Version {
		return errDecided
	}
	actor, err := actorOfEvent(tx, event)
	if err != nil {
		return err
	}
	switch {
	case slices.Contains(allowed(actor, request, def), event.Action):
	case isDecision(event.Action) && actor.Kin.Own(request.GetString("resident"), request.GetString("account")):
		return errOwnKin
	default:
		return errNotYours
	}
	if err := checkWords(def.Kind, event); err != nil {
		return err
	}
	clock, err := office.ClockFor(tx, request.GetString("hamlet"))
	if err != nil {
		return err
	}
	event.Request, event.StepKey = request.Id, state.StepKey
	event.ActorName, event.ActorTitle = actor.Name, actor.Title
	if event.At.IsZero() {
		event.At = now()
	}
	event.Data = Deadlines(state, event.Action, event.At, def, clock)
	if isDecision(event.Action) && actor.Kind == ByOfficer {
		event.Data.Acting = capacityAt(actor, matterOf(request, def))
	}
	if err := takeSent(tx, &event, actor, record, request, def); err != nil {
		return err
	}
	if def, err = definitionOf(tx, request); err != nil { // other people may be concerned now
		return err
	}
	if err := openSteps(tx, &event, request, def); err != nil {
		return err
	}
	event.Seq, event.Prev = state.Seq+1, state.LastHash
	event.writeTo(record)
	return nil
}

// seal closes an event just before it is written, when every slice that has a
// part in it (a signature issues a letter) has added to it.
func seal(e *core.RecordEvent) error {
	event, err := eventOf(e.Record)
	if err != nil {
		return err
	}
	event.Hash = event.Seal()
	event.writeTo(e.Record)
	return e.Next()
}
