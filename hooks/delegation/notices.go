package delegation

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/notify"
	"mdesa/hooks/office"
)

var (
	noticeReceived = notify.Declare(notify.Text{Key: "delegation.received", Group: "rights", Urgency: notify.Urgent,
		ID: "Anda menerima pelimpahan ({kind}) mulai {day} sampai {until}.",
		EN: "You have received a delegation ({kind}) from {day} to {until}."})
	noticeEnded = notify.Declare(notify.Text{Key: "delegation.ended", Group: "rights",
		ID: "Pelimpahan ({kind}) kepada Anda berakhir pada {day}.",
		EN: "The delegation ({kind}) to you ends on {day}."})
)

// notices binds what who acts for somebody is told, within the transaction of the
// delegation.
func notices(app core.App) {
	app.OnRecordCreate("delegations").BindFunc(func(e *core.RecordEvent) error {
		return tell(e, noticeReceived, "starts_on")
	})
	app.OnRecordUpdate("delegations").BindFunc(func(e *core.RecordEvent) error {
		return tell(e, noticeEnded, "revoked_on")
	})
}

func tell(e *core.RecordEvent, key, day string) error {
	if err := e.Next(); err != nil {
		return err
	}
	from, until := e.Record.GetString(day), e.Record.GetString("ends_on")
	return notify.Tell(e.App, notify.Notice{Officer: e.Record.GetString("to"), Key: key, Link: "/petugas/delegasi", Data: map[string]string{
		"kind": e.Record.GetString("form"), "day": office.LongDay(from, "id"), "day_en": office.LongDay(from, "en"),
		"until": office.LongDay(until, "id"), "until_en": office.LongDay(until, "en"),
	}})
}
