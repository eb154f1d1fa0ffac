package letters

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/list"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/office"
	"mdesa/hooks/sheet"
)

// registerPage is how many letters the register shows at once.
const registerPage = 50

// entry is one line of the register of numbers: voided letters keep theirs.
type entry struct {
	ID          string `db:"id" json:"id"`
	Request     string `db:"request" json:"-"`
	Resident    string `db:"resident" json:"-"`
	Number      string `db:"number" json:"number"`
	Serial      int    `db:"serial" json:"serial"`
	Series      string `db:"series" json:"series"`
	Title       string `db:"title" json:"title"`
	HolderName  string `db:"holder_name" json:"holder_name"`
	IssuedOn    string `db:"issued_on" json:"issued_on"`
	ValidUntil  string `db:"valid_until" json:"valid_until"`
	SignerName  string `db:"signer_name" json:"signer_name"`
	SignerTitle string `db:"signer_title" json:"signer_title"`
	Decree      string `db:"decree" json:"decree"` // number and day of the decree that a delegation rests on
	Revocation  string `db:"revocation" json:"-"`
	Reason      string `db:"reason" json:"reason"`
	State       string `json:"state"`
	Code        string `db:"code" json:"code"`
	File        string `db:"pdf" json:"file"`
}

// register lists a year's numbers, newest first, as JSON or as CSV.
func register(e *core.RequestEvent) error {
	query := e.Request.URL.Query()
	year, err := strconv.Atoi(query.Get("year"))
	if err != nil {
		year, _ = strconv.Atoi(office.Today(e.App)[:4])
	}
	reach, err := delegation.ReachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	list := numbersOf(e.App, reach, year, strings.TrimSpace(query.Get("q")))
	if query.Get("format") == "csv" {
		return registerCSV(e, list, year)
	}
	page, _ := strconv.Atoi(query.Get("page"))
	page = max(page, 1)
	entries := []entry{}
	if err := list.Limit(registerPage + 1).Offset(int64(page-1) * registerPage).All(&entries); err != nil {
		return err
	}
	more := len(entries) > registerPage
	entries = entries[:min(len(entries), registerPage)]
	judge(e.App, entries)
	noteSeen(e, audit.Listed, entries)
	return e.JSON(http.StatusOK, map[string]any{"items": entries, "more": more, "year": year, "page": page})
}

func numbersOf(app core.App, reach delegation.Reach, year int, words string) *dbx.SelectQuery {
	numbers := app.ConcurrentDB().Select("l.id", "l.request", "l.resident", "l.number", "l.serial", "l.series", "l.title", "l.holder_name",
		"l.issued_on", "l.valid_until", "l.signer_name", "l.signer_title", "l.code", "l.pdf",
		"COALESCE(r.kind, '') AS revocation", "COALESCE(r.reason, '') AS reason",
		"TRIM(COALESCE(d.decree_number || ' ' || d.decree_date, '')) AS decree").
		From("letters l").LeftJoin("letter_revocations r", dbx.NewExp("r.letter = l.id")).
		LeftJoin("delegations d", dbx.NewExp("d.id = l.delegation")).
		Where(dbx.HashExp{"l.year": year}).OrderBy("l.issued_at DESC", "l.serial DESC")
	if !reach.Everywhere {
		numbers = numbers.AndWhere(dbx.In("l.hamlet", list.ToInterfaceSlice(reach.Hamlets)...))
	}
	if words != "" {
		numbers = numbers.AndWhere(dbx.Or(dbx.Like("l.number", words), dbx.Like("l.holder_name", words), dbx.Like("l.title", words)))
	}
	return numbers
}

// noteSeen: whose letters stood there, each for the request that led to it.
func noteSeen(e *core.RequestEvent, what string, entries []entry) {
	looks := make([]audit.Look, len(entries))
	for i, l := range entries {
		looks[i] = audit.Look{Resident: l.Resident, Purpose: audit.OfCase(e, l.Request)}
	}
	audit.SeenEach(e.App, e.Auth, what, looks...)
}

func judge(app core.App, entries []entry) {
	today := office.Today(app)
	for i := range entries {
		entries[i].State = State(entries[i].Revocation, entries[i].ValidUntil, today)
	}
}

var registerHeadings = []string{"Nomor urut", "Nomor surat", "Tanggal", "Jenis surat", "Nama", "Penanda tangan", "Jabatan penanda tangan", "SK atau surat perintah", "Berlaku sampai", "Status", "Keterangan"}

var stateWords = map[string]string{Valid: "berlaku", Revoked: "batal (dicabut)", Replaced: "batal (diganti)", Expired: "habis masa berlaku"}

// registerCSV writes the whole year, oldest first, as the paper register reads.
func registerCSV(e *core.RequestEvent, list *dbx.SelectQuery, year int) error {
	entries := []entry{}
	if err := list.All(&entries); err != nil {
		return err
	}
	judge(e.App, entries)
	noteSeen(e, audit.Exported, entries)
	slices.Reverse(entries)
	rows := [][]string{registerHeadings}
	for _, l := range entries {
		rows = append(rows, []string{strconv.Itoa(l.Serial), l.Number, l.IssuedOn, l.Title, l.HolderName,
			l.SignerName, l.SignerTitle, l.Decree, l.ValidUntil, stateWords[l.State], l.Reason})
	}
	e.Response.Header().Set("Content-Disposition", `attachment; filename="register-surat-`+strconv.Itoa(year)+`.csv"`)
	return e.Blob(http.StatusOK, "text/csv; charset=utf-8", sheet.CSVForExcel(rows))
}
