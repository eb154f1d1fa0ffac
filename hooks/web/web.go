// Package web is M-Desa's front: how the database opens, what the server's
// settings are, the pages, their headers, and what one address or one account
// may try how often.
package web

import (
	"io/fs"

	"github.com/pocketbase/pocketbase/core"

	pages "mdesa/pb_public"
)

// Register binds the front to an app.
func Register(app core.App) {
	tuneMemory()
	RegisterPages(app, pages.Files)
	RegisterAdmin(app, pages.Admin)
}

// RegisterPages binds the front with the page's files from fsys. They are read
// once, when the server starts.
func RegisterPages(app core.App, fsys fs.FS) {
	bindTiles(app)
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		if err := applySettings(e.App); err != nil {
			return err
		}
		files, err := load(fsys)
		if err != nil {
			return err
		}
		bindHeaders(e.Router)
		bindConsole(e.Router)
		bindCompression(e.Router)
		bindPages(e.Router, files)
		return e.Next()
	})
}
