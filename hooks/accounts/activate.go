package accounts

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	// One text for everything that can be wrong, so that nobody can ask the
	// counter's door who lives here.
	errActivate = fault.New(fault.Invalid, "account.activate",
		"NIK atau kode tidak cocok, atau kodenya sudah lewat waktu. Periksa lagi, atau minta kode baru di kantor desa.",
		"The NIK and the code do not match, or the code has run out. Check them, or ask the village office for a new code.")
	errWeak = fault.New(fault.Invalid, "account.weak_password",
		"Kata sandi paling sedikit 8 huruf atau angka, dan bukan NIK Anda.",
		"The password needs at least 8 characters and must not be your NIK.")
	errTooManyTries = fault.New(fault.TooMany, "account.too_many_tries",
		"Terlalu banyak percobaan. Tunggu beberapa menit, lalu coba lagi.",
		"Too many attempts. Wait a few minutes, then try again.")
)

// perPerson counts tries by NIK and address together, which is by code, as a
// login has one of a kind: guessing is slowed down, and a stranger elsewhere
// cannot lock the owner out. No count goes over all addresses, since it would let
// a stranger use up the owner's code and would win nothing: of 40 random bits a
// thousand addresses find one in 200,000 codes within its week.
var perPerson = web.Limit{Name: "accounts.activation", N: 8, Per: 15 * time.Minute}

// activate turns the one-time code from the counter into a password that only
// the resident knows, and logs them in.
func activate(e *core.RequestEvent) error {
	asked := struct {
		NIK      string `json:"nik"`
		Code     string `json:"code"`
		Password string `json:"password"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errActivate.Because(err)
	}
	nik := onlyDigits(asked.NIK)
	if !perPerson.Allow(e.App, whoTries(e, nik)) {
		return errTooManyTries
	}
	if weakPassword(asked.Password, nik) {
		return errActivate.At("password", errWeak)
	}
	var account *core.Record
	byHand := false
	err := e.App.RunInTransaction(func(tx core.App) error {
		found, err := tx.FindFirstRecordByData("accounts", "nik", nik)
		if err != nil || !stillGood(found, asked.Code) {
			return errActivate
		}
		byHand = sameCode(found.GetString("activation_hash"), found.Id, asked.Code)
		found.SetPassword(asked.Password)
		dropCodes(found)
		found.Set("activated_at", types.NowDateTime())
		account = found
		return tx.Save(found)
	})
	if err != nil {
		return err
	}
	if byHand { // who used a mailed one reads that mailbox already
		tellReplaced(e.App, account, account.GetString("mail"))
	}
	return apis.RecordAuthResponse(e, account, core.MFAMethodPassword, nil)
}

// whoTries is whose budget an attempt is taken from: a device that the login knows
// has its own, see login.go.
func whoTries(e *core.RequestEvent, nik string) string {
	account, err := e.App.FindFirstRecordByData("accounts", "nik", nik)
	if now := deviceOf(e); err == nil && now.knows(account) {
		return now.budget(account)
	}
	return nik + " " + network(e.RealIP())
}

// stillGood takes the code from the counter and the one by e-mail. They are kept
// apart: whoever has one mailed to a neighbour does not spoil the other.
func stillGood(account *core.Record, code string) bool {
	good := false
	for _, kind := range []string{"activation", "recovery"} {
		fits := sameCode(account.GetString(kind+"_hash"), account.Id, code)
		good = good || fits && time.Now().Before(account.GetDateTime(kind+"_until").Time())
	}
	return good && account.GetBool("active")
}

// dropCodes makes all codes worthless that would set another password.
func dropCodes(account *core.Record) {
	for _, kind := range []string{"activation", "recovery"} {
		account.Set(kind+"_hash", "")
		account.Set(kind+"_until", "")
	}
}

// weakPassword tells passwords that are short, too long for bcrypt, which reads no
// more than 72 bytes, or the NIK.
func weakPassword(password, nik string) bool {
	return utf8.RuneCountInString(password) < 8 || len(password) > 71 || password == nik
}

func onlyDigits(typed string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, typed)
}
