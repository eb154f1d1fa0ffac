package beneficiaries

import (
	"net/http"
	"slices"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var errNothing = fault.New(fault.Invalid, "benefit.nothing_to_pay",
	"Tidak ada yang perlu dibayar untuk periode ini.", "Nobody is to be paid for this period.")

// Paying says what is paid to many at once.
type Paying struct {
	Period string   `json:"period"`  // "2026-11", "2026-Q4", "2026"
	PaidOn string   `json:"paid_on"` // day
	Except []string `json:"except"`  // ids of beneficiaries who are left out
	Check  bool     `json:"check"`   // say what would be done, and write nothing
}

// Paid says what was done, or would be.
type Paid struct {
	Count   int       `json:"count"`
	Amount  int       `json:"amount"`  // rupiah
	Already int       `json:"already"` // were paid for the period before
	Left    []LeftOut `json:"left"`
}

// LeftOut is somebody who is not paid, and why: except, own, period, attention.
type LeftOut struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Why  string `json:"why"`
}

// payMany answers POST /api/benefits/programs/{program}/pay with a [Paid]. All
// active beneficiaries whose rhythm knows the period are paid, or none; who was
// paid before is not paid twice, however often it is sent.
func payMany(e *core.RequestEvent) error {
	program, err := programOf(e)
	if err != nil {
		return err
	}
	var paying Paying
	if err := e.BindBody(&paying); err != nil {
		return err
	}
	today := office.Today(e.App)
	switch {
	case !slices.ContainsFunc(Rhythms, func(rhythm string) bool { return IsPeriod(rhythm, paying.Period) }):
		return errPayment.At("period", errPeriodKey)
	case !isDay(paying.PaidOn):
		return errPayment.At("paid_on", errDay)
	case paying.PaidOn > today:
		return errPayment.At("paid_on", errPaidOn)
	}
	var paid Paid
	var seen []string
	err = e.App.RunInTransaction(func(tx core.App) error {
		paid, seen, err = pay(tx, e.Auth, program.Id, today, paying)
		return err
	})
	if err != nil {
		return err
	}
	what := audit.Changed
	if paying.Check {
		what = audit.Listed
	}
	audit.Seen(e.App, e.Auth, purposeOf(e), what, seen...)
	return e.JSON(http.StatusOK, paid)
}

func pay(tx core.App, auth *core.Record, program, today string, paying Paying) (paid Paid, seen []string, err error) {
	paid.Left = []LeftOut{}
	rows, err := rowsOf(tx, today, "WHERE b.program = {:program} AND b.status = 'active' ORDER BY name", dbx.Params{"program": program})
	if err != nil {
		return paid, nil, err
	}
	kin, err := kinOf(tx, auth)
	if err != nil {
		return paid, nil, err
	}
	for _, row := range rows {
		if row.paidFor(paying.Period) {
			paid.Already++
			continue
		}
		seen = append(seen, row.Resident)
		why, err := whyNot(tx, row, kin.Residents, today, paying)
		if err != nil {
			return paid, nil, err
		}
		if why != "" {
			paid.Left = append(paid.Left, LeftOut{row.ID, row.Name, why})
			continue
		}
		paid.Count++
		paid.Amount += row.Amount
		if paying.Check {
			continue
		}
		if err := payOne(tx, auth, row, paying); err != nil {
			return paid, nil, err
		}
	}
	if paid.Count == 0 && paid.Already == 0 {
		return paid, nil, errNothing
	}
	return paid, seen, nil
}

func (r *StaffRow) paidFor(period string) bool {
	return slices.ContainsFunc(r.Payments, func(p Payment) bool { return p.Period == period && p.CancelledOn == "" })
}

// whyNot: who has to be looked at first is paid by hand, when that was done.
func whyNot(tx core.App, row StaffRow, kin []string, today string, paying Paying) (string, error) {
	span := Span{row.Period, row.StartsOn, row.EndsOn}
	if slices.Contains(paying.Except, row.ID) {
		return "except", nil
	}
	if !IsPeriod(row.Period, paying.Period) || !span.covers(paying.Period) || row.Period != Once && paying.Period > Next(row.Period, PeriodOf(row.Period, today)) {
		return "period", nil
	}
	if row.Attention != "" || row.Target != OfGroup && row.LifeStatus != living {
		return "attention", nil
	}
	if len(kin) == 0 {
		return "", nil
	}
	for _, resident := range kin {
		if resident == row.Resident {
			return "own", nil
		}
	}
	if row.Household == "" {
		return "", nil
	}
	here, err := tx.CountRecords("residents", dbx.HashExp{"id": kin[0], "household": row.Household})
	if here > 0 {
		return "own", err
	}
	return "", err
}

func payOne(tx core.App, auth *core.Record, row StaffRow, paying Paying) error {
	collection, err := tx.FindCachedCollectionByNameOrId("benefit_payments")
	if err != nil {
		return err
	}
	payment := core.NewRecord(collection)
	officer, name := nameOf(auth)
	payment.Load(map[string]any{"beneficiary": row.ID, "period": paying.Period, "paid_on": paying.PaidOn, "amount": row.Amount, "in_kind": row.InKind,
		"officer": officer, "by": name})
	return tx.Save(payment)
}
