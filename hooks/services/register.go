// Package services is the catalogue: what residents can ask the office for, as
// data that the admin edits. It refuses what cannot work and gives a new office
// the letters that every village writes.
package services

import "github.com/pocketbase/pocketbase/core"

// Register binds the slice to an app.
func Register(app core.App) {
	app.OnRecordCreate("services").BindFunc(completeReport)
	app.OnRecordUpdate("services").BindFunc(completeReport)
	app.OnRecordValidate("services").BindFunc(refuseUnsound)
	app.OnRecordDelete("services").BindFunc(keepWhatWasFiled)
	app.OnServe().BindFunc(func(e *core.ServeEvent) error {
		if err := Seed(e.App); err != nil {
			return err
		}
		if err := SeedReports(e.App); err != nil {
			return err
		}
		return e.Next()
	})
}
