package residents

import (
	"net/http"
	"net/url"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
	"mdesa/hooks/fault"
)

var errAuditorsNeedNone = fault.New(fault.Forbidden, "resident.auditors_need_none",
	"Auditor memeriksa pekerjaan kantor; nomor lengkap warga tidak diperlukan untuk itu.",
	"Auditors check the office's work; residents' full numbers are not needed for that.")

// reveal answers POST /api/residents/{id}/reveal {purpose, purpose_note} with the
// person in full: every number, and what is said of health. Each time is noted.
func reveal(e *core.RequestEvent) error {
	resident, err := within(e)
	if err != nil {
		return err
	}
	if isAuditor(e.Auth) {
		return errAuditorsNeedNone
	}
	purpose, err := purposeInBody(e)
	if err != nil {
		return err
	}
	person, _, err := readPerson(e.App, resident)
	if err != nil {
		return err
	}
	audit.Seen(e.App, e.Auth, purpose, audit.Revealed, resident.Id)
	return e.JSON(http.StatusOK, map[string]any{"resident": person})
}

// purposeInBody takes the purpose from the body as well. It goes by the headers,
// where audit looks for it, and not by the address, which is logged.
func purposeInBody(e *core.RequestEvent) (audit.Purpose, error) {
	var body struct {
		Purpose string `json:"purpose"`
		Note    string `json:"purpose_note"`
	}
	if err := e.BindBody(&body); err != nil {
		return audit.Purpose{}, err
	}
	if body.Purpose != "" {
		e.Request.Header.Set("X-Purpose", url.QueryEscape(body.Purpose))
		e.Request.Header.Set("X-Purpose-Note", url.QueryEscape(body.Note))
	}
	return audit.PurposeOf(e)
}
