package budget

import (
	"cmp"
	"slices"

	"mdesa/hooks/fault"
	"mdesa/hooks/sheet"
)

var errOverspent = fault.New(fault.Invalid, "budget.overspent",
	"Realisasi {realised} melebihi anggarannya {planned}. Periksa, dan jelaskan kepada warga bila memang demikian.",
	"Realised {realised} is more than its budget {planned}. Check it, and explain it to residents if it is so.")

// maxTold is how many problems a report tells; errors come first.
const maxTold = 500

// Sentence is a text in both languages.
type Sentence struct {
	Key    string `json:"key"`
	Text   string `json:"text"`
	TextEN string `json:"text_en"`
}

func sentence(said *fault.Fault) *Sentence {
	if said == nil {
		return nil
	}
	return &Sentence{said.Key, said.In("id"), said.In("en")}
}

// Report is what a dry run found, or an import did. Amounts are whole rupiah.
type Report struct {
	Year      int       `json:"year"`
	Stage     string    `json:"stage"`
	Sheet     string    `json:"sheet"`   // that was read; empty for CSV
	Skipped   []string  `json:"skipped"` // other sheets of the workbook
	Column    string    `json:"column"`  // letter of the column of amounts
	Rows      int       `json:"rows"`    // below the heading
	Lines     int       `json:"lines"`   // leaves, the lines with amounts of their own
	Errors    int       `json:"errors"`
	Warnings  int       `json:"warnings"`
	Problems  []Told    `json:"problems"`
	Totals    Totals    `json:"totals"`
	Surplus   int64     `json:"surplus"`
	Left      int64     `json:"left"`      // SiLPA
	Balance   *Sentence `json:"balance"`   // why the totals cannot be; null: they balance
	Refused   *Sentence `json:"refused"`   // why it cannot be taken over; null: it can
	MayDraft  bool      `json:"may_draft"` // only its balance stands against it, and the budget is not published
	Published bool      `json:"published"`
	Number    int       `json:"number"` // of the version that it is or would be
	Added     int       `json:"added"`  // leaves, against the figures before
	Changed   int       `json:"changed"`
	Removed   int       `json:"removed"`
	Same      int       `json:"same"`
	// What those are, the largest difference first, at most [maxTold].
	Differences []Difference `json:"differences"`
}

func reportOf(r *Reading, options Options) *Report {
	report := &Report{Year: options.Year, Stage: options.Stage, Sheet: r.Table.Sheet, Skipped: r.Table.Skipped,
		Column: sheet.Letter(r.Table.amount.from), Rows: r.Table.Rows, Lines: len(r.Leaves), Totals: r.Totals,
		Surplus: r.Totals.Surplus(), Left: r.Totals.Left(), Balance: sentence(r.Totals.Unbalanced(options.Stage))}
	if report.Skipped == nil {
		report.Skipped = []string{}
	}
	return report
}

// tell puts the problems into words, errors first.
func (r *Report) tell(reading *Reading) {
	r.Errors, r.Warnings = reading.Errors(), reading.Warnings()
	problems := slices.Clone(reading.Problems)
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(order(a.Warning), order(b.Warning)), cmp.Compare(a.Row, b.Row))
	})
	r.Problems = []Told{}
	for _, problem := range problems[:min(len(problems), maxTold)] {
		r.Problems = append(r.Problems, problem.told())
	}
}

func order(warning bool) int {
	if warning {
		return 1
	}
	return 0
}

// warnOfOverspending names the spending lines that cost more than was decided,
// where plan and realisation speak of the same code.
func (r *Reading) warnOfOverspending(planned map[Code]int64) {
	sums, realised := Sums(planned), Sums(r.Amounts())
	for _, line := range r.Leaves {
		budget, known := sums[line.Code]
		if part := line.Code.Part(); part != Spending && part != FinancingOut || !known || realised[line.Code] <= budget {
			continue
		}
		r.Problems = append(r.Problems, Problem{Row: line.Row, Name: line.Name, Value: Rupiah(line.Amount), Warning: true,
			Reason: errOverspent.With("realised", Rupiah(line.Amount)).With("planned", Rupiah(budget))})
	}
}
