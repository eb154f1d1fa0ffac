package requests

import "time"

// How somebody who files for another stands to them; shown on the request.
const (
	Father       = "father"
	Mother       = "mother"
	HeadOfFamily = "head"
	SpouseOfHead = "spouse_of_head"
	Carer        = "carer"
)

// Relations are all of them.
var Relations = []string{Father, Mother, HeadOfFamily, SpouseOfHead, Carer}

// adultAge is when people act for themselves at the counter: 17, or when they
// marry (UU 24/2013 art. 63 par. 1, who must have an identity card).
const adultAge = 17 // years

// Kin is a resident as far as filing for one another goes; values are those of
// the register.
type Kin struct {
	Household     string // "" without a family card
	FamilyRole    string
	MaritalStatus string
	Sex           string // L or P
	Born          time.Time
	Living        bool
}

// RelationTo is how a filer stands to a minor of their own family card, "" for
// everybody else: the head of the card, and the head's husband or wife, file for
// those below 17 who have not married. Of a child they are father or mother; of
// a grandchild or another minor they are named by their place on the card.
func RelationTo(filer, minor Kin, today time.Time) string {
	if filer.Household == "" || filer.Household != minor.Household || !filer.Living || !minor.isMinor(today) {
		return ""
	}
	isHead := filer.FamilyRole == "kepala keluarga"
	switch {
	case !isHead && filer.FamilyRole != "suami" && filer.FamilyRole != "istri":
		return ""
	case minor.FamilyRole == "anak" && filer.Sex == "P":
		return Mother
	case minor.FamilyRole == "anak":
		return Father
	case isHead:
		return HeadOfFamily
	}
	return SpouseOfHead
}

// isMinor is false where the register knows no birth date.
func (k Kin) isMinor(today time.Time) bool {
	return k.Living && k.MaritalStatus == "belum kawin" && !k.Born.IsZero() && k.Born.AddDate(adultAge, 0, 0).After(today)
}
