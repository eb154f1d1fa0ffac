package imports

import (
	"context"
	"fmt"
	"testing"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"

	"mdesa/hooks/apptest"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/residents"
	"mdesa/hooks/residents/ledger"
	"mdesa/hooks/residents/lifeevents"
)

func register(app core.App) {
	fault.Register(app)
	office.Register(app)
	residents.Register(app)
	ledger.Register(app)
	lifeevents.Register(app)
	Register(app)
}

func silent(int) {}

// received is a batch with a file, as an upload leaves it before the dry run.
func received(t testing.TB, app core.App, name string, body []byte, options Options) *core.Record {
	t.Helper()
	file, err := filesystem.NewFileFromBytes(body, name)
	if err != nil {
		t.Fatal(err)
	}
	return apptest.Save(t, app, apptest.Record(t, app, "imports", map[string]any{
		"name": name, "file": file, "state": uploaded, "create_hamlets": options.CreateHamlets, "hamlet": options.Hamlet}))
}

// checkedBatch is a batch after its dry run.
func checkedBatch(t testing.TB, app core.App, name string, body []byte, options Options) *core.Record {
	t.Helper()
	batch := received(t, app, name, body, options)
	if err := check(context.Background(), app, batch, "id", silent); err != nil {
		t.Fatal(err)
	}
	return batch
}

// imported is a batch after its import.
func imported(t testing.TB, app core.App, name string, body []byte, choice string, options Options) *core.Record {
	t.Helper()
	batch := checkedBatch(t, app, name, body, options)
	batch.Set("choice", choice)
	if err := commit(context.Background(), app, batch, "id", silent); err != nil {
		t.Fatal(err)
	}
	return batch
}

func reportOf(t testing.TB, batch *core.Record) Report {
	t.Helper()
	var report Report
	if err := batch.UnmarshalJSONField("report", &report); err != nil {
		t.Fatal(err)
	}
	return report
}

func count(t testing.TB, app core.App, table string) int {
	t.Helper()
	n, err := app.CountRecords(table)
	if err != nil {
		t.Fatal(err)
	}
	return int(n)
}

// crowd is n people in families of four of two hamlets, in OpenSID's columns.
func crowd(n int) [][]string {
	rows := make([][]string, 0, n)
	for i := range n {
		family, place := i/4, i%4
		row := make([]string, ofOpenSID)
		year, sex, day := 1950+family%40+20*(place/2), "1", 1+family%28
		role, married := "1", "2"
		switch place {
		case 1:
			sex, role = "2", "3"
		case 2, 3:
			role, married = "4", "1"
		}
		digits := day
		if sex == "2" {
			digits += 40
		}
		row[Address] = fmt.Sprintf("Jalan Kamboja No. %d", family%300)
		row[Hamlet] = []string{"BANJAR KAJA", "Kelod"}[family%2]
		row[RW], row[RT] = "-", "-"
		row[Name] = []string{"I Wayan", "Ni Made", "I Nyoman", "I Ketut"}[place] + " " + names[(family*7+place)%len(names)] + " " + names[family%len(names)]
		row[KK] = fmt.Sprintf("517104%02d%02d%02d%04d", day, 1+family%12, family/9999%100, 1+family%9999)
		row[NIK] = fmt.Sprintf("517104%02d%02d%02d%04d", digits, 1+family%12, year%100, 1+(i/4)*4%9996+place)
		row[Sex] = sex
		row[BirthPlace], row[BirthDate] = "Denpasar", fmt.Sprintf("%02d-%02d-%d", day, 1+family%12, year)
		row[Religion], row[Education], row[Studying], row[Occupation], row[MaritalStatus] = "HINDU", "5", "18", "15", married
		row[FamilyRole], row[Citizenship] = role, "1"
		row[FatherName], row[MotherName], row[BloodType] = "I Nengah "+names[family%len(names)], "Ni Luh "+names[(family+3)%len(names)], "13"
		row[BirthCertificate], row[IDCard], row[IDCardStatus], row[LifeStatus] = fmt.Sprintf("5171-LT-%07d", i), "2", "8", "1"
		row[Ethnicity], row[Insurance], row[InsuranceNumber] = "Bali", "3", fmt.Sprintf("00012%08d", i)
		rows = append(rows, row)
	}
	return rows
}

var names = []string{"Sukarta", "Artana", "Wirata", "Sandi", "Mudra", "Sariasih", "Rasmini", "Widiani", "Sudana", "Pasek", "Arimbawa", "Suweca", "Rentena", "Sukadana", "Artawan", "Suryani", "Sanjaya"}
