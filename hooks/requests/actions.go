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
)

// Statuses are all of them, in the order of a request's life.
var Statuses = []string{Submitted, InProgress, Returned, Completed, Rejected, Cancelled, Expired}

// forward stands in the table for the action that the current step asks for.
const forward = "forward"

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
}

var whileWithTheOffice = map[Standing][]string{
	Applicant: {Cancel, Comment},
	AtStep:    {forward, Return, Reject, Comment},
	Stepping:  {forward, Return, Reject, Comment},
	Counter:   {Cancel, Comment},
	Onlooker:  {Comment},
	Admin:     {Return, Cancel, Comment},
	System:    {Escalate},
}

// actionOrder is the order in which a page shows them.
var actionOrder = []string{Approve, Sign, Resolve, Return, Resubmit, Reject, Comment, Cancel, Escalate, Expire}

// Actions lists what someone with these standings may do to a request of this
// status whose current step asks for stepAction.
func Actions(status, stepAction string, standings ...Standing) []string {
	var actions []string
	for _, standing := range standings {
		for _, action := range open[status][standing] {
			if action == forward {
				action = stepAction
			}
			if !slices.Contains(actions, action) {
				actions = append(actions, action)
			}
		}
	}
	slices.SortFunc(actions, func(a, b string) int {
		return slices.Index(actionOrder, a) - slices.Index(actionOrder, b)
	})
	return actions
}

// Reasons a decision may give, by action; texts stand on the page under
// "reason.<key>".
var Reasons = map[string][]string{
	Return: {"unreadable_document", "missing_document", "wrong_data", "wrong_applicant", "other"},
	Reject: {"not_entitled", "not_resident", "false_data", "duplicate", "not_our_authority", "other"},
}

// NoteFor says whether an action takes a note: "none", "optional" or "required".
func NoteFor(action string) string {
	switch action {
	case Return, Reject, Comment:
		return "required"
	case Escalate, Expire, Submit:
		return "none"
	default:
		return "optional"
	}
}

// moves says whether an action changes where the request stands; comments and
// escalations do not, and never make another's decision come too late.
func moves(action string) bool { return action != Comment && action != Escalate }
