package residents

import (
	"net/http"
	"slices"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
)

// Decisions about a contradiction. Only the first hides it; the others say how
// the register came to be right.
const (
	notAProblem = "not_a_problem"
	fixed       = "fixed"
	merged      = "merged"
)

var (
	errMayNotSettle = fault.New(fault.Forbidden, "settle.may_not",
		"Pertentangan data diselesaikan oleh petugas pelayanan atau sekretaris. Sampaikan temuan Anda kepada mereka.",
		"Contradictions are settled by the desk officers and the secretary. Tell them what you know.")
	errSettlement = fault.New(fault.Invalid, "settle.invalid",
		"Keputusan belum tersimpan. Periksa isian yang ditandai.",
		"The decision was not saved. Check the marked fields.")
	errNoDecision = fault.New(fault.Invalid, "settle.no_decision",
		"Pilih keputusan: bukan masalah, sudah diperbaiki, atau orang yang sama.",
		"Choose a decision: not a problem, put right, or the same person.")
	errNoSettleNote = fault.New(fault.Invalid, "settle.no_note",
		"Tulis alasannya, paling sedikit 5 huruf, misalnya: kembar, akta sudah dilihat.",
		"Say why, in at least 5 letters, for example: twins, birth certificates seen.")
	errNoContradiction = fault.New(fault.Conflict, "settle.gone",
		"Datanya sudah berubah sejak halaman ini dibuka. Muat ulang untuk melihat keadaan sekarang.",
		"The data have changed since this page was opened. Reload to see how it is now.")
	errNothingSettled = fault.New(fault.Conflict, "settle.nothing_done",
		"Belum ada perbaikan atau penggabungan yang tercatat untuk warga ini. Perbaiki datanya dulu, lalu catat keputusannya.",
		"No correction or merging is on record for these people. Put the data right first, then record the decision.")
	errSettledAlready = fault.New(fault.Conflict, "settle.already",
		"Keputusan yang sama sudah dicatat hari ini.",
		"The same decision was recorded today already.")
	errSettlementsStay = fault.New(fault.Forbidden, "settle.stay",
		"Keputusan yang sudah dicatat tidak dapat diubah atau dihapus.",
		"Decisions that were recorded can be neither changed nor deleted.")
)

func maySettle(auth *core.Record) bool {
	return auth.IsSuperuser() || slices.Contains([]string{"officer", "secretary"}, auth.GetString("role"))
}

func refuseSettlement(*core.RecordEvent) error { return errSettlementsStay }

// settlement is what the page sends.
type settlement struct {
	Kind     string `json:"kind"`
	Subject  string `json:"subject"`
	Mark     string `json:"mark"`
	Decision string `json:"decision"`
	Note     string `json:"note"`
}

// settle answers POST /api/residents/contradictions/settle {kind, subject, mark,
// decision, note}. What is no problem must still be as the page showed it; of what
// was put right, and is gone by then, the register must know how.
func settle(e *core.RequestEvent) error {
	within, err := reachOf(e.App, e.Auth)
	if err != nil {
		return err
	}
	if !maySettle(e.Auth) {
		return errMayNotSettle
	}
	var s settlement
	if err := e.BindBody(&s); err != nil {
		return err
	}
	s.Note = strings.TrimSpace(s.Note)
	if err := s.check(); err != nil {
		return err
	}
	var people []string
	err = e.App.RunInTransaction(func(tx core.App) error {
		if people, err = s.people(tx, within); err != nil {
			return err
		}
		if err := s.refuse(tx, e.Auth, people); err != nil {
			return err
		}
		return s.record(tx, e.Auth)
	})
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, audit.Purpose{Kind: audit.Upkeep, Note: s.Note}, audit.Viewed, people...)
	return e.JSON(http.StatusOK, map[string]any{"kind": s.Kind, "subject": s.Subject, "decision": s.Decision})
}

func (s settlement) check() error {
	wrong := errSettlement
	if !slices.Contains(Kinds, s.Kind) || s.Subject == "" || s.Mark == "" {
		return errNoContradiction
	}
	if !slices.Contains([]string{notAProblem, fixed, merged}, s.Decision) {
		wrong = wrong.At("decision", errNoDecision)
	}
	if len([]rune(s.Note)) < 5 {
		wrong = wrong.At("note", errNoSettleNote)
	}
	if len(wrong.Fields) > 0 {
		return wrong
	}
	return nil
}

// people are those concerned, if the caller may see them all.
func (s settlement) people(tx core.App, within reach) ([]string, error) {
	found, err := findContradictions(tx, within)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(found, func(c contradiction) bool {
		return c.Kind == s.Kind && c.Subject == s.Subject && c.Mark == s.Mark
	})
	if at >= 0 {
		return found[at].People, nil
	}
	if s.Decision == notAProblem {
		return nil, errNoContradiction
	}
	return s.formerPeople(tx, within)
}

// refuse is for one's own family, of which another officer decides, and for what
// was recorded already.
func (s settlement) refuse(tx core.App, by *core.Record, people []string) error {
	kin, err := delegation.KinOf(tx, by.GetString("resident"))
	if err != nil {
		return err
	}
	if slices.ContainsFunc(people, func(id string) bool { return slices.Contains(kin.Residents, id) }) {
		return errOwnData
	}
	same, err := tx.CountRecords("settlements", dbx.HashExp{"kind": s.Kind, "subject": s.Subject, "decision": s.Decision, "mark": s.Mark},
		dbx.NewExp("created >= {:since}", dbx.Params{"since": lately()}))
	if err == nil && same > 0 {
		return errSettledAlready
	}
	return err
}

func (s settlement) record(tx core.App, by *core.Record) error {
	collection, err := tx.FindCollectionByNameOrId("settlements")
	if err != nil {
		return err
	}
	record := core.NewRecord(collection)
	name := by.GetString("name")
	if by.IsSuperuser() {
		name = by.Email()
	}
	record.Load(map[string]any{
		"kind": s.Kind, "subject": s.Subject, "mark": s.Mark, "decision": s.Decision, "note": s.Note,
		"by": by.Id, "by_name": name, "by_title": by.GetString("title"),
	})
	return tx.Save(record)
}
