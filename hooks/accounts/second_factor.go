package accounts

import (
	"net/http"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/mails"
	"github.com/pocketbase/pocketbase/tools/security"

	"mdesa/hooks/fault"
	"mdesa/hooks/mask"
	"mdesa/hooks/web"
)

var (
	errSecondStepOver = fault.New(fault.Invalid, "account.second_step_over",
		"Langkah kedua sudah lewat waktu. Tekan Masuk sekali lagi untuk mendapat kode baru.",
		"The second step took too long. Press Log in once more to get a new code.")
	errNoMailServer = fault.New(fault.Unavailable, "officer.no_mail",
		"Kantor ini belum dapat mengirim surel. Minta admin desa menyiapkan pengaturan surel (SMTP) lebih dulu.",
		"This office cannot send e-mail yet. Ask the village admin to set up mail (SMTP) first.")
	errCodeNotSent = fault.New(fault.Unavailable, "officer.mail_failed",
		"Surel tidak dapat dikirim. Periksa alamatnya dan coba lagi; bila tetap gagal, hubungi admin desa.",
		"The e-mail could not be sent. Check the address and try again; if it still fails, ask the village admin.")
	errUnconfirmedMail = fault.New(fault.Invalid, "officer.second_factor_mail",
		"Kode masuk memerlukan surel yang sudah dikonfirmasi. Konfirmasikan surel lebih dulu.",
		"Login codes need a confirmed e-mail address. Confirm the address first.")
)

// codesPerOfficer bounds the mails that a login may ask for. Only somebody who
// knows the password gets this far, so nobody can be locked out with it.
var codesPerOfficer = web.Limit{Name: "accounts.login_codes", N: 6, Per: 15 * time.Minute}

// sendLoginCode answers POST /api/officers/login-code {mfa}, where mfa is what
// the login answered to the right password: {"otp":"…","to":"w••••@desa.example"}.
// A new code makes the ones before it worthless.
func sendLoginCode(e *core.RequestEvent) error {
	asked := struct {
		MFA string `json:"mfa"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errSecondStepOver.Because(err)
	}
	officer, err := inSecondStep(e.App, asked.MFA)
	if err != nil {
		return err
	}
	if !e.App.Settings().SMTP.Enabled {
		return errNoMailServer
	}
	if !codesPerOfficer.Allow(e.App, officer.Id) {
		return errTooManyTries
	}
	otp, err := newLoginCode(e.App, officer)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"otp": otp, "to": mask.Mail(officer.Email())})
}

// inSecondStep finds the officer whose password was right a short while ago.
func inSecondStep(app core.App, id string) (*core.Record, error) {
	officers, err := app.FindCachedCollectionByNameOrId("officers")
	if err != nil {
		return nil, err
	}
	mfa, err := app.FindMFAById(id)
	if err != nil || mfa.CollectionRef() != officers.Id || mfa.HasExpired(officers.MFA.DurationTime()) {
		return nil, errSecondStepOver
	}
	officer, err := app.FindRecordById(officers, mfa.RecordRef())
	if err != nil || !officer.GetBool("second_factor") {
		return nil, errSecondStepOver
	}
	return officer, nil
}

func newLoginCode(app core.App, officer *core.Record) (id string, err error) {
	if err := app.DeleteAllOTPsByRecord(officer); err != nil {
		return "", err
	}
	code := security.RandomStringWithAlphabet(officer.Collection().OTP.Length, "0123456789")
	otp := core.NewOTP(app)
	otp.SetCollectionRef(officer.Collection().Id)
	otp.SetRecordRef(officer.Id)
	otp.SetPassword(code)
	if err := app.Save(otp); err != nil {
		return "", err
	}
	if err := mails.SendRecordOTP(app, officer, otp.Id, code); err != nil {
		return "", errCodeNotSent.Because(err)
	}
	return otp.Id, nil
}

// sendNoCodeUnasked turns PocketBase's own way to a code into an empty shell:
// it asks for no password and would tell who has an address here. Everybody gets
// the answer that unknown addresses get.
func sendNoCodeUnasked(e *core.RecordCreateOTPRequestEvent) error {
	e.Record = nil
	return e.Next()
}

// onlyAsSecondStep keeps a code from being a login by itself, for an officer who
// turned the second step off while the code was on its way.
func onlyAsSecondStep(e *core.RecordAuthWithOTPRequestEvent) error {
	if !e.Record.GetBool("second_factor") {
		return errSecondStepOver
	}
	return e.Next()
}

func checkSecondFactor(e *core.RecordEvent) error {
	if e.Record.GetBool("second_factor") && (e.Record.Email() == "" || !e.Record.Verified()) {
		return errUnconfirmedMail.At("second_factor", errUnconfirmedMail)
	}
	return e.Next()
}

// turnSecondFactor answers POST /api/me/second-factor {on, password}:
// {"second_factor":true}. An admin turns it off in the admin UI for somebody who
// lost the mailbox.
func turnSecondFactor(e *core.RequestEvent) error {
	asked := struct {
		On       bool   `json:"on"`
		Password string `json:"password"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errOldPassword.Because(err)
	}
	if asked.On && !e.App.Settings().SMTP.Enabled {
		return errNoMailServer
	}
	officer, err := confirmOwner(e, "password", asked.Password)
	if err != nil {
		return err
	}
	officer.Set("second_factor", asked.On)
	if err := e.App.Save(officer); err != nil {
		return err
	}
	return e.JSON(http.StatusOK, map[string]any{"second_factor": asked.On})
}
