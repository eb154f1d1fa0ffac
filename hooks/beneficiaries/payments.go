package beneficiaries

import (
	"slices"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errPayment = fault.New(fault.Invalid, "benefit.payment",
		"Pembayaran belum tercatat. Perbaiki isian yang ditandai.",
		"The payment was not recorded. Mend the marked fields.")
	errPeriod = fault.New(fault.Invalid, "benefit.period",
		"Periode ini di luar masa bantuan, atau terlalu jauh ke depan.",
		"This period lies outside the time of the aid, or too far ahead.")
	errPeriodKey = fault.New(fault.Invalid, "benefit.period_key",
		"Tulis periode seperti 2026-11 (bulan), 2026-Q4 (triwulan), atau 2026 (tahun atau sekali).",
		"Write the period like 2026-11 (month), 2026-Q4 (quarter) or 2026 (year or once).")
	errPaidOn = fault.New(fault.Invalid, "benefit.paid_on",
		"Tanggal bayar tidak boleh sesudah hari ini.", "The day of payment cannot be after today.")
	errNotActive = fault.New(fault.Conflict, "benefit.not_active",
		"Yang belum ditetapkan, sudah dihentikan, atau sudah selesai tidak dibayar untuk periode ini.",
		"Who is not approved yet, was stopped, or has got everything is not paid for this period.")
	errPaidAlready = fault.New(fault.Conflict, "benefit.paid_already",
		"Periode ini sudah tercatat dibayar.", "This period is recorded as paid already.")
	errPaymentKept = fault.New(fault.Conflict, "benefit.payment_kept",
		"Catatan pembayaran tidak diubah atau dihapus. Batalkan dengan alasan, lalu catat yang benar.",
		"A payment's record is neither changed nor deleted. Cancel it with a reason, and record the right one.")
	errCancel = fault.New(fault.Invalid, "benefit.cancel",
		"Pilih alasan pembayaran dibatalkan.", "Choose why the payment is cancelled.")
)

// keepPayment is the model hook of a new payment.
func keepPayment(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		of, err := tx.FindRecordById("beneficiaries", e.Record.GetString("beneficiary"))
		if err != nil {
			return errPayment.At("beneficiary", errUnseen.Because(err))
		}
		if of.GetString("emptied_on") != "" {
			return errNotActive // who it was is forgotten
		}
		if err := soundPayment(tx, e.Record, of); err != nil {
			return err
		}
		if err := e.Next(); err != nil {
			return err
		}
		return tellPaid(tx, of, e.Record.GetString("period"))
	})
}

func soundPayment(tx core.App, payment, of *core.Record) error {
	if payment.GetInt("amount") == 0 && strings.TrimSpace(payment.GetString("in_kind")) == "" {
		payment.Set("amount", of.GetInt("amount"))
		payment.Set("in_kind", of.GetString("in_kind"))
	}
	unsound, today := errPayment, office.Today(tx)
	if amount := payment.GetInt("amount"); amount < 0 || amount > most {
		unsound = unsound.At("amount", errWhat)
	}
	switch paid := payment.GetString("paid_on"); {
	case !isDay(paid):
		unsound = unsound.At("paid_on", errDay)
	case paid > today:
		unsound = unsound.At("paid_on", errPaidOn)
	}
	if wrong := wrongPeriod(of, payment.GetString("period"), today); wrong != nil {
		unsound = unsound.At("period", wrong)
	}
	if len(unsound.Fields) > 0 {
		return unsound
	}
	if !mayBePaid(of, payment.GetString("period")) {
		return errNotActive
	}
	before, err := tx.CountRecords("benefit_payments", dbx.HashExp{"beneficiary": of.Id, "period": payment.GetString("period"), "cancelled_on": ""})
	if err == nil && before > 0 {
		err = errPaidAlready.At("period", errPaidAlready)
	}
	return err
}

func spanOf(of *core.Record) Span {
	return Span{of.GetString("period"), of.GetString("starts_on"), of.GetString("ends_on")}
}

// wrongPeriod allows the periods of the aid up to the one after today's.
func wrongPeriod(of *core.Record, key, today string) *fault.Fault {
	span := spanOf(of)
	if !IsPeriod(span.Rhythm, key) {
		return errPeriodKey
	}
	furthest := Next(span.Rhythm, PeriodOf(span.Rhythm, today))
	if !span.covers(key) || span.Rhythm != Once && key > furthest {
		return errPeriod
	}
	return nil
}

// mayBePaid: who was stopped is still owed what began before.
func mayBePaid(of *core.Record, key string) bool {
	switch of.GetString("status") {
	case Active, Ended:
		return true
	case Stopped:
		return of.GetString("stopped_for") != "not_chosen" && FirstDay(key) <= of.GetString("stopped_on")
	}
	return false
}

// cancelPayment is the model hook of a change: a payment can only be cancelled,
// once.
func cancelPayment(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		was, err := tx.FindRecordById("benefit_payments", e.Record.Id)
		if err != nil {
			return err
		}
		for _, field := range []string{"beneficiary", "period", "amount", "in_kind", "paid_on", "received_by"} {
			if was.GetString(field) != e.Record.GetString(field) {
				return errPaymentKept
			}
		}
		if was.GetString("cancelled_on") != "" {
			return errPaymentKept
		}
		if !slices.Contains(CancelReasons, e.Record.GetString("cancelled_for")) {
			return errPayment.At("cancelled_for", errCancel)
		}
		e.Record.Set("cancelled_on", office.Today(tx))
		return e.Next()
	})
}

func refusePaymentDelete(*core.RecordEvent) error { return errPaymentKept }
