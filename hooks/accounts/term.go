package accounts

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var (
	errTermOver = fault.New(fault.Forbidden, "officer.term_over",
		"Masa tugas Anda berakhir pada {day}. Bila Anda masih bertugas, minta admin desa memperpanjangnya.",
		"Your term of office ended on {day}. If you are still in office, ask the village admin to extend it.")
	errTermAhead = fault.New(fault.Forbidden, "officer.term_ahead",
		"Masa tugas Anda mulai {day}. Sebelum itu Anda belum dapat masuk. Bila tanggalnya keliru, hubungi admin desa.",
		"Your term of office begins on {day}. You cannot log in before. If the date is wrong, ask the village admin.")
	errTermDay = fault.New(fault.Invalid, "officer.term_day",
		"Tulis tanggal masa tugas sebagai TTTT-BB-HH, misalnya 2027-12-31.",
		"Write the days of the term as YYYY-MM-DD, such as 2027-12-31.")
	errTermOrder = fault.New(fault.Invalid, "officer.term_order",
		"Masa tugas tidak boleh berakhir sebelum mulai.",
		"A term of office cannot end before it begins.")
)

// outsideTerm says why an officer is not in office today, in the office's zone;
// both days of a term are in it. It is nil for whoever is, and for residents.
func outsideTerm(app core.App, login *core.Record) *fault.Fault {
	from, until := login.GetString("term_from"), login.GetString("term_until")
	if from == "" && until == "" {
		return nil
	}
	today := office.Today(app)
	switch {
	case from != "" && today < from:
		return errTermAhead.WithText("day", office.LongDay(from, "id"), office.LongDay(from, "en"))
	case until != "" && today > until:
		return errTermOver.WithText("day", office.LongDay(until, "id"), office.LongDay(until, "en"))
	}
	return nil
}

func refuseOutsideTerm(app core.App, login *core.Record) error {
	if refused := outsideTerm(app, login); refused != nil {
		return refused
	}
	return nil
}

func checkTerm(e *core.RecordEvent) error {
	from, until := e.Record.GetString("term_from"), e.Record.GetString("term_until")
	for field, day := range map[string]string{"term_from": from, "term_until": until} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return errTermDay.At(field, errTermDay)
		}
	}
	if from != "" && until != "" && until < from {
		return errTermOrder.At("term_until", errTermOrder)
	}
	return e.Next()
}

// closeEnded switches off whose term is over, so that lists of who is in office
// are right. It runs every hour: the office's midnight is not the server's, and
// a server may have been off then. Logins are refused from the first second.
func closeEnded(app core.App) {
	ended, err := app.FindAllRecords("officers", dbx.HashExp{"active": true},
		dbx.NewExp("term_until != '' AND term_until < {:today}", dbx.Params{"today": office.Today(app)}))
	for _, officer := range ended {
		if err != nil {
			break
		}
		officer.Set("active", false)
		err = app.Save(officer)
	}
	if err != nil {
		app.Logger().Error("logins of ended terms could not be switched off", "error", err)
	}
}
