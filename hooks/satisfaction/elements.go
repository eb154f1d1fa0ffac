package satisfaction

import "slices"

// Elements are the nine of PermenPANRB 14/2017, by key. Forms number them U1 to
// U9, and disagree on which of the last two is U8: see [Ordered].
var Elements = []string{"requirements", "procedure", "time", "fee", "product", "competence", "behaviour", "complaints", "facilities"}

// Scores run from 1 to 4, 4 the best. OpenSID's list of satisfaction runs the
// other way round: never take its numbers over as they are.
const (
	Worst = 1
	Best  = 4
)

// FacilitiesFirst prints facilities as U8 and complaints as U9.
const FacilitiesFirst = "facilities_first"

// Ordered are the elements as an office prints them.
func Ordered(order string) []string {
	list := slices.Clone(Elements)
	if order == FacilitiesFirst {
		list[7], list[8] = list[8], list[7]
	}
	return list
}

func isScore(score int) bool { return score >= Worst && score <= Best }
