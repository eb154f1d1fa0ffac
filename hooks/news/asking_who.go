package news

import (
	"net/http"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errNotYours = fault.New(fault.Forbidden, "news.not_yours_to_ask",
		"Pengawas tidak mencatat permintaan informasi.",
		"Auditors do not file requests for information.")
	errAskedOften = fault.New(fault.TooMany, "news.asked_often",
		"Anda sudah mengirim beberapa permintaan hari ini. Kirim lagi besok, atau datang ke kantor.",
		"You have sent several requests today. Send again tomorrow, or come to the office.")
	errManyAsk = fault.New(fault.TooMany, "news.many_ask",
		"Saat ini terlalu banyak permintaan dari luar. Coba lagi nanti, masuk dengan akun warga, atau datang ke kantor.",
		"Too many requests are coming in from outside right now. Try later, log in with a resident's account, or come to the office.")
)

// A whole banjar may share one address, so guests are counted by how they are
// reached, and all together: they never fill the register past what a desk can read.
var (
	perAccount = web.Limit{Name: "news.asking", N: 10, Per: 24 * time.Hour}
	perContact = web.Limit{Name: "news.asking_contact", N: 3, Per: 24 * time.Hour}
	allGuests  = web.Limit{Name: "news.asking_guests", N: 40, Per: time.Hour}
)

// mostOpenOfGuests may wait at once.
const mostOpenOfGuests = 300

// whoAsks is the request hook: a resident by their login, anybody else with a
// name and a way to be reached, an officer for somebody at the counter.
func whoAsks(e *core.RecordRequestEvent) error {
	sent := e.Record
	if answered, err := answerAgain(e, sent); answered || err != nil {
		return err
	}
	clean := core.NewRecord(e.Collection)
	clean.Id = sent.Id
	for _, field := range []string{"information", "purpose", "wanted_as", "name", "phone", "email", "address", "language"} {
		clean.Set(field, sent.Get(field))
	}
	clean.Set("state", "open")
	switch {
	case e.Auth == nil:
		clean.Set("asked_by", "guest")
		if err := guestMayAsk(e.App, clean); err != nil {
			return err
		}
	case e.Auth.Collection().Name == "accounts":
		if !perAccount.Allow(e.App, e.Auth.Id) {
			return errAskedOften
		}
		if err := asResident(e.App, clean, e.Auth); err != nil {
			return err
		}
	case e.Auth.IsSuperuser() || isOfficer(e.Auth) && e.Auth.GetString("role") != delegation.Auditor:
		clean.Set("asked_by", "officer")
		if !e.Auth.IsSuperuser() {
			clean.Set("officer", e.Auth.Id)
		}
	default:
		return errNotYours
	}
	e.Record = clean
	return e.Next()
}

// again is how long a request that is sent once more is answered with its receipt.
const again = 24 * time.Hour

// answerAgain gives the receipt of a request that is there already: its answer was
// lost on the way, and nobody asks twice for that. To a guest the same words and
// ways to be reached prove that it is theirs; anything else about an id that is
// taken is left to PocketBase.
func answerAgain(e *core.RecordRequestEvent, sent *core.Record) (bool, error) {
	filed, err := e.App.FindRecordById("information_requests", sent.Id)
	if err != nil || sent.Id == "" {
		return false, nil
	}
	compared := []string{"information", "purpose"}
	if e.Auth == nil {
		compared = append(compared, "name", "phone", "email")
	}
	tidy(sent, "name", "phone", "email")
	tidyLines(sent, "information", "purpose")
	for _, field := range compared {
		if sent.GetString(field) != filed.GetString(field) {
			return false, nil
		}
	}
	theirs := e.Auth == nil && filed.GetString("asked_by") == "guest" ||
		e.Auth != nil && (filed.GetString("account") == e.Auth.Id || filed.GetString("officer") == e.Auth.Id)
	if !theirs || time.Since(filed.GetDateTime("asked_at").Time()) > again {
		return false, nil
	}
	return true, e.JSON(http.StatusOK, filed)
}

// asResident takes name and ways to be reached from the login.
func asResident(app core.App, asking, account *core.Record) error {
	person, err := app.FindRecordById("residents", account.GetString("resident"))
	if err != nil {
		return err
	}
	asking.Load(map[string]any{
		"asked_by": "resident", "account": account.Id, "resident": person.Id, "name": person.GetString("name"), "address": "",
		"phone": account.GetString("phone"), "email": account.Email(), "language": account.GetString("language"),
	})
	return nil
}

// guestMayAsk counts only what could be kept: a mistake costs nobody a try.
func guestMayAsk(app core.App, asking *core.Record) error {
	if problems := checkAsking(asking); len(problems.Fields) > 0 {
		return problems
	}
	reached := Dialled(asking.GetString("phone"))
	if reached == "" {
		reached = strings.ToLower(asking.GetString("email"))
	}
	if !perContact.Allow(app, reached) {
		return errAskedOften
	}
	waiting, err := app.CountRecords("information_requests", dbx.HashExp{"state": "open", "asked_by": "guest"})
	if err != nil {
		return err
	}
	if waiting >= mostOpenOfGuests || !allGuests.Allow(app, "guests") {
		return errManyAsk
	}
	return nil
}
