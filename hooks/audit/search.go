package audit

import (
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
)

const searchPage = 50

// exportLines bounds a CSV file; a narrower span of days gives the rest.
const exportLines = 20_000

var (
	errAuditors = fault.New(fault.Forbidden, "audit.auditors",
		"Hanya auditor dan admin yang dapat membaca jejak akses seluruh warga.",
		"Only auditors and admins can read the trail of all residents.")
	errDay = fault.New(fault.Invalid, "audit.day",
		"Tanggal ditulis tahun-bulan-tanggal, misalnya 2026-11-24.",
		"Write the day as year-month-day, for example 2026-11-24.")
)

// line is one entry as the auditor reads it.
type line struct {
	row
	Name string `db:"resident_name"`
	Code string `db:"code"`
}

type lineJSON struct {
	ID           string         `json:"id"`
	Seq          int            `json:"seq"`
	At           types.DateTime `json:"at"`
	ActorKind    string         `json:"actor_kind"`
	Actor        string         `json:"actor"`
	ActorName    string         `json:"actor_name"`
	ActorTitle   string         `json:"actor_title"`
	What         string         `json:"what"`
	Purpose      string         `json:"purpose"`
	Note         string         `json:"note"`
	Request      string         `json:"request"`
	Code         string         `json:"code"`
	Resident     string         `json:"resident"`
	ResidentName string         `json:"resident_name"`
	Hamlets      string         `json:"hamlets"`
	Count        int            `json:"count"`
	Hash         string         `json:"hash"`
}

func mayAudit(auth *core.Record) bool {
	return auth != nil && (auth.IsSuperuser() ||
		auth.Collection().Name == "officers" && auth.GetString("role") == "auditor")
}

// search answers GET /api/audit for auditors and admins.
func search(e *core.RequestEvent) error {
	if !mayAudit(e.Auth) {
		return errAuditors
	}
	if err := Flush(e.App); err != nil {
		return err
	}
	query := e.Request.URL.Query()
	found, err := find(e.App, query.Get, e.HasSuperuserAuth())
	if err != nil {
		return err
	}
	if query.Get("format") == "csv" {
		return export(e, found)
	}
	page, _ := strconv.Atoi(query.Get("page"))
	page = max(page, 1)
	lines := []line{}
	if err := found.Limit(searchPage + 1).Offset(int64(page-1) * searchPage).All(&lines); err != nil {
		return err
	}
	more := len(lines) > searchPage
	lines = lines[:min(len(lines), searchPage)]
	noteReading(e, Listed, lines)
	items := make([]lineJSON, len(lines))
	for i, l := range lines {
		items[i] = l.json()
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items, "page": page, "more": more})
}

// find builds the query; actor and resident are ids, or parts of a name.
func find(app core.App, asked func(string) string, superuser bool) (*dbx.SelectQuery, error) {
	found := app.ConcurrentDB().Select("a.*", "COALESCE(p.name, '') AS resident_name", "COALESCE(r.code, '') AS code").
		From("audit a").LeftJoin("residents p", dbx.NewExp("p.id = a.resident")).
		LeftJoin("requests r", dbx.NewExp("r.id = a.request AND a.request != ''")).OrderBy("a.seq DESC")
	if !superuser { // who filed it is nobody's but the handler's
		found.AndWhere(dbx.NewExp("COALESCE(r.confidential, 0) = 0"))
	}
	if actor := strings.TrimSpace(asked("actor")); actor != "" {
		found.AndWhere(dbx.Or(dbx.HashExp{"a.actor": actor}, dbx.Like("a.actor_name", actor)))
	}
	if resident := strings.TrimSpace(asked("resident")); resident != "" {
		found.AndWhere(dbx.Or(dbx.HashExp{"a.resident": resident}, dbx.Like("p.name", resident)))
	}
	for _, field := range []string{"what", "purpose"} {
		if value := asked(field); value != "" {
			found.AndWhere(dbx.HashExp{"a." + field: value})
		}
	}
	return between(app, found, asked("from"), asked("to"))
}

// between takes days of the office, both inclusive.
func between(app core.App, found *dbx.SelectQuery, from, to string) (*dbx.SelectQuery, error) {
	zone := locationOf(app)
	for _, end := range []struct {
		name, day, condition string
		later                int
	}{{"from", from, "a.at >= {:from}", 0}, {"to", to, "a.at < {:to}", 1}} {
		if end.day == "" {
			continue
		}
		day, err := time.ParseInLocation(time.DateOnly, end.day, zone)
		if err != nil {
			return nil, errDay.At(end.name, errDay)
		}
		found.AndWhere(dbx.NewExp(end.condition, dbx.Params{end.name: written(day.AddDate(0, 0, end.later))}))
	}
	return found, nil
}

func (l line) json() lineJSON {
	return lineJSON{
		ID: l.ID, Seq: l.Seq, At: l.At, ActorKind: l.ActorKind, Actor: l.Actor, ActorName: l.ActorName, ActorTitle: l.ActorTitle,
		What: l.What, Purpose: l.Purpose, Note: l.Note, Request: l.Request, Code: l.Code,
		Resident: l.Resident, ResidentName: l.Name, Hamlets: l.Hamlets, Count: l.Count, Hash: l.Hash,
	}
}

// noteReading: the trail names residents too, so reading it leaves entries. It
// leaves none for each other one: names in lists are noted once an hour.
func noteReading(e *core.RequestEvent, what string, lines []line) {
	named := map[string]bool{}
	for _, l := range lines {
		named[l.Resident] = true
	}
	Seen(e.App, e.Auth, Purpose{Kind: Oversight}, what, slices.Sorted(maps.Keys(named))...)
}

// check answers GET /api/audit/check.
func check(e *core.RequestEvent) error {
	if !mayAudit(e.Auth) {
		return errAuditors
	}
	if err := Flush(e.App); err != nil {
		return err
	}
	chain, err := CheckChain(e.App)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"whole": chain.Break == nil, "chain": chain})
}
