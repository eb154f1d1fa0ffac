package requests

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"mdesa/hooks/delegation"
)

// Event is one entry in the life of a request. Entries are only ever added.
type Event struct {
	Request    string
	Seq        int // 1, 2, 3 … without gap
	Action     string
	ActorKind  string
	Actor      string
	ActorName  string
	ActorTitle string
	StepKey    string // the step at which it happened
	Reason     string
	Note       string
	Data       Effects
	At         time.Time
	Prev       string // hash of the entry before; empty for the first
	Hash       string
}

// Effects is what an event brought about, as far as it does not follow from
// the definition: the clock may change later, the event may not.
type Effects struct {
	DueAt       time.Time `json:"due_at,omitzero"`
	StepDueAt   time.Time `json:"step_due_at,omitzero"`
	Remaining   int       `json:"remaining,omitempty"`    // working minutes left of the promise
	AnswersHash string    `json:"answers_hash,omitempty"` // SHA-256 of answers and attachments as they now stand
	Changed     []string  `json:"changed,omitempty"`      // keys that a resubmission changed
	Fields      []string  `json:"fields,omitempty"`       // keys a return asks to mend
	Attachments []string  `json:"attachments,omitempty"`  // requirements a return asks to mend
	// In whose place it was done, if not in the actor's own.
	Acting *delegation.Capacity `json:"acting,omitempty"`
	// The step that begins, or the one that took too long, is open to the next in
	// line as well: those are OpenedTo.
	Escalated bool     `json:"escalated,omitempty"`
	OpenedTo  []string `json:"opened_to,omitempty"` // posts
	OwnKin    bool     `json:"own_kin,omitempty"`   // an officer filed for themselves or their household
	Letter    string   `json:"letter,omitempty"`    // id of the letter that a signature issued
	Number    string   `json:"number,omitempty"`    // its number

	// Of reports.
	ClosesAt      time.Time `json:"closes_at,omitzero"`       // when an answer that nobody contradicts closes it
	Into          string    `json:"into,omitempty"`           // code of the report it was merged into
	Photos        []string  `json:"photos,omitempty"`         // documents: what it looks like now
	NoPhoto       string    `json:"no_photo,omitempty"`       // why there are none
	Hamlet        string    `json:"hamlet,omitempty"`         // where it turned out to be
	Outside       string    `json:"outside,omitempty"`        // the agency it was forwarded to
	OutsideNumber string    `json:"outside_number,omitempty"` // under which number they have it
}

// Seal is the hash of an event over all of its content and the hash before it,
// so that no entry can be changed, dropped or slipped in unnoticed.
func (e Event) Seal() string {
	content, err := json.Marshal([]any{
		e.Request, e.Seq, e.Action, e.ActorKind, e.Actor, e.ActorName, e.ActorTitle,
		e.StepKey, e.Reason, e.Note, e.Data, e.At.UTC().Format(time.RFC3339Nano), e.Prev,
	})
	if err != nil {
		panic(err) // strings, numbers and times always marshal
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// CheckChain reports the first place where a request's events do not follow
// from one another; nil for an unbroken chain.
func CheckChain(events []Event) error {
	prev := ""
	for i, event := range events {
		switch {
		case event.Seq != i+1:
			return fmt.Errorf("entry %d is numbered %d", i+1, event.Seq)
		case event.Prev != prev:
			return fmt.Errorf("entry %d does not follow the one before it", event.Seq)
		case event.Hash != event.Seal():
			return fmt.Errorf("entry %d was changed after it was written", event.Seq)
		}
		prev = event.Hash
	}
	return nil
}
