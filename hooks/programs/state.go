package programs

import "slices"

// States of a proposal.
const (
	Open      = "open"
	Accepted  = "accepted"
	Refused   = "refused"
	Merged    = "merged"
	Withdrawn = "withdrawn"
)

// ProposalStates are all of them, in the order of a proposal's life.
var ProposalStates = []string{Open, Accepted, Refused, Merged, Withdrawn}

// Where proposals come from.
const (
	FromMeeting  = "meeting"
	FromResident = "resident"
)

// follows says what may become of a proposal. A decision may be taken back as
// long as nobody relies on it; what was merged has given its supporters away, and
// what was withdrawn is its maker's to make anew.
var follows = map[string][]string{
	Open:     {Accepted, Refused, Merged, Withdrawn},
	Accepted: {Refused},
	Refused:  {Accepted},
}

// MayBecome tells whether a proposal may go from one state to another.
func MayBecome(from, to string) bool { return slices.Contains(follows[from], to) }

// States of a program.
const (
	Planned = "planned"
	Running = "running"
	Done    = "done"
	Stopped = "stopped"
)

// States are all of them, in the order of a program's life.
var States = []string{Planned, Running, Done, Stopped}

// Kinds of a program.
var Kinds = []string{"works", "activity", "aid"}

// StateAt is a program's state at a progress in percent: work that has begun is
// running, whole work is done, and what was stopped stays so until somebody takes
// it up again.
func StateAt(said string, progress int) string {
	switch {
	case said == Stopped:
		return Stopped
	case progress >= 100:
		return Done
	case progress > 0 || said == Running:
		return Running
	}
	return Planned
}

// Step is a milestone as far as the others ask.
type Step struct {
	ID      string `db:"id"`
	Percent int    `db:"percent"`
	On      string `db:"on"` // "2026-11-23"
}

// ProgressOf is how far the furthest milestone has come, in percent.
func ProgressOf(steps []Step) int {
	progress := 0
	for _, step := range steps {
		progress = max(progress, step.Percent)
	}
	return progress
}

// Disagrees finds a milestone that came further on an earlier day, or less far on
// a later one: work does not go back.
func Disagrees(one Step, others []Step) (Step, bool) {
	for _, other := range others {
		if other.ID != one.ID && (other.Percent > one.Percent && other.On < one.On || other.Percent < one.Percent && other.On > one.On) {
			return other, true
		}
	}
	return Step{}, false
}
