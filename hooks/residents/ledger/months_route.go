package ledger

import (
	"net/http"
	"slices"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errClosers = fault.New(fault.Forbidden, "population.closers",
		"Bulan ditutup oleh sekretaris atau kepala desa.",
		"Months are closed by the secretary or the village head.")
	errCloseBody = fault.New(fault.Invalid, "population.close_body",
		"Isian tidak terbaca. Muat ulang halaman, lalu coba lagi.",
		"What was sent cannot be read. Reload the page and try again.")
)

// closers are the roles that close a month.
var closers = []string{"secretary", "village_head"}

func isCloser(auth *core.Record) bool {
	return auth.IsSuperuser() || auth.GetBool("active") && slices.Contains(closers, auth.GetString("role"))
}

// closeMonth answers POST /api/population/close {"month":"2026-11"}.
func closeMonth(e *core.RequestEvent) error {
	if !isCloser(e.Auth) {
		return errClosers
	}
	var body struct {
		Month string `json:"month"`
	}
	if err := e.BindBody(&body); err != nil {
		return errCloseBody.Because(err)
	}
	if _, err := Close(e.App, body.Month, e.Auth); err != nil {
		return err
	}
	made, err := Read(e.App, body.Month, nil)
	if err != nil {
		return err
	}
	return e.JSON(http.StatusOK, made)
}

// shownMonths is how many months the desk lists.
const shownMonths = 36

type monthState struct {
	Month      string `json:"month"`
	Closed     bool   `json:"closed"`
	ClosedAt   string `json:"closed_at"`
	CloserName string `json:"closer_name"`
	MayClose   bool   `json:"may_close"` // by who asks, now
}

// months answers GET /api/population/months: the newest first, and how many
// people there are now, for hamlet heads in their hamlets.
func months(e *core.RequestEvent) error {
	hamlets, err := scope(e.App, e.Auth, "")
	if err != nil {
		return err
	}
	present := Present(e.App)
	now, err := Read(e.App, present, hamlets)
	if err != nil {
		return err
	}
	first, err := firstMonth(e.App)
	if err != nil {
		return err
	}
	next, err := nextToClose(e.App)
	if err != nil {
		return err
	}
	items := []monthState{}
	for _, month := range monthsBetween(max(first, shift(present, 1-shownMonths)), present) {
		state := monthState{Month: month, MayClose: month == next && month < present && isCloser(e.Auth)}
		if closed, err := monthRecord(e.App, month); err != nil {
			return err
		} else if closed != nil {
			state.Closed, state.ClosedAt, state.CloserName = true, closed.GetString("closed_at"), closed.GetString("closer_name")
		}
		items = append(items, state)
	}
	return e.JSON(http.StatusOK, map[string]any{"items": items, "now": now.Lines[len(now.Lines)-1], "hamlets": now.Hamlets})
}
