package news

import (
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/ozzo-validation/v4/is"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errAsking = fault.New(fault.Invalid, "news.asking",
		"Permintaan informasi belum terkirim. Perbaiki bagian yang ditandai.",
		"Your request for information was not sent. Please mend the marked parts.")
	errWhatInformation = fault.New(fault.Invalid, "news.what_information",
		"Tulis informasi apa yang Anda minta, paling sedikit 10 huruf. Contoh: laporan realisasi APBDes 2025.",
		"Write which information you ask for, at least 10 letters. For example: the report on the budget of 2025.")
	errWhatFor = fault.New(fault.Invalid, "news.what_for",
		"Tulis untuk apa informasi itu, paling sedikit 5 huruf. Undang-undang meminta alasan ini dicatat.",
		"Write what it is for, at least 5 letters. The law asks for this to be recorded.")
	errWho = fault.New(fault.Invalid, "news.who",
		"Tulis nama Anda seperti pada KTP.",
		"Write your name as on your identity card.")
	errHowToReach = fault.New(fault.Invalid, "news.how_to_reach",
		"Tulis nomor HP atau alamat surel, supaya jawaban dapat sampai.",
		"Give a mobile number or an e-mail address, so that the answer reaches you.")
	errMail = fault.New(fault.Invalid, "news.mail",
		"Alamat surel tidak benar, contoh: nama@surel.id.",
		"This is not a valid e-mail address, such as name@mail.id.")
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
	clean := core.NewRecord(e.Collection)
	if id := sent.Id; id != "" {
		clean.Id = id
	}
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

func checkAsking(asking *core.Record) *fault.Fault {
	problems := errAsking
	short := func(field string, least int) bool {
		return len([]rune(strings.TrimSpace(asking.GetString(field)))) < least
	}
	phone, email := asking.GetString("phone"), asking.GetString("email")
	if short("information", 10) {
		problems = problems.At("information", errWhatInformation)
	}
	if short("purpose", 5) {
		problems = problems.At("purpose", errWhatFor)
	}
	if short("name", 3) {
		problems = problems.At("name", errWho)
	}
	byLogin := asking.GetString("account") != "" // who can always look
	switch {
	case phone == "" && email == "" && !byLogin:
		problems = problems.At("phone", errHowToReach)
	case phone != "" && len(Dialled(phone)) < 8 && !byLogin:
		problems = problems.At("phone", errNumber)
	case email != "" && is.EmailFormat.Validate(email) != nil:
		problems = problems.At("email", errMail)
	}
	return problems
}

// takeAsking is the model hook: receipt, line in the year's register, and clock.
func takeAsking(e *core.RecordEvent) error {
	asking := e.Record
	tidy(asking, "name", "phone", "email", "address")
	if problems := checkAsking(asking); len(problems.Fields) > 0 {
		return problems
	}
	return web.InTransaction(e, func(tx core.App) error {
		asked := asking.GetDateTime("asked_at").Time()
		if asked.IsZero() {
			asked = time.Now().UTC().Truncate(time.Millisecond)
			asking.Set("asked_at", asked)
		}
		clock, err := office.ClockOf(tx)
		if err != nil {
			return err
		}
		due, err := after(tx, asked, answerDays)
		if err != nil {
			return err
		}
		year := asked.In(clock.Location()).Year()
		var last int
		if err := tx.DB().Select("COALESCE(MAX(number), 0)").From("information_requests").Where(dbx.HashExp{"year": year}).Row(&last); err != nil {
			return err
		}
		// No line is ever deleted, so the next one leaves no gap.
		asking.Load(map[string]any{"code": newCode(), "year": year, "number": last + 1, "due_at": due, "state": "open"})
		if err := e.Next(); err != nil {
			return err
		}
		return tellAsking(tx, asking)
	})
}
