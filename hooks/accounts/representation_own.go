package accounts

import (
	"net/http"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// mostAsked is how many questions of one carer wait at the office at once.
const mostAsked = 3

// ownRepresentations answers GET /api/me/representations: whom I care for, and
// who cares for me.
func ownRepresentations(e *core.RequestEvent) error {
	self := e.Auth.GetString("resident")
	var found []struct {
		ID         string `db:"id"`
		Carer      string `db:"carer"`
		CarerName  string `db:"carer_name"`
		PersonName string `db:"person_name"`
		Ground     string `db:"ground"`
		State      string `db:"state"`
		Until      string `db:"until"`
		Confirmed  string `db:"confirmed_name"`
		Reason     string `db:"reason"`
		EndedBy    string `db:"ended_by"`
	}
	err := e.App.DB().Select("p.id", "p.carer", "c.name AS carer_name", "p.name AS person_name", "p.ground", "p.state", "p.until",
		"p.confirmed_name", "p.reason", "p.ended_by").
		From("representations p").InnerJoin("residents c", dbx.NewExp("c.id = p.carer")).
		Where(dbx.Or(dbx.HashExp{"p.carer": self}, dbx.And(dbx.HashExp{"p.resident": self}, dbx.NewExp("p.state != 'asked'")))).
		OrderBy("p.created DESC").Limit(50).All(&found)
	if err != nil {
		return err
	}
	today, items := office.Today(e.App), []map[string]any{}
	for _, one := range found {
		side, name := "carer", one.PersonName
		if one.Carer != self {
			side, name = "represented", one.CarerName
		}
		state := one.State
		if state == active && one.Until != "" && one.Until < today {
			state = ended
		}
		items = append(items, map[string]any{"id": one.ID, "side": side, "name": name, "ground": one.Ground, "state": state,
			"until": one.Until, "confirmed_by": one.Confirmed, "reason": one.Reason, "ended_by": one.EndedBy})
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items})
}

// askRepresentation takes down whom a resident wants to act for. Like a
// registration it is not held against the register here, where its answer would
// tell who lives in the village; the office does that.
func askRepresentation(e *core.RequestEvent) error {
	body := struct {
		NIK    string `json:"nik"`
		Name   string `json:"name"`
		Ground string `json:"ground"`
	}{}
	if err := e.BindBody(&body); err != nil {
		return errRepresentationForm.Because(err)
	}
	self := e.Auth.GetString("resident")
	nik, name := onlyDigits(body.NIK), strings.Join(strings.Fields(body.Name), " ")
	problems := errRepresentationForm
	if len(nik) != 16 {
		problems = problems.At("nik", errRepresentationNIK)
	} else if nik == e.Auth.GetString("nik") {
		problems = problems.At("nik", errSamePerson)
	}
	if len([]rune(name)) < 2 || len([]rune(name)) > 150 {
		problems = problems.At("name", errRepresentationName)
	}
	if !knownGround(body.Ground) {
		problems = problems.At("ground", errGround)
	}
	if len(problems.Fields) > 0 {
		return problems
	}
	err := e.App.RunInTransaction(func(tx core.App) error {
		open, err := tx.FindAllRecords("representations", dbx.HashExp{"carer": self, "state": asked})
		if err != nil {
			return err
		}
		for _, one := range open {
			if one.GetString("nik") == nik {
				return errAskedAlready
			}
		}
		if len(open) >= mostAsked {
			return errTooManyAsked
		}
		record, err := newRepresentation(tx, self, body.Ground)
		if err != nil {
			return err
		}
		record.Set("nik", nik)
		record.Set("name", name)
		return tx.Save(record)
	})
	if err != nil {
		return err
	}
	return ownRepresentations(e)
}

func newRepresentation(tx core.App, carer, ground string) (*core.Record, error) {
	collection, err := tx.FindCachedCollectionByNameOrId("representations")
	if err != nil {
		return nil, err
	}
	record := core.NewRecord(collection)
	record.Load(map[string]any{"carer": carer, "ground": ground, "state": asked})
	return record, nil
}

// endOwnRepresentation lets either side end it, at any time and without a reason.
func endOwnRepresentation(e *core.RequestEvent) error {
	self := e.Auth.GetString("resident")
	err := e.App.RunInTransaction(func(tx core.App) error {
		record, err := tx.FindRecordById("representations", e.Request.PathValue("id"))
		if err != nil || record.GetString("state") == ended {
			return errNoSuchRepresentation
		}
		switch self {
		case record.GetString("carer"):
			return end(tx, record, "carer", e.Auth.GetString("name"), "")
		case record.GetString("resident"):
			return end(tx, record, "resident", e.Auth.GetString("name"), "")
		}
		return errNoSuchRepresentation
	})
	if err != nil {
		return err
	}
	return ownRepresentations(e)
}
