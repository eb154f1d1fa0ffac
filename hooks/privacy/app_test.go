package privacy_test

import (
	"testing"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"

	"mdesa/hooks/access"
	"mdesa/hooks/apptest"
	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/notify"
	"mdesa/hooks/office"
	"mdesa/hooks/privacy"
)

func TestMain(m *testing.M) { apptest.Main(m) }

func register(app core.App) {
	fault.Register(app)
	access.Register(app)
	audit.Register(app)
	office.Register(app)
	delegation.Register(app)
	notify.ByHand(app)
	notify.Register(app)
	privacy.Register(app)
}

// village is Taman Sari with what residents may ask about their data.
type village struct {
	*apptest.App
	t testing.TB
}

func start(t testing.TB) village {
	t.Helper()
	return village{apptest.New(t, register), t}
}

func (v village) found(collection, id string) *core.Record {
	v.t.Helper()
	record, err := v.FindRecordById(collection, id)
	if err != nil {
		v.t.Fatal(collection, id, err)
	}
	return record
}

// sql runs a statement past all hooks, as somebody with the file would.
func (v village) sql(statement string, params dbx.Params) error {
	_, err := v.DB().NewQuery(statement).Bind(params).Execute()
	return err
}

func (v village) must(err error) {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
}

func (v village) file(name string) *filesystem.File {
	v.t.Helper()
	file, err := filesystem.NewFileFromBytes([]byte("%PDF-1.7 "+name), name)
	v.must(err)
	return file
}
