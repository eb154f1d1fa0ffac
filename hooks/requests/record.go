package requests

import (
	"context"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// byEngine marks saves that the engine itself makes; anyone else who tries to
// change a request is sent to the events.
type byEngine struct{}

func engine(ctx context.Context) context.Context { return context.WithValue(ctx, byEngine{}, true) }

func isEngine(ctx context.Context) bool { return ctx != nil && ctx.Value(byEngine{}) != nil }

// stateOf reads the state that is stored with a request.
func stateOf(request *core.Record) State {
	return State{
		Status:      request.GetString("status"),
		Step:        request.GetInt("step"),
		StepKey:     request.GetString("step_key"),
		WaitingFor:  request.GetString("waiting_for"),
		SubmittedAt: request.GetDateTime("submitted_at").Time(),
		DueAt:       request.GetDateTime("due_at").Time(),
		WaitingUnit: request.GetString("waiting_unit"),
		StepDueAt:   request.GetDateTime("step_due_at").Time(),
		Remaining:   request.GetInt("remaining"),
		Escalated:   request.GetBool("escalated"),
		ClosedAt:    request.GetDateTime("closed_at").Time(),
		ClosesAt:    request.GetDateTime("closes_at").Time(),
		Reopened:    request.GetBool("reopened"),
		Version:     request.GetInt("version"),
		Seq:         request.GetInt("last_seq"),
		LastHash:    request.GetString("last_hash"),
	}
}

func (s State) writeTo(request *core.Record) {
	request.Set("status", s.Status)
	request.Set("step", s.Step)
	request.Set("step_key", s.StepKey)
	request.Set("waiting_for", s.WaitingFor)
	request.Set("waiting_unit", s.WaitingUnit)
	request.Set("submitted_at", moment(s.SubmittedAt))
	request.Set("due_at", moment(s.DueAt))
	request.Set("step_due_at", moment(s.StepDueAt))
	request.Set("remaining", s.Remaining)
	request.Set("escalated", s.Escalated)
	request.Set("closed_at", moment(s.ClosedAt))
	request.Set("closes_at", moment(s.ClosesAt))
	request.Set("reopened", s.Reopened)
	request.Set("version", s.Version)
	request.Set("last_seq", s.Seq)
	request.Set("last_hash", s.LastHash)
}

// moment keeps "never" empty: PocketBase would store the zero time as a date.
func moment(t time.Time) types.DateTime {
	if t.IsZero() {
		return types.DateTime{}
	}
	kept, err := types.ParseDateTime(t)
	if err != nil {
		return types.DateTime{}
	}
	return kept
}

// now is cut to the milliseconds that PocketBase stores, so that a hash over a
// time still fits after it was read back.
func now() time.Time { return time.Now().UTC().Truncate(time.Millisecond) }

func eventOf(record *core.Record) (Event, error) {
	event := Event{
		Request:    record.GetString("request"),
		Seq:        record.GetInt("seq"),
		Action:     record.GetString("action"),
		ActorKind:  record.GetString("actor_kind"),
		Actor:      record.GetString("actor"),
		ActorName:  record.GetString("actor_name"),
		ActorTitle: record.GetString("actor_title"),
		StepKey:    record.GetString("step_key"),
		Reason:     record.GetString("reason"),
		Note:       record.GetString("note"),
		At:         record.GetDateTime("at").Time(),
		Prev:       record.GetString("prev_hash"),
		Hash:       record.GetString("hash"),
	}
	if record.GetString("data") == "" || record.GetString("data") == "null" {
		return event, nil
	}
	return event, record.UnmarshalJSONField("data", &event.Data)
}

func (e Event) writeTo(record *core.Record) {
	record.Set("request", e.Request)
	record.Set("seq", e.Seq)
	record.Set("action", e.Action)
	record.Set("actor_kind", e.ActorKind)
	record.Set("actor", e.Actor)
	record.Set("actor_name", e.ActorName)
	record.Set("actor_title", e.ActorTitle)
	record.Set("step_key", e.StepKey)
	record.Set("reason", e.Reason)
	record.Set("note", e.Note)
	record.Set("data", e.Data)
	record.Set("at", moment(e.At))
	record.Set("prev_hash", e.Prev)
	record.Set("hash", e.Hash)
}

// EventsOf reads the whole life of a request, oldest first.
func EventsOf(app core.App, request string) ([]Event, error) {
	records, err := app.FindRecordsByFilter("request_events", "request = {:id}", "seq", 0, 0, map[string]any{"id": request})
	if err != nil {
		return nil, err
	}
	events := make([]Event, len(records))
	for i, record := range records {
		if events[i], err = eventOf(record); err != nil {
			return nil, err
		}
	}
	return events, nil
}
