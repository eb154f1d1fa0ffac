package news

import (
	"bytes"
	"encoding/csv"
	"net/http"
	"strconv"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var (
	errNoRequest = fault.New(fault.NotFound, "news.no_request",
		"Permintaan informasi ini tidak ditemukan.",
		"There is no such request for information.")
	errNoRegister = fault.New(fault.Invalid, "news.no_register",
		"Tulis tahun register dengan empat angka, misalnya 2026.",
		"Write the year of the register with four digits, such as 2026.")
)

// askingRow is a request for information with what stands around it.
type askingRow struct {
	ID              string         `db:"id"`
	Code            string         `db:"code"`
	Year            int            `db:"year"`
	Number          int            `db:"number"`
	AskedBy         string         `db:"asked_by"`
	Resident        string         `db:"resident"`
	Name            string         `db:"name"`
	Phone           string         `db:"phone"`
	Email           string         `db:"email"`
	Address         string         `db:"address"`
	Information     string         `db:"information"`
	Purpose         string         `db:"purpose"`
	WantedAs        string         `db:"wanted_as"`
	State           string         `db:"state"`
	AskedAt         types.DateTime `db:"asked_at"`
	DueAt           types.DateTime `db:"due_at"`
	ExtendedAt      types.DateTime `db:"extended_at"`
	ExtensionReason string         `db:"extension_reason"`
	Ground          string         `db:"ground"`
	Answer          string         `db:"answer"`
	AnswerLink      string         `db:"answer_link"`
	AnswerFile      string         `db:"answer_file"`
	DecidedName     string         `db:"decided_name"`
	DecidedTitle    string         `db:"decided_title"`
	DecidedAt       types.DateTime `db:"decided_at"`
	OID             string         `db:"o_id"` // the objection, if there is one
	OGround         string         `db:"o_ground"`
	OWords          string         `db:"o_words"`
	OState          string         `db:"o_state"`
	OAskedAt        types.DateTime `db:"o_asked_at"`
	ODueAt          types.DateTime `db:"o_due_at"`
	OAnswer         string         `db:"o_answer"`
	ODecidedTitle   string         `db:"o_decided_title"`
	ODecidedAt      types.DateTime `db:"o_decided_at"`
}

func askings(app core.App) *dbx.SelectQuery {
	return app.ConcurrentDB().Select("r.*", "COALESCE(o.id, '') AS o_id", "COALESCE(o.ground, '') AS o_ground", "COALESCE(o.words, '') AS o_words",
		"COALESCE(o.state, '') AS o_state", "COALESCE(o.asked_at, '') AS o_asked_at", "COALESCE(o.due_at, '') AS o_due_at",
		"COALESCE(o.answer, '') AS o_answer", "COALESCE(o.decided_title, '') AS o_decided_title", "COALESCE(o.decided_at, '') AS o_decided_at").
		From("information_requests r").LeftJoin("objections o", dbx.NewExp("o.request = r.id"))
}

// masked is the row as lists show it, and all that an auditor reads.
func (r askingRow) masked() askingRow {
	r.Name, r.Phone, r.Email, r.Address = MaskName(r.Name), MaskEnd(r.Phone), MaskMail(r.Email), ""
	return r
}

// deskAsking is the row for the desk.
func (r askingRow) desk(app core.App, auth *core.Record) map[string]any {
	now := time.Now()
	editor, head := mustHold(app, auth, errNotEditor, speakers...) == nil, mustHold(app, auth, errNotHead, heads...) == nil
	answer := map[string]any{
		"id": r.ID, "code": showCode(r.Code), "year": r.Year, "number": r.Number, "asked_by": r.AskedBy,
		"name": r.Name, "phone": r.Phone, "email": r.Email, "address": r.Address,
		"information": r.Information, "purpose": r.Purpose, "wanted_as": r.WantedAs, "state": r.State,
		"asked_at": r.AskedAt, "due_at": r.DueAt, "overdue": r.State == Open && now.After(r.DueAt.Time()),
		"extended_at": r.ExtendedAt, "extension_reason": r.ExtensionReason, "ground": r.Ground, "answer": r.Answer,
		"answer_link": r.AnswerLink, "has_file": r.AnswerFile != "",
		"decided_name": r.DecidedName, "decided_title": r.DecidedTitle, "decided_at": r.DecidedAt,
		"decide": editor && r.State == Open, "extend": editor && r.State == Open && r.ExtendedAt.IsZero() && now.Before(r.DueAt.Time()),
		"objection": nil,
	}
	if r.OID != "" {
		answer["objection"] = map[string]any{
			"id": r.OID, "ground": r.OGround, "words": r.OWords, "state": r.OState, "asked_at": r.OAskedAt, "due_at": r.ODueAt,
			"overdue": r.OState == Open && now.After(r.ODueAt.Time()), "answer": r.OAnswer,
			"decided_title": r.ODecidedTitle, "decided_at": r.ODecidedAt, "decide": head && r.OState == Open,
		}
	}
	return answer
}

// atDesk is nil for who works with requests for information, or oversees it;
// full says whether they read names and numbers in full.
func atDesk(app core.App, auth *core.Record) (full bool, err error) {
	if err := mustHold(app, auth, errNotEditor, append([]string{delegation.Auditor}, speakers...)...); err != nil {
		return false, err
	}
	return holds(app, auth, speakers...)
}

const mostSettled = 100

// deskAskings answers GET /api/information/requests?state=settled: what waits for
// an answer or for one to an objection, the one due first on top. Names are
// masked; a request that is opened shows them.
func deskAskings(e *core.RequestEvent) error {
	if _, err := atDesk(e.App, e.Auth); err != nil {
		return err
	}
	query := askings(e.App)
	if e.Request.URL.Query().Get("state") == "settled" {
		query.Where(dbx.NewExp("r.state != 'open' AND COALESCE(o.state, '') != 'open'")).OrderBy("r.decided_at DESC").Limit(mostSettled)
	} else {
		query.Where(dbx.NewExp("r.state = 'open' OR o.state = 'open'")).
			OrderBy("(CASE WHEN r.state = 'open' THEN r.due_at ELSE o.due_at END)").Limit(mostContacts)
	}
	var rows []askingRow
	if err := query.All(&rows); err != nil {
		return err
	}
	items := []map[string]any{}
	for _, r := range rows {
		items = append(items, r.masked().desk(e.App, e.Auth))
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items})
}

// deskAskingOne answers GET /api/information/requests/{id}.
func deskAskingOne(e *core.RequestEvent) error {
	full, err := atDesk(e.App, e.Auth)
	if err != nil {
		return err
	}
	var r askingRow
	if err := askings(e.App).Where(dbx.HashExp{"r.id": e.Request.PathValue("id")}).One(&r); err != nil {
		return errNoRequest.Because(err)
	}
	if !full {
		r = r.masked()
	} else if r.Resident != "" {
		audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.StatedOr(e, audit.Upkeep).Kind, Note: "Permintaan informasi " + registerNumber(r)}, audit.Viewed, r.Resident)
	}
	return e.JSON(http.StatusOK, r.desk(e.App, e.Auth))
}

// deskAnswerFile answers GET /api/information/requests/{id}/answer.
func deskAnswerFile(e *core.RequestEvent) error {
	if full, err := atDesk(e.App, e.Auth); err != nil || !full {
		return errNotEditor.Because(err)
	}
	asking, err := e.App.FindRecordById("information_requests", e.Request.PathValue("id"))
	if err != nil {
		return errNoRequest.Because(err)
	}
	return sendFile(e, asking)
}

func registerNumber(r askingRow) string { return strconv.Itoa(r.Number) + "/" + strconv.Itoa(r.Year) }

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
	items := []map[string]any{}
	for _, r := range rows {
		items = append(items, r.desk(e.App, e.Auth))
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
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(registerColumns) // a buffer takes everything
	for _, r := range rows {
		cells := []string{registerNumber(r), day(r.AskedAt), r.Name, r.Phone, r.Email, r.Address, r.Information, r.Purpose, day(r.DueAt), r.ExtensionReason,
			r.State, r.Ground, r.Answer, day(r.DecidedAt), r.DecidedTitle, r.OGround, r.OWords, r.OAnswer, day(r.ODecidedAt)}
		for i := range cells {
			cells[i] = Harmless(cells[i])
		}
		_ = w.Write(cells)
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return err
	}
	e.Response.Header().Set("Content-Disposition", `attachment; filename="register-informasi-`+strconv.Itoa(year)+`.csv"`)
	return e.Blob(http.StatusOK, "text/csv; charset=utf-8", out.Bytes())
}
