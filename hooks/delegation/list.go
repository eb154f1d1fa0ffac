package delegation

import (
	"cmp"
	"net/http"
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// candidate is an officer who may take part in a delegation.
type candidate struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Title    string `json:"title"`
	Role     string `json:"role"`
	InOffice bool   `json:"in_office"` // otherwise their post is vacant
	MayGive  bool   `json:"may_give"`  // whoever asks may delegate this officer's post
}

// listed is how many delegations a desk shows: those of many years.
const listed = 300

// list answers GET /api/delegations: {today, items, people}, newest first.
func list(e *core.RequestEvent) error {
	staff, err := StaffOf(e.App)
	if err != nil {
		return err
	}
	records, err := e.App.FindRecordsByFilter("delegations", "", "-@rowid", listed, 0)
	if err != nil {
		return err
	}
	today := office.Today(e.App)
	may := func(d Delegation) bool { return e.HasSuperuserAuth() || MayMake(staff.People[e.Auth.Id], d, today) }
	items := []map[string]any{}
	for _, record := range records {
		d := of(record)
		state, ended := d.StateOn(today), ""
		if state == InForce {
			if ended = staff.endedBy(d, today); ended != "" {
				state = Past
			}
		}
		item := record.PublicExport()
		item["ended"] = ended
		item["state"], item["may_end"] = state, state != Past && d.RevokedOn == "" && may(d)
		items = append(items, item)
	}
	return e.JSON(http.StatusOK, map[string]any{"today": today, "items": items, "people": candidates(staff, today, may)})
}

func candidates(staff *Staff, today string, may func(Delegation) bool) []candidate {
	people := []candidate{}
	for _, person := range staff.People {
		here, gives := person.InOffice(today), may(Delegation{From: person.ID, Post: person.Role})
		if person.Role != Auditor && (here || gives) {
			people = append(people, candidate{person.ID, person.Name, person.Title, person.Role, here, gives})
		}
	}
	slices.SortFunc(people, func(a, b candidate) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
	return people
}
