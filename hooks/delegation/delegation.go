package delegation

import "slices"

// Delegation hands the rights of a post to somebody for some days. Days are
// "YYYY-MM-DD" in the office's zone, both inclusive.
type Delegation struct {
	ID           string
	From         string // id of the officer who holds the post; empty: it is vacant
	To           string // id of the officer who acts
	Post         string // one of [Posts]; of u.b. the post of the a.n. it hangs on
	Form         string // one of [Forms]
	Under        string // of u.b.: id of that a.n.
	StartsOn     string
	EndsOn       string
	Services     []string // ids; empty: all
	DecreeNumber string
	DecreeDate   string
	RevokedOn    string // the first day on which it no longer holds; empty: never revoked
}

// Holds tells whether a day lies within it.
func (d Delegation) Holds(day string) bool {
	return d.StartsOn <= day && day <= d.EndsOn && (d.RevokedOn == "" || day < d.RevokedOn)
}

// States of a delegation.
const (
	Coming  = "coming"
	InForce = "in_force"
	Past    = "past"
)

// StateOn tells where it stands on a day.
func (d Delegation) StateOn(day string) string {
	switch {
	case d.Holds(day):
		return InForce
	case day < d.StartsOn && (d.RevokedOn == "" || d.RevokedOn > d.StartsOn):
		return Coming
	}
	return Past
}

// overlaps tells whether there is a day on which both hold.
func (d Delegation) overlaps(other Delegation) bool {
	first := max(d.StartsOn, other.StartsOn)
	return d.Holds(first) && other.Holds(first)
}

// within tells whether all of its days and services lie within another's.
func (d Delegation) within(other Delegation) bool {
	if !other.Holds(d.StartsOn) || !other.Holds(d.EndsOn) {
		return false
	}
	if len(other.Services) == 0 {
		return true
	}
	return len(d.Services) > 0 && !slices.ContainsFunc(d.Services, func(id string) bool { return !slices.Contains(other.Services, id) })
}

// samePost tells whether two delegations are about one post: there is one head
// and one secretary, but many hamlet heads and officers.
func (d Delegation) samePost(other Delegation) bool {
	if d.Post == VillageHead || d.Post == Secretary {
		return d.Post == other.Post
	}
	return d.Post == other.Post && d.From == other.From
}

// Power is what a delegation gives to who acts, on a day on which it holds.
type Power struct {
	Delegation   string   `json:"delegation"`
	Form         string   `json:"form"`
	Post         string   `json:"post"`
	Holder       string   `json:"-"`                 // id of who holds the post; empty: vacant
	HolderName   string   `json:"holder_name"`       // empty: vacant
	HolderTitle  string   `json:"holder_title"`      // empty: the office's own word for the post
	Hamlets      []string `json:"hamlets,omitempty"` // of a hamlet head's post
	Units        []string `json:"units,omitempty"`   // keys; of an officer's post
	Services     []string `json:"services"`          // ids; empty: all
	Until        string   `json:"until"`             // last day
	DecreeNumber string   `json:"-"`
	DecreeDate   string   `json:"-"`
}

// For tells whether the power covers a service.
func (p Power) For(service string) bool {
	return len(p.Services) == 0 || slices.Contains(p.Services, service)
}
