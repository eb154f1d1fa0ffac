package privacy

import (
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errNotYoursToDecide = fault.New(fault.Forbidden, "privacy.not_yours_to_decide",
		"Perbaikan data diputuskan oleh petugas layanan atau sekretaris.",
		"Corrections are decided by a desk officer or the secretary.")
	errOwnFamily = fault.New(fault.Forbidden, "privacy.own_family",
		"Anda tidak dapat memutuskan untuk diri sendiri atau keluarga serumah. Serahkan kepada petugas lain.",
		"You cannot decide for yourself or your own household. Leave it to another officer.")
	errSettled = fault.New(fault.Conflict, "privacy.settled",
		"Permintaan ini sudah dijawab petugas lain. Muat ulang untuk melihat jawabannya.",
		"Somebody else has answered this already. Reload to see the answer.")
	errNoAnswer = fault.New(fault.Invalid, "privacy.no_answer",
		"Tulis alasan penolakan supaya warga tahu apa yang dapat dilakukan.",
		"Write why it is refused, so that the resident knows what to do.")
	errNoState = fault.New(fault.Invalid, "privacy.no_state",
		"Pilih terima atau tolak.",
		"Choose accept or refuse.")
	errDecision = fault.New(fault.Invalid, "privacy.decision",
		"Jawaban belum terkirim. Perbaiki bagian yang ditandai.",
		"The answer was not sent. Please mend the marked parts.")
)

// mayDecideCorrection is nil for those who may.
func mayDecideCorrection(app core.App, auth *core.Record, resident string) error {
	if auth != nil && auth.IsSuperuser() {
		return nil
	}
	if may, err := holds(app, auth, delegation.Officer, delegation.Secretary); err != nil || !may {
		return errNotYoursToDecide.Because(err)
	}
	return notOwnFamily(app, auth, resident)
}

func notOwnFamily(app core.App, auth *core.Record, resident string) error {
	own, err := ownFamily(app, auth, resident)
	if err == nil && own {
		return errOwnFamily
	}
	return err
}

// whoDecidesCorrection is the request hook: of what a client sends only the
// decision and its words count.
func whoDecidesCorrection(e *core.RecordRequestEvent) error {
	state, answer := e.Record.GetString("state"), strings.TrimSpace(e.Record.GetString("answer"))
	if err := mayDecideCorrection(e.App, e.Auth, e.Record.Original().GetString("resident")); err != nil {
		return err
	}
	restore(e.Record)
	name, title := signature(e.Auth)
	e.Record.Load(map[string]any{
		"state": state, "answer": answer, "decided_by": e.Auth.Id, "decided_name": name, "decided_title": title,
	})
	return e.Next()
}

// restore takes back everything that a client sent for a record.
func restore(record *core.Record) {
	before := record.Original()
	for _, field := range record.Collection().Fields.FieldNames() {
		record.SetRaw(field, before.GetRaw(field))
	}
}

// decideCorrection is the model hook: decided once. The register's hook on the
// same collection applies what was accepted, in the same transaction.
func decideCorrection(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		// Read again behind the write lock: two may decide at once.
		now, err := tx.FindRecordById("corrections", e.Record.Id)
		if err != nil {
			return err
		}
		if now.GetString("state") != "open" {
			return errSettled
		}
		switch e.Record.GetString("state") {
		case "accepted":
		case "refused":
			if len([]rune(e.Record.GetString("answer"))) < 5 {
				return errDecision.At("answer", errNoAnswer)
			}
		default:
			return errDecision.At("state", errNoState)
		}
		if e.Record.GetDateTime("decided_at").IsZero() {
			e.Record.Set("decided_at", types.NowDateTime())
		}
		return e.Next()
	})
}
