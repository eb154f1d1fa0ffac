package delegation

import "slices"

// Reach is whose data somebody may see.
type Reach struct {
	Everywhere bool
	Hamlets    []string
}

// Covers tells whether a hamlet lies within it.
func (r Reach) Covers(hamlet string) bool { return r.Everywhere || slices.Contains(r.Hamlets, hamlet) }

// ReachOf is how far somebody sees on a day: a hamlet head their areas and those
// of whom they act for, everybody else the whole office's. Who acts for some
// services only sees no more of the register by it; see [Staff.ReachFor] and
// [Staff.ReachAtCounter].
func (s *Staff) ReachOf(person Person, day string) Reach {
	return s.reach(person, day, func(power Power) bool { return len(power.Services) == 0 })
}

// ReachFor is how far somebody sees on a day for work on requests for a service.
func (s *Staff) ReachFor(person Person, day, service string) Reach {
	return s.reach(person, day, func(power Power) bool { return power.For(service) })
}

// ReachAtCounter is whom somebody serves at the counter on a day, be it for some
// services only: who acts for a hamlet head there files and scans for their
// people as well.
func (s *Staff) ReachAtCounter(person Person, day string) Reach {
	return s.reach(person, day, func(Power) bool { return true })
}

func (s *Staff) reach(person Person, day string, counts func(Power) bool) Reach {
	switch {
	case !person.InOffice(day):
		return Reach{}
	case person.Role != HamletHead:
		return Reach{Everywhere: true}
	}
	reach := Reach{Hamlets: s.Under(person.Hamlets)}
	for _, power := range s.Powers(person.ID, day) {
		if !counts(power) {
			continue
		}
		if power.Post != HamletHead {
			return Reach{Everywhere: true}
		}
		reach.Hamlets = append(slices.Clip(reach.Hamlets), power.Hamlets...)
	}
	slices.Sort(reach.Hamlets)
	reach.Hamlets = slices.Compact(reach.Hamlets)
	return reach
}

// ServedFor lists the services, by id, that somebody may take in at the counter
// for people of a hamlet on a day; all is true where none is left out.
func (s *Staff) ServedFor(person Person, day, hamlet string) (services []string, all bool) {
	if s.ReachOf(person, day).Covers(hamlet) {
		return nil, true
	}
	for _, power := range s.Powers(person.ID, day) {
		if power.Post != HamletHead || slices.Contains(power.Hamlets, hamlet) {
			services = append(services, power.Services...)
		}
	}
	slices.Sort(services)
	return slices.Compact(services), false
}
