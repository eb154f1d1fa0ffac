package programs

import (
	"strings"

	"unicode/utf8"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/mask"
)

var (
	errDecided = fault.New(fault.Conflict, "proposal.decided",
		"Usulan ini baru saja diputuskan orang lain. Muat ulang untuk melihat keputusannya.",
		"Someone else has just decided this proposal. Load it again to see how.")
	errNoWay = fault.New(fault.Conflict, "proposal.no_way",
		"Dari keadaannya sekarang, usulan ini tidak dapat diubah menjadi itu.",
		"From how it stands now, the proposal cannot become that.")
	errReason = fault.New(fault.Invalid, "proposal.reason",
		"Tulis alasannya; pengusul dan pendukung membacanya.",
		"Give the reason; who asked for it and who supports it will read it.")
	errPlanYear = fault.New(fault.Invalid, "proposal.year",
		"Isi tahun rencana, misalnya 2027.",
		"Enter the year of the plan, for example 2027.")
	errMergedInto = fault.New(fault.Invalid, "proposal.merged_into",
		"Pilih usulan lain dari banjar yang sama yang masih terbuka atau sudah diterima.",
		"Choose another proposal of the same hamlet that is open or accepted.")
	errHasProgram = fault.New(fault.Conflict, "proposal.has_program",
		"Usulan ini sudah menjadi program \"{title}\". Lepaskan dulu dari program itu.",
		"This proposal has become the program \"{title}\". Take it out of that program first.")
)

const (
	shortestReason = 5 // letters
	firstYear      = 2000
	lastYear       = 2100
)

// decision are the fields that a decision writes; without one they stay.
var decision = []string{"reason", "year", "merged_into", "decided_by", "decided_at"}

// decide is the part of a change that moves a proposal to another state.
func decide(tx core.App, record, fresh *core.Record) error {
	from, to := fresh.GetString("state"), record.GetString("state")
	if from == to {
		keepDecision(record, fresh)
		return nil
	}
	if !MayBecome(from, to) {
		return errNoWay
	}
	if to == Withdrawn { // nobody decides anything
		keepDecision(record, fresh)
		return nil
	}
	record.Set("reason", strings.TrimSpace(mask.Text(record.GetString("reason"))))
	faults := errForm
	if utf8.RuneCountInString(record.GetString("reason")) < shortestReason {
		faults = faults.At("reason", errReason)
	}
	if year := record.GetInt("year"); to == Accepted && (year < firstYear || year > lastYear) {
		faults = faults.At("year", errPlanYear)
	}
	if len(faults.Fields) > 0 {
		return faults
	}
	if to != Accepted {
		record.Set("year", 0)
	}
	if who := actorOf(record); who != nil {
		record.Set("decided_by", nameOf(who))
	}
	record.Set("decided_at", types.NowDateTime())
	switch to {
	case Refused:
		record.Set("merged_into", "")
		return withoutProgram(tx, record.Id)
	case Merged:
		return merge(tx, record)
	}
	record.Set("merged_into", "")
	return nil
}

func keepDecision(record, fresh *core.Record) {
	for _, field := range decision {
		record.Set(field, fresh.Get(field))
	}
}

func withoutProgram(tx core.App, proposal string) error {
	var titles []string
	err := tx.DB().NewQuery(`SELECT title FROM programs WHERE EXISTS (SELECT 1 FROM json_each(programs.proposals) WHERE value = {:id})`).
		Bind(dbx.Params{"id": proposal}).Column(&titles)
	if err == nil && len(titles) > 0 {
		return errHasProgram.With("title", titles[0])
	}
	return err
}

// merge makes a proposal a part of another of the same hamlet: whoever supports it,
// and the resident who made it, support the other one from now on, once.
func merge(tx core.App, record *core.Record) error {
	other, err := tx.FindRecordById("proposals", record.GetString("merged_into"))
	if err != nil || other.Id == record.Id || other.GetString("hamlet") != record.GetString("hamlet") ||
		other.GetString("state") != Open && other.GetString("state") != Accepted {
		return errForm.At("merged_into", errMergedInto.Because(err))
	}
	params := dbx.Params{"from": record.Id, "to": other.Id, "maker": other.GetString("account"), "self": record.GetString("account"),
		"hamlet": record.GetString("hamlet"), "now": types.NowDateTime().String(), "id": core.GenerateDefaultRandomId()}
	for _, statement := range []string{
		// Those who support both, and who made the other one, are heard already.
		`DELETE FROM proposal_supports WHERE proposal = {:from} AND (account = {:maker} AND {:maker} != ''
			OR account IN (SELECT account FROM proposal_supports WHERE proposal = {:to}))`,
		`UPDATE proposal_supports SET proposal = {:to}, moved_from = {:from} WHERE proposal = {:from}`,
		`INSERT INTO proposal_supports (id, proposal, account, hamlet, moved_from, created)
			SELECT {:id}, {:to}, {:self}, {:hamlet}, {:from}, {:now} WHERE {:self} NOT IN ('', {:maker})
			ON CONFLICT DO NOTHING`,
	} {
		if _, err := tx.DB().NewQuery(statement).Bind(params).Execute(); err != nil {
			return err
		}
	}
	record.Set("supports", 0)
	return tx.Save(other) // it counts anew
}
