package beneficiaries

import (
	"slices"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

// What a list says of those who are on the program's list already.
var (
	errSame = fault.New(fault.Invalid, "benefit.row_same",
		"Sudah ada di daftar program ini; tidak ada yang berubah.", "Is on this program's list already; nothing changes.")
	errChanged = fault.New(fault.Invalid, "benefit.row_changed",
		"Sudah ada di daftar program ini. Akan diubah: {changes}.", "Is on this program's list already. Will change: {changes}.")
	errOver = fault.New(fault.Invalid, "benefit.row_over",
		"Ada di daftar program ini, tetapi sudah berhenti. Buka barisnya bila bantuannya dilanjutkan.",
		"Is on this program's list, but it has ended. Open that line if the aid goes on.")
	errGone = fault.New(fault.Invalid, "benefit.row_gone",
		"Ada di daftar program ini, tetapi tidak lagi di berkas.", "Is on this program's list, and no longer in the file.")
	errOtherGone = fault.New(fault.Conflict, "benefit.other_gone",
		"Daftar berubah sejak diperiksa: kini {n} penerima tidak ada di berkas. Periksa sekali lagi.",
		"The list has changed since it was checked: now {n} beneficiaries are not in the file. Check once more.")
)

// What becomes of a row, beside [Refused] and [Warned].
const (
	Same    = "same"    // there already, as the list says
	Changed = "changed" // there already, and something of it changes
	Gone    = "gone"    // on the program's list, and no longer in the file
)

// change is what a row says otherwise than the program's list.
type change struct {
	field    string
	to       any
	was      string // as people read it
	becomes  string
	name, en string // of the field
}

// changesIn compares a row with who is on the list already. What the file leaves
// out stays as it is; when aid began and how often it comes is not a list's to change.
func (j *judged) changesIn(there *core.Record, listing Listing) (changes []change) {
	if there.GetString("status") == Candidate && listing.Status == Active {
		changes = append(changes, change{field: "status", to: Active, was: "calon", becomes: "ditetapkan", name: "status", en: "status"})
	}
	amount := j.amountBy(listing)
	if amount > 0 && amount != there.GetInt("amount") {
		changes = append(changes, change{"amount", amount, office.Rupiah(there.GetInt("amount")), office.Rupiah(amount), "jumlah", "amount"})
	}
	for _, words := range [][4]string{{"in_kind", j.InKind, "barang", "in kind"}, {"participant_number", j.Participant, "nomor peserta", "participant number"}} {
		if was := there.GetString(words[0]); words[1] != "" && words[1] != was {
			changes = append(changes, change{words[0], words[1], orNothing(was), words[1], words[2], words[3]})
		}
	}
	return changes
}

func orNothing(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

// amountBy is what a row gives: its own, or the listing's for rows without one.
func (j *judged) amountBy(listing Listing) int {
	if j.Amount == 0 && j.InKind == "" {
		return listing.Amount
	}
	return j.Amount
}

func (j *judged) sayChanged() {
	var id, en []string
	for _, one := range j.changes {
		arrow := " " + one.was + " → " + one.becomes
		if one.field == "status" {
			en = append(en, "status candidate → approved")
		} else {
			en = append(en, one.en+arrow)
		}
		id = append(id, one.name+arrow)
	}
	j.say(Changed, errChanged.WithText("changes", strings.Join(id, "; "), strings.Join(en, "; ")))
}

// update writes what a row changes.
func (j *judged) update(tx core.App, listing Listing, officer, name string) error {
	there, err := tx.FindRecordById("beneficiaries", j.there.Id)
	if err != nil {
		return err
	}
	for _, one := range j.changes {
		there.Set(one.field, one.to)
	}
	if listing.Reference != "" {
		there.Set("reference", listing.Reference)
	}
	if why := j.doubleFor(); why != "" {
		there.Set("double_for", why)
	}
	there.Set("officer", officer)
	there.Set("by", name)
	return tx.Save(there)
}

// gone are those whom an earlier list brought and this file no longer names. Who
// was written down by hand stands on no list.
func (g *judge) gone() ([]*core.Record, error) {
	on, err := g.app.FindRecordsByFilter("beneficiaries", "program = {:program} && target = {:target} && import != '' && (status = 'active' || status = 'candidate')",
		"created", 0, 0, dbx.Params{"program": g.program, "target": g.listing.Target})
	if err != nil {
		return nil, err
	}
	missing := slices.DeleteFunc(on, func(one *core.Record) bool {
		return g.named[keyOf(g.listing.Target, one.GetString("resident"), one.GetString("household"))]
	})
	var others []*core.Record
	for _, one := range missing {
		is, err := isOwn(g.app, g.kin, one.GetString("resident"), one.GetString("household"))
		if err != nil {
			return nil, err
		}
		if !is { // of one's own family another officer decides
			others = append(others, one)
		}
	}
	return others, nil
}

// keyOf is how a list counts somebody: a person, or the household they stand for.
func keyOf(target, resident, household string) string {
	if target == OfHousehold {
		return "h" + household
	}
	return "r" + resident
}

// sayGone puts those who are gone into a report.
func (r *Report) sayGone(app core.App, gone []*core.Record) {
	r.Gone = len(gone)
	for _, one := range gone {
		row := &judged{Entry: Entry{Name: nameIn(app, one.GetString("resident"))}}
		row.say(Gone, errGone)
		r.Problems = append(r.Problems, row.problems...)
	}
}

// stopGone stops them: the conditions are no longer met, as the list's giver
// says; a candidate was not chosen.
func stopGone(tx core.App, gone []*core.Record, officer, name string) error {
	for _, one := range gone {
		why := "no_longer"
		if one.GetString("status") == Candidate {
			why = "not_chosen"
		}
		one.Load(map[string]any{"status": Stopped, "stopped_for": why, "officer": officer, "by": name})
		if err := tx.Save(one); err != nil {
			return err
		}
	}
	return nil
}
