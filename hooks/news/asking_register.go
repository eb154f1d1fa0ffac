package news

import (
	"net/http"
	"strconv"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/audit"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/sheet"
)

var errNoRegister = fault.New(fault.Invalid, "news.no_register",
	"Tulis tahun register dengan empat angka, misalnya 2026.",
	"Write the year of the register with four digits, such as 2026.")

// registerOf are the requests of a year as the register lists them: in full for
// who keeps it, masked for who oversees it.
func registerOf(e *core.RequestEvent) (rows []askingRow, year int, err error) {
	full, err := atDesk(e.App, e.Auth)
	if err != nil {
		return nil, 0, err
	}
	year, err = strconv.Atoi(e.Request.URL.Query().Get("year"))
	if err != nil || year < 2000 || year > 2200 {
		return nil, 0, errNoRegister
	}
	err = askings(e.App).Where(dbx.HashExp{"r.year": year}).OrderBy("r.number").All(&rows)
	looks := []audit.Look{}
	for i := range rows {
		if !full {
			rows[i] = rows[i].masked()
			continue
		}
		looks = append(looks, audit.Look{Resident: rows[i].Resident, Purpose: audit.Purpose{Kind: audit.StatedOr(e, audit.Upkeep).Kind, Note: "Register permintaan informasi"}})
	}
	audit.SeenEach(e.App, e.Auth, audit.Exported, looks...)
	return rows, year, err
}

// register answers GET /api/information/register?year, to be printed.
func register(e *core.RequestEvent) error {
	rows, year, err := registerOf(e)
	if err != nil {
		return err
	}
	items, may := []map[string]any{}, mayDoOf(e.App, e.Auth)
	for _, r := range rows {
		items = append(items, r.desk(may))
	}
	return e.JSON(http.StatusOK, map[string]any{"year": year, "items": items})
}

var registerColumns = []string{"nomor", "tanggal", "nama", "telepon", "surel", "alamat", "informasi_diminta", "tujuan", "batas_waktu", "alasan_perpanjangan",
	"keputusan", "dasar_penolakan", "jawaban", "tanggal_jawaban", "dijawab_oleh", "keberatan", "alasan_keberatan", "tanggapan_keberatan", "tanggal_tanggapan"}

// registerCSV answers GET /api/information/register.csv?year.
func registerCSV(e *core.RequestEvent) error {
	rows, year, err := registerOf(e)
	if err != nil {
		return err
	}
	clock, err := office.ClockOf(e.App)
	if err != nil {
		return err
	}
	day := func(at types.DateTime) string {
		if at.IsZero() {
			return ""
		}
		return clock.Day(at.Time())
	}
	table := [][]string{registerColumns}
	for _, r := range rows {
		table = append(table, []string{registerNumber(r), day(r.AskedAt), r.Name, r.Phone, r.Email, r.Address, r.Information, r.Purpose, day(r.DueAt), r.ExtensionReason,
			r.State, r.Ground, r.Answer, day(r.DecidedAt), r.DecidedTitle, r.OGround, r.OWords, r.OAnswer, day(r.ODecidedAt)})
	}
	e.Response.Header().Set("Content-Disposition", `attachment; filename="register-informasi-`+strconv.Itoa(year)+`.csv"`)
	return e.Blob(http.StatusOK, "text/csv; charset=utf-8", sheet.CSV(table))
}
