package delegation

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

func memory(app core.App) *web.Remembered[Staff] { return web.Memory[Staff](app, "staff") }

// StaffOf is the office's staff as it is now; inside a transaction as that sees
// it. It is kept in memory until an officer, a delegation, a hamlet or a unit
// changes: read it, never change it.
func StaffOf(app core.App) (*Staff, error) {
	if !app.Store().Has(hearsOfChanges) {
		return readStaff(app)
	}
	return memory(app).Get(app, readStaff)
}

// hearsOfChanges is set in the store of an app in which Register was called:
// only there is it safe to remember.
const hearsOfChanges = "delegation.registered"

// ReachOf is whose data a login may see today; nobody's for residents.
func ReachOf(app core.App, auth *core.Record) (Reach, error) {
	return reachOf(app, auth, (*Staff).ReachOf)
}

// ReachFor is whose data a login may see today for work on requests for a service.
func ReachFor(app core.App, auth *core.Record, service string) (Reach, error) {
	return reachOf(app, auth, func(s *Staff, person Person, day string) Reach { return s.ReachFor(person, day, service) })
}

// ReachAtCounter is whom a login serves at the counter today.
func ReachAtCounter(app core.App, auth *core.Record) (Reach, error) {
	return reachOf(app, auth, (*Staff).ReachAtCounter)
}

// ServedFor lists the services, by id, that a login may take in at the counter
// today for people of a hamlet; all is true where none is left out.
func ServedFor(app core.App, auth *core.Record, hamlet string) (services []string, all bool, err error) {
	if auth.IsSuperuser() {
		return nil, true, nil
	}
	staff, err := StaffOf(app)
	if err != nil {
		return nil, false, err
	}
	services, all = staff.ServedFor(staff.People[auth.Id], office.Today(app), hamlet)
	return services, all, nil
}

func reachOf(app core.App, auth *core.Record, of func(s *Staff, person Person, day string) Reach) (Reach, error) {
	switch {
	case auth == nil:
		return Reach{}, nil
	case auth.IsSuperuser():
		return Reach{Everywhere: true}, nil
	}
	staff, err := StaffOf(app)
	if err != nil {
		return Reach{}, err
	}
	return of(staff, staff.People[auth.Id], office.Today(app)), nil
}

// PowersOf are what an officer holds by delegation today.
func PowersOf(app core.App, officer string) ([]Power, error) {
	staff, err := StaffOf(app)
	if err != nil {
		return nil, err
	}
	return staff.Powers(officer, office.Today(app)), nil
}

func readStaff(app core.App) (*Staff, error) {
	staff := &Staff{People: map[string]Person{}, Parents: map[string]string{}}
	for _, part := range []func(core.App, *Staff) error{readPeople, readDelegations, readAreas} {
		if err := part(app, staff); err != nil {
			return nil, err
		}
	}
	return staff, nil
}

func readPeople(app core.App, staff *Staff) error {
	var units []struct{ ID, Key string }
	if err := app.DB().Select("id", "key").From("units").All(&units); err != nil {
		return err
	}
	keys := map[string]string{}
	for _, unit := range units {
		keys[unit.ID] = unit.Key
	}
	var rows []struct {
		ID, Name, Title, Role, Resident string
		Hamlets, Units                  types.JSONArray[string]
		Active                          bool
		TermFrom                        string `db:"term_from"`
		TermUntil                       string `db:"term_until"`
	}
	err := app.DB().Select("id", "name", "title", "role", "resident", "hamlets", "units", "active", "term_from", "term_until").
		From("officers").All(&rows)
	for _, row := range rows {
		person := Person{
			ID: row.ID, Name: row.Name, Title: row.Title, Role: row.Role, Hamlets: row.Hamlets, Resident: row.Resident,
			Active: row.Active, TermFrom: row.TermFrom, TermUntil: row.TermUntil,
		}
		for _, unit := range row.Units {
			person.Units = append(person.Units, keys[unit])
		}
		staff.People[row.ID] = person
	}
	return err
}

func readDelegations(app core.App, staff *Staff) error {
	var rows []struct {
		ID, From, To, Post, Form, Under string
		StartsOn                        string `db:"starts_on"`
		EndsOn                          string `db:"ends_on"`
		RevokedOn                       string `db:"revoked_on"`
		DecreeNumber                    string `db:"decree_number"`
		DecreeDate                      string `db:"decree_date"`
		Services                        types.JSONArray[string]
	}
	err := app.DB().Select("id", "from", "to", "post", "form", "under", "starts_on", "ends_on", "revoked_on", "decree_number", "decree_date", "services").
		From("delegations").Where(dbx.NewExp("ends_on >= {:today}", dbx.Params{"today": office.Today(app)})).OrderBy("rowid").All(&rows)
	for _, row := range rows {
		staff.Delegations = append(staff.Delegations, Delegation{
			ID: row.ID, From: row.From, To: row.To, Post: row.Post, Form: row.Form, Under: row.Under,
			StartsOn: row.StartsOn, EndsOn: row.EndsOn, RevokedOn: row.RevokedOn, Services: row.Services,
			DecreeNumber: row.DecreeNumber, DecreeDate: row.DecreeDate,
		})
	}
	return err
}

func readAreas(app core.App, staff *Staff) error {
	var rows []struct{ ID, Parent string }
	err := app.DB().Select("id", "parent").From("hamlets").Where(dbx.NewExp("parent != ''")).All(&rows)
	for _, row := range rows {
		staff.Parents[row.ID] = row.Parent
	}
	return err
}
