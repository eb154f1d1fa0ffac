package satisfaction

import (
	"slices"
	"time"
)

// Step is one event of a request, as far as its clock goes.
type Step struct {
	Action string
	At     time.Time
}

// Kept is how one request went.
type Kept struct {
	InTime  bool
	Minutes int // of working time that the office had the ball
}

// Measure reads the clock of a request that was completed: it runs from filing, stands
// while the resident has the ball, and ends with the office's last act. A report's
// answer ends it, even where the reporter agreed days later; one that was
// contradicted runs on. due is what was promised in the end.
func Measure(steps []Step, due time.Time, between func(from, to time.Time) int) Kept {
	var since, acted time.Time // since when it runs, zero while it stands; the last act
	minutes := 0
	stop := func(at time.Time) {
		if !since.IsZero() {
			minutes += between(since, at)
			since = time.Time{}
		}
	}
	for _, step := range steps {
		switch step.Action {
		case "submit", "resubmit":
			since = step.At
		case "return":
			stop(step.At)
		case "approve", "sign", "resolve":
			acted = step.At
		case "reopen":
			stop(acted)
			since = step.At
		}
	}
	stop(acted)
	return Kept{InTime: !due.IsZero() && !acted.After(due), Minutes: minutes}
}

// Times are working times in minutes.
type Times []int

// Percentile is the smallest time within which that many percent were done (the
// nearest rank); nil where there are fewer than [Fewest].
func (t Times) Percentile(percent int) *int {
	if len(t) < Fewest {
		return nil
	}
	sorted := slices.Sorted(slices.Values(t))
	value := sorted[(len(sorted)*percent+99)/100-1]
	return &value
}

// Record is what one service, or all, did in a stretch of time.
type Record struct {
	Closed int // completed in this time
	Kept   int // of those, within what was promised
	Times
}

func (r *Record) add(kept Kept) {
	r.Closed++
	if kept.InTime {
		r.Kept++
	}
	r.Times = append(r.Times, kept.Minutes)
}

func (r *Record) join(other Record) {
	r.Closed += other.Closed
	r.Kept += other.Kept
	r.Times = append(r.Times, other.Times...)
}
