package ledger

import (
	"net/http"
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

var (
	errReaders = fault.New(fault.Forbidden, "population.readers",
		"Laporan penduduk hanya untuk petugas kantor dan kepala wilayah yang akunnya aktif.",
		"The population report is for the office's staff and hamlet heads with an active account.")
	errNotYourHamlet = fault.New(fault.NotFound, "population.hamlet",
		"Wilayah ini tidak ada, atau bukan wilayah Anda.",
		"There is no such hamlet, or it is not one of yours.")
)

// readers of the whole village's numbers; hamlet heads read their hamlets'.
var readers = []string{"officer", "secretary", "village_head", "auditor"}

// Report is what GET /api/population/report answers: numbers only, nobody's data.
type Report struct {
	Month      string   `json:"month"`
	Hamlets    []string `json:"hamlets"` // names; empty for the whole village
	Lines      []Line   `json:"lines"`
	Closed     bool     `json:"closed"`
	ClosedAt   string   `json:"closed_at"`
	CloserName string   `json:"closer_name"`
	Hash       string   `json:"hash"`    // of a closed month
	Running    bool     `json:"running"` // the month has not ended
}

// report answers GET /api/population/report?month=2026-11&hamlet=&format=csv.
func report(e *core.RequestEvent) error {
	query := e.Request.URL.Query()
	month := query.Get("month")
	if month == "" {
		month = Present(e.App)
	}
	if !isMonth(month) {
		return errNoMonth.At("month", errNoMonth)
	}
	if month > Present(e.App) {
		return About(errAhead, month)
	}
	hamlets, err := scope(e.App, e.Auth, query.Get("hamlet"))
	if err != nil {
		return err
	}
	made, err := Read(e.App, month, hamlets)
	if err != nil {
		return err
	}
	if query.Get("format") == "csv" {
		return sendCSV(e, made)
	}
	return e.JSON(http.StatusOK, made)
}

// scope is the hamlets that somebody asks for and may see; nil is all.
func scope(app core.App, auth *core.Record, hamlet string) ([]string, error) {
	role := auth.GetString("role")
	if !auth.IsSuperuser() && !(auth.GetBool("active") && (role == "hamlet_head" || slices.Contains(readers, role))) {
		return nil, errReaders
	}
	reach, err := delegation.ReachOf(app, auth)
	switch {
	case err != nil:
		return nil, err
	case hamlet != "" && !reach.Covers(hamlet):
		return nil, errNotYourHamlet
	case hamlet != "":
		return []string{hamlet}, nil
	case reach.Everywhere:
		return nil, nil
	}
	return reach.Hamlets, nil
}

// Read makes the report of a month for some hamlets, nil for the village. The
// register itself is not read.
func Read(app core.App, month string, hamlets []string) (Report, error) {
	made := Report{Month: month, Hamlets: []string{}, Running: month >= Present(app)}
	for _, id := range hamlets {
		hamlet, err := app.FindRecordById("hamlets", id)
		if err != nil {
			return made, errNotYourHamlet.Because(err)
		}
		made.Hamlets = append(made.Hamlets, hamlet.GetString("name"))
	}
	opening, err := openingOf(app, month)
	if err != nil {
		return made, err
	}
	entries, err := movements(app, shift(month, -1), month)
	if err != nil {
		return made, err
	}
	var wanted func(string) bool
	if hamlets != nil {
		wanted = func(hamlet string) bool { return slices.Contains(hamlets, hamlet) }
	}
	made.Lines = linesOf(opening, entries, wanted)
	closed, err := monthRecord(app, month)
	if err == nil && closed != nil {
		made.Closed, made.Hash = true, closed.GetString("hash")
		made.ClosedAt, made.CloserName = closed.GetString("closed_at"), closed.GetString("closer_name")
	}
	return made, err
}
