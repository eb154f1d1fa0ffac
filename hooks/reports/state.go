package reports

// States of a report as all see it.
const (
	New       = "new"
	Handling  = "handling"
	Forwarded = "forwarded"
	Answered  = "answered"
	Done      = "done"
	Refused   = "refused"
	Duplicate = "duplicate"
)

// States are all of them, in the order of a report's life.
var States = []string{New, Handling, Forwarded, Answered, Done, Refused, Duplicate}

// StateOf is the public state of a report whose request has this status:
// forwarded to an agency outside, merged into another report.
func StateOf(status string, forwarded, merged bool) string {
	switch status {
	case "answered":
		return Answered
	case "completed":
		return Done
	case "rejected", "cancelled", "expired":
		if merged {
			return Duplicate
		}
		return Refused
	case "submitted":
		if !forwarded {
			return New
		}
	}
	if forwarded {
		return Forwarded
	}
	return Handling
}

// IsOpen tells whether somebody still works on a report in this state.
func IsOpen(state string) bool { return state == New || state == Handling || state == Forwarded }
