package audit

import "time"

// notedOnce is how long a name in a list is not noted again for the same person
// and purpose: a desk draws its list every few seconds.
const notedOnce = time.Hour

// recentKept bounds the memory of each of the two generations, to about 3 MB.
// What is forgotten early is only noted once more.
const recentKept = 20_000

// sight is what counts as the same look at a list.
// For many at once the note says of what they are.
type sight struct{ actor, resident, what, purpose, request, note string }

// recent remembers what was noted lately.
type recent struct {
	young, old map[sight]time.Time
}

// fresh says whether a look is to be noted, and takes it as noted.
func (r *recent) fresh(s sight, at time.Time) bool {
	seen, ok := r.young[s]
	if !ok {
		seen, ok = r.old[s]
	}
	if ok && at.Sub(seen) < notedOnce {
		return false
	}
	if r.young == nil || len(r.young) >= recentKept {
		r.old, r.young = r.young, map[sight]time.Time{}
	}
	r.young[s] = at
	return true
}
