package requests

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

var (
	errAppendOnly = fault.New(fault.Forbidden, "request.append_only",
		"Riwayat permohonan tidak dapat diubah atau dihapus oleh siapa pun.",
		"The history of a request cannot be changed or deleted by anyone.")
	errUseEvents = fault.New(fault.Forbidden, "request.use_events",
		"Permohonan hanya berubah lewat tindakan (request_events), tidak lewat penyuntingan.",
		"A request changes only through actions (request_events), never by editing it.")
)

// refuse keeps rows that are only ever added.
func refuse(*core.RecordEvent) error { return errAppendOnly }

// onlyEngine lets the fold write a request, and nobody else.
func onlyEngine(e *core.RecordEvent) error {
	if isEngine(e.Context) {
		return e.Next()
	}
	return errUseEvents
}

// trustEngine skips PocketBase's validators for what the engine itself wrote
// into a request: each value was made or checked by it, and looking seven
// relations up again would cost a quarter of a filing.
func trustEngine(e *core.RecordEvent) error {
	if isEngine(e.Context) {
		return nil
	}
	return e.Next()
}
