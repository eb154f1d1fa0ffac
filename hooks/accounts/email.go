package accounts

import (
	"net/http"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var (
	errNoMail = fault.New(fault.Unavailable, "account.no_mail",
		"Kantor ini belum dapat mengirim e-mail. Untuk kata sandi baru, datang ke loket dengan KTP.",
		"This office cannot send e-mail yet. For a new password, come to the counter with your identity card.")
	errMailPassword = fault.New(fault.Invalid, "account.mail_password",
		"Kata sandi tidak cocok. E-mail dapat dipakai untuk masuk kembali, jadi kami memastikan ini Anda.",
		"The password does not match. The e-mail can be used to get back in, so we make sure that it is you.")
	errMailCode = fault.New(fault.Invalid, "account.mail_code",
		"Kode tidak cocok atau sudah lewat waktu. Periksa lagi, atau minta kode baru.",
		"The code does not match or has run out. Check it, or ask for a new one.")
)

// mailLives is how long a code to confirm an address works.
const mailLives = 30 * time.Minute

var (
	mailAsksPerAccount = web.Limit{Name: "accounts.mail", N: 5, Per: time.Hour}
	mailAsksPerAddress = web.Limit{Name: "accounts.mail_address", N: 5, Per: 24 * time.Hour}
	mailTries          = web.Limit{Name: "accounts.mail_code", N: 8, Per: 15 * time.Minute}
)

var (
	confirmSubject = words{"Pastikan e-mail Anda", "Confirm your e-mail"}
	confirmBody    = words{
		"Kode untuk memasang e-mail ini pada akun M-Desa {name}: {code}\nBerlaku 30 menit. Tulis kode ini di halaman Profil.\n\nBila bukan Anda, abaikan pesan ini.",
		"The code to set this e-mail for the M-Desa login of {name}: {code}\nIt works for 30 minutes. Write it on the profile page.\n\nIf it was not you, do nothing.",
	}
	changedSubject = words{"E-mail akun Anda diganti", "The e-mail of your login was changed"}
	changedBody    = words{
		"Akun M-Desa {name} sekarang memakai e-mail lain, atau tidak memakai e-mail lagi. Bila bukan Anda yang mengganti, segera hubungi kantor.",
		"The M-Desa login of {name} now uses another e-mail, or none. If you did not change it, tell the office at once.",
	}
)

// askMail sends a code to the address that a resident wants to use. It counts
// only once the code was typed, see confirmMail.
func askMail(e *core.RequestEvent) error {
	asked := struct {
		Email    string `json:"email"`
		Password string `json:"password"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errMailForm.Because(err)
	}
	address, ok := readMail(asked.Email)
	if !ok || address == "" {
		return errMailForm.At("email", errMailForm)
	}
	if !hasMail(e.App) {
		return errNoMail
	}
	if !mailAsksPerAccount.Allow(e.App, e.Auth.Id) || !mailAsksPerAddress.Allow(e.App, strings.ToLower(address)) {
		return errTooManyTries
	}
	if !e.Auth.ValidatePassword(asked.Password) {
		return errMailPassword.At("password", errMailPassword)
	}
	code := newCode()
	until, err := types.ParseDateTime(time.Now().UTC().Add(mailLives))
	if err != nil {
		return err
	}
	account, err := changeAccount(e, func(account *core.Record) error {
		account.Set("mail_new", address)
		account.Set("mail_hash", hashCode(account.Id, code))
		account.Set("mail_until", until)
		return nil
	})
	if err != nil {
		return err
	}
	app := e.App
	inBackground(app, func() {
		post(app, address, account.GetString("language"), confirmSubject, confirmBody,
			map[string]string{"code": code, "name": account.GetString("name")})
	})
	return answerMail(e, account)
}

// confirmMail makes the address count whose code was typed.
func confirmMail(e *core.RequestEvent) error {
	asked := struct {
		Code string `json:"code"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errMailCode.Because(err)
	}
	if !mailTries.Allow(e.App, e.Auth.Id) {
		return errTooManyTries
	}
	former := ""
	account, err := changeAccount(e, func(account *core.Record) error {
		if !sameCode(account.GetString("mail_hash"), account.Id, asked.Code) || time.Now().After(account.GetDateTime("mail_until").Time()) {
			return errMailCode.At("code", errMailCode)
		}
		former = account.GetString("mail")
		account.Set("mail", account.GetString("mail_new"))
		forgetNewMail(account)
		return nil
	})
	if err != nil {
		return err
	}
	tellFormer(e.App, account, former)
	return answerMail(e, account)
}

// dropMail takes the e-mail away, and one that was never confirmed.
func dropMail(e *core.RequestEvent) error {
	former := ""
	account, err := changeAccount(e, func(account *core.Record) error {
		former = account.GetString("mail")
		account.Set("mail", "")
		forgetNewMail(account)
		return nil
	})
	if err != nil {
		return err
	}
	tellFormer(e.App, account, former)
	return answerMail(e, account)
}

func forgetNewMail(account *core.Record) {
	account.Set("mail_new", "")
	account.Set("mail_hash", "")
	account.Set("mail_until", "")
	account.Set("recovery_hash", "") // a code that went to the former address
	account.Set("recovery_until", "")
}

func tellFormer(app core.App, account *core.Record, former string) {
	if former == "" || former == account.GetString("mail") {
		return
	}
	inBackground(app, func() {
		post(app, former, account.GetString("language"), changedSubject, changedBody, map[string]string{"name": account.GetString("name")})
	})
}

// changeAccount reads the caller's login again behind the write lock.
func changeAccount(e *core.RequestEvent, change func(*core.Record) error) (*core.Record, error) {
	var account *core.Record
	err := e.App.RunInTransaction(func(tx core.App) error {
		var err error
		if account, err = tx.FindRecordById("accounts", e.Auth.Id); err != nil {
			return err
		}
		if err := change(account); err != nil {
			return err
		}
		return tx.Save(account)
	})
	return account, err
}

func answerMail(e *core.RequestEvent, account *core.Record) error {
	return e.JSON(http.StatusOK, map[string]any{"mail": account.GetString("mail"), "mail_new": account.GetString("mail_new")})
}
