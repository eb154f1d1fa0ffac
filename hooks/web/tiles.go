package web

import (
	"net/url"
	"strings"
	"sync"

	"github.com/pocketbase/pocketbase/core"
)

// tiles is the server of the map's pictures, with the pages as they are sent
// while the office uses it.
type tiles struct {
	server string   // "https://tiles.example:8443"; "" is a plain map
	pages  sync.Map // *file → *file with a policy that lets the server in
}

func tilesMemory(app core.App) *Remembered[tiles] { return Memory[tiles](app, "web.tiles") }

// bindTiles makes the pages follow the office's choice at once.
func bindTiles(app core.App) {
	follow := func(e *core.RecordEvent) error { return tilesMemory(e.App).WhileWriting(e) }
	app.OnRecordCreateExecute("office").BindFunc(follow)
	app.OnRecordUpdateExecute("office").BindFunc(follow)
}

// tilesOf is the present choice. Without an office there is none, and the page
// is sent all the same.
func tilesOf(app core.App) *tiles {
	chosen, err := tilesMemory(app).Get(app, func(app core.App) (*tiles, error) {
		var templates []string
		err := app.DB().Select("tiles").From("office").Column(&templates)
		return &tiles{server: serverOf(strings.Join(templates, ""))}, err
	})
	if err != nil {
		app.Logger().Error("the map's pictures", "error", err)
		return &tiles{}
	}
	return chosen
}

// serverOf is what a Content-Security-Policy calls the server of an address; the
// office's own check lets only plain hosts through.
func serverOf(template string) string {
	u, err := url.Parse(template)
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

// showing is the file as it is sent while these tiles are in use: a page's
// policy names their server.
func (f *file) showing(t *tiles) *file {
	if f.policy == nil || t.server == "" || f.kind[0] != kinds[".html"] {
		return f
	}
	if made, ok := t.pages.Load(f); ok {
		return made.(*file)
	}
	own := *f
	own.policy = []string{policy(f.body, t.server)}
	t.pages.Store(f, &own)
	return &own
}
