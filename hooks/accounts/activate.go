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

// perPerson counts tries by NIK and address together: guessing is slowed down,
// and a stranger elsewhere cannot lock the owner out.
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
	if !perPerson.Allow(e.App, nik+" "+e.RealIP()) {
		return errTooManyTries
	}
	if utf8.RuneCountInString(asked.Password) < 8 || len(asked.Password) > 71 || asked.Password == nik {
		return errActivate.At("password", errWeak) // bcrypt reads no more than 72 bytes
	}
	var account *core.Record
	err := e.App.RunInTransaction(func(tx core.App) error {
		found, err := tx.FindFirstRecordByData("accounts", "nik", nik)
		if err != nil || !stillGood(found, asked.Code) {
			return errActivate
		}
		found.SetPassword(asked.Password)
		found.Set("activation_hash", "")
		found.Set("activation_until", "")
		found.Set("activated_at", types.NowDateTime())
		account = found
		return tx.Save(found)
	})
	if err != nil {
		return err
	}
	return apis.RecordAuthResponse(e, account, core.MFAMethodPassword, nil)
}

func stillGood(account *core.Record, code string) bool {
	return sameCode(account.GetString("activation_hash"), account.Id, code) &&
		account.GetBool("active") &&
		time.Now().Before(account.GetDateTime("activation_until").Time())
}

func onlyDigits(typed string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, typed)
}
