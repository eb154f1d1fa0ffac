package services

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
)

var (
	errUnsound = fault.New(fault.Invalid, "service.unsound",
		"Layanan belum tersimpan karena {count} hal belum dapat bekerja. Perbaiki bagian yang ditandai.",
		"The service was not saved: {count} things in it cannot work. Mend the marked parts.")
	errMore = fault.New(fault.Invalid, "service.more",
		"{first} (Masih ada {more} hal lain di bagian ini.)",
		"{first} (There are {more} more in this part.)")
	errFiled = fault.New(fault.Conflict, "service.filed",
		"Layanan ini tidak dapat dihapus karena sudah ada permohonannya. Matikan “active” agar tidak dapat diajukan lagi; permohonan yang berjalan tetap selesai.",
		"This service cannot be deleted: requests were filed for it. Switch “active” off so that no more can be filed; those under way will still be finished.")
)

// refuseUnsound stops a service that could not work, naming every place. The
// letter's own text is checked by those who write letters.
func refuseUnsound(e *core.RecordEvent) error {
	d, problems := definition.FromFields(e.Record.Get)
	if d != nil {
		units, err := unitKeys(e.App)
		if err != nil {
			return err
		}
		problems = append(d.Check(), d.CheckUnits(units)...)
	}
	if len(problems) > 0 {
		return refusal(problems)
	}
	return e.Next()
}

// unitKeys are the sections that a step may name.
func unitKeys(app core.App) (keys []string, err error) {
	err = app.DB().Select("key").From("units").OrderBy("sort").Column(&keys)
	return keys, err
}

// refusal hangs each problem on the record's field that holds it. A field of a
// form shows one message: the first problem, and how many more there are.
func refusal(problems []definition.Problem) *fault.Fault {
	first, count := map[string]*fault.Fault{}, map[string]int{}
	for _, problem := range problems {
		field := problem.Record()
		if first[field] == nil {
			first[field] = problem.Fault
		}
		count[field]++
	}
	refused := errUnsound.With("count", len(problems))
	for field, reason := range first {
		if more := count[field] - 1; more > 0 {
			reason = errMore.WithText("first", reason.In("id"), reason.In("en")).With("more", more)
		}
		refused = refused.At(field, reason)
	}
	return refused
}

func keepWhatWasFiled(e *core.RecordEvent) error {
	filed, err := e.App.CountRecords("requests", dbx.HashExp{"service": e.Record.Id})
	if err != nil {
		return err
	}
	if filed > 0 {
		return errFiled
	}
	return e.Next()
}
