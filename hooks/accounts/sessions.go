package accounts

import "github.com/pocketbase/pocketbase/core"

// endSessions makes the tokens of a login that is switched off worthless. The
// auth rule only guards the door: who is in already would stay for days.
func endSessions(e *core.RecordEvent) error {
	if !e.Record.GetBool("active") {
		e.Record.RefreshTokenKey()
	}
	return e.Next()
}
