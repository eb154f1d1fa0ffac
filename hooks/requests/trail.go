package requests

import (
	"crypto/subtle"
	"net/http"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// perTrail slows down trying fingerprints on one receipt.
var perTrail = web.Limit{Name: "requests.trail", N: 10, Per: 10 * time.Minute}

// trail answers POST /api/requests/trail {code, hash} to anyone who holds a
// receipt with a fingerprint: whether the request's history still contains that
// event and hangs together from first to last. An unknown receipt, a wrong
// fingerprint and a rewritten history all read "no", after the same time.
func trail(e *core.RequestEvent) error {
	asked := struct {
		Code string `json:"code"`
		Hash string `json:"hash"`
	}{}
	if err := e.BindBody(&asked); err != nil {
		return errNotFound.Because(err)
	}
	code := ReadReceipt(asked.Code)
	if !perTrail.Allow(e.App, code) {
		return errTooManyChecks
	}
	done := time.NewTimer(web.ReceiptCheckTakes)
	whole := stillThere(e.App, code, ReadFingerprint(asked.Hash))
	<-done.C
	return e.JSON(http.StatusOK, map[string]bool{"whole": whole})
}

func stillThere(app core.App, code, fingerprint string) bool {
	request, err := app.FindFirstRecordByData("requests", "code", code)
	if err != nil || code == "" || fingerprint == "" {
		return false
	}
	events, err := EventsOf(app, request.Id)
	if err != nil || len(events) == 0 || events[len(events)-1].Hash != request.GetString("last_hash") {
		return false
	}
	check := CheckChain
	if request.GetString("emptied_on") != "" {
		check = CheckLinks
	}
	return check(events) == nil && contains(events, fingerprint)
}

func contains(events []Event, fingerprint string) bool {
	for _, event := range events {
		if len(event.Hash) >= len(fingerprint) &&
			subtle.ConstantTimeCompare([]byte(event.Hash[:len(fingerprint)]), []byte(fingerprint)) == 1 {
			return true
		}
	}
	return false
}
