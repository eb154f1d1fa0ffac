package programs

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/delegation"
	"mdesa/hooks/notify"
)

var (
	toldWaiting = notify.Declare(notify.Text{Key: "milestone.waiting", Group: "tasks",
		ID: "Kelian banjar mencatat {percent}% pada program \"{title}\". Periksa fotonya, lalu konfirmasi.",
		EN: "A hamlet head recorded {percent}% for the program \"{title}\". Look at the photos, then confirm it."})
	toldConfirmed = notify.Declare(notify.Text{Key: "milestone.confirmed", Group: "tasks",
		ID: "Catatan Anda, {percent}% pada program \"{title}\", dikonfirmasi kantor dan kini tampil untuk warga.",
		EN: "Your note, {percent}% for the program \"{title}\", was confirmed by the office; residents see it now."})
	toldDeclined = notify.Declare(notify.Text{Key: "milestone.declined", Group: "tasks",
		ID: "Catatan Anda, {percent}% pada program \"{title}\", tidak dikonfirmasi kantor. Tanyakan kepada petugas program.",
		EN: "Your note, {percent}% for the program \"{title}\", was not confirmed by the office. Ask who keeps the program."})
)

// observed tells all who keep programs that something waits for them.
const observed = "milestone.observed"

var _ = notify.Explain(observed, func(app core.App, cause notify.Cause, _ string) ([]notify.Notice, string, error) {
	officers, err := app.FindAllRecords("officers", dbx.HashExp{"active": true})
	var notices []notify.Notice
	for _, officer := range officers {
		if may, err := delegation.Holds(app, officer, keepers...); err != nil {
			return nil, "", err
		} else if may {
			notices = append(notices, notify.Notice{Officer: officer.Id, Key: toldWaiting, Data: cause.Data, Link: "/petugas/program/" + cause.Subject})
		}
	}
	return notices, "", err
})

// tellKept tells the office of a new observation, and who made it that it counts.
func tellKept(tx core.App, record, before *core.Record) error {
	switch {
	case before == nil && record.GetBool("waiting"):
		data, err := aboutMilestone(tx, record)
		if err != nil {
			return err
		}
		return notify.Later(tx, notify.Cause{Kind: observed, Subject: record.GetString("program"), Data: data})
	case before != nil && before.GetBool("waiting") && !record.GetBool("waiting"):
		return tellObserver(tx, record, toldConfirmed)
	}
	return nil
}

// tellDeclined tells who made an observation that the office took it away.
func tellDeclined(tx core.App, record *core.Record) error {
	if who := actorOf(record); who == nil || who.Id == record.GetString("officer") || !record.GetBool("waiting") {
		return nil
	}
	return tellObserver(tx, record, toldDeclined)
}

func tellObserver(tx core.App, record *core.Record, key string) error {
	data, err := aboutMilestone(tx, record)
	if err != nil {
		return err
	}
	return notify.Tell(tx, notify.Notice{Officer: record.GetString("officer"), Key: key, Data: data, Link: "/petugas/program/" + record.GetString("program")})
}

func aboutMilestone(tx core.App, record *core.Record) (map[string]string, error) {
	program, err := tx.FindRecordById("programs", record.GetString("program"))
	if err != nil {
		return nil, err
	}
	return map[string]string{"percent": record.GetString("percent"), "title": notify.Typed(program.GetString("title"))}, nil
}
