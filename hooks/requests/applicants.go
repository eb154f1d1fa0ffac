package requests

import (
	"net/http"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var errNotForThem = fault.New(fault.Forbidden, "request.not_for_them",
	"Anda tidak tercatat boleh mengajukan untuk orang ini. Orang tua mengajukan untuk anak di bawah 17 tahun dalam satu KK; pendamping perlu disahkan kantor desa dulu.",
	"You are not on record as allowed to file for this person. Parents file for children below 17 on the same family card; carers are confirmed by the village office first.")

// applicantFor is one whom a resident may file for beside themselves. Numbers
// are not told in full: a carer may file for an elder without holding their card.
type applicantFor struct {
	ID         string   `db:"id" json:"id"`
	Name       string   `db:"name" json:"name"`
	Relation   string   `json:"relation"` // one of Relations
	BirthDate  string   `db:"birth_date" json:"birth_date"`
	NIK        string   `db:"nik" json:"-"`
	NIKLast4   string   `json:"nik_last4"`
	Address    string   `db:"address" json:"address"`
	HamletName string   `db:"hamlet_name" json:"hamlet_name"`
	Members    []onCard `json:"household"` // of their family card, for questions about the family

	Household     string `db:"household" json:"-"`
	FamilyRole    string `db:"family_role" json:"-"`
	MaritalStatus string `db:"marital_status" json:"-"`
	Sex           string `db:"sex" json:"-"`
	LifeStatus    string `db:"life_status" json:"-"`
}

// onCard is one person on a family card.
type onCard struct {
	ID         string `db:"id" json:"id"`
	Name       string `db:"name" json:"name"`
	FamilyRole string `db:"family_role" json:"family_role"`
	BirthDate  string `db:"birth_date" json:"birth_date"`
	Sex        string `db:"sex" json:"sex"`
	LifeStatus string `db:"life_status" json:"life_status"`
}

func (a applicantFor) kin() Kin {
	return Kin{Household: a.Household, FamilyRole: a.FamilyRole, MaritalStatus: a.MaritalStatus, Sex: a.Sex,
		Born: person{BirthDate: a.BirthDate}.born(), Living: a.LifeStatus == "hidup"}
}

// applicants answers GET /api/requests/applicants: for whom the resident who is
// logged in may file.
func applicants(e *core.RequestEvent) error {
	others, err := fileableFor(e.App, e.Auth.GetString("resident"))
	if err != nil {
		return err
	}
	for i := range others {
		others[i].NIKLast4 = others[i].NIK[max(0, len(others[i].NIK)-4):]
		others[i].Members = []onCard{}
		if others[i].Household == "" {
			continue
		}
		err := e.App.DB().Select("id", "name", "family_role", "birth_date", "sex", "life_status").From("residents").
			Where(dbx.HashExp{"household": others[i].Household}).OrderBy("birth_date").All(&others[i].Members)
		if err != nil {
			return err
		}
	}
	return e.JSON(http.StatusOK, map[string]any{"items": others})
}

// fileableFor finds them: the family card first, then whom the resident cares
// for. Asked anew with every filing, so a carer who has stopped is stopped.
func fileableFor(app core.App, filer string) ([]applicantFor, error) {
	allowed := []applicantFor{}
	var near []applicantFor
	err := app.DB().NewQuery(`SELECT o.id, o.name, o.birth_date, o.nik, o.household, o.family_role, o.marital_status, o.sex,
			o.life_status, COALESCE(NULLIF(o.address, ''), h.address, '') AS address, COALESCE(b.name, '') AS hamlet_name
		FROM residents o LEFT JOIN households h ON h.id = o.household LEFT JOIN hamlets b ON b.id = o.hamlet
		WHERE o.id = {:filer}
			OR (o.household != '' AND o.household = (SELECT household FROM residents WHERE id = {:filer}))
			OR o.id IN (SELECT resident FROM representations WHERE carer = {:filer} AND state = 'active' AND (until = '' OR until >= {:today}))
		ORDER BY o.birth_date DESC`).
		Bind(dbx.Params{"filer": filer, "today": office.Today(app)}).All(&near)
	if err != nil {
		return allowed, err
	}
	cared, err := caredFor(app, filer)
	if err != nil {
		return allowed, err
	}
	today, _ := time.Parse(time.DateOnly, office.Today(app))
	self := Kin{}
	for _, one := range near {
		if one.ID == filer {
			self = one.kin()
		}
	}
	for _, one := range near {
		one.Relation = RelationTo(self, one.kin(), today)
		if one.Relation == "" && cared[one.ID] && self.Living && one.kin().Living {
			one.Relation = Carer
		}
		if one.ID != filer && one.Relation != "" {
			allowed = append(allowed, one)
		}
	}
	return allowed, nil
}

// caredFor are the residents for whom the office confirmed this carer.
func caredFor(app core.App, carer string) (map[string]bool, error) {
	var ids []string
	err := app.DB().Select("resident").From("representations").
		Where(dbx.HashExp{"carer": carer, "state": "active"}).
		AndWhere(dbx.NewExp("until = '' OR until >= {:today}", dbx.Params{"today": office.Today(app)})).Column(&ids)
	cared := map[string]bool{}
	for _, id := range ids {
		cared[id] = true
	}
	return cared, err
}

// relationFor is how a filer stands to whom they file for, or why they may not.
func relationFor(app core.App, filer, other string) (string, error) {
	others, err := fileableFor(app, filer)
	if err != nil {
		return "", err
	}
	for _, one := range others {
		if one.ID == other {
			return one.Relation, nil
		}
	}
	return "", errNotForThem
}

// handOverRepresented shows a new login what parents or carers filed for its
// owner before there was one.
func handOverRepresented(e *core.RecordEvent) error {
	if err := e.Next(); err != nil {
		return err
	}
	_, err := e.App.DB().Update("requests", dbx.Params{"represented": e.Record.Id},
		dbx.And(dbx.HashExp{"resident": e.Record.GetString("resident"), "represented": ""}, dbx.NewExp("relation != ''"))).Execute()
	return err
}
