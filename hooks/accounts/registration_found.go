package accounts

import (
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var errNotYourTask = fault.New(fault.Forbidden, "registration.not_your_task",
	"Pendaftaran warga diperiksa oleh kepala wilayah, petugas, sekretaris, atau pimpinan kantor.",
	"Registrations are checked by hamlet heads, officers, the secretary or the head of the office.")

// candidate is a registration beside whom the register has under its NIK. They
// are brought together when somebody looks, so a register that was corrected in
// the meantime counts as it is now.
type candidate struct {
	ID          string         `db:"id"`
	Code        string         `db:"code"`
	State       string         `db:"state"`
	NIK         string         `db:"nik"`
	KK          string         `db:"kk"`
	Name        string         `db:"name"`
	BirthDate   string         `db:"birth_date"`
	Email       string         `db:"email"`
	Phone       string         `db:"phone"`
	Photo       string         `db:"photo"`
	PhotoSize   int            `db:"photo_size"` // bytes
	Reason      string         `db:"reason"`
	Note        string         `db:"note"`
	Replaced    bool           `db:"replaced"`
	DecidedName string         `db:"decided_name"`
	DecidedAt   types.DateTime `db:"decided_at"`
	Created     types.DateTime `db:"created"`
	Frozen      string         `db:"frozen"` // once it was decided

	Resident          string `db:"resident"` // "" when no such NIK is on record
	RegisterKK        string `db:"register_kk"`
	RegisterName      string `db:"register_name"`
	RegisterBirthDate string `db:"register_birth_date"`
	LifeStatus        string `db:"life_status"`
	Hamlet            string `db:"hamlet"`
	HamletName        string `db:"hamlet_name"`
	Household         string `db:"household"`

	HasAccount  bool   `db:"has_account"`
	Active      bool   `db:"active"`
	ActivatedAt string `db:"activated_at"`
}

func (c candidate) agreement() Agreement {
	register := Claim{KK: c.RegisterKK, Name: c.RegisterName, BirthDate: c.RegisterBirthDate}
	if c.Resident != "" {
		register.NIK = c.NIK
	}
	return Compare(Claim{c.NIK, c.KK, c.Name, c.BirthDate}, register)
}

// account is none, opened (a code was handed over), active, or off (by the admin).
func (c candidate) account() string {
	switch {
	case !c.HasAccount:
		return "none"
	case !c.Active:
		return "off"
	case c.ActivatedAt == "":
		return "opened"
	}
	return "active"
}

// candidates is the query for them; add what is looked for.
func candidates(app core.App) *dbx.SelectQuery {
	return app.DB().Select("g.id", "g.code", "g.state", "g.nik", "g.kk", "g.name", "g.birth_date", "g.email", "g.phone", "g.photo", "g.photo_size",
		"g.reason", "g.note", "g.replaced", "g.decided_name", "g.decided_at", "g.created", "COALESCE(g.match, '') AS frozen",
		"COALESCE(r.id, '') AS resident", "COALESCE(r.name, '') AS register_name", "COALESCE(r.birth_date, '') AS register_birth_date",
		"COALESCE(r.life_status, '') AS life_status", "COALESCE(r.hamlet, '') AS hamlet", "COALESCE(r.household, '') AS household",
		"COALESCE(h.kk, '') AS register_kk", "COALESCE(b.name, '') AS hamlet_name",
		"(a.id IS NOT NULL) AS has_account", "COALESCE(a.active, FALSE) AS active", "COALESCE(a.activated_at, '') AS activated_at").
		From("registrations g").
		LeftJoin("residents r", dbx.NewExp("r.nik = g.nik")).
		LeftJoin("households h", dbx.NewExp("h.id = r.household")).
		LeftJoin("hamlets b", dbx.NewExp("b.id = r.hamlet")).
		LeftJoin("accounts a", dbx.NewExp("a.resident = r.id"))
}

// checkers are the roles that compare registrations with the register.
var checkers = []string{"hamlet_head", "officer", "secretary", "village_head"}

// reachOf is which hamlets' people a member of staff may open logins for; nil is
// everybody, those who are not on record among them.
func reachOf(app core.App, officer *core.Record) (hamlets []string, err error) {
	if !officer.GetBool("active") || !slices.Contains(checkers, officer.GetString("role")) {
		return nil, errNotYourTask
	}
	reach, err := delegation.ReachOf(app, officer)
	if err != nil || reach.Everywhere {
		return nil, err
	}
	return append([]string{}, reach.Hamlets...), nil
}

func within(hamlets []string, hamlet string) bool {
	return hamlets == nil || hamlet != "" && slices.Contains(hamlets, hamlet)
}
