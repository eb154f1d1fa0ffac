package apptest

import (
	"github.com/pocketbase/pocketbase/core"
)

// Village is the fictional Desa Taman Sari: two banjars, two families in Banjar
// Kaja and one in Banjar Kelod, and the people who log in. All may use
// [Password].
type Village struct {
	Office *core.Record

	// Hamlets.
	Kaja, Kelod *core.Record

	// Residents: Wayan and Ketut (husband and wife) and their child Putu live in
	// one household of Banjar Kaja, Made in another; Nyoman lives in Banjar Kelod.
	Wayan, Ketut, Putu, Made, Nyoman *core.Record

	// Logins of residents: Wayan, and Made next door.
	Resident, Neighbour *core.Record

	// Logins of the office.
	HeadOfKaja, HeadOfKelod, Officer, Secretary, VillageHead, Auditor *core.Record

	// Admin is a superuser.
	Admin *core.Record
}

// Guest is nobody logged in, for [App.Do].
var Guest *core.Record

// Password is what everybody in the village logs in with. Its hash is cheap, so
// that logging in takes a test no time.
const (
	Password     = "taman-sari-2026"
	cheapCost    = 4 // bcrypt.MinCost
	passwordHash = "$2a$04$ebFLteeIwpl4bcIiwU/s1.InimegikblT.4KuRubUa1AIZrDgVSUK"
)

// Ids of the village, for tests that write requests by hand.
const (
	OfficeID = "mdesa0000office"
	KajaID   = "hamletkaja00000"
	KelodID  = "hamletkelod0000"
)

// row is one record of the village: where it stands in the struct, its
// collection, its id, and its fields.
type row struct {
	place      **core.Record
	collection string
	id         string
	fields     map[string]any
}

// find loads the village from a copied database.
func (v *Village) find(app core.App) error {
	for _, r := range v.rows() {
		if r.place == nil {
			continue
		}
		record, err := app.FindRecordById(r.collection, r.id)
		if err != nil {
			return err
		}
		*r.place = record
	}
	return nil
}

// settle moves the village into a fresh database. The office may be there
// already: the program makes one at its first start.
func settle(app core.App) error {
	var v Village
	for _, r := range v.rows() {
		record, err := app.FindRecordById(r.collection, r.id)
		if err != nil {
			collection, err := app.FindCollectionByNameOrId(r.collection)
			if err != nil {
				return err
			}
			record = core.NewRecord(collection)
			record.Id = r.id
		}
		record.Load(r.fields)
		if record.Collection().IsAuth() {
			SetPassword(record)
		}
		if err := app.Save(record); err != nil {
			return &settleError{r.collection, r.id, err}
		}
	}
	return nil
}

type settleError struct {
	collection, id string
	err            error
}

func (e *settleError) Error() string { return e.collection + " " + e.id + ": " + e.err.Error() }
func (e *settleError) Unwrap() error { return e.err }
