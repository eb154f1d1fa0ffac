package web

import (
	"net/http"
	"path"
	"strings"

	"github.com/pocketbase/pocketbase/apis"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/router"

	"mdesa/hooks/fault"
)

var (
	errNoRoute = fault.New(fault.NotFound, "web.no_route",
		"Alamat ini tidak ada di layanan M-Desa. Periksa kembali alamatnya.",
		"There is nothing at this address of the M-Desa service. Please check it.")
	errNoFile = fault.New(fault.NotFound, "web.no_file",
		"Berkas ini tidak ada.",
		"There is no such file.")
)

// bindPages answers every GET that no other route takes: a file by its name, the
// staff desk below /petugas, the residents' page for any other address without
// extension. One pattern does it all, because ServeMux refuses a route without
// method such as "/api/{path...}" beside "GET /{path...}". Other methods end in
// PocketBase's own 404.
func bindPages(r *router.Router[*core.RequestEvent], files map[string]*file) {
	r.GET("/{path...}", func(e *core.RequestEvent) error {
		name := e.Request.PathValue("path")
		if name == "api" || strings.HasPrefix(name, "api/") {
			return errNoRoute
		}
		if f := files[name]; f != nil {
			f.send(e.Response, e.Request)
			return nil
		}
		f := files[pageFor(name)]
		if f == nil || path.Ext(name) != "" {
			return errNoFile
		}
		f.showing(tilesOf(e.App)).send(e.Response, e.Request)
		return nil
	}).Bind(apis.SkipSuccessActivityLog())

	// Without this the page above would answer, not the dashboard at "/_/".
	r.GET("/_", func(e *core.RequestEvent) error {
		return e.Redirect(http.StatusMovedPermanently, "/_/")
	})
}

func pageFor(name string) string {
	if name == "petugas" || strings.HasPrefix(name, "petugas/") {
		return "staff.html"
	}
	return "index.html"
}
