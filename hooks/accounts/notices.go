package accounts

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/notify"
)

var noticeRegistered = notify.Declare(notify.Text{Key: "registration.waiting", Group: "registrations",
	ID: "Ada warga yang mendaftar dan menunggu diperiksa.",
	EN: "Somebody has registered and waits to be checked."})

// causeRegistered is a registration that came in.
const causeRegistered = "accounts.registered"

var _ = notify.Explain(causeRegistered, tellRegistered)

// notices binds what the desk is told of registrations.
func notices(app core.App) {
	app.OnRecordCreate("registrations").BindFunc(func(e *core.RecordEvent) error {
		if err := e.Next(); err != nil {
			return err
		}
		return notify.Later(e.App, notify.Cause{Kind: causeRegistered, Subject: e.Record.Id})
	})
}

// tellRegistered explains a registration: who may check it is told, once until
// they look. Anybody may register, also somebody who means to bury a desk.
func tellRegistered(app core.App, cause notify.Cause, _ string) ([]notify.Notice, string, error) {
	registration, err := app.FindRecordById("registrations", cause.Subject)
	if err != nil || registration.GetString("state") != waiting {
		return nil, "", nil
	}
	hamlet := ""
	if found, err := app.FindFirstRecordByData("residents", "nik", registration.GetString("nik")); err == nil {
		hamlet = found.GetString("hamlet")
	}
	officers, err := app.FindAllRecords("officers", dbx.HashExp{"active": true})
	if err != nil {
		return nil, "", err
	}
	var notices []notify.Notice
	for _, officer := range officers {
		hamlets, err := reachOf(app, officer)
		if err != nil || !within(hamlets, hamlet) {
			continue // not their task, or not their people
		}
		told, err := app.CountRecords("notices", dbx.HashExp{"officer": officer.Id, "key": noticeRegistered, "read_at": ""})
		if err != nil {
			return nil, "", err
		}
		if told == 0 {
			notices = append(notices, notify.Notice{Officer: officer.Id, Key: noticeRegistered, Link: "/petugas/pendaftaran"})
		}
	}
	return notices, "", nil
}
