package residents

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Kinds of contradiction in the register. None of them stops anything; an officer
// looks at each and corrects, records an event, or says that it is as it should be.
const (
	sameNIK       = "same_nik"       // the same number once spaces and signs are gone
	samePerson    = "same_person"    // same name and birth date
	temporaryTwin = "temporary_twin" // the same, and one of them has a temporary number only
	twoHeads      = "two_heads"      // of one family
	headGone      = "head_gone"      // the head has died or left, and others live there
	noHead        = "no_head"        // nobody is the head
	nikBirth      = "nik_birth"      // the number says another birth date
	nikSex        = "nik_sex"        // the number says another sex
	tooOld        = "too_old"        // 110 years and more, and living
	parentAge     = "parent_age"     // a parent less than 12 years older than the child
	oldTemporary  = "old_temporary"  // a temporary number for more than 60 days
	marriedYoung  = "married_young"  // married under 19, the age of marriage (UU 16/2019)
	roleSex       = "role_sex"       // a wife who is a man, or a husband who is a woman
)

// Kinds are all of them, the most urgent first.
var Kinds = []string{sameNIK, samePerson, temporaryTwin, twoHeads, headGone, noHead, nikBirth, nikSex, tooOld, parentAge,
	oldTemporary, marriedYoung, roleSex}

// ofFamilies have a household for their subject, the others people.
var ofFamilies = []string{twoHeads, headGone, noHead}

// contradiction is one of them as the register has it.
type contradiction struct {
	Kind    string
	Subject string // stable: ids of the people with a plus between, or the household's
	People  []string
	Hamlets []string // of the people
	Mark    string   // changes when what contradicts does
}

// row is how the queries tell of contradictions.
type contradictionRow struct {
	Kinds   string `db:"kinds"` // with spaces between
	Subject string `db:"subject"`
	People  string `db:"people"`  // with plus between
	Hamlets string `db:"hamlets"` // with plus between
	Respect string `db:"respect"` // what contradicts
}

func (r contradictionRow) unpack() []contradiction {
	var all []contradiction
	for _, kind := range strings.Fields(r.Kinds) {
		sum := sha256.Sum256([]byte(kind + "\x00" + r.Respect))
		all = append(all, contradiction{
			Kind: kind, Subject: r.Subject, Mark: hex.EncodeToString(sum[:16]),
			People: strings.Split(r.People, "+"), Hamlets: strings.Split(r.Hamlets, "+"),
		})
	}
	return all
}

// peopleOf are the residents whom a subject names; families name none.
func peopleOf(kind, subject string) []string {
	if slices.Contains(ofFamilies, kind) {
		return nil
	}
	return strings.Split(subject, "+")
}
