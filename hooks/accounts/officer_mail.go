package accounts

import (
	"net/http"
	"net/mail"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
)

var (
	errOfficerMailAddress = fault.New(fault.Invalid, "officer.mail_address",
		"Tulis alamat surel yang lengkap, misalnya nama@contoh.id.",
		"Write a complete e-mail address, such as name@example.org.")
	errOfficerMailCode = fault.New(fault.Invalid, "officer.mail_code",
		"Kode tidak cocok atau sudah lewat waktu. Periksa lagi, atau minta kode baru.",
		"The code does not match or has run out. Check it, or ask for a new one.")
	errOfficerMailTaken = fault.New(fault.Conflict, "officer.mail_taken",
		"Alamat ini sudah dipakai petugas lain. Pakai surel Anda sendiri.",
		"Another officer uses this address already. Use a mailbox of your own.")
)

// officerMailCodeLives is how long a code that confirms an address works.
const officerMailCodeLives = 15 * time.Minute

// askOfficerMail answers POST /api/me/email {email, password} with 204 and a code in
// that mailbox. The address in use stays until the code is typed.
func askOfficerMail(e *core.RequestEvent) error {
	asked := struct {
		Email    string `json:"email"`
		Password string `json:"password"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errOfficerMailAddress.Because(err)
	}
	address := strings.ToLower(strings.TrimSpace(asked.Email))
	if parsed, err := mail.ParseAddress(address); err != nil || parsed.Address != address || len(address) > 200 {
		return errOfficerMailAddress.At("email", errOfficerMailAddress)
	}
	if !e.App.Settings().SMTP.Enabled {
		return errNoMailServer
	}
	officer, err := confirmOwner(e, "password", asked.Password)
	if err != nil {
		return err
	}
	if !codesPerOfficer.Allow(e.App, officer.Id) {
		return errTooManyTries
	}
	code := newCode()
	until, err := types.ParseDateTime(time.Now().Add(officerMailCodeLives))
	if err != nil {
		return err
	}
	officer.Set("email_new", address)
	officer.Set("email_hash", hashCode(officer.Id, code))
	officer.Set("email_until", until)
	if err := e.App.Save(officer); err != nil {
		return err
	}
	if err := sendMailCode(e.App, officer, address, code); err != nil {
		return errCodeNotSent.Because(err)
	}
	return e.NoContent(http.StatusNoContent)
}

// confirmOfficerMail answers POST /api/me/email/confirm {code} like a login: PocketBase
// makes a new token key with a new address, which ends the other sessions.
func confirmOfficerMail(e *core.RequestEvent) error {
	asked := struct {
		Code string `json:"code"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errOfficerMailCode.Because(err)
	}
	if !mayTryOwn(e) {
		return errTooManyTries
	}
	officer, err := e.App.FindRecordById("officers", e.Auth.Id)
	if err != nil {
		return err
	}
	if !sameCode(officer.GetString("email_hash"), officer.Id, asked.Code) ||
		!time.Now().Before(officer.GetDateTime("email_until").Time()) {
		return errOfficerMailCode.At("code", errOfficerMailCode)
	}
	address := officer.GetString("email_new")
	if other, err := e.App.FindAuthRecordByEmail("officers", address); err == nil && other.Id != officer.Id {
		return errOfficerMailTaken.At("email", errOfficerMailTaken)
	}
	officer.SetEmail(address)
	officer.SetVerified(true)
	for _, field := range []string{"email_new", "email_hash", "email_until"} {
		officer.Set(field, "")
	}
	if err := e.App.Save(officer); err != nil {
		return err
	}
	return apis.RecordAuthResponse(e, officer, "", nil)
}

// PocketBase's own mails about passwords and addresses go past the second
// factor: who has the mailbox would have both. Nobody gets one, and everybody
// the same answer; an officer without a password asks the admin.
func sendNoReset(e *core.RecordRequestPasswordResetRequestEvent) error {
	return e.NoContent(http.StatusNoContent)
}

func sendNoVerification(e *core.RecordRequestVerificationRequestEvent) error {
	return e.NoContent(http.StatusNoContent)
}

func sendNoChange(e *core.RecordRequestEmailChangeRequestEvent) error {
	return e.NoContent(http.StatusNoContent)
}
