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

var errRestoreThere = fault.New(fault.Forbidden, "web.restore_there",
	"Cadangan tidak dipulihkan atau diunggah lewat jaringan: jejak akses sesudahnya akan hilang. Pulihkan di server: hentikan program, buka cadangan, jalankan lagi.",
	"Backups are not restored or uploaded over the network: the trail since then would be gone. Restore on the server: stop the program, unpack the backup, start.")

// bindConsole closes some of PocketBase's routes for everyone. The SQL console
// runs past hooks and rules and could drop the triggers that keep events and
// letters unchanged; impersonation would let an admin sign as the village head;
// with an older backup the trail of who saw what would end where it ended then.
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
			if strings.HasSuffix(e.Request.Pattern, "/api/backups/{key}/restore") || strings.HasSuffix(e.Request.Pattern, "/api/backups/upload") {
				return errRestoreThere
			}
			return e.Next()
		},
	})
}
