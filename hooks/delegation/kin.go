package delegation

import (
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// Kin are an officer's own: themselves and their household, and what those ask
// for from their phones. Nobody decides for their kin (UU 30/2014 art. 42 and
// 43: conflict of interest).
type Kin struct{ Residents, Accounts []string }

// Own tells whether a request is about one of them or filed by one of them.
func (k Kin) Own(resident, account string) bool {
	return slices.Contains(k.Residents, resident) || account != "" && slices.Contains(k.Accounts, account)
}

// KinOf reads the kin of somebody in the register; none for "", an officer who
// is not known there.
func KinOf(app core.App, resident string) (Kin, error) {
	kin := Kin{}
	if resident == "" {
		return kin, nil
	}
	var rows []struct{ ID, Account string }
	err := app.DB().NewQuery(`SELECT r.id, COALESCE(a.id, '') AS account FROM residents r LEFT JOIN accounts a ON a.resident = r.id
		WHERE r.id = {:id} OR (r.household != '' AND r.household = (SELECT household FROM residents WHERE id = {:id}))`).
		Bind(dbx.Params{"id": resident}).All(&rows)
	for _, row := range rows {
		kin.Residents = append(kin.Residents, row.ID)
		if row.Account != "" {
			kin.Accounts = append(kin.Accounts, row.Account)
		}
	}
	return kin, err
}
