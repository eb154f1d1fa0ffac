package office

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/web"
)

// identity is one reading of the office, which every filing asks for; it is
// never changed.
type identity struct {
	record *core.Record
	clocks map[string]*Clock // by hamlet with holidays of its own; "" for all others
}

func memoryOf(app core.App) *web.Remembered[identity] { return web.Memory[identity](app, "office") }

// identityOf reads the office, at best from memory.
func identityOf(app core.App) (*identity, error) { return memoryOf(app).Get(app, readIdentity) }

func forgetWhileWriting(e *core.RecordEvent) error { return memoryOf(e.App).WhileWriting(e) }
