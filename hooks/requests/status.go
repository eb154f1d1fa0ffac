package requests

import (
	"net/http"
	"strings"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
	"mdesa/hooks/web"
)

var errTooManyChecks = fault.New(fault.TooMany, "request.too_many_checks",
	"Tanda terima ini terlalu sering dicek. Coba lagi beberapa menit lagi.",
	"This receipt was checked too often. Try again in a few minutes.")

// perReceipt slows down guessing the four digits of one receipt, without
// locking anybody out of another.
var perReceipt = web.Limit{Name: "requests.receipt", N: 10, Per: 10 * time.Minute}

// status tells anyone who holds a receipt, and the last four digits of the
// applicant's NIK or phone, where the request stands. It names nobody.
func status(e *core.RequestEvent) error {
	asked := struct {
		Code  string `json:"code"`
		Last4 string `json:"last4"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errNotFound.Because(err)
	}
	code := ReadReceipt(asked.Code)
	if !perReceipt.Allow(e.App, code) {
		return errTooManyChecks
	}
	done := time.NewTimer(web.ReceiptCheckTakes)
	answer, err := lookUp(e.App, code, strings.TrimSpace(asked.Last4))
	<-done.C
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, answer)
}

func lookUp(app core.App, code, last4 string) (map[string]any, error) {
	request, err := app.FindFirstRecordByData("requests", "code", code)
	if err != nil || code == "" {
		return nil, errNotFound
	}
	resident, err := app.FindRecordById("residents", request.GetString("resident"))
	if err != nil {
		return nil, errNotFound
	}
	phone := resident.GetString("phone")
	if account := valueOf(app, "accounts", request.GetString("account"), "phone"); account != "" {
		phone = account
	}
	if !web.EndsWith(resident.GetString("nik"), last4) && !web.EndsWith(phone, last4) {
		return nil, errNotFound
	}
	def, err := definitionOf(app, request)
	if err != nil {
		return nil, err
	}
	answer := map[string]any{
		"code": ShowReceipt(code), "status": request.GetString("status"), "waiting_for": request.GetString("waiting_for"),
		"service_name": request.GetString("service_name"), "service_name_en": request.GetString("service_name_en"),
		"submitted_at": request.GetDateTime("submitted_at"), "due_at": request.GetDateTime("due_at"),
		"closed_at": request.GetDateTime("closed_at"), "closes_at": request.GetDateTime("closes_at"), "step_name": "", "step_name_en": "",
	}
	if request.GetString("step_key") != "" && request.GetString("status") != Answered {
		step := def.Steps[request.GetInt("step")]
		answer["step_name"], answer["step_name_en"] = step.Name, step.NameEN
	}
	letters, err := lettersOf(app, request.Id)
	answer["letter_ready"] = len(letters) > 0
	return answer, err
}
