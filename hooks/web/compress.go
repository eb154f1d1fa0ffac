package web

import (
	"strings"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"
	"github.com/pocketbase/pocketbase/tools/router"
)

// bindCompression sends longer API answers as gzip: the catalogue with its forms
// shrinks to a sixth. Files and open answers are compressed already, realtime
// messages must not wait.
func bindCompression(r *router.Router[*core.RequestEvent]) {
	gzip := apis.GzipWithConfig(apis.GzipConfig{MinLength: 1024})
	r.Bind(&hook.Handler[*core.RequestEvent]{
		Id: "mdesaCompression",
		Func: func(e *core.RequestEvent) error {
			path := e.Request.URL.Path
			if !strings.HasPrefix(path, "/api/") ||
				strings.HasPrefix(path, "/api/files/") || strings.HasPrefix(path, "/api/realtime") ||
				strings.HasPrefix(path, OpenPath) {
				return e.Next()
			}
			return gzip.Func(e)
		},
	})
}
