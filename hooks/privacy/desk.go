package privacy

import (
	"net/http"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/audit"
)

// openCases answers GET /api/privacy/open for staff: what residents ask about
// their data, the one due first on top, or with ?state=settled what was answered
// last. Hamlet heads see corrections of their hamlets; questions about who saw
// what are for those who answer them, and for the auditor.
func openCases(e *core.RequestEvent) error {
	if !e.Auth.IsSuperuser() && !isOfficer(e.Auth) {
		return errNotYoursToDecide
	}
	settled := e.Request.URL.Query().Get("state") == "settled"
	corrections, err := correctionsFor(e.App, e.Auth, settled)
	if err != nil {
		return err
	}
	questions, err := questionsFor(e.App, e.Auth, settled)
	if err != nil {
		return err
	}
	looks := []audit.Look{}
	for _, c := range corrections {
		looks = append(looks, audit.Look{Resident: c.Resident, Purpose: audit.Purpose{Kind: audit.Upkeep}})
	}
	for _, q := range questions {
		looks = append(looks, audit.Look{Resident: q.Resident, Purpose: audit.Purpose{Kind: audit.Oversight}})
	}
	audit.SeenEach(e.App, e.Auth, audit.Listed, looks...)
	return e.JSON(http.StatusOK, map[string]any{"corrections": corrections, "questions": questions})
}
