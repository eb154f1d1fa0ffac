package web

import (
	"os"
	"path"
	"strings"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
	"github.com/pocketbase/pocketbase/tools/router"
)

var (
	referrer    = []string{"strict-origin-when-cross-origin"}
	permissions = []string{"camera=(self), microphone=(), geolocation=(self), payment=(), usb=()"}
	transport   = []string{"max-age=31536000"} // seconds
	noStore     = []string{"no-store"}
	nosniff     = []string{"nosniff"}
)

// bindHeaders adds what every answer carries, errors included: it stands before
// all other middlewares. The pages add their Content-Security-Policy themselves;
// the admin UI keeps PocketBase's.
func bindHeaders(r *router.Router[*core.RequestEvent]) {
	behindProxy := os.Getenv(ProxyHeaderEnv) != ""
	r.Bind(&hook.Handler[*core.RequestEvent]{
		Id:       "mdesaHeaders",
		Priority: apis.DefaultActivityLoggerMiddlewarePriority - 10,
		Func: func(e *core.RequestEvent) error {
			h := e.Response.Header()
			h["X-Content-Type-Options"] = nosniff
			h["Referrer-Policy"] = referrer
			if path.Ext(e.Request.URL.Path) == "" { // these two speak of pages, not of their parts
				h["Permissions-Policy"] = permissions
				h["Cross-Origin-Opener-Policy"] = sameOrigin
			}
			if e.IsTLS() || behindProxy && e.Request.Header.Get("X-Forwarded-Proto") == "https" {
				h["Strict-Transport-Security"] = transport
			}
			if caching := cachingOf(e); caching != nil {
				h["Cache-Control"] = caching
			}
			return e.Next()
		},
	})
}

// cachingOf is the Cache-Control an answer starts with; nil leaves it to
// PocketBase, which keeps files for 30 days and, at addresses that carry no
// version, the admin UI's extensions for 14.
func cachingOf(e *core.RequestEvent) []string {
	address := e.Request.URL.Path
	switch {
	case strings.HasPrefix(address, "/_/extensions"):
		return revalidated
	case strings.HasPrefix(address, "/api/files/"):
		// A token means a protected file: somebody's document or letter, which
		// must not stay on a shared computer.
		if strings.Contains(e.Request.URL.RawQuery, "token=") {
			return noStore
		}
		return nil
	case strings.HasPrefix(address, "/api/"):
		return noStore
	default:
		return nil
	}
}
