package budget

import (
	"slices"
	"strings"

	"mdesa/hooks/fault"
)

var (
	errSubtotal = fault.New(fault.Invalid, "budget.subtotal",
		"Berkas menulis {said} untuk {code}, sedangkan jumlah baris di bawahnya {computed}. Yang dipakai jumlah baris-barisnya.",
		"The file says {said} for {code}, but the lines below it add up to {computed}. The sum of the lines is used.")
	errRounded = fault.New(fault.Invalid, "budget.rounded",
		"{value} ditulis sampai sen; disimpan dalam rupiah penuh. Pembulatan diatur agar keseimbangan tetap.",
		"{value} has hundredths; it is kept in whole rupiah. Rounding keeps the balance.")
	errMerged = fault.New(fault.Invalid, "budget.merged",
		"Kode {value} juga ada di baris {row} dengan sumber dana lain; keduanya dijumlahkan.",
		"Code {value} is also in row {row} with another source of funds; both are added up.")
	errOtherYear = fault.New(fault.Invalid, "budget.other_year",
		"Judul berkas menyebut tahun anggaran {found}, bukan {year}. Pilih tahun {found}, atau pilih berkas yang benar.",
		"The file's title says budget year {found}, not {year}. Choose the year {found}, or the right file.")
)

// Reading is what a file says, judged: the leaves in whole rupiah, and what is
// wrong. It can be taken over when nothing in it is an error.
type Reading struct {
	Table    *Table
	Leaves   []*Line
	Problems []Problem
	Totals   Totals
}

// Judge adds a table up and compares it with what the table itself says.
func Judge(table *Table, year int) (*Reading, *fault.Fault) {
	r := &Reading{Table: table, Problems: slices.Clone(table.Problems)}
	if table.Year != 0 && table.Year != year {
		r.Problems = append(r.Problems, Problem{Reason: errOtherYear.With("found", table.Year).With("year", year)})
	}
	lines := r.unique(table.Lines)
	leaves, sums := leavesAndSums(lines)
	if len(leaves) == 0 {
		return nil, errNoLines
	}
	exact := map[Code]int64{}
	for _, leaf := range leaves {
		if problem, wrong := table.wrong[leaf]; wrong {
			r.Problems = append(r.Problems, problem)
			continue
		}
		exact[leaf.Code] = leaf.Sen
		r.Leaves = append(r.Leaves, leaf)
	}
	r.compareSums(sums, Sums(exact))
	r.compareFeet(TotalsOf(exact))
	for _, line := range wholeRupiah(r.Leaves) {
		r.Problems = append(r.Problems, Problem{Row: line.Row, Name: line.Name, Value: inSen(line.Sen), Suggestion: Rupiah(line.Amount),
			Reason: errRounded.With("value", inSen(line.Sen)), Warning: true})
	}
	for _, leaf := range r.Leaves {
		r.Totals.add(leaf.Code, leaf.Amount)
	}
	slices.SortStableFunc(r.Problems, func(a, b Problem) int { return a.Row - b.Row })
	return r, nil
}

// unique adds up a code that stands in several rows with different sources of
// funds; the same code twice otherwise is refused.
func (r *Reading) unique(lines []*Line) (list []*Line) {
	first := map[Code]*Line{}
	for _, line := range lines {
		known := first[line.Code]
		if known == nil {
			first[line.Code] = line
			list = append(list, line)
			continue
		}
		at := Problem{Row: line.Row, Name: line.Name, Value: line.Code.String()}
		if line.Source == "" || known.Source == "" || slices.Contains(strings.Split(known.Source, ", "), line.Source) {
			at.Reason = errTwice.With("value", line.Code).With("row", known.Row)
		} else {
			at.Reason, at.Warning = errMerged.With("value", line.Code).With("row", known.Row), true
			known.Sen += line.Sen
			known.Source += ", " + line.Source
			if problem, wrong := r.Table.wrong[line]; wrong {
				r.Table.wrong[known] = problem
			}
		}
		r.Problems = append(r.Problems, at)
	}
	return list
}

func (r *Reading) compareSums(said []*Line, computed map[Code]int64) {
	for _, line := range said {
		if _, unreadable := r.Table.wrong[line]; unreadable && line.Sen >= 0 || line.Sen == computed[line.Code] {
			continue
		}
		r.Problems = append(r.Problems, Problem{Row: line.Row, Name: line.Name, Value: inSen(line.Sen), Suggestion: inSen(computed[line.Code]), Warning: true,
			Reason: errSubtotal.With("said", inSen(line.Sen)).With("code", line.Code).With("computed", inSen(computed[line.Code]))})
	}
}

func (r *Reading) compareFeet(computed Totals) {
	for _, total := range r.Table.Totals {
		if is := total.of(computed); total.Sen != is {
			r.Problems = append(r.Problems, Problem{Row: total.Row, Name: total.Name, Value: inSen(total.Sen), Suggestion: inSen(is), Warning: true,
				Reason: errTotalDiffers.With("said", inSen(total.Sen)).With("computed", inSen(is))})
		}
	}
}

// Errors and Warnings are how many of each there are.
func (r *Reading) Errors() int { return r.count(false) }

func (r *Reading) Warnings() int { return r.count(true) }

func (r *Reading) count(warnings bool) (n int) {
	for _, problem := range r.Problems {
		if problem.Warning == warnings {
			n++
		}
	}
	return n
}

// Amounts are the leaves by code.
func (r *Reading) Amounts() map[Code]int64 {
	amounts := make(map[Code]int64, len(r.Leaves))
	for _, leaf := range r.Leaves {
		amounts[leaf.Code] = leaf.Amount
	}
	return amounts
}
