package budget

import "mdesa/hooks/fault"

// Stages of a budget: as first decided, as revised in the year (PAK), and what
// really came in and went out.
const (
	Plan     = "plan"
	Revised  = "revised"
	Realised = "realised"
)

// Stages are all of them, in the order in which they happen.
var Stages = []string{Plan, Revised, Realised}

var (
	errPlanUnbalanced = fault.New(fault.Invalid, "budget.plan_unbalanced",
		"Anggaran belum seimbang: pendapatan {income} − belanja {spending} + penerimaan pembiayaan {in} − pengeluaran pembiayaan {out} = {left}, seharusnya Rp 0. Periksa baris yang kurang atau lebih sebesar itu.",
		"The budget is not balanced: income {income} − spending {spending} + financing receipts {in} − financing payments {out} = {left}; it has to be Rp 0. Look for a line that is missing or too much by that amount.")
	errSpentMore = fault.New(fault.Invalid, "budget.spent_more",
		"Realisasi tidak mungkin: pendapatan {income} − belanja {spending} + penerimaan pembiayaan {in} − pengeluaran pembiayaan {out} = {left}. Yang keluar tidak dapat melebihi yang ada; mungkin SiLPA tahun lalu belum tercatat.",
		"This realisation cannot be: income {income} − spending {spending} + financing receipts {in} − financing payments {out} = {left}. No more can go out than there is; last year's SiLPA may be missing.")
)

// Totals are the four sums that a budget balances by, in whole rupiah.
type Totals struct {
	Income       int64 `json:"income"`
	Spending     int64 `json:"spending"`
	FinancingIn  int64 `json:"financing_in"`
	FinancingOut int64 `json:"financing_out"`
}

// Surplus is income less spending; below 0 it is a deficit.
func (t Totals) Surplus() int64 { return t.Income - t.Spending }

// Left is what is left over at the end (SiLPA tahun berjalan).
func (t Totals) Left() int64 { return t.Surplus() + t.FinancingIn - t.FinancingOut }

func (t *Totals) add(code Code, amount int64) {
	switch code.Part() {
	case Income:
		t.Income += amount
	case Spending:
		t.Spending += amount
	case FinancingIn:
		t.FinancingIn += amount
	case FinancingOut:
		t.FinancingOut += amount
	}
}

// Unbalanced is nil when the totals are possible in a stage: nothing is left over
// in a plan and a revision, nothing is missing in a realisation (Permendagri
// 20/2018).
func (t Totals) Unbalanced(stage string) *fault.Fault {
	reason := errPlanUnbalanced
	switch {
	case t.Left() == 0, stage == Realised && t.Left() > 0:
		return nil
	case stage == Realised:
		reason = errSpentMore
	}
	return reason.With("income", Rupiah(t.Income)).With("spending", Rupiah(t.Spending)).
		With("in", Rupiah(t.FinancingIn)).With("out", Rupiah(t.FinancingOut)).With("left", Rupiah(t.Left()))
}

// sign is how a part counts towards what is left over.
func sign(code Code) int64 {
	if part := code.Part(); part == Spending || part == FinancingOut {
		return -1
	}
	return 1
}
