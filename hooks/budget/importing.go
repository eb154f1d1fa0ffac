package budget

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/sheet"
)

var (
	errStage = fault.New(fault.Invalid, "budget.stage",
		"Pilih tahap: anggaran awal (plan), perubahan (revised), atau realisasi (realised).",
		"Choose the stage: first budget (plan), revision (revised) or realisation (realised).")
	errYear = fault.New(fault.Invalid, "budget.year",
		"Tulis tahun anggaran dengan empat angka, seperti 2026.",
		"Write the budget year in four digits, like 2026.")
	errDay = fault.New(fault.Invalid, "budget.day",
		"Tulis tanggal seperti 2026-12-31.",
		"Write the day like 2026-12-31.")
	errAsOf = fault.New(fault.Invalid, "budget.as_of",
		"Realisasi anggaran {year} dihitung sampai sebuah hari di tahun {year}, paling lambat 31 Desember.",
		"The budget of {year} is realised up to a day in {year}, 31 December at the latest.")
	errHasErrors = fault.New(fault.Invalid, "budget.has_errors",
		"Berkas belum diimpor: {n} baris perlu diperbaiki dulu. Perbaiki di berkasnya, lalu periksa lagi.",
		"The file was not imported: {n} rows need mending first. Mend them in the file, and check again.")
	errDraftPublished = fault.New(fault.Conflict, "budget.draft_published",
		"Anggaran tahun ini sudah terbit, jadi tidak dapat menerima rancangan yang belum seimbang. Batalkan penerbitannya dulu, atau seimbangkan berkasnya.",
		"This year's budget is published, so it takes no draft that does not balance. Take it out of publication first, or balance the file.")
)

// Options say what a file is.
type Options struct {
	Year     int
	Stage    string // one of [Stages]
	Decree   string // Perdes that it comes with
	DecreeOn string // day
	AsOf     string // day up to which a realisation counts
	Note     string
	FileName string
	// Draft takes a plan or a revision that does not balance, while the budget is
	// not published. It cannot be published before it balances.
	Draft bool
	Auth  *core.Record // who imports; nil: at the command line
}

func (o Options) sound() error {
	if !slices.Contains(Stages, o.Stage) {
		return errStage.At("stage", errStage)
	}
	if o.Year < firstYear || o.Year > lastYear {
		return errYear.At("year", errYear)
	}
	for field, day := range map[string]string{"decree_on": o.DecreeOn, "as_of": o.AsOf} {
		if !isDay(day) {
			return errDay.At(field, errDay)
		}
	}
	if o.Stage == Realised && o.AsOf != "" && !strings.HasPrefix(o.AsOf, strconv.Itoa(o.Year)+"-") {
		wrong := errAsOf.With("year", o.Year)
		return wrong.At("as_of", wrong)
	}
	return nil
}

const firstYear, lastYear = 2000, 2100

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return text == "" || err == nil
}

// Check is the dry run: it says what would happen, and writes nothing.
func Check(app core.App, content io.ReaderAt, size int64, options Options) (*Report, error) {
	reading, err := readFile(content, size, options)
	if err != nil {
		return nil, err
	}
	book, err := bookOf(app, options.Year)
	if err != nil {
		return nil, err
	}
	report, _, err := judged(app, reading, book, options)
	return report, err
}

// Import takes a file over, all of it or nothing.
func Import(app core.App, content io.ReaderAt, size int64, options Options) (*Report, error) {
	reading, err := readFile(content, size, options)
	if err != nil {
		return nil, err
	}
	var report *Report
	err = app.RunInTransaction(func(tx core.App) error {
		if err := haveYear(tx, options.Year); err != nil {
			return err
		}
		book, err := bookOf(tx, options.Year)
		if err != nil {
			return err
		}
		var refused *fault.Fault
		if report, refused, err = judged(tx, reading, book, options); err != nil {
			return err
		}
		if refused != nil && !(options.Draft && report.MayDraft) {
			return refused
		}
		return book.take(tx, reading, options)
	})
	return report, err
}

func readFile(content io.ReaderAt, size int64, options Options) (*Reading, error) {
	if err := options.sound(); err != nil {
		return nil, err
	}
	file, err := sheet.Open(content, size)
	if err != nil {
		return nil, err
	}
	table, wrong := ReadTable(file, options.Stage)
	if wrong != nil {
		return nil, wrong
	}
	reading, wrong := Judge(table, options.Year)
	if wrong != nil {
		return nil, wrong
	}
	return reading, nil
}

// bookOf is a year's budget; for a dry run it may not be there yet.
func bookOf(app core.App, year int) (*book, error) {
	budget, err := budgetOf(app, year)
	if errors.Is(err, errNoYear) {
		return &book{lines: map[Code]*core.Record{}}, nil
	}
	if err != nil {
		return nil, err
	}
	return openBook(app, budget)
}

func haveYear(tx core.App, year int) error {
	if _, err := budgetOf(tx, year); err == nil {
		return nil
	}
	collection, err := tx.FindCachedCollectionByNameOrId("budgets")
	if err != nil {
		return err
	}
	budget := core.NewRecord(collection)
	budget.Set("year", year)
	return tx.SaveWithContext(quietly, budget)
}

// judged holds a reading against the budget that is there. refused is nil when
// it can be taken over.
func judged(app core.App, reading *Reading, book *book, options Options) (*Report, *fault.Fault, error) {
	report := reportOf(reading, options)
	if options.Stage == Realised {
		planned := book.amounts(Revised)
		if len(planned) == 0 {
			planned = book.amounts(Plan)
		}
		reading.warnOfOverspending(planned)
	}
	report.tell(reading)
	report.compare(book.before(options.Stage), reading.Amounts(), nameOf(reading, book))
	report.Number = 1
	if book.budget != nil {
		report.Published = book.budget.GetBool("published")
		last, err := latest(app, book.budget.Id, options.Stage)
		if err != nil {
			return nil, nil, err
		}
		if last != nil {
			report.Number = last.GetInt("number") + 1
		}
	}
	refused := refusal(report, reading, book, options)
	report.Refused = sentence(refused)
	return report, refused, nil
}

func refusal(report *Report, reading *Reading, book *book, options Options) *fault.Fault {
	unbalanced := reading.Totals.Unbalanced(options.Stage)
	switch {
	case report.Errors > 0:
		return errHasErrors.With("n", report.Errors)
	case options.Stage != Plan && len(book.amounts(Plan)) == 0:
		return errNoPlanYet
	case unbalanced == nil:
		return nil
	case options.Stage != Realised && report.Published && options.Draft:
		return errDraftPublished
	}
	report.MayDraft = options.Stage != Realised && !report.Published
	return unbalanced
}

// take writes a reading into the book and its history.
func (b *book) take(tx core.App, reading *Reading, options Options) error {
	lines := make([]kept, len(reading.Leaves))
	for i, leaf := range reading.Leaves {
		lines[i] = kept{leaf.Code.String(), leaf.Name, leaf.Source, leaf.Amount}
	}
	slices.SortFunc(lines, func(a, b kept) int { return Compare(a.code(), b.code()) })
	return version{stage: options.Stage, kind: fromFile, decree: options.Decree, decreeOn: options.DecreeOn, asOf: options.AsOf,
		fileName: options.FileName, note: options.Note, lines: lines, names: reading.Table.namesAbove(lines), by: byOf(options.Auth)}.write(tx, b.budget.Id)
}
