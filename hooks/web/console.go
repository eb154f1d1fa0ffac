package web

import (
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
	"github.com/pocketbase/pocketbase/tools/router"

	"mdesa/hooks/fault"
)

var errConsoleOff = fault.New(fault.Forbidden, "web.console_off",
	"Konsol SQL dimatikan: perintahnya melewati aturan dan catatan M-Desa. Ubah data lewat koleksi.",
	"The SQL console is off: its statements would bypass M-Desa's rules and records. Change data through the collections.")

var errNobodyElse = fault.New(fault.Forbidden, "web.nobody_else",
	"Tidak seorang pun, termasuk admin, dapat bertindak atas nama orang lain.",
	"Nobody, the admin included, can act in the name of someone else.")

// bindConsole closes two of PocketBase's routes for everyone. The SQL console
// runs past hooks and rules and could drop the triggers that keep events and
// letters unchanged; impersonation would let an admin sign as the village head.
// The routes exist already and a second one of the same pattern would panic, so
// a middleware stands in front of them.
func bindConsole(r *router.Router[*core.RequestEvent]) {
	r.Bind(&hook.Handler[*core.RequestEvent]{
		Id: "mdesaConsole",
		Func: func(e *core.RequestEvent) error {
			if strings.HasSuffix(e.Request.Pattern, " /api/sql") {
				return errConsoleOff
			}
			if strings.Contains(e.Request.Pattern, "/impersonate/") {
				return errNobodyElse
			}
			return e.Next()
		},
	})
}
