package beneficiaries

import (
	"bytes"
	"net/http"
	"strconv"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/xuri/excelize/v2"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/office"
	"mdesa/hooks/sheet"
)

var contentTypes = map[string]string{
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"csv":  "text/csv; charset=utf-8",
}

// exported are the columns: those that an import reads again, and what else a village
// writes down of it.
var exported = []string{"NIK", "Nomor KK", "Nama", "Nomor peserta", "Jumlah", "Barang", "Periode", "Banjar", "Untuk", "Status", "Mulai", "Sampai", "Periode terakhir dibayar", "Dibayar seluruhnya"}

// export answers GET /api/benefits/programs/{program}/export?format=csv|xlsx&purpose=
// for keepers, with full numbers; everybody on it is noted.
func export(e *core.RequestEvent) error {
	purpose, err := audit.PurposeOf(e)
	if err != nil {
		return err
	}
	program, err := programOf(e)
	if err != nil {
		return err
	}
	reach, err := delegation.ReachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	params := dbx.Params{"program": program.Id}
	rows, err := rowsOf(e.App, office.Today(e.App), "WHERE b.program = {:program} AND "+within(reach, params)+" ORDER BY m.sort, hamlet_name, name", params)
	if err != nil {
		return err
	}
	numbers, err := numbersOf(e.App, program.Id)
	if err != nil {
		return err
	}
	table := [][]string{exported}
	for _, row := range rows {
		table = append(table, exportRow(row, numbers[row.ID]))
	}
	format := "xlsx"
	if e.Request.URL.Query().Get("format") == "csv" {
		format = "csv"
	}
	body, err := written(table, format)
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, purpose, audit.Exported, residentsIn(rows)...)
	return attach(e, "penerima-bantuan."+format, contentTypes[format], body)
}

// numbersOf are NIK and KK in full, by beneficiary.
func numbersOf(app core.App, program string) (map[string][2]string, error) {
	var rows []struct{ ID, NIK, KK string }
	err := app.DB().NewQuery(`SELECT b.id, COALESCE(r.nik, '') AS nik, COALESCE(h.kk, '') AS kk FROM beneficiaries b LEFT JOIN residents r ON r.id = b.resident
		LEFT JOIN households h ON h.id = CASE WHEN b.household != '' THEN b.household ELSE r.household END WHERE b.program = {:program}`).
		Bind(dbx.Params{"program": program}).All(&rows)
	numbers := make(map[string][2]string, len(rows))
	for _, row := range rows {
		numbers[row.ID] = [2]string{row.NIK, row.KK}
	}
	return numbers, err
}

func exportRow(row StaffRow, numbers [2]string) []string {
	last, sum := "", 0
	for _, payment := range row.Payments {
		if payment.CancelledOn == "" {
			last, sum = max(last, payment.Period), sum+payment.Amount
		}
	}
	target := map[string]string{OfPerson: "perorangan", OfHousehold: "keluarga", OfGroup: "kelompok"}[row.Target]
	status := map[string]string{Candidate: "calon", Active: "menerima", Stopped: "dihentikan", Ended: "selesai"}[row.Status]
	rhythm := map[string]string{Once: "sekali", Monthly: "bulanan", Quarterly: "triwulanan", Yearly: "tahunan"}[row.Period]
	return []string{numbers[0], numbers[1], row.Name, row.Participant, strconv.Itoa(row.Amount), row.InKind, rhythm, row.HamletName, target, status,
		row.StartsOn, row.EndsOn, last, strconv.Itoa(sum)}
}

func written(table [][]string, format string) ([]byte, error) {
	var body bytes.Buffer
	if format == "csv" {
		return sheet.CSV(table), nil
	}
	book := excelize.NewFile()
	defer book.Close()
	const name = "Sheet1"
	for i, row := range table {
		for k, value := range row { // as text: a NIK is no number, a name no formula
			cell, err := excelize.CoordinatesToCellName(k+1, i+1)
			if err == nil {
				err = book.SetCellStr(name, cell, value)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	err := book.Write(&body)
	return body.Bytes(), err
}

func attach(e *core.RequestEvent, name, kind string, body []byte) error {
	e.Response.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	e.Response.Header().Set("Cache-Control", "no-store")
	return e.Blob(http.StatusOK, kind, body)
}
