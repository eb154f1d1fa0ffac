package privacy

import (
	"slices"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/audit"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errQuestion = fault.New(fault.Invalid, "privacy.question",
		"Pertanyaan belum terkirim. Perbaiki bagian yang ditandai.",
		"The question was not sent. Please mend the marked parts.")
	errOwnQuestion = fault.New(fault.Unauthenticated, "privacy.own_question",
		"Masuk dulu dengan akun warga untuk bertanya.",
		"Log in with a resident's account to ask.")
	errNoEntry = fault.New(fault.NotFound, "privacy.no_entry",
		"Catatan ini tidak ada, atau bukan tentang data Anda.",
		"There is no such entry, or it is not about your data.")
	errNoQuestion = fault.New(fault.Invalid, "privacy.no_question",
		"Tulis apa yang ingin Anda ketahui, paling sedikit 5 huruf.",
		"Write what you want to know, at least 5 letters.")
	errAsked = fault.New(fault.Conflict, "privacy.asked",
		"Anda sudah bertanya tentang catatan ini. Lihat jawabannya di bawah catatan itu.",
		"You have asked about this entry already. The answer stands below it.")
)

var perQuestion = web.Limit{Name: "privacy.question", N: 20, Per: time.Hour}

// seenEntry is an entry of the trail (audit), as far as it is questioned.
type seenEntry struct {
	ActorKind  string         `db:"actor_kind"`
	Actor      string         `db:"actor"`
	ActorName  string         `db:"actor_name"`
	ActorTitle string         `db:"actor_title"`
	Resident   string         `db:"resident"`
	Hamlets    string         `db:"hamlets"`
	At         types.DateTime `db:"at"`
}

// about tells whether a resident's data was seen: theirs by itself, or with that
// of everybody in some hamlets.
func (s seenEntry) about(resident *core.Record) bool {
	if s.Resident != "" {
		return s.Resident == resident.Id
	}
	if s.At.Time().Before(resident.GetDateTime("created").Time()) {
		return false // not in the register yet
	}
	return s.Hamlets == "" || slices.Contains(strings.Split(s.Hamlets, ","), resident.GetString("hamlet"))
}

// whoQuestions is the request hook: a resident asks about an entry on their own
// trail. Who is questioned is what the trail says.
func whoQuestions(e *core.RecordRequestEvent) error {
	if e.Auth == nil || e.Auth.Collection().Name != "accounts" {
		return errOwnQuestion
	}
	if !perQuestion.Allow(e.App, e.Auth.Id) {
		return errTooOften
	}
	entry, question := e.Record.GetString("entry"), strings.TrimSpace(e.Record.GetString("question"))
	about, err := entryOf(e.App, entry, e.Auth.GetString("resident"))
	if err != nil {
		return err
	}
	if length := len([]rune(question)); length < 5 || length > 1000 {
		return errQuestion.At("question", errNoQuestion)
	}
	asked, err := e.App.CountRecords("data_questions", dbx.HashExp{"entry": entry, "account": e.Auth.Id})
	if err != nil {
		return err
	}
	if asked > 0 {
		return errAsked
	}
	clean := core.NewRecord(e.Collection)
	at := types.NowDateTime()
	clean.Load(map[string]any{
		"account": e.Auth.Id, "resident": e.Auth.GetString("resident"), "entry": entry, "question": question,
		"actor_kind": about.ActorKind, "actor": about.Actor, "actor_name": shownActor(about), "actor_title": about.ActorTitle,
		"seen_at": about.At, "state": "open", "asked_at": at, "due_at": Due(at.Time()),
	})
	e.Record = clean
	return e.Next()
}

// shownActor keeps an admin's e-mail address, which is a login, to the office.
func shownActor(about seenEntry) string {
	if about.ActorKind == audit.ByAdmin {
		return "Admin"
	}
	return about.ActorName
}

func entryOf(app core.App, entry, resident string) (seenEntry, error) {
	var about seenEntry
	person, err := app.FindRecordById("residents", resident)
	if err != nil {
		return about, errNoEntry.Because(err)
	}
	if err := audit.Flush(app); err != nil {
		return about, err
	}
	err = app.DB().Select("actor_kind", "actor", "actor_name", "actor_title", "resident", "hamlets", "at").
		From("audit").Where(dbx.HashExp{"id": entry}).One(&about)
	if err != nil || !about.about(person) {
		return about, errNoEntry.Because(err)
	}
	return about, nil
}
