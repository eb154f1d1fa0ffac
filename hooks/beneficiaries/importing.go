package beneficiaries

import (
	"bytes"
	"net/http"
	"path"
	"slices"
	"strconv"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/fault"
	"mdesa/hooks/sheet"
	"mdesa/hooks/web"
)

var (
	errNoFile = fault.New(fault.Invalid, "benefit.no_file",
		"Pilih berkas .xlsx atau CSV, paling besar 10 MB.", "Choose an .xlsx or CSV file of at most 10 MB.")
	errListing = fault.New(fault.Invalid, "benefit.listing",
		"Pilih untuk siapa daftar ini, seberapa sering, dan apakah sudah ditetapkan.",
		"Choose for whom the list is, how often aid comes, and whether it is approved.")
	errNoGood = fault.New(fault.Invalid, "benefit.no_good",
		"Tidak ada baris yang dapat diambil.", "No row can be taken.")
	errLivesOn = fault.New(fault.Conflict, "benefit.lives_on",
		"Daftar ini tidak dapat ditarik: {n} penerima sudah dibayar atau diubah sejak itu. Hentikan satu per satu.",
		"This list cannot be taken back: {n} beneficiaries were paid or changed since. Stop them one by one.")
	errUndone = fault.New(fault.Conflict, "benefit.undone",
		"Daftar ini sudah ditarik.", "This list was taken back already.")
)

const (
	largestFile  = 10 << 20 // bytes
	mostProblems = 200      // in an answer
)

// Listing says what a list is.
type Listing struct {
	Target, Period, StartsOn, Status, Reference string
	Amount                                      int // rupiah, of rows without one
}

// Report is what a list brings, or brought.
type Report struct {
	Rows     int       `json:"rows"`
	Good     int       `json:"good"` // new, and nothing was found
	Warned   int       `json:"warned"`
	Refused  int       `json:"refused"`
	Changed  int       `json:"changed"` // there already, and something changes
	Same     int       `json:"same"`    // there already
	Gone     int       `json:"gone"`    // there, and not in the file
	Problems []Problem `json:"problems"`
	More     int       `json:"more"`    // problems that are not in the answer
	Taken    int       `json:"taken"`   // new ones
	Updated  int       `json:"updated"` // that were there
	Stopped  int       `json:"stopped"` // that were gone from the file
	Import   string    `json:"import"`  // id of the list, once taken
}

// upload is a list that came over the API.
type upload struct {
	program string
	name    string
	table   *Table
	listing Listing
}

func uploaded(e *core.RequestEvent) (*upload, error) {
	program, err := programOf(e)
	if err != nil {
		return nil, err
	}
	files, err := e.FindUploadedFiles("file")
	if err != nil || len(files) == 0 {
		return nil, errNoFile.At("file", errNoFile)
	}
	content, err := web.ReadUpload(files[0], largestFile)
	if err != nil {
		return nil, errNoFile.At("file", errNoFile).Because(err)
	}
	form := e.Request.FormValue
	listing := Listing{Target: form("target"), Period: form("period"), StartsOn: form("starts_on"), Status: form("status"),
		Reference: cut(form("reference"), 150), Amount: amountOf(form("amount"))}
	switch {
	case listing.Target != OfPerson && listing.Target != OfHousehold, !slices.Contains(Rhythms, listing.Period), listing.Status != Active && listing.Status != Candidate:
		return nil, errListing.At("target", errListing)
	case !isDay(listing.StartsOn):
		return nil, errListing.At("starts_on", errDay)
	case listing.Amount < 0:
		return nil, errListing.At("amount", errWhat)
	}
	file, err := sheet.Open(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, err
	}
	table, err := ReadTable(file)
	return &upload{program.Id, cut(path.Base(files[0].OriginalName), 200), table, listing}, err
}

// judgeAll looks at every row; whose data was read stands in the trail.
func (u *upload) judgeAll(e *core.RequestEvent, app core.App) (*verdict, error) {
	kin, err := kinOf(app, e.Auth)
	if err != nil {
		return nil, err
	}
	judge := &judge{app: app, program: u.program, listing: u.listing, kin: kin, seen: map[string]int{}, named: map[string]bool{}}
	rows, report := make([]*judged, 0, len(u.table.Entries)), &Report{Rows: len(u.table.Entries), Problems: []Problem{}}
	for _, entry := range u.table.Entries {
		row, err := judge.row(entry)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
		report.add(row)
	}
	gone, err := judge.gone()
	if err != nil {
		return nil, err
	}
	report.sayGone(app, gone)
	report.shorten()
	for _, one := range gone {
		judge.looked = append(judge.looked, one.GetString("resident"))
	}
	audit.Seen(e.App, e.Auth, purposeOf(e), audit.Found, judge.ours()...)
	return &verdict{rows, gone, report}, nil
}

// verdict is what was found about a whole list.
type verdict struct {
	rows   []*judged
	gone   []*core.Record // on the program's list, and not in the file
	report *Report
}

func (r *Report) add(row *judged) {
	switch row.level() {
	case Refused:
		r.Refused++
	case Warned:
		r.Warned++
	case Changed:
		r.Changed++
	case Same:
		r.Same++
	default:
		r.Good++
	}
	r.Problems = append(r.Problems, row.problems...)
}

// shorten keeps an answer small: what somebody has to look at comes first.
func (r *Report) shorten() {
	rank := func(p Problem) int { return max(slices.Index(heavier, p.Level), slices.Index(heavier, Warned)) }
	slices.SortStableFunc(r.Problems, func(a, b Problem) int { return rank(a) - rank(b) })
	if r.More = len(r.Problems) - mostProblems; r.More > 0 {
		r.Problems = r.Problems[:mostProblems]
	}
	r.More = max(r.More, 0)
}

// checkFile answers POST /api/benefits/programs/{program}/check {file, target,
// period, starts_on, status, amount, reference} with a [Report]. Nothing is written.
func checkFile(e *core.RequestEvent) error {
	list, err := uploaded(e)
	if err != nil {
		return err
	}
	found, err := list.judgeAll(e, e.App)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, found.report)
}

// importFile answers POST /api/benefits/programs/{program}/import, with choice
// "good" or "all" (what was warned of too), with the [Report] of what was done.
// Who is on the program's list already is brought up to date. stop is the number
// of those who are no longer in the file, as the check told it: they are stopped;
// without it they stay. All of the choice is taken, or nothing.
func importFile(e *core.RequestEvent) error {
	list, err := uploaded(e)
	if err != nil {
		return err
	}
	all, stop := e.Request.FormValue("choice") == "all", e.Request.FormValue("stop")
	var report *Report
	var taken []string
	err = e.App.RunInTransaction(func(tx core.App) error {
		found, err := list.judgeAll(e, tx)
		if err != nil {
			return err
		}
		report = found.report
		found.rows = slices.DeleteFunc(found.rows, func(row *judged) bool {
			level := row.level()
			return level == Refused || level == Same || !all && level == Warned
		})
		switch {
		case stop == "":
			found.gone = nil
		case stop != strconv.Itoa(len(found.gone)):
			return errOtherGone.With("n", len(found.gone))
		}
		if len(found.rows)+len(found.gone) == 0 {
			return errNoGood
		}
		taken, err = list.take(tx, e.Auth, found)
		return err
	})
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, purposeOf(e), audit.Changed, taken...)
	return e.JSON(http.StatusOK, report)
}

func (u *upload) take(tx core.App, auth *core.Record, found *verdict) (taken []string, err error) {
	lists, err := tx.FindCachedCollectionByNameOrId("benefit_imports")
	if err != nil {
		return nil, err
	}
	report := found.report
	officer, name := nameOf(auth)
	for _, row := range found.rows {
		if row.there != nil {
			report.Updated++
		}
	}
	report.Taken, report.Stopped = len(found.rows)-report.Updated, len(found.gone)
	list := core.NewRecord(lists)
	list.Load(map[string]any{"program": u.program, "name": u.name, "rows": report.Rows, "taken": report.Taken, "changed": report.Updated, "stopped": report.Stopped,
		"refused": report.Rows - len(found.rows) - report.Same, "state": "done", "officer": officer, "by": name})
	if err := tx.Save(list); err != nil {
		return nil, err
	}
	receipts, err := tx.FindCachedCollectionByNameOrId("beneficiaries")
	if err != nil {
		return nil, err
	}
	for _, row := range found.rows {
		if taken = append(taken, row.resident); row.there != nil {
			if err := row.update(tx, u.listing, officer, name); err != nil {
				return nil, err
			}
			continue
		}
		receipt := core.NewRecord(receipts)
		receipt.Load(map[string]any{"program": u.program, "target": u.listing.Target, "resident": row.resident, "household": row.household,
			"participant_number": row.Participant, "amount": row.amountBy(u.listing), "in_kind": row.InKind, "period": u.listing.Period, "starts_on": u.listing.StartsOn,
			"status": u.listing.Status, "reference": u.listing.Reference, "import": list.Id, "officer": officer, "by": name, "double_for": row.doubleFor()})
		if err := tx.Save(receipt); err != nil {
			return nil, err
		}
	}
	for _, one := range found.gone {
		taken = append(taken, one.GetString("resident"))
	}
	report.Import = list.Id
	return taken, stopGone(tx, found.gone, officer, name)
}

// refusedRows answers POST /api/benefits/programs/{program}/refused with the rows
// that cannot be taken as CSV, as the file has them, and why in a last column.
func refusedRows(e *core.RequestEvent) error {
	list, err := uploaded(e)
	if err != nil {
		return err
	}
	found, err := list.judgeAll(e, e.App)
	if err != nil {
		return err
	}
	table := [][]string{append(slices.Clone(list.table.Heading), "Baris", "Alasan")}
	for _, row := range found.rows {
		if row.level() != Refused {
			continue
		}
		why := ""
		for _, problem := range row.problems {
			text := problem.Text
			if fault.Lang(e) == "en" {
				text = problem.TextEN
			}
			why += text + " "
		}
		cells := slices.Clone(row.Cells)
		for len(cells) < len(list.table.Heading) {
			cells = append(cells, "")
		}
		table = append(table, append(cells[:len(list.table.Heading)], strconv.Itoa(row.Row), why))
	}
	return attach(e, "baris-ditolak.csv", contentTypes["csv"], sheet.CSV(table))
}

// importsOf answers GET /api/benefits/programs/{program}/imports: {"items":
// [{id, name, rows, taken, changed, stopped, state, by, created}]}, the latest first.
func importsOf(e *core.RequestEvent) error {
	program, err := programOf(e)
	if err != nil {
		return err
	}
	records, err := e.App.FindRecordsByFilter("benefit_imports", "program = {:program}", "-created", 50, 0, dbx.Params{"program": program.Id})
	if err != nil {
		return err
	}
	items := []map[string]any{}
	for _, record := range records {
		items = append(items, map[string]any{"id": record.Id, "name": record.GetString("name"), "rows": record.GetInt("rows"), "taken": record.GetInt("taken"),
			"changed": record.GetInt("changed"), "stopped": record.GetInt("stopped"), "state": record.GetString("state"), "by": record.GetString("by"), "created": record.GetDateTime("created").String()})
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items})
}

// undoImport answers POST /api/benefits/imports/{id}/undo: all that the list
// brought goes, or nothing when somebody was paid or changed since.
func undoImport(e *core.RequestEvent) error {
	var gone []string
	err := e.App.RunInTransaction(func(tx core.App) error {
		list, err := tx.FindRecordById("benefit_imports", e.Request.PathValue("id"))
		if err != nil {
			return err
		}
		if list.GetString("state") != "done" {
			return errUndone
		}
		var lives int
		err = tx.DB().NewQuery(`SELECT COUNT(*) FROM beneficiaries b WHERE b.import = {:list} AND (unixepoch(b.updated) > unixepoch(b.created) + 1 OR
			EXISTS (SELECT 1 FROM benefit_payments y WHERE y.beneficiary = b.id))`).Bind(dbx.Params{"list": list.Id}).Row(&lives)
		if err != nil {
			return err
		}
		if lives > 0 {
			return errLivesOn.With("n", lives)
		}
		receipts, err := tx.FindAllRecords("beneficiaries", dbx.HashExp{"import": list.Id})
		for _, receipt := range receipts {
			if err == nil {
				gone, err = append(gone, receipt.GetString("resident")), tx.Delete(receipt)
			}
		}
		if err != nil {
			return err
		}
		list.Set("state", "undone")
		return tx.Save(list)
	})
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, purposeOf(e), audit.Changed, gone...)
	return e.JSON(http.StatusOK, map[string]any{"removed": len(gone)})
}
