package satisfaction

import (
	"strings"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errKept = fault.New(fault.Forbidden, "rating.kept",
		"Penilaian warga tidak dapat diubah atau dihapus oleh siapa pun.",
		"Nobody can change or delete what residents said.")
	errNoReceipt = fault.New(fault.NotFound, "rating.no_receipt",
		"Nomor tanda terima ini tidak ada. Periksa lagi: 8 huruf dan angka.",
		"There is no such receipt number. Check it again: 8 letters and digits.")
)

// onlySound keeps a rating from saying what no form can say.
func onlySound(e *core.RecordEvent) error {
	answer := Answer{Overall: e.Record.GetInt("overall"), Scores: map[string]int{}, Comment: e.Record.GetString("comment")}
	for _, element := range Elements {
		if score := e.Record.GetInt(element); score != 0 {
			answer.Scores[element] = score
		}
	}
	if err := answer.Check(); err != nil {
		return err
	}
	e.Record.Set("full", answer.Full())
	if err := e.Next(); err != nil {
		if rated(e.App, e.Record) { // two taps at once
			return errRated.Because(err)
		}
		return err
	}
	return nil
}

func rated(app core.App, rating *core.Record) bool {
	_, err := app.FindFirstRecordByData("ratings", "mark", rating.GetString("mark"))
	return err == nil
}

func refuse(*core.RecordEvent) error { return errKept }

// shownReceipt writes a receipt number as people read it: K7QF-2M9X.
func shownReceipt(code string) string { return code[:len(code)/2] + "-" + code[len(code)/2:] }

// receiptOf reads a receipt number as people type it.
func receiptOf(typed string) string {
	return strings.ToUpper(strings.NewReplacer(" ", "", "-", "").Replace(strings.TrimSpace(typed)))
}
