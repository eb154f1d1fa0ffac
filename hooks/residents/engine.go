package residents

import "context"

// Marker says on whose behalf the register is written: of a life event, of an
// import. Without one, people are registered, corrected and removed by hand.
type Marker struct {
	Cause  string // of the ledger's entries: one of ledger.Causes
	Month  string // "YYYY-MM" in which it counts; "" is the office's present month
	Event  string // id of the life event, if it is one
	Import string // id of the batch, if it is one; "" takes the record's own
}

type markerKey struct{}

// AsEvent lets a save change what only events may change: state of life,
// household, hamlet and family role. Use it with app.SaveWithContext; the cause
// stands in the ledger.
func AsEvent(ctx context.Context, cause string) context.Context {
	return Marked(ctx, Marker{Cause: cause})
}

// Marked is [AsEvent] with all that the ledger shall know.
func Marked(ctx context.Context, marker Marker) context.Context {
	return context.WithValue(ctx, markerKey{}, marker)
}

// EventCause tells on behalf of what a save is made; ok is false for a plain edit.
func EventCause(ctx context.Context) (cause string, ok bool) {
	marker, ok := MarkerOf(ctx)
	return marker.Cause, ok
}

// MarkerOf gives all that [Marked] said. Saves without a context have none.
func MarkerOf(ctx context.Context) (Marker, bool) {
	if ctx == nil {
		return Marker{}, false
	}
	marker, ok := ctx.Value(markerKey{}).(Marker)
	return marker, ok
}
