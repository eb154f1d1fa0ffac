package residents

import (
	"cmp"
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// person is one resident with everything that a letter says of them.
type person struct {
	ID            string `json:"id"`
	Name          string `json:"name"`
	NIK           string `json:"nik"`
	NIKTemporary  bool   `json:"nik_temporary"`
	KK            string `json:"kk"` // "" without household
	BirthPlace    string `json:"birth_place"`
	BirthDate     string `json:"birth_date"` // YYYY-MM-DD
	Sex           string `json:"sex"`        // L or P
	Religion      string `json:"religion"`
	MaritalStatus string `json:"marital_status"`
	Occupation    string `json:"occupation"`
	Citizenship   string `json:"citizenship"`
	Education     string `json:"education"`
	Address       string `json:"address"` // their own, else the household's
	Hamlet        string `json:"hamlet"`
	HamletName    string `json:"hamlet_name"`
	FamilyRole    string `json:"family_role"`
	LifeStatus    string `json:"life_status"`
}

// member is one person on a family card.
type member struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	FamilyRole string `json:"family_role"`
	BirthDate  string `json:"birth_date"`
	Sex        string `json:"sex"`
	LifeStatus string `json:"life_status"`
}

// household are all on the card, the person themselves included, in the card's
// order: the head first, then by role, the oldest first.
type household []member

func (h household) livingHeads() (heads int) {
	for _, m := range h {
		if m.FamilyRole == "kepala keluarga" && m.LifeStatus == "hidup" {
			heads++
		}
	}
	return heads
}

// readPerson fills in what stands with the household and the hamlet.
func readPerson(app core.App, resident *core.Record) (person, household, error) {
	p := person{
		ID: resident.Id, Name: resident.GetString("name"),
		NIK: resident.GetString("nik"), NIKTemporary: resident.GetBool("nik_temporary"),
		BirthPlace: resident.GetString("birth_place"), BirthDate: resident.GetString("birth_date"),
		Sex: resident.GetString("sex"), Religion: resident.GetString("religion"),
		MaritalStatus: resident.GetString("marital_status"), Occupation: resident.GetString("occupation"),
		Citizenship: resident.GetString("citizenship"), Education: resident.GetString("education"),
		Address: resident.GetString("address"), Hamlet: resident.GetString("hamlet"),
		FamilyRole: resident.GetString("family_role"), LifeStatus: resident.GetString("life_status"),
	}
	hamlet, err := app.FindRecordById("hamlets", p.Hamlet)
	if err != nil {
		return p, nil, err
	}
	p.HamletName = hamlet.GetString("name")
	family := resident.GetString("household")
	if family == "" {
		return p, household{}, nil
	}
	card, err := app.FindRecordById("households", family)
	if err != nil {
		return p, nil, err
	}
	p.KK = card.GetString("kk")
	p.Address = cmp.Or(p.Address, card.GetString("address"))
	members, err := readHousehold(app, family)
	return p, members, err
}

func readHousehold(app core.App, id string) (household, error) {
	records, err := app.FindAllRecords("residents", dbx.HashExp{"household": id})
	if err != nil {
		return nil, err
	}
	members := make(household, len(records))
	for i, r := range records {
		members[i] = member{
			ID: r.Id, Name: r.GetString("name"), FamilyRole: r.GetString("family_role"),
			BirthDate: r.GetString("birth_date"), Sex: r.GetString("sex"), LifeStatus: r.GetString("life_status"),
		}
	}
	slices.SortFunc(members, func(a, b member) int {
		return cmp.Or(cmp.Compare(roleRank(a.FamilyRole), roleRank(b.FamilyRole)),
			cmp.Compare(a.BirthDate, b.BirthDate), cmp.Compare(a.Name, b.Name))
	})
	return members, nil
}

// roleRank is the place of a role in the card's order; without role comes last.
func roleRank(role string) int {
	rank := slices.IndexFunc(familyRoles, func(c Choice) bool { return c.Value == role })
	if rank < 0 {
		return len(familyRoles)
	}
	return rank
}
