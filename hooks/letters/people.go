package letters

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// officeOf reads the office's record.
func officeOf(record *core.Record) Office {
	return Office{
		Kind: record.GetString("kind"), Name: record.GetString("name"), Short: record.GetString("short"), HeadTitle: record.GetString("head_title"),
		District: record.GetString("district"), Regency: record.GetString("regency"), Province: record.GetString("province"),
		Address: record.GetString("address"), Postcode: record.GetString("postcode"), Phone: record.GetString("phone"),
		Email: record.GetString("email"), Website: record.GetString("website"),
	}
}

// personOf reads a resident with family card and hamlet.
func personOf(app core.App, id string) (Person, error) {
	resident, err := app.FindRecordById("residents", id)
	if err != nil {
		return Person{}, err
	}
	person := Person{
		Name: resident.GetString("name"), NIK: resident.GetString("nik"),
		BirthPlace: resident.GetString("birth_place"), BirthDate: resident.GetString("birth_date"),
		Sex: resident.GetString("sex"), Religion: resident.GetString("religion"),
		MaritalStatus: resident.GetString("marital_status"), Occupation: resident.GetString("occupation"),
		Citizenship: resident.GetString("citizenship"), Education: resident.GetString("education"),
		Address: resident.GetString("address"), FamilyRole: resident.GetString("family_role"),
	}
	if hamlet, err := app.FindRecordById("hamlets", resident.GetString("hamlet")); err == nil {
		person.Hamlet = hamlet.GetString("name")
	}
	household, err := app.FindRecordById("households", resident.GetString("household"))
	if err != nil {
		return person, nil // someone without a family card
	}
	person.KK = household.GetString("kk")
	if person.Address == "" {
		person.Address = household.GetString("address")
	}
	// Nobody at the head of a family is no error: the letter then says "-".
	_ = app.DB().Select("name").From("residents").
		Where(dbx.HashExp{"household": household.Id, "family_role": "kepala keluarga", "life_status": "hidup"}).Row(&person.FamilyHead)
	return person, nil
}
