package accounts

import (
	"strings"
	"unicode"
)

// Claim is what somebody says of a resident, or what the register says.
type Claim struct{ NIK, KK, Name, BirthDate string }

// Agreement says what of a claim the register has too.
type Agreement struct {
	NIK       bool `json:"nik"`
	KK        bool `json:"kk"`
	Name      bool `json:"name"`
	BirthDate bool `json:"birth_date"`
}

// Compare holds a claim against the register. What the register does not know
// does not agree.
func Compare(claim, register Claim) Agreement {
	same := func(a, b string) bool { return a != "" && a == b }
	return Agreement{
		NIK: same(claim.NIK, register.NIK), KK: same(claim.KK, register.KK),
		Name: same(plainName(claim.Name), plainName(register.Name)), BirthDate: same(claim.BirthDate, register.BirthDate),
	}
}

// Count is how many of the four agree.
func (a Agreement) Count() int {
	n := 0
	for _, agrees := range []bool{a.NIK, a.KK, a.Name, a.BirthDate} {
		if agrees {
			n++
		}
	}
	return n
}

// Likely is what a desk looks at first: the NIK is on record and at least one of
// the others, none of which the NIK itself gives away but the birth date, so
// that does not count here. What strangers send who know a NIK and no more waits
// in a list of its own, and cannot bury the rest.
func (a Agreement) Likely() bool { return a.NIK && (a.KK || a.Name) }

// plainName leaves the letters of a name, so that case, spaces, points and titles
// behind a comma make no difference: "I Wayan Sukarta, S.E." is i wayan sukarta.
func plainName(name string) string {
	name, _, _ = strings.Cut(name, ",")
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	return strings.Join(words, " ")
}
