package residents

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// person is one resident with everything that stands on a family card, and what
// the office knows besides.
type person struct {
	ID            string `json:"id"`
	Name          string `json:"name"`
	NIK           string `json:"nik"`
	NIKTemporary  bool   `json:"nik_temporary"`
	KK            string `json:"kk"` // "" without household
	BirthPlace    string `json:"birth_place"`
	BirthDate     string `json:"birth_date"` // YYYY-MM-DD, as all days here
	Sex           string `json:"sex"`        // L or P
	Religion      string `json:"religion"`
	MaritalStatus string `json:"marital_status"`
	Occupation    string `json:"occupation"`
	Citizenship   string `json:"citizenship"`
	Education     string `json:"education"`
	Studying      string `json:"studying"`
	BloodType     string `json:"blood_type"`
	Address       string `json:"address"` // their own, else the household's
	RT            string `json:"rt"`
	RW            string `json:"rw"`
	Hamlet        string `json:"hamlet"`
	HamletName    string `json:"hamlet_name"`
	Household     string `json:"household"` // id; "" without
	FamilyRole    string `json:"family_role"`
	LifeStatus    string `json:"life_status"`
	Residency     string `json:"residency"`
	Phone         string `json:"phone"`
	Ethnicity     string `json:"ethnicity"`

	FatherName string `json:"father_name"`
	FatherNIK  string `json:"father_nik"`
	MotherName string `json:"mother_name"`
	MotherNIK  string `json:"mother_nik"`

	BirthCertificate    string `json:"birth_certificate"`
	MarriageCertificate string `json:"marriage_certificate"`
	MarriedOn           string `json:"married_on"`
	MarriageRegistered  bool   `json:"marriage_registered"`
	DivorceCertificate  string `json:"divorce_certificate"`
	DivorcedOn          string `json:"divorced_on"`
	Passport            string `json:"passport"`
	PassportUntil       string `json:"passport_until"`
	StayPermit          string `json:"stay_permit"`
	IDCard              string `json:"id_card"`
	IDCardStatus        string `json:"id_card_status"`
	TagID               string `json:"tag_id"`
	Insurance           string `json:"insurance"`
	InsuranceNumber     string `json:"insurance_number"`

	CustomaryVillage string `json:"customary_village"` // desa adat
	CustomaryHamlet  string `json:"customary_hamlet"`  // banjar adat
	KramaStatus      string `json:"krama_status"`
	CurrentAddress   string `json:"current_address"`

	Disability    string `json:"disability"`
	Contraception string `json:"contraception"`
	Pregnant      bool   `json:"pregnant"`
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

// with are the ids of all on the card and of a resident, who may be on none.
func (h household) with(resident string) []string {
	ids := []string{resident}
	for _, m := range h {
		if m.ID != resident {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// readPerson fills in what stands with the household and the hamlet.
func readPerson(app core.App, resident *core.Record) (person, household, error) {
	var p person
	// The names in JSON are those of the columns: what is filled in below has none.
	if err := copyFields(resident, &p); err != nil {
		return p, nil, err
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
	p.KK, p.RT, p.RW = card.GetString("kk"), card.GetString("rt"), card.GetString("rw")
	p.Address = cmp.Or(p.Address, card.GetString("address"))
	members, err := readHousehold(app, family)
	return p, members, err
}

// copyFields takes what a record has under the JSON names of a struct.
func copyFields(record *core.Record, to any) error {
	values := map[string]any{}
	for _, field := range record.Collection().Fields.FieldNames() {
		values[field] = record.Get(field)
	}
	raw, err := json.Marshal(values)
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, to)
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
	roles := builtIn["family_role"]
	rank := slices.IndexFunc(roles, func(v Value) bool { return v.Value == role })
	if rank < 0 {
		return len(roles)
	}
	return rank
}
