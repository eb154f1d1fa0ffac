package news

import (
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/ozzo-validation/v4/is"
	"github.com/pocketbase/pocketbase/core"

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
)

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
	tidyLines(asking, "information", "purpose")
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
		asking.Load(map[string]any{"code": newCode(), "year": year, "number": last + 1, "due_at": due, "state": "open", "emptied_on": ""})
		if err := e.Next(); err != nil {
			return err
		}
		return tellAsking(tx, asking)
	})
}
