package news

import (
	"errors"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

// Grounds of an objection (UU 14/2008 art. 35 (1)).
var Grounds = []string{"refused", "not_published", "no_answer", "not_as_asked", "not_given", "fee", "late"}

var (
	errObjection = fault.New(fault.Invalid, "news.objection",
		"Keberatan belum terkirim. Perbaiki bagian yang ditandai.",
		"Your objection was not sent. Please mend the marked parts.")
	errObjectWhy = fault.New(fault.Invalid, "news.object_why",
		"Tulis mengapa Anda keberatan, paling sedikit 10 huruf.",
		"Write why you object, in at least 10 letters.")
	errObjectGround = fault.New(fault.Invalid, "news.object_ground",
		"Pilih alasan keberatan.",
		"Choose the ground of your objection.")
	errTooEarly = fault.New(fault.Conflict, "news.too_early",
		"Permintaan Anda masih dalam waktu. Keberatan dapat diajukan setelah dijawab, atau setelah batas waktunya lewat.",
		"Your request is still within its time. You can object once it is answered, or once its time is over.")
	errTooLate = fault.New(fault.Conflict, "news.too_late",
		"Keberatan diajukan paling lambat 30 hari kerja setelah jawaban atau batas waktunya. Anda dapat mengajukan permintaan baru.",
		"An objection has to come within 30 working days of the answer or the end of its time. You can make a new request.")
	errObjected = fault.New(fault.Conflict, "news.objected",
		"Keberatan atas permintaan ini sudah diajukan. Bila jawabannya belum memuaskan, Anda dapat ke Komisi Informasi dalam 14 hari kerja.",
		"There is an objection to this already. If its answer does not satisfy you, you can go to the Information Commission within 14 working days.")
	errNotHead = fault.New(fault.Forbidden, "news.not_head",
		"Keberatan dijawab oleh perbekel, atau siapa yang bertindak sebagai perbekel.",
		"Objections are answered by the village head, or who acts as the village head.")
	errNotAsker = fault.New(fault.Forbidden, "news.not_asker",
		"Keberatan hanya diajukan oleh yang meminta informasi.",
		"Only who asked for the information can object.")
)

// whoObjects is the request hook: the resident who asked. Others come with
// their receipt; see status.go.
func whoObjects(e *core.RecordRequestEvent) error {
	asking, err := e.App.FindRecordById("information_requests", e.Record.GetString("request"))
	if err != nil || e.Auth == nil {
		return errNotAsker
	}
	byAsker := e.Auth.Collection().Name == "accounts" && asking.GetString("account") == e.Auth.Id
	if !byAsker && !e.Auth.IsSuperuser() {
		return errNotAsker
	}
	clean := core.NewRecord(e.Collection)
	clean.Load(map[string]any{"request": asking.Id, "ground": e.Record.GetString("ground"), "words": e.Record.GetString("words")})
	e.Record = clean
	return e.Next()
}

// takeObjection is the model hook: in its time, and once.
func takeObjection(e *core.RecordEvent) error {
	problems := errObjection
	tidyLines(e.Record, "words")
	if e.Record.GetString("ground") == "" {
		problems = problems.At("ground", errObjectGround)
	}
	if len([]rune(e.Record.GetString("words"))) < 10 {
		problems = problems.At("words", errObjectWhy)
	}
	if len(problems.Fields) > 0 {
		return problems
	}
	return web.InTransaction(e, func(tx core.App) error {
		asking, err := tx.FindRecordById("information_requests", e.Record.GetString("request"))
		if err != nil {
			return errNotAsker.Because(err)
		}
		asked := e.Record.GetDateTime("asked_at").Time()
		if asked.IsZero() {
			asked = time.Now().UTC().Truncate(time.Millisecond)
		}
		if err := mayObject(tx, asking, asked); err != nil {
			return err
		}
		due, err := after(tx, asked, objectionDays)
		if err != nil {
			return err
		}
		e.Record.Load(map[string]any{"account": asking.GetString("account"), "asked_at": asked, "due_at": due, "state": Open})
		if err := e.Next(); err != nil {
			return err
		}
		return tellObjection(tx, e.Record)
	})
}

// mayObject is nil when an objection can be made at a moment.
func mayObject(app core.App, asking *core.Record, at time.Time) error {
	objections, err := app.CountRecords("objections", dbx.HashExp{"request": asking.Id})
	if err != nil {
		return err
	}
	if objections > 0 {
		return errObjected
	}
	since := asking.GetDateTime("decided_at").Time()
	if asking.GetString("state") == Open {
		if since = asking.GetDateTime("due_at").Time(); !at.After(since) {
			return errTooEarly
		}
	}
	last, err := after(app, since, objectDays)
	if err == nil && at.After(last) {
		return errTooLate
	}
	return err
}

// whoAnswersObjection is the request hook.
func whoAnswersObjection(e *core.RecordRequestEvent) error {
	if err := delegation.MustHold(e.App, e.Auth, errNotHead, heads...); err != nil {
		return err
	}
	return onlyFields(e, "state", "answer")
}

// answerObjection is the model hook: answered once, also by admins.
func answerObjection(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		now, err := tx.FindRecordById("objections", e.Record.Id)
		if err != nil {
			return err
		}
		if now.GetString("state") != Open {
			return errSettled
		}
		for _, field := range []string{"request", "account", "ground", "words", "asked_at", "due_at"} {
			e.Record.SetRaw(field, now.GetRaw(field))
		}
		tidyLines(e.Record, "answer")
		if e.Record.GetString("state") == Open || len([]rune(e.Record.GetString("answer"))) < 10 {
			return errDecision.At("answer", errObjectionAnswer)
		}
		e.Record.Set("decided_at", types.NowDateTime())
		if err := e.Next(); err != nil {
			return err
		}
		return tellObjectionAnswer(tx, e.Record)
	})
}

var errObjectionAnswer = fault.New(fault.Invalid, "news.objection_answer",
	"Pilih keputusan dan tulis tanggapannya, paling sedikit 10 huruf.",
	"Choose a decision and write the answer, in at least 10 letters.")

// objectable is what the asker may do now: "" or the key of why not.
func objectable(app core.App, asking *core.Record) string {
	var wrong *fault.Fault
	if errors.As(mayObject(app, asking, time.Now()), &wrong) {
		return wrong.Key
	}
	return ""
}
