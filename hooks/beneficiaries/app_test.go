package beneficiaries_test

import (
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/beneficiaries"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/notify"
	"mdesa/hooks/office"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	notify.ByHand(app)
	fault.Register(app)
	access.Register(app)
	audit.Register(app)
	office.Register(app)
	delegation.Register(app)
	notify.Register(app)
	beneficiaries.Register(app)
}

// village is Taman Sari with two programs of aid.
type village struct {
	*apptest.App
	t        testing.TB
	blt, pkh *core.Record
}

func start(t testing.TB) village {
	t.Helper()
	v := village{App: apptest.New(t, register), t: t}
	v.blt, v.pkh = v.program("BLT Dana Desa 2026"), v.program("Beras untuk Lansia")
	return v
}

func (v village) program(title string) *core.Record {
	v.t.Helper()
	return apptest.Save(v.t, v, apptest.Record(v.t, v, "programs", map[string]any{"title": title, "goal": "Keluarga terbantu", "kind": "aid",
		"year": 2026, "state": "running", "published": true}))
}

const receipts, payments = "/api/collections/beneficiaries/records", "/api/collections/benefit_payments/records"

// gives writes somebody down as an officer does; more are further fields.
func (v village) gives(program *core.Record, fields map[string]any, actor *core.Record) *apptest.Response {
	v.t.Helper()
	body := map[string]any{"program": program.Id, "amount": 300_000, "period": "monthly", "starts_on": "2026-01-01", "status": "active"}
	for name, value := range fields {
		body[name] = value
	}
	return v.Do("POST", receipts, body, actor)
}

func person(resident *core.Record) map[string]any {
	return map[string]any{"target": "person", "resident": resident.Id}
}

func family(resident *core.Record) map[string]any {
	return map[string]any{"target": "household", "household": resident.GetString("household")}
}

func with(fields map[string]any, more ...any) map[string]any {
	for i := 0; i < len(more); i += 2 {
		fields[more[i].(string)] = more[i+1]
	}
	return fields
}

// given is the id of what was written down.
func (v village) given(program *core.Record, fields map[string]any) string {
	v.t.Helper()
	return v.gives(program, fields, v.Officer).Want(200).JSON()["id"].(string)
}

func (v village) changes(id string, fields map[string]any, actor *core.Record) *apptest.Response {
	v.t.Helper()
	return v.Do("PATCH", receipts+"/"+id, fields, actor)
}

func (v village) wants(id string, fields map[string]string) {
	v.t.Helper()
	record, err := v.FindRecordById("beneficiaries", id)
	if err != nil {
		v.t.Fatal(err)
	}
	for name, want := range fields {
		if got := record.GetString(name); got != want {
			v.t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// becomes changes the register past the register's own rules.
func (v village) becomes(resident *core.Record, field, value string) {
	v.t.Helper()
	record, err := v.FindRecordById("residents", resident.Id)
	if err != nil {
		v.t.Fatal(err)
	}
	record.Set(field, value)
	apptest.Save(v.t, v, record)
}

// told are the keys of the notices that a resident has.
func (v village) told(resident *core.Record) (keys []string) {
	v.t.Helper()
	err := v.DB().Select("key").From("notices").Where(dbx.HashExp{"resident": resident.Id}).OrderBy("rowid").Column(&keys)
	if err != nil {
		v.t.Fatal(err)
	}
	return keys
}
