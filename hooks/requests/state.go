package requests

import (
	"time"

	"mdesa/hooks/definition"
)

// State is where a request stands: always the fold of its events, starting
// from the zero State.
type State struct {
	Status      string
	Step        int    // index into the definition's steps
	StepKey     string // empty once it is over
	WaitingFor  string // role, "applicant", or empty once it is over
	WaitingUnit string // key of the section whose turn it is; empty: any
	SubmittedAt time.Time
	DueAt       time.Time // the promise; zero while the applicant has the ball
	StepDueAt   time.Time // zero while nobody's clock runs
	Remaining   int       // working minutes of the promise left while the applicant has the ball
	Escalated   bool
	ClosedAt    time.Time
	ClosesAt    time.Time // zero unless an answer waits for the reporter's word
	Reopened    bool
	Version     int // counts the moves, see moves
	Seq         int
	LastHash    string
}

// ForApplicant is what WaitingFor says while the resident has the ball.
const ForApplicant = "applicant"

// Fold replays events over a definition's steps.
func Fold(steps []definition.Step, events []Event) State {
	var state State
	for _, event := range events {
		state = state.After(event, steps)
	}
	return state
}

// After is the state once event has happened. It does not ask whether the
// event was allowed; see Actions.
func (s State) After(event Event, steps []definition.Step) State {
	s.Seq, s.LastHash = event.Seq, event.Hash
	if moves(event.Action) {
		s.Version++
	}
	switch event.Action {
	case Submit:
		s.SubmittedAt, s.DueAt = event.At, event.Data.DueAt
		s.Status = Submitted
		s.enter(0, steps, event)
	case Approve, Sign, Resolve:
		if s.Step+1 < len(steps) {
			s.Status = InProgress
			s.enter(s.Step+1, steps, event)
		} else if !event.Data.ClosesAt.IsZero() {
			s.answered(event)
		} else {
			s.close(Completed, event)
		}
	case Confirm, Close:
		s.close(Completed, event)
	case Reopen:
		s.Status, s.Reopened, s.ClosesAt, s.DueAt = InProgress, true, time.Time{}, event.Data.DueAt
		s.enter(s.Step, steps, event)
	case Return:
		s.Status, s.WaitingFor, s.WaitingUnit = Returned, ForApplicant, ""
		s.Remaining = event.Data.Remaining
		s.DueAt, s.StepDueAt, s.Escalated = time.Time{}, time.Time{}, false
	case Resubmit:
		s.Status, s.Remaining, s.DueAt = InProgress, 0, event.Data.DueAt
		s.enter(s.Step, steps, event)
	case Reject:
		s.close(Rejected, event)
	case Cancel:
		s.close(Cancelled, event)
	case Expire:
		s.close(Expired, event)
	case Escalate:
		s.Escalated = true
	}
	return s
}

func (s *State) enter(step int, steps []definition.Step, event Event) {
	s.Step, s.StepKey, s.WaitingFor = step, steps[step].Key, steps[step].Role
	s.WaitingUnit = steps[step].Unit
	s.StepDueAt, s.Escalated = event.Data.StepDueAt, event.Data.Escalated
}

// answered leaves the report at its last step and DueAt where it was: the clock
// of the office stands still, and stays where it is if nobody contradicts.
func (s *State) answered(event Event) {
	s.Status, s.WaitingFor, s.WaitingUnit = Answered, ForApplicant, ""
	s.ClosesAt = event.Data.ClosesAt
	s.StepDueAt, s.Escalated = time.Time{}, false
}

// close keeps DueAt where it was: the record of what was promised.
func (s *State) close(status string, event Event) {
	s.Status, s.ClosedAt = status, event.At
	s.StepKey, s.WaitingFor, s.WaitingUnit, s.StepDueAt, s.Escalated = "", "", "", time.Time{}, false
	s.Remaining, s.ClosesAt = 0, time.Time{}
}

// answerStands is how long a reporter may contradict an answer, in calendar
// days: their time, not the office's (SP4N-LAPOR! closes after ten days).
const answerStands = 10 * 24 * time.Hour

// Clock is the office's working time.
type Clock interface {
	Add(start time.Time, d definition.Duration) time.Time
	AddMinutes(start time.Time, minutes int) time.Time
	Between(from, to time.Time) int // working minutes
}

// Deadlines works out what an event does to the clocks of a request: the
// promise stops while the applicant has the ball and goes on afterwards.
func Deadlines(s State, action string, at time.Time, def *definition.Definition, clock Clock) Effects {
	var effects Effects
	next := s.Step
	switch action {
	case Submit:
		next = 0
		effects.DueAt = clock.Add(at, def.Promise)
	case Approve, Sign, Resolve:
		next = s.Step + 1
	case Return:
		if at.Before(s.DueAt) {
			effects.Remaining = clock.Between(at, s.DueAt)
		}
		return effects
	case Resubmit:
		effects.DueAt = clock.AddMinutes(at, s.Remaining)
	case Reopen:
		effects.DueAt = clock.Add(at, def.Promise)
	default:
		return effects
	}
	if next < len(def.Steps) {
		effects.StepDueAt = clock.Add(at, def.Steps[next].Time)
	} else if def.Kind == definition.Report {
		effects.ClosesAt = at.Add(answerStands)
	}
	return effects
}
