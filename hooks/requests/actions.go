package requests

import "slices"

// What can be done to a request. The steps of a service name one of the
// decisions approve, sign and resolve; the others are the same for all.
const (
	Submit   = "submit"
	Approve  = "approve"
	Sign     = "sign"
	Resolve  = "resolve"
	Return   = "return"
	Resubmit = "resubmit"
	Reject   = "reject"
	Cancel   = "cancel"
	Comment  = "comment"
	Escalate = "escalate"
	Expire   = "expire"

	// Of reports only.
	Forward = "forward" // an agency outside is told; the case stays with the office
	Confirm = "confirm" // the answer is enough
	Reopen  = "reopen"  // it is not; once
	Close   = "close"   // nobody contradicted the answer
)

// Where a request can stand.
const (
	Submitted  = "submitted"
	InProgress = "in_progress"
	Returned   = "returned"
	Completed  = "completed"
	Rejected   = "rejected"
	Cancelled  = "cancelled"
	Expired    = "expired"
	Answered   = "answered" // of reports: the reporter may say whether the answer is enough
)

// Statuses are all of them, in the order of a request's life.
var Statuses = []string{Submitted, InProgress, Returned, Answered, Completed, Rejected, Cancelled, Expired}

// own stands in the table for the action that the current step asks for.
const own = "own"

// open says who may do what: status → standing → actions. What is not listed
// is refused; finished requests accept nothing.
var open = map[string]map[Standing][]string{
	Submitted:  whileWithTheOffice,
	InProgress: whileWithTheOffice,
	Returned: {
		Applicant: {Resubmit, Cancel, Comment},
		Counter:   {Resubmit, Cancel, Comment},
		Onlooker:  {Comment},
		Admin:     {Cancel, Comment},
		System:    {Expire},
	},
	Answered: {
		Applicant: {Confirm, Reopen, Comment},
		Counter:   {Confirm, Reopen, Comment},
		Onlooker:  {Comment},
		Admin:     {Comment},
		System:    {Close},
	},
}

var whileWithTheOffice = map[Standing][]string{
	Applicant: {Cancel, Comment},
	AtStep:    {own, Forward, Return, Reject, Comment},
	Stepping:  {own, Forward, Return, Reject, Comment},
	Counter:   {Cancel, Comment},
	Onlooker:  {Comment},
	Admin:     {Return, Cancel, Comment},
	System:    {Escalate},
}

// actionOrder is the order in which a page shows them.
var actionOrder = []string{Approve, Sign, Resolve, Forward, Confirm, Reopen, Return, Resubmit, Reject, Comment, Cancel, Escalate, Expire, Close}

// Actions lists what someone with these standings may do to a matter.
func Actions(matter Matter, standings ...Standing) []string {
	var actions []string
	for _, standing := range standings {
		for _, action := range open[matter.Status][standing] {
			if action == own {
				action = matter.StepAction
			}
			if matter.knows(action) && !slices.Contains(actions, action) {
				actions = append(actions, action)
			}
		}
	}
	slices.SortFunc(actions, func(a, b string) int {
		return slices.Index(actionOrder, a) - slices.Index(actionOrder, b)
	})
	return actions
}

// knows says whether there is such an action for a matter at all: only reports
// are forwarded, and they are reopened once.
func (m Matter) knows(action string) bool {
	switch action {
	case Forward:
		return m.Report
	case Reopen:
		return m.Report && !m.Reopened
	}
	return true
}

// moves says whether an action changes where the request stands; comments and
// escalations do not, and never make another's decision come too late.
func moves(action string) bool { return action != Comment && action != Escalate }
