package budget

import (
	"regexp"

	"mdesa/hooks/fault"
)

var errTotalDiffers = fault.New(fault.Invalid, "budget.total_differs",
	"Berkas menulis {said}, sedangkan jumlah baris-barisnya {computed}. Yang dipakai jumlah baris-barisnya; periksa apakah ada baris yang terlewat.",
	"The file says {said}, but its lines add up to {computed}. The sum of the lines is used; see whether a line was left out.")

// Total is one of the sums at the foot of a table.
type Total struct {
	Row  int
	Name string
	Sen  int64
	of   func(Totals) int64
}

// feet are the rows without a code that Siskeudes closes parts with, the longer
// names first. In each, what it should say.
var feet = []struct {
	as *regexp.Regexp
	of func(Totals) int64
}{
	{regexp.MustCompile(`(?i)^(jumlah|total) penerimaan pembiayaan`), func(t Totals) int64 { return t.FinancingIn }},
	{regexp.MustCompile(`(?i)^(jumlah|total) pengeluaran pembiayaan`), func(t Totals) int64 { return t.FinancingOut }},
	{regexp.MustCompile(`(?i)^((jumlah|total) pembiayaan|pembiayaan net|selisih pembiayaan)`), func(t Totals) int64 { return t.FinancingIn - t.FinancingOut }},
	{regexp.MustCompile(`(?i)^(jumlah|total) pendapatan`), func(t Totals) int64 { return t.Income }},
	{regexp.MustCompile(`(?i)^(jumlah|total) belanja`), func(t Totals) int64 { return t.Spending }},
	{regexp.MustCompile(`(?i)^(surplus|defisit)`), Totals.Surplus},
	{regexp.MustCompile(`(?i)^(sisa lebih|silpa|sisa pembiayaan|sikpa)`), Totals.Left},
}

// uncoded notes a row without a code: a foot is compared later, a detail with an
// amount is told of, a heading passes.
func (t *Table) uncoded(row int, name string, sen int64, told bool) {
	for _, foot := range feet {
		if foot.as.MatchString(name) {
			if told {
				t.Totals = append(t.Totals, Total{row, name, sen, foot.of})
			}
			return
		}
	}
	if told && sen != 0 && name != "" {
		t.Problems = append(t.Problems, Problem{Row: row, Name: name, Value: inSen(sen), Reason: errUnread, Warning: true})
	}
}
