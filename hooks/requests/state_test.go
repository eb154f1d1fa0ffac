package requests

import (
	"slices"
	"testing"
	"time"

	"mdesa/hooks/definition"
)

var threeSteps = []definition.Step{
	{Key: "hamlet", Role: HamletHead, Action: Approve, Time: definition.Duration{Amount: 60, Unit: "minutes"}},
	{Key: "desk", Role: Officer, Action: Approve, Time: definition.Duration{Amount: 60, Unit: "minutes"}},
	{Key: "sign", Role: VillageHead, Action: Sign, Time: definition.Duration{Amount: 60, Unit: "minutes"}},
}

// openAlways is an office that never closes.
type openAlways struct{}

func (openAlways) Add(start time.Time, d definition.Duration) time.Time {
	return start.Add(time.Duration(d.Amount) * time.Minute)
}
func (openAlways) AddMinutes(start time.Time, n int) time.Time {
	return start.Add(time.Duration(n) * time.Minute)
}
func (openAlways) Between(a, b time.Time) int { return int(b.Sub(a) / time.Minute) }

var noon = time.Date(2026, 11, 23, 4, 0, 0, 0, time.UTC)

// live plays actions ten minutes apart and gives the events and where they led.
func live(actions ...string) ([]Event, State) {
	def := &definition.Definition{Steps: threeSteps, Promise: definition.Duration{Amount: 300, Unit: "minutes"}}
	var state State
	var events []Event
	for i, action := range actions {
		event := Event{Request: "r", Seq: i + 1, Action: action, At: noon.Add(time.Duration(10*i) * time.Minute), Prev: state.LastHash}
		event.Data = Deadlines(state, action, event.At, def, openAlways{})
		event.Hash = event.Seal()
		state = state.After(event, threeSteps)
		events = append(events, event)
	}
	return events, state
}

func TestARequestWalksThroughItsSteps(t *testing.T) {
	for _, c := range []struct {
		actions []string
		status  string
		waiting string
	}{
		{[]string{Submit}, Submitted, HamletHead},
		{[]string{Submit, Approve}, InProgress, Officer},
		{[]string{Submit, Approve, Comment}, InProgress, Officer},
		{[]string{Submit, Approve, Approve}, InProgress, VillageHead},
		{[]string{Submit, Approve, Approve, Sign}, Completed, ""},
		{[]string{Submit, Approve, Return}, Returned, ForApplicant},
		{[]string{Submit, Approve, Return, Resubmit}, InProgress, Officer},
		{[]string{Submit, Return, Resubmit, Approve}, InProgress, Officer},
		{[]string{Submit, Reject}, Rejected, ""},
		{[]string{Submit, Return, Cancel}, Cancelled, ""},
		{[]string{Submit, Return, Expire}, Expired, ""},
		{[]string{Submit, Escalate}, Submitted, HamletHead},
	} {
		if _, got := live(c.actions...); got.Status != c.status || got.WaitingFor != c.waiting {
			t.Errorf("%v: %s waiting for %q, want %s waiting for %q", c.actions, got.Status, got.WaitingFor, c.status, c.waiting)
		}
	}
}

func TestTheStateIsTheFoldOfTheEvents(t *testing.T) {
	events, state := live(Submit, Approve, Comment, Return, Resubmit, Escalate, Approve, Sign)
	if folded := Fold(threeSteps, events); folded != state {
		t.Errorf("folding again gives\n%+v, want\n%+v", folded, state)
	}
}

func TestThePromiseStopsWhileTheResidentHasTheBall(t *testing.T) {
	_, filed := live(Submit)
	if want := noon.Add(300 * time.Minute); !filed.DueAt.Equal(want) {
		t.Fatalf("due %s, want %s", filed.DueAt, want)
	}
	_, returned := live(Submit, Approve, Return) // after 20 of 300 minutes
	if !returned.DueAt.IsZero() || returned.Remaining != 280 {
		t.Errorf("while returned: due %s with %d minutes left, want none and 280", returned.DueAt, returned.Remaining)
	}
	_, again := live(Submit, Approve, Return, Resubmit) // answered 10 minutes later
	if want := noon.Add((30 + 280) * time.Minute); !again.DueAt.Equal(want) {
		t.Errorf("after the answer: due %s, want %s", again.DueAt, want)
	}
}

func TestAnEscalationIsForOneStepOnly(t *testing.T) {
	_, escalated := live(Submit, Escalate)
	_, moved := live(Submit, Escalate, Approve)
	if !escalated.Escalated || moved.Escalated {
		t.Errorf("escalated %v, then %v; want true, then false", escalated.Escalated, moved.Escalated)
	}
}

func TestCommentsDoNotMakeADecisionComeTooLate(t *testing.T) {
	_, quiet := live(Submit, Approve)
	_, busy := live(Submit, Comment, Approve, Comment, Escalate)
	if quiet.Version != busy.Version {
		t.Errorf("version %d without and %d with comments", quiet.Version, busy.Version)
	}
}

func TestTheChainNoticesEveryChange(t *testing.T) {
	events, _ := live(Submit, Approve, Return, Resubmit, Approve, Sign)
	if err := CheckChain(events); err != nil {
		t.Fatal(err)
	}
	for name, tamper := range map[string]func([]Event) []Event{
		"a note rewritten":     func(e []Event) []Event { e[2].Note = "something else"; return e },
		"an actor exchanged":   func(e []Event) []Event { e[1].Actor = "other"; return e },
		"a time moved":         func(e []Event) []Event { e[3].At = e[3].At.Add(time.Second); return e },
		"a due time moved":     func(e []Event) []Event { e[0].Data.DueAt = noon; return e },
		"an event dropped":     func(e []Event) []Event { return slices.Delete(e, 2, 3) },
		"two events exchanged": func(e []Event) []Event { e[1], e[2] = e[2], e[1]; return e },
		"one sealed again alone": func(e []Event) []Event {
			e[2].Note = "something else"
			e[2].Hash = e[2].Seal()
			return e
		},
	} {
		if CheckChain(tamper(slices.Clone(events))) == nil {
			t.Errorf("%s went unnoticed", name)
		}
	}
}

func TestColours(t *testing.T) {
	due := noon.Add(100 * time.Minute)
	for _, c := range []struct {
		waiting string
		after   time.Duration
		want    string
	}{
		{Officer, 0, "green"}, {Officer, 69 * time.Minute, "green"}, {Officer, 70 * time.Minute, "yellow"},
		{Officer, 100 * time.Minute, "red"}, {ForApplicant, 200 * time.Minute, "grey"}, {"", 0, "grey"},
	} {
		if got := Colour(c.waiting, noon, due, noon.Add(c.after)); got != c.want {
			t.Errorf("waiting for %q after %s: %s, want %s", c.waiting, c.after, got, c.want)
		}
	}
}

func TestReceiptsAreReadAsPeopleTypeThem(t *testing.T) {
	for typed, want := range map[string]string{
		"k7qf-2m9x": "K7QF2M9X", " K7QF 2M9X ": "K7QF2M9X", "K7QF2M9X": "K7QF2M9X", "K7QF–2M9X": "K7QF2M9X",
		"": "", "K7QF-2M9": "", "K7QF-2M9O": "", "'; DROP": "",
	} {
		if got := ReadReceipt(typed); got != want {
			t.Errorf("%q reads %q, want %q", typed, got, want)
		}
	}
	for range 1000 {
		code := NewReceipt()
		if ReadReceipt(ShowReceipt(code)) != code {
			t.Fatalf("%s does not survive being shown and typed", code)
		}
	}
}
