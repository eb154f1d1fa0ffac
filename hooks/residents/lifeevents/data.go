package lifeevents

import (
	"bytes"
	"encoding/json"
)

// Data is what an event tells beside its columns; which parts a kind uses stands
// with the kind. Residents, households and hamlets are named by id.
type Data struct {
	Place    string `json:"place,omitempty"`     // where it happened
	Time     string `json:"time,omitempty"`      // "14:30" of a birth or death
	Cause    string `json:"cause,omitempty"`     // of a death: the family's own affair, always optional
	Reason   string `json:"reason,omitempty"`    // of a move
	Level    int    `json:"level,omitempty"`     // of a move across the village's border, see [Levels]
	Address  string `json:"address,omitempty"`   // where to, or where from
	LastSeen string `json:"last_seen,omitempty"` // of who is missing: a day
	SameAs   string `json:"same_as,omitempty"`   // the right record, where this one is a duplicate

	Members []string          `json:"members,omitempty"`  // who goes along
	NewHead string            `json:"new_head,omitempty"` // of the family left behind; in a split, of the new one
	OldHead string            `json:"old_head,omitempty"` // in a split: head of the family left behind, if its own goes
	Roles   map[string]string `json:"roles,omitempty"`    // family roles from now on, by resident
	Widowed string            `json:"widowed,omitempty"`  // husband or wife of who died

	People    []Person `json:"people,omitempty"` // who comes into the register: a newborn, newcomers
	Mother    string   `json:"mother,omitempty"`
	Father    string   `json:"father,omitempty"`
	Returning []string `json:"returning,omitempty"` // residents who had moved away and come back
	Card      *Card    `json:"card,omitempty"`      // a new family card, or the address moved to
}

// Person are columns of a resident by name, see [personFields].
type Person map[string]string

// personFields are what an event may say of somebody who is new.
var personFields = []string{"nik", "name", "sex", "birth_place", "birth_date", "religion", "marital_status",
	"occupation", "education", "citizenship", "family_role", "blood_type", "phone", "birth_certificate",
	"father_name", "father_nik", "mother_name", "mother_nik", "passport", "stay_permit", "residency"}

// Card is a family card, or a new address of one.
type Card struct {
	KK      string `json:"kk,omitempty"` // "" gets a temporary number
	Hamlet  string `json:"hamlet,omitempty"`
	Address string `json:"address,omitempty"`
	RT      string `json:"rt,omitempty"`
	RW      string `json:"rw,omitempty"`
}

// Levels of a move, as the civil registry counts them: 1 out of the village, 2
// out of the district, 3 out of the regency or city, 4 out of the province.
const Levels = 4

// readData refuses what it does not know: a key written wrong would be lost.
func readData(raw []byte) (Data, error) {
	var data Data
	if len(raw) == 0 || string(raw) == "null" || string(raw) == `""` {
		return data, nil
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	return data, decoder.Decode(&data)
}
