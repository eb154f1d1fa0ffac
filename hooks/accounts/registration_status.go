package accounts

import (
	"net/http"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var errNoRegistration = fault.New(fault.NotFound, "registration.not_found",
	"Kode pendaftaran dan 4 angka terakhir NIK tidak cocok. Periksa keduanya pada bukti pendaftaran Anda.",
	"The registration code and the last 4 digits of the NIK do not match. Check both on your receipt.")

// perRegistration slows down guessing the four digits of one receipt.
var perRegistration = web.Limit{Name: "accounts.registration_status", N: 10, Per: 10 * time.Minute}

// registrationStatus tells who holds the receipt, and the last four digits of
// the NIK or phone that was typed, how it stands. It names nobody.
func registrationStatus(e *core.RequestEvent) error {
	asked := struct {
		Code  string `json:"code"`
		Last4 string `json:"last4"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errNoRegistration.Because(err)
	}
	code := plainCode(asked.Code)
	if !perRegistration.Allow(e.App, code) {
		return errTooManyTries
	}
	done := time.NewTimer(web.ReceiptCheckTakes)
	found, err := e.App.FindFirstRecordByData("registrations", "code", code)
	fits := err == nil && code != "" && (web.EndsWith(found.GetString("nik"), asked.Last4) || web.EndsWith(found.GetString("phone"), asked.Last4))
	<-done.C
	if !fits {
		return errNoRegistration
	}
	return e.JSON(http.StatusOK, map[string]any{
		"code": showCode(code), "state": found.GetString("state"), "reason": found.GetString("reason"), "note": found.GetString("note"),
		"created": found.GetDateTime("created"), "decided_at": found.GetDateTime("decided_at"),
		"until": expiryOf(found).UTC().Format(time.RFC3339),
	})
}
