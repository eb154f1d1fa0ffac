package accounts

import (
	"net/http"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/list"

	"mdesa/hooks/audit"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

// representationLine is one carer as the desk sees them. While it is asked for,
// the person is whom the register has under the NIK that the carer typed.
type representationLine struct {
	ID         string `db:"id" json:"id"`
	Carer      string `db:"carer" json:"carer"`
	CarerName  string `db:"carer_name" json:"carer_name"`
	CarerNIK   string `db:"carer_nik" json:"-"`
	CarerLast4 string `json:"carer_last4"`
	Typed      string `db:"typed" json:"typed"` // name as the carer wrote it
	TypedNIK   string `db:"typed_nik" json:"-"`
	TypedLast4 string `json:"typed_last4"`
	Resident   string `db:"resident" json:"resident"` // "" when not on record
	Name       string `db:"name" json:"name"`
	BirthDate  string `db:"birth_date" json:"birth_date"`
	Disability string `db:"disability" json:"disability"`
	Hamlet     string `db:"hamlet" json:"-"`
	HamletName string `db:"hamlet_name" json:"hamlet_name"`
	SameCard   bool   `db:"same_card" json:"same_card"`
	Ground     string `db:"ground" json:"ground"`
	Entitled   bool   `json:"entitled"` // by what the register says
	State      string `db:"state" json:"state"`
	Until      string `db:"until" json:"until"`
	Confirmed  string `db:"confirmed_name" json:"confirmed_by"`
	Created    string `db:"created" json:"created"`
}

// representations is the query for them; add what is looked for.
func representations(app core.App) *dbx.SelectQuery {
	return app.DB().Select("p.id", "p.carer", "c.name AS carer_name", "c.nik AS carer_nik", "p.name AS typed", "p.nik AS typed_nik",
		"COALESCE(r.id, '') AS resident", "COALESCE(r.name, '') AS name", "COALESCE(r.birth_date, '') AS birth_date",
		"COALESCE(r.disability, '') AS disability", "COALESCE(r.hamlet, '') AS hamlet", "COALESCE(b.name, '') AS hamlet_name",
		"COALESCE(r.household != '' AND r.household = c.household, FALSE) AS same_card",
		"p.ground", "p.state", "p.until", "p.confirmed_name", "p.created").
		From("representations p").
		InnerJoin("residents c", dbx.NewExp("c.id = p.carer")).
		// One of the two is empty: which, says the state.
		LeftJoin("residents r", dbx.NewExp("r.id = CASE WHEN p.resident != '' THEN p.resident ELSE (SELECT id FROM residents WHERE nik = p.nik AND p.nik != '') END")).
		LeftJoin("hamlets b", dbx.NewExp("b.id = r.hamlet"))
}

// listRepresentations answers GET /api/accounts/representations?state=asked|active.
func listRepresentations(e *core.RequestEvent) error {
	hamlets, err := reachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	state := asked
	if e.Request.URL.Query().Get("state") == active {
		state = active
	}
	query := representations(e.App).Where(dbx.HashExp{"p.state": state}).OrderBy("p.created").Limit(200)
	if hamlets != nil {
		query.AndWhere(dbx.In("r.hamlet", list.ToInterfaceSlice(hamlets)...))
	}
	items := []representationLine{}
	if err := query.All(&items); err != nil {
		return err
	}
	today, err := time.Parse(time.DateOnly, office.Today(e.App))
	if err != nil {
		return err
	}
	var seen []string
	for i := range items {
		one := &items[i]
		one.CarerLast4, one.TypedLast4 = last4(one.CarerNIK), last4(one.TypedNIK)
		one.Entitled = one.Resident != "" && mayBeRepresented(one.BirthDate, one.Disability, today)
		seen = append(seen, one.Carer)
		if one.Resident != "" {
			seen = append(seen, one.Resident)
		}
	}
	audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.Upkeep}, audit.Listed, seen...)
	return e.JSON(http.StatusOK, map[string]any{"items": items})
}

// perSetter is how often an officer sets a carer, or tries to: with each try the
// answer says whether two NIKs are on record.
var perSetter = web.Limit{Name: "accounts.representation_set", N: 30, Per: time.Hour}

// openRepresentation sets a carer at the counter, where both show their cards.
func openRepresentation(e *core.RequestEvent) error {
	body := struct {
		CarerNIK string `json:"carer_nik"`
		NIK      string `json:"nik"`
		Ground   string `json:"ground"`
		Until    string `json:"until"`
	}{}
	if err := e.BindBody(&body); err != nil {
		return errRepresentationForm.Because(err)
	}
	hamlets, err := reachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	if !perSetter.Allow(e.App, e.Auth.Id) {
		return errTooManyTries
	}
	if !knownGround(body.Ground) {
		return errRepresentationForm.At("ground", errGround)
	}
	until, err := readUntil(e.App, body.Until)
	if err != nil {
		return err
	}
	var record *core.Record
	var seen []string
	err = e.App.RunInTransaction(func(tx core.App) error {
		carer, resident, err := bothWithin(tx, hamlets, body.CarerNIK, body.NIK)
		if err != nil {
			return err
		}
		seen = []string{carer.Id, resident.Id}
		if record, err = newRepresentation(tx, carer.Id, body.Ground); err != nil {
			return err
		}
		return begin(tx, record, resident, e.Auth, until)
	})
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.AtCounter}, audit.Changed, seen...)
	return e.JSON(http.StatusOK, map[string]any{"id": record.Id, "state": active, "until": until})
}

// bothWithin finds the two by NIK. Who works for some hamlets only is told the
// same whichever of the two is not on record or lives elsewhere: otherwise they
// could try out the NIKs of people they have nothing to do with.
func bothWithin(tx core.App, hamlets []string, carerNIK, nik string) (carer, resident *core.Record, err error) {
	carer, unknownCarer := living(tx, carerNIK)
	resident, unknown := living(tx, nik)
	switch {
	case hamlets == nil && unknownCarer != nil:
		return nil, nil, errRepresentationForm.At("carer_nik", errNotOnRegister)
	case hamlets == nil && unknown != nil:
		return nil, nil, errRepresentationForm.At("nik", errNotOnRegister)
	case unknownCarer != nil, unknown != nil,
		!within(hamlets, carer.GetString("hamlet")), !within(hamlets, resident.GetString("hamlet")):
		return nil, nil, errRepresentationForm.At("carer_nik", errNotAmongYours).At("nik", errNotAmongYours)
	}
	return carer, resident, nil
}

// confirmRepresentation answers what a carer asked for.
func confirmRepresentation(e *core.RequestEvent) error {
	body := struct {
		Until string `json:"until"`
	}{}
	if err := e.BindBody(&body); err != nil {
		return errRepresentationForm.Because(err)
	}
	until, err := readUntil(e.App, body.Until)
	if err != nil {
		return err
	}
	return changeRepresentation(e, func(tx core.App, one representationLine, record *core.Record) error {
		if one.State != asked {
			return errAskedAlready
		}
		resident, err := tx.FindRecordById("residents", one.Resident)
		if err != nil || resident.GetString("life_status") != "hidup" {
			return errNotOnRegister
		}
		return begin(tx, record, resident, e.Auth, until)
	})
}

// endRepresentation lets staff turn a question down, or end what was confirmed.
func endRepresentation(e *core.RequestEvent) error {
	body := struct {
		Reason string `json:"reason"`
	}{}
	if err := e.BindBody(&body); err != nil {
		return errRepresentationForm.Because(err)
	}
	return changeRepresentation(e, func(tx core.App, one representationLine, record *core.Record) error {
		if one.State == ended {
			return errNoSuchRepresentation
		}
		return end(tx, record, "office", e.Auth.GetString("name"), strings.TrimSpace(body.Reason))
	})
}

func changeRepresentation(e *core.RequestEvent, change func(tx core.App, one representationLine, record *core.Record) error) error {
	hamlets, err := reachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	var record *core.Record
	err = e.App.RunInTransaction(func(tx core.App) error {
		var one representationLine
		err := representations(tx).Where(dbx.HashExp{"p.id": e.Request.PathValue("id")}).One(&one)
		if err != nil || !within(hamlets, one.Hamlet) {
			return errNoSuchRepresentation
		}
		if record, err = tx.FindRecordById("representations", one.ID); err != nil {
			return err
		}
		return change(tx, one, record)
	})
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"id": record.Id, "state": record.GetString("state"), "until": record.GetString("until")})
}
