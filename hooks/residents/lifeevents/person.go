package lifeevents

import (
	"cmp"
	"net/http"
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/office"
)

// member is one person of a family, as far as an event has to know.
type member struct {
	ID            string `json:"id"`
	Name          string `json:"name"`
	FamilyRole    string `json:"family_role"`
	BirthDate     string `json:"birth_date"`
	Sex           string `json:"sex"`
	LifeStatus    string `json:"life_status"`
	MaritalStatus string `json:"marital_status"`
}

// person answers GET /api/population/person/{id} for who records events: the
// person, their family, and what can happen to them. It is upkeep of the
// register and noted as that.
func person(e *core.RequestEvent) error {
	if err := mayRecord(e.Auth); err != nil {
		return err
	}
	resident, err := e.App.FindRecordById("residents", e.Request.PathValue("id"))
	if err != nil {
		return errNobody.Because(err)
	}
	members, err := membersOf(e.App, resident.GetString("household"))
	if err != nil {
		return err
	}
	answer := map[string]any{
		"resident": memberOf(resident), "members": members, "kinds": Possible(resident.GetString("life_status")),
		"hamlet": resident.GetString("hamlet"), "hamlet_name": nameIn(e.App, "hamlet", resident.GetString("hamlet")),
		"today": office.Today(e.App), "household": nil,
	}
	if family, err := e.App.FindRecordById("households", resident.GetString("household")); err == nil {
		answer["household"] = map[string]any{"id": family.Id, "kk_last4": family.GetString("kk")[12:],
			"hamlet": family.GetString("hamlet"), "address": family.GetString("address"), "rt": family.GetString("rt"), "rw": family.GetString("rw")}
	}
	audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.Upkeep}, audit.Viewed, idsOf(resident.Id, members)...)
	return e.JSON(http.StatusOK, answer)
}

func memberOf(r *core.Record) member {
	return member{
		ID: r.Id, Name: r.GetString("name"), FamilyRole: r.GetString("family_role"), BirthDate: r.GetString("birth_date"),
		Sex: r.GetString("sex"), LifeStatus: r.GetString("life_status"), MaritalStatus: r.GetString("marital_status"),
	}
}

// membersOf are all on a family card, the head first, then the oldest.
func membersOf(app core.App, household string) ([]member, error) {
	members := []member{}
	if household == "" {
		return members, nil
	}
	records, err := app.FindAllRecords("residents", dbx.HashExp{"household": household})
	if err != nil {
		return nil, err
	}
	for _, record := range records {
		members = append(members, memberOf(record))
	}
	slices.SortFunc(members, func(a, b member) int {
		return cmp.Or(cmp.Compare(headFirst(a), headFirst(b)), cmp.Compare(a.BirthDate, b.BirthDate), cmp.Compare(a.ID, b.ID))
	})
	return members, nil
}

func headFirst(m member) int {
	if m.FamilyRole == head {
		return 0
	}
	return 1
}

func idsOf(resident string, members []member) []string {
	ids := []string{resident}
	for _, m := range members {
		if m.ID != resident {
			ids = append(ids, m.ID)
		}
	}
	return ids
}
