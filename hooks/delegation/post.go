package delegation

// Posts of the office: the roles of officers.
const (
	HamletHead  = "hamlet_head"
	Officer     = "officer" // at the desk: kaur, kasi and their staff
	Secretary   = "secretary"
	VillageHead = "village_head"
	Auditor     = "auditor" // reads all that is recorded, decides nothing
)

// Posts are those that decide something, and that somebody can act for.
var Posts = []string{HamletHead, Officer, Secretary, VillageHead}

// Forms of acting for somebody, as a letter prints them.
const (
	OnBehalf  = "a.n." // atas nama: the secretary, or an officer below the holder
	ForThem   = "u.b." // untuk beliau: an officer below the secretary, under an a.n.
	Acting    = "Plt." // pelaksana tugas: the post is vacant
	Daily     = "Plh." // pelaksana harian: its holder is away for a short time
	Caretaker = "Pj."  // penjabat: appointed between two terms
)

// Forms are all of them.
var Forms = []string{OnBehalf, ForThem, Acting, Daily, Caretaker}

// AsPost tells whether who acts in this form signs as the post itself; in the
// others the responsibility stays with whoever gave the mandate.
func AsPost(form string) bool { return form == Acting || form == Daily || form == Caretaker }

// wantsVacancy tells the forms for a post that nobody holds.
func wantsVacancy(form string) bool { return form == Acting || form == Caretaker }

// Covers lists the step roles that a post fills: the secretary also fills in
// for the desk officers.
func Covers(post string) []string {
	switch post {
	case HamletHead, Officer, VillageHead:
		return []string{post}
	case Secretary:
		return []string{Secretary, Officer}
	}
	return nil
}

// NextInLine are the posts that a step opens to when those whose turn it is
// cannot or do not act.
func NextInLine(role string) []string {
	switch role {
	case HamletHead, Officer:
		return []string{Secretary, VillageHead}
	case Secretary:
		return []string{VillageHead}
	case VillageHead:
		return []string{Secretary}
	}
	return nil
}
