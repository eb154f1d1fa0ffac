package programs

import (
	"net/http"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errOnlyWithdraw = fault.New(fault.Forbidden, "proposal.only_withdraw",
		"Anda dapat memperbaiki usulan sebelum ada yang mendukung, atau menariknya. Keputusan dibuat oleh kantor desa.",
		"You can mend a proposal until somebody supports it, or withdraw it. The office decides.")
	errOfResident = fault.New(fault.Forbidden, "proposal.of_resident",
		"Kata-kata usulan warga tidak diubah petugas. Sembunyikan bila tidak pantas.",
		"A resident's words are not changed by staff. Hide the proposal if it is not fit to be seen.")
	errKept = fault.New(fault.Forbidden, "proposal.kept",
		"Usulan tidak dihapus. Tarik, gabungkan, atau sembunyikan.",
		"A proposal is not deleted. Withdraw, merge or hide it.")
)

// perProposer keeps one person from filling a hamlet's list.
var perProposer = web.Limit{Name: "programs.propose", N: 10, Per: time.Hour}

// sentBefore answers with what is there when a form comes again because its first
// answer was lost: the page chooses the id. whose is the field of who made it.
func sentBefore(e *core.RecordRequestEvent, whose string) (answered bool, err error) {
	if e.Auth == nil || e.Record.Id == "" {
		return false, nil
	}
	there, err := e.App.FindRecordById(e.Collection, e.Record.Id)
	if err != nil || there.GetString(whose) != e.Auth.Id {
		return false, nil // PocketBase refuses an id that is another's
	}
	return true, e.JSON(http.StatusOK, there)
}

// whoProposes is the request hook: residents for their own hamlet, staff what a
// meeting asked for.
func whoProposes(e *core.RecordRequestEvent) error {
	record := e.Record
	carryActor(record, e.Auth)
	switch {
	case isResident(e.Auth):
		if again, err := sentBefore(e, "account"); again {
			return err
		}
		if !perProposer.Allow(e.App, e.Auth.Id) {
			return errTooMany
		}
		hamlet, err := mayTakePart(e.App, e.Auth.Id, "")
		if err != nil {
			return err
		}
		record.Load(map[string]any{"origin": FromResident, "account": e.Auth.Id, "officer": "", "hamlet": hamlet, "minutes": nil})
	case isStaff(e.Auth):
		if again, err := sentBefore(e, "officer"); again {
			return err
		}
		if err := mayRecord(e.App, e.Auth, record.GetString("hamlet")); err != nil {
			return err
		}
		if e.Auth.IsSuperuser() {
			break
		}
		// Hidden fields are taken out of what comes in, the minutes among them.
		record.Load(map[string]any{"origin": FromMeeting, "account": "", "officer": e.Auth.Id})
		if files, err := e.FindUploadedFiles("minutes"); err == nil && len(files) > 0 {
			record.Set("minutes", files[0])
		}
	default:
		return errLogin
	}
	return e.Next()
}

// whoChanges is the request hook of changes to a proposal.
func whoChanges(e *core.RecordRequestEvent) error {
	record, before := e.Record, e.Record.Original()
	carryActor(record, e.Auth)
	for _, fixed := range []string{"account", "officer", "origin", "hamlet", "supports", "decided_by", "decided_at"} {
		record.Set(fixed, before.Get(fixed))
	}
	state := record.GetString("state")
	moved, hidden := state != before.GetString("state"), record.GetString("hidden_because") != before.GetString("hidden_because")
	words := len(changed(record, before, said)) > 0
	switch {
	case isResident(e.Auth):
		if before.GetString("account") != e.Auth.Id || hidden || moved && state != Withdrawn {
			return errOnlyWithdraw
		}
		return e.Next()
	case moved && state != Withdrawn:
		if err := mayDecide(e.App, e.Auth); err != nil {
			return err
		}
	case words || moved:
		if before.GetString("origin") == FromResident && isStaff(e.Auth) && !e.Auth.IsSuperuser() {
			return errOfResident
		}
	}
	if words || hidden || moved && state == Withdrawn {
		if err := mayRecord(e.App, e.Auth, before.GetString("hamlet")); err != nil {
			return err
		}
	}
	return e.Next()
}

func neverRemoved(*core.RecordRequestEvent) error { return errKept }

// onlyStaffReadMinutes: they name who was at the meeting.
func onlyStaffReadMinutes(e *core.FileDownloadRequestEvent) error {
	if e.FileField.Name != "minutes" {
		return e.Next()
	}
	reader, err := e.App.FindAuthRecordByToken(e.Request.URL.Query().Get("token"), core.TokenTypeFile)
	if err != nil || !isStaff(reader) {
		return e.NotFoundError("", err)
	}
	return e.Next()
}
