package news

import (
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

// States of a request for information and of an objection.
const (
	Open    = "open"
	Granted = "granted"
	Partly  = "partly"
	Refused = "refused"
)

var (
	errDecision = fault.New(fault.Invalid, "news.decision",
		"Jawaban belum terkirim. Perbaiki bagian yang ditandai.",
		"The answer was not sent. Please mend the marked parts.")
	errSettled = fault.New(fault.Conflict, "news.settled",
		"Permintaan ini sudah dijawab. Muat ulang untuk melihat jawabannya.",
		"This has been answered already. Reload to see the answer.")
	errNoAnswer = fault.New(fault.Invalid, "news.no_answer",
		"Tulis jawabannya, unggah berkasnya, atau beri tautannya.",
		"Write the answer, upload the file, or give a link.")
	errWhyNot = fault.New(fault.Invalid, "news.why_not",
		"Pilih dasar penolakan dan tulis alasannya dengan jelas, paling sedikit 10 huruf. Pemohon berhak mengajukan keberatan.",
		"Choose the ground of the refusal and explain it, in at least 10 letters. The asker may object.")
	errWhyLonger = fault.New(fault.Invalid, "news.why_longer",
		"Tulis alasan perpanjangan, paling sedikit 10 huruf. Alasan ini dikirim kepada pemohon.",
		"Write why more time is needed, in at least 10 letters. The asker is told.")
	errExtended = fault.New(fault.Conflict, "news.extended",
		"Waktu hanya dapat diperpanjang satu kali, 7 hari kerja.",
		"The time can be extended once only, by 7 working days.")
	errTooLateToExtend = fault.New(fault.Conflict, "news.too_late_to_extend",
		"Batas waktu sudah lewat, jadi tidak dapat diperpanjang lagi. Jawab secepatnya.",
		"The time is over, so it can no longer be extended. Please answer as soon as you can.")
	errKeptForGood = fault.New(fault.Forbidden, "news.kept_for_good",
		"Register permintaan informasi dan keberatan tidak dihapus.",
		"The register of requests for information and of objections is never deleted from.")
)

// whoDecides is the request hook of requests for information: of what is sent
// only the decision and what belongs to it counts, or why more time is needed.
func whoDecides(e *core.RecordRequestEvent) error {
	if err := delegation.MustHold(e.App, e.Auth, errNotEditor, speakers...); err != nil {
		return err
	}
	return onlyFields(e, "state", "ground", "answer", "answer_link", "answer_file", "extension_reason")
}

// onlyFields takes back all other fields that a client sent, and signs.
func onlyFields(e *core.RecordRequestEvent, fields ...string) error {
	allowed := map[string]bool{}
	for _, field := range fields {
		allowed[field] = true
	}
	before := e.Record.Original()
	for _, field := range e.Record.Collection().Fields.FieldNames() {
		if !allowed[field] {
			e.Record.SetRaw(field, before.GetRaw(field))
		}
	}
	if e.Record.GetString("state") != Open {
		name, title := signature(e.Auth)
		e.Record.Load(map[string]any{"decided_by": e.Auth.Id, "decided_name": name, "decided_title": title})
	}
	return e.Next()
}

// ofTheAsker are the fields that nobody changes after the request was filed.
var ofTheAsker = []string{"code", "year", "number", "asked_by", "account", "resident", "officer", "name", "phone", "email", "address", "language",
	"information", "purpose", "wanted_as", "asked_at", "emptied_on"}

// decideAsking is the model hook: decided once, also by admins.
func decideAsking(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		// Read again behind the write lock: two may decide at once.
		now, err := tx.FindRecordById("information_requests", e.Record.Id)
		if err != nil {
			return err
		}
		if now.GetString("state") != Open {
			return errSettled
		}
		for _, field := range ofTheAsker {
			e.Record.SetRaw(field, now.GetRaw(field))
		}
		e.Record.SetRaw("due_at", now.GetRaw("due_at"))
		e.Record.SetRaw("extended_at", now.GetRaw("extended_at"))
		tidyLines(e.Record, "answer", "extension_reason")
		if e.Record.GetString("state") == Open {
			err = extend(tx, e.Record, now)
		} else {
			err = decide(e.Record)
		}
		if err != nil {
			return err
		}
		fresh := len(e.Record.GetUnsavedFiles("answer_file")) > 0
		if err := e.Next(); err != nil {
			return err
		}
		if fresh {
			if err := web.KeepFile(tx, e.Record, "answer_file"); err != nil {
				return err
			}
		}
		return tellAnswer(tx, e.Record)
	})
}

func extend(tx core.App, asking, now *core.Record) error {
	due := now.GetDateTime("due_at").Time()
	switch {
	case !now.GetDateTime("extended_at").IsZero():
		return errExtended
	case time.Now().After(due):
		return errTooLateToExtend
	case len([]rune(asking.GetString("extension_reason"))) < 10:
		return errDecision.At("extension_reason", errWhyLonger)
	}
	longer, err := after(tx, due, extensionDays)
	asking.Load(map[string]any{"extended_at": types.NowDateTime(), "due_at": longer, "ground": "", "answer": "", "answer_link": "", "answer_file": nil})
	return err
}

func decide(asking *core.Record) error {
	problems := errDecision
	given := asking.GetString("answer_file") != "" || len(asking.GetUnsavedFiles("answer_file")) > 0 || asking.GetString("answer_link") != ""
	words := len([]rune(asking.GetString("answer")))
	if link := asking.GetString("answer_link"); link != "" {
		safe := SafeHref(link)
		if safe == "" {
			problems = problems.At("answer_link", errLink)
		}
		asking.Set("answer_link", safe)
	}
	switch asking.GetString("state") {
	case Granted:
		asking.Set("ground", "")
		if words < 5 && !given {
			problems = problems.At("answer", errNoAnswer)
		}
	case Partly, Refused:
		if words < 10 || asking.GetString("ground") == "" {
			problems = problems.At("answer", errWhyNot)
		}
		if asking.GetString("state") == Refused {
			asking.Set("answer_file", nil)
			asking.Set("answer_link", "")
		}
	}
	if len(problems.Fields) > 0 {
		return problems
	}
	asking.Set("decided_at", types.NowDateTime())
	return nil
}

func refuseDelete(*core.RecordEvent) error { return errKeptForGood }

// heads decide objections: the village head is the superior of who answers
// (atasan PPID).
var heads = []string{delegation.VillageHead}
