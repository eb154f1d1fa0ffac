package web

import (
	"io/fs"
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
	"github.com/pocketbase/pocketbase/tools/router"
)

// extensionName stands in the addresses of the dashboard's modules:
// /_/extensions/mdesa/….
const extensionName = "mdesa"

// adminPolicy is PocketBase's Content-Security-Policy of the dashboard without
// the development servers and with frames of the page's own making: a letter's
// preview is a PDF that the page holds, not an address.
var adminPolicy = []string{strings.Join([]string{
	"default-src 'self'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' https://tile.openstreetmap.org data: blob:",
	"connect-src 'self' https://nominatim.openstreetmap.org",
	"frame-src 'self' blob:",
	"frame-ancestors 'none'",
}, "; ")}

// RegisterAdmin adds M-Desa's part of PocketBase's dashboard, with main.js and
// its modules from fsys. Nothing in it can keep the dashboard from starting.
func RegisterAdmin(app core.App, fsys fs.FS) {
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		e.UIExtensions = append(e.UIExtensions, core.UIExtension{Name: extensionName, FS: fsys})
		bindAdminPolicy(e.Router)
		return e.Next()
	})
}

// bindAdminPolicy comes first: PocketBase sets its own policy where there is none.
func bindAdminPolicy(r *router.Router[*core.RequestEvent]) {
	r.Bind(&hook.Handler[*core.RequestEvent]{
		Id: "mdesaAdminPolicy",
		Func: func(e *core.RequestEvent) error {
			if strings.HasPrefix(e.Request.URL.Path, "/_/") {
				e.Response.Header()["Content-Security-Policy"] = adminPolicy
			}
			return e.Next()
		},
	})
}
