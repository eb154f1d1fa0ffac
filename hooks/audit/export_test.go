package audit

import (
	"time"

	"github.com/pocketbase/pocketbase/core"
)

// HoldBatches keeps what is noted out of the table until release is called.
func HoldBatches(app core.App) (release func()) {
	t := trailOf(app)
	t.writing.Lock()
	return t.writing.Unlock
}

// Replay is what the program does at its start.
func Replay(app core.App) error { return trailOf(app).replay() }

// Close is what the program does at its end.
func Close(app core.App) { trailOf(app).close() }

// SeenAt is [Seen] at another time.
func SeenAt(app core.App, auth *core.Record, at time.Time, resident string) {
	entry := by(auth).of(resident, Purpose{Kind: AtCounter})
	entry.ID, entry.What, entry.At = core.GenerateDefaultRandomId(), Viewed, at.UTC().Truncate(time.Millisecond)
	trailOf(app).add([]Entry{entry})
}

// HeldOf is where collections keep whose data they hold.
var HeldOf = heldOf
