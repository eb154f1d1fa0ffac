package imports

import "errors"

// Options are what the office chooses for a file.
type Options struct {
	CreateHamlets bool   // that the file names and the office does not have
	Hamlet        string // id: of rows that name none
}

// errStopped ends a reading that nobody waits for any more.
var errStopped = errors.New("stopped")
