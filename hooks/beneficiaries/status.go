package beneficiaries

import "slices"

// Targets of aid.
const (
	OfPerson    = "person"
	OfHousehold = "household"
	OfGroup     = "group"
)

// Statuses of a beneficiary.
const (
	Candidate = "candidate"
	Active    = "active"
	Stopped   = "stopped"
	Ended     = "ended" // got what was promised
)

// Statuses are all of them, in the order of a beneficiary's life.
var Statuses = []string{Candidate, Active, Stopped, Ended}

var follows = map[string][]string{
	"":        {Candidate, Active},
	Candidate: {Active, Stopped},
	Active:    {Stopped, Ended},
	Stopped:   {Active},
	Ended:     {Active},
}

// MayBecome tells whether a beneficiary may go from one status to another.
func MayBecome(from, to string) bool { return from == to || slices.Contains(follows[from], to) }

// Why aid stops. There are no others, and no words of one's own: nobody writes
// down here how poor or ill somebody is.
const (
	ForDeath   = "death"
	ForMove    = "moved"
	ForInvalid = "invalid"
)

// Reasons are why an officer stops aid.
var Reasons = []string{ForDeath, ForMove, "double", "declined", "no_longer", "not_chosen", "mistake", ForInvalid}

// DoubleReasons are why somebody gets aid although they get some already.
var DoubleReasons = []string{"other_kind", "other_person", "decided", "ends_soon"}

// CancelReasons are why a payment does not count.
var CancelReasons = []string{"mistake", "returned", "not_collected"}

// Attentions are what somebody has to look at.
const (
	NewReceiver = "receiver" // who received for a household is gone
	MayResume   = "resume"   // why it was stopped turned out not to be so
	WrongStatus = "status"   // missing or away
)

// Attentions are all of them.
var Attentions = []string{NewReceiver, MayResume, WrongStatus}

// Register words of a state of life.
const (
	living  = "hidup"
	dead    = "mati"
	moved   = "pindah"
	invalid = "tidak valid"
)

// stoppedBy is why aid stops when somebody's state of life becomes this one; ""
// when it goes on, to be looked at.
func stoppedBy(lifeStatus string) string {
	return map[string]string{dead: ForDeath, moved: ForMove, invalid: ForInvalid}[lifeStatus]
}
