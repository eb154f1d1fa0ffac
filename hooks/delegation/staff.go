package delegation

import "slices"

// Person is an officer, as far as rights go.
type Person struct {
	ID, Name, Title string
	Role            string
	Hamlets         []string // ids, as assigned; see [Staff.Under]
	Units           []string // keys
	Resident        string   // id in the register; empty: not known
	Active          bool
	TermFrom        string // days, inclusive; empty: open
	TermUntil       string
}

// InOffice tells whether somebody holds their post on a day.
func (p Person) InOffice(day string) bool {
	return p.Active && (p.TermFrom == "" || p.TermFrom <= day) && (p.TermUntil == "" || day <= p.TermUntil)
}

// Staff is the office on one reading: who works there, who acts for whom, and
// which area lies in which. It is not changed once read.
type Staff struct {
	People      map[string]Person
	Delegations []Delegation      // those that have not ended, oldest first
	Parents     map[string]string // hamlet -> the one it lies in
}

// Under lists hamlets together with all that lie in them, sorted.
func (s *Staff) Under(hamlets []string) []string {
	if len(s.Parents) == 0 || len(hamlets) == 0 {
		return hamlets
	}
	covered := slices.Clone(hamlets)
	for hamlet := range s.Parents {
		// A ring would be refused when it is saved; the count keeps an old one from hanging us.
		for at, n := s.Parents[hamlet], 0; at != "" && n < len(s.Parents); at, n = s.Parents[at], n+1 {
			if slices.Contains(hamlets, at) {
				covered = append(covered, hamlet)
				break
			}
		}
	}
	slices.Sort(covered)
	return slices.Compact(covered)
}

var strongest = []string{Caretaker, Acting, Daily, OnBehalf, ForThem}

// Powers are what somebody holds by delegation on a day, the strongest first.
func (s *Staff) Powers(person, day string) []Power {
	powers := []Power{}
	for _, d := range s.Delegations {
		if d.To == person && s.inForce(d, day) {
			powers = append(powers, s.power(d))
		}
	}
	// Who may act as the post does so rather than on its behalf.
	slices.SortStableFunc(powers, func(a, b Power) int { return slices.Index(strongest, a.Form) - slices.Index(strongest, b.Form) })
	return powers
}

// Why a delegation holds no more, although its days are not over.
const (
	GiverLeft  = "giver"  // who gave a mandate is no longer in office
	AboveEnded = "above"  // the a.n. that a u.b. hangs on has ended
	PostFilled = "filled" // the post of a Plt. or Pj. is held again
)

func (s *Staff) inForce(d Delegation, day string) bool {
	return d.Holds(day) && s.endedBy(d, day) == ""
}

// endedBy looks behind the days: a mandate ends when who gave it leaves office, a
// u.b. with the a.n. that it hangs on, and whoever fills in for a vacant post
// when somebody takes it. "" while none of that has happened.
func (s *Staff) endedBy(d Delegation, day string) string {
	switch d.Form {
	case Daily:
		return ""
	case Acting, Caretaker:
		if _, held := holderOf(d, s, day); held {
			return PostFilled
		}
		return ""
	}
	if !s.People[d.From].InOffice(day) {
		return GiverLeft
	}
	above := func(other Delegation) bool { return other.ID == d.Under && s.inForce(other, day) }
	if d.Form == ForThem && !slices.ContainsFunc(s.Delegations, above) {
		return AboveEnded
	}
	return ""
}

func (s *Staff) power(d Delegation) Power {
	holder := s.People[d.From]
	if d.Form == ForThem { // for the head, through the secretary
		if i := slices.IndexFunc(s.Delegations, func(above Delegation) bool { return above.ID == d.Under }); i >= 0 {
			holder = s.People[s.Delegations[i].From]
		}
	}
	p := Power{
		Delegation: d.ID, Form: d.Form, Post: d.Post, Holder: holder.ID, HolderName: holder.Name, HolderTitle: holder.Title,
		Services: d.Services, Until: d.EndsOn, DecreeNumber: d.DecreeNumber, DecreeDate: d.DecreeDate,
	}
	switch d.Post {
	case HamletHead:
		p.Hamlets = s.Under(holder.Hamlets)
	case Officer:
		p.Units = holder.Units
	}
	return p
}

// Place is where a step stands: whose it is, for what and where.
type Place struct{ Role, Unit, Hamlet, Service string }

// At tells whether a post, with its hamlets and units, fills a place.
func At(post string, hamlets, units []string, p Place) bool {
	if !slices.Contains(Covers(post), p.Role) {
		return false
	}
	if post == HamletHead && !slices.Contains(hamlets, p.Hamlet) {
		return false
	}
	return p.Unit == "" || post != Officer || slices.Contains(units, p.Unit)
}

// Holders are all whose turn it is at a place on a day, by their own post or by
// delegation.
func (s *Staff) Holders(p Place, day string) []Person {
	var holders []Person
	for _, person := range s.People {
		if person.InOffice(day) && (At(person.Role, s.Under(person.Hamlets), person.Units, p) || s.actsAt(person.ID, p, day)) {
			holders = append(holders, person)
		}
	}
	return holders
}

func (s *Staff) actsAt(person string, p Place, day string) bool {
	return slices.ContainsFunc(s.Powers(person, day), func(power Power) bool {
		return power.For(p.Service) && At(power.Post, power.Hamlets, power.Units, p)
	})
}
