package budget

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errNoPlanYet = fault.New(fault.Conflict, "budget.no_plan",
		"Anggaran awal tahun ini belum ada. Impor itu dulu, baru perubahan atau realisasinya.",
		"The first budget of this year is not here yet. Import that before a revision or a realisation.")
	errNotPublishable = fault.New(fault.Invalid, "budget.not_publishable",
		"Anggaran belum dapat diterbitkan. {reason}",
		"The budget cannot be published yet. {reason}")
	errMustStayBalanced = fault.New(fault.Invalid, "budget.must_stay_balanced",
		"Anggaran yang sudah terbit harus tetap benar. {reason} Ubah semua baris yang terkait sekaligus di halaman Anggaran, atau batalkan penerbitannya dulu.",
		"A published budget has to stay right. {reason} Change all lines concerned at once on the page Budget, or take it out of publication first.")
)

// check saves the budget after its lines were written: what everybody can read
// always balances, and a revision or realisation stands on a plan.
func (b *book) check(tx core.App) error {
	if err := b.sound(); err != nil {
		return err
	}
	return tx.SaveWithContext(quietly, b.budget)
}

func (b *book) sound() error {
	if len(b.amounts(Plan)) == 0 && (len(b.amounts(Revised)) > 0 || len(b.amounts(Realised)) > 0) {
		return errNoPlanYet
	}
	if !b.budget.GetBool("published") {
		return nil
	}
	if wrong := b.unpublishable(); wrong != nil {
		return errMustStayBalanced.WithText("reason", wrong.In("id"), wrong.In("en"))
	}
	return nil
}

// unpublishable is why not everybody may read the budget as it is; nil: they may.
func (b *book) unpublishable() *fault.Fault {
	if len(b.amounts(Plan)) == 0 {
		return errNoPlanYet
	}
	for _, stage := range b.present() {
		if wrong := TotalsOf(b.amounts(stage)).Unbalanced(stage); wrong != nil {
			return wrong
		}
	}
	return nil
}
