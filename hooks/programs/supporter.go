package programs

import (
	"slices"
	"time"
)

// supportAge is from what age somebody may ask for something and support it: as
// at an election (UU 7/2017 art. 1).
const supportAge = 17

// Supporter is somebody who wants to say that they need it too.
type Supporter struct {
	Born    string   // "1990-01-10"; empty: not known
	Living  bool     // in the register, and living
	Hamlets []string // their own, and the areas that it lies in
}

// Why somebody may not support.
const (
	NotLiving  = "not_living"
	TooYoung   = "too_young"
	Elsewhere  = "elsewhere"
	NotRefused = ""
)

// WhyNot says what keeps somebody from supporting a proposal of a hamlet on a
// day, [NotRefused] if nothing does.
func WhyNot(s Supporter, hamlet, today string) string {
	switch {
	case !s.Living:
		return NotLiving
	case !grownUp(s.Born, today):
		return TooYoung
	case !slices.Contains(s.Hamlets, hamlet):
		return Elsewhere
	}
	return NotRefused
}

func grownUp(born, today string) bool {
	birth, err := time.Parse(time.DateOnly, born)
	if err != nil {
		return born == "" // the register does not say: an account was opened for them
	}
	return birth.AddDate(supportAge, 0, 0).Format(time.DateOnly) <= today
}
