package requests

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"mdesa/hooks/definition"
)

// reportSteps are those of a category: a first answer, and the handling.
var reportSteps = []definition.Step{
	{Key: "first", Role: Officer, Action: Approve, Time: definition.Duration{Amount: 60, Unit: "minutes"}},
	{Key: "handling", Role: Officer, Action: Resolve, Time: definition.Duration{Amount: 60, Unit: "minutes"}},
}

var reportDefinition = &definition.Definition{Kind: definition.Report, Steps: reportSteps, Promise: definition.Duration{Amount: 300, Unit: "minutes"}}

// step adds an action ten minutes after the last, with its effects.
func step(events []Event, state State, action string) ([]Event, State) {
	event := Event{Request: "r", Seq: len(events) + 1, Action: action, At: noon.Add(time.Duration(10*len(events)) * time.Minute), Prev: state.LastHash}
	event.Data = Deadlines(state, action, event.At, reportDefinition, openAlways{})
	event.Hash = event.Seal()
	return append(events, event), state.After(event, reportSteps)
}

func liveReport(actions ...string) (events []Event, state State) {
	for _, action := range actions {
		events, state = step(events, state, action)
	}
	return events, state
}

func TestAReportWalksThroughItsLife(t *testing.T) {
	for _, c := range []struct {
		actions []string
		status  string
		waiting string
		stepKey string
	}{
		{[]string{Submit, Approve}, InProgress, Officer, "handling"},
		{[]string{Submit, Approve, Forward}, InProgress, Officer, "handling"},
		{[]string{Submit, Approve, Resolve}, Answered, ForApplicant, "handling"},
		{[]string{Submit, Approve, Resolve, Confirm}, Completed, "", ""},
		{[]string{Submit, Approve, Resolve, Close}, Completed, "", ""},
		{[]string{Submit, Approve, Resolve, Reopen}, InProgress, Officer, "handling"},
		{[]string{Submit, Approve, Resolve, Reopen, Resolve}, Answered, ForApplicant, "handling"},
	} {
		if _, got := liveReport(c.actions...); got.Status != c.status || got.WaitingFor != c.waiting || got.StepKey != c.stepKey {
			t.Errorf("%v: %s at %q waiting for %q", c.actions, got.Status, got.StepKey, got.WaitingFor)
		}
	}
}

func TestAnAnswerStandsForTenDaysAndAReopeningBeginsANewClock(t *testing.T) {
	_, answered := liveReport(Submit, Approve, Resolve)
	if want := noon.Add(20*time.Minute + 10*24*time.Hour); !answered.ClosesAt.Equal(want) || !answered.StepDueAt.IsZero() {
		t.Errorf("closes %s, step due %s", answered.ClosesAt, answered.StepDueAt)
	}
	_, reopened := liveReport(Submit, Approve, Resolve, Reopen)
	if want := noon.Add(330 * time.Minute); !reopened.DueAt.Equal(want) || !reopened.ClosesAt.IsZero() || !reopened.Reopened || reopened.StepDueAt.IsZero() {
		t.Errorf("after the reopening %+v", reopened)
	}
}

// Whatever happens, as far as the table allows it, the state is the fold of the
// events, the chain holds, a report is reopened at most once, and one that is
// over has nobody waiting.
func TestAnyLifeOfAReportFoldsToItsState(t *testing.T) {
	for seed := range uint64(300) {
		chance := rand.New(rand.NewPCG(seed, 9))
		events, state := liveReport(Submit)
		for range 25 {
			matter := Matter{Report: true, Status: state.Status, Reopened: state.Reopened}
			if state.StepKey != "" {
				matter.StepAction = reportSteps[state.Step].Action
			}
			open := Actions(matter, Standings...)
			if len(open) == 0 {
				break
			}
			events, state = step(events, state, open[chance.IntN(len(open))])
		}
		if Fold(reportSteps, events) != state || CheckChain(events) != nil {
			t.Fatalf("seed %d: %+v", seed, state)
		}
		reopenings := 0
		for _, event := range events {
			if event.Action == Reopen {
				reopenings++
			}
		}
		over := slices.Contains([]string{Completed, Rejected, Cancelled, Expired}, state.Status)
		if reopenings > 1 || over && !state.ClosesAt.IsZero() || over == (state.WaitingFor != "") || over == state.ClosedAt.IsZero() {
			t.Fatalf("seed %d: %d reopenings, %+v", seed, reopenings, state)
		}
	}
}
