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
	errNotYoursToAnswer = fault.New(fault.Forbidden, "privacy.not_yours_to_answer",
		"Pertanyaan warga tentang pemakaian data dijawab oleh sekretaris atau kepala kantor.",
		"Residents' questions about the use of their data are answered by the secretary or the head of the office.")
	errQuestioned = fault.New(fault.Forbidden, "privacy.questioned",
		"Pertanyaan ini tentang Anda sendiri. Orang lain yang harus menjawab.",
		"This question is about yourself. Somebody else has to answer it.")
	errNoReply = fault.New(fault.Invalid, "privacy.no_reply",
		"Tulis jawaban untuk warga, paling sedikit 5 huruf.",
		"Write an answer for the resident, at least 5 letters.")
)

// mayAnswer is nil for those who may answer a resident who questions somebody,
// both given by id: nobody judges what they did themselves, or for their own.
func mayAnswer(app core.App, auth *core.Record, questioned, resident string) error {
	if may, err := isAnswerer(app, auth); err != nil || !may {
		return errNotYoursToAnswer.Because(err)
	}
	if auth.Id == questioned {
		return errQuestioned
	}
	return notOwnFamily(app, auth, resident)
}

func isAnswerer(app core.App, auth *core.Record) (bool, error) {
	if auth != nil && auth.IsSuperuser() {
		return true, nil
	}
	return holds(app, auth, delegation.Secretary, delegation.VillageHead)
}

// whoAnswers is the request hook: of what a client sends only the answer counts.
func whoAnswers(e *core.RecordRequestEvent) error {
	asked := e.Record.Original()
	if err := mayAnswer(e.App, e.Auth, asked.GetString("actor"), asked.GetString("resident")); err != nil {
		return err
	}
	if secret, err := isConfidential(e.App, asked); err != nil || secret && !e.Auth.IsSuperuser() {
		return errNotYoursToAnswer.Because(err)
	}
	answer := strings.TrimSpace(e.Record.GetString("answer"))
	restore(e.Record)
	name, title := signature(e.Auth)
	e.Record.Load(map[string]any{
		"state": "answered", "answer": answer,
		"answered_by": e.Auth.Id, "answered_name": name, "answered_title": title,
	})
	return e.Next()
}

// answerQuestion is the model hook: answered once, with words.
func answerQuestion(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		// Read again behind the write lock: two may answer at once.
		now, err := tx.FindRecordById("data_questions", e.Record.Id)
		if err != nil {
			return err
		}
		if now.GetString("state") != "open" {
			return errSettled
		}
		if len([]rune(e.Record.GetString("answer"))) < 5 {
			return errDecision.At("answer", errNoReply)
		}
		e.Record.Set("answered_at", types.NowDateTime())
		return e.Next()
	})
}
