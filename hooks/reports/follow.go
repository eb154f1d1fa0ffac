package reports

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/security"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/definition"
	"mdesa/hooks/mask"
	"mdesa/hooks/office"
)

// codeAlphabet is that of receipts: nothing that is mistaken for another sign.
const codeAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

// begin gives every report that is filed its public side, in the same
// transaction.
func begin(e *core.RecordEvent) error {
	if err := e.Next(); err != nil || e.Record.GetString("kind") != definition.Report {
		return err
	}
	def, err := categoryOf(e.App, e.Record)
	if err != nil {
		return err
	}
	collection, err := e.App.FindCachedCollectionByNameOrId("reports")
	if err != nil {
		return err
	}
	report := core.NewRecord(collection)
	report.Set("request", e.Record.Id)
	report.Set("code", security.RandomStringWithAlphabet(8, codeAlphabet))
	report.Set("service", e.Record.GetString("service"))
	report.Set("category", def.Key)
	report.Set("category_name", def.Name)
	report.Set("category_name_en", def.NameEN)
	report.Set("title", def.Name)
	report.Set("unit", unitOf(def))
	report.Set("class", def.Report.Class)
	report.Set("state", New)
	report.Set("submitted_at", e.Record.GetDateTime("submitted_at"))
	report.Set("first_due_at", e.Record.GetDateTime("step_due_at"))
	report.Set("due_at", e.Record.GetDateTime("due_at"))
	report.Set("public", def.Report.Publish == definition.PublishAtOnce)
	if err := copyTold(e.App, report, e.Record); err != nil {
		return err
	}
	return e.App.Save(report)
}

// copyTold takes over what the reporter said that may be shown without anybody
// reading it: where on the map, when, and as whom.
func copyTold(app core.App, report, request *core.Record) error {
	said := toldIn(request)
	report.Set("identity", said.Identity)
	if request.GetBool("confidential") { // also what is about people of the office
		report.Set("identity", definition.IdentityHandlerOnly)
	}
	report.Set("hamlet", said.Place.Hamlet)
	if said.Place.HasPoint() { // the engine knows what lies there; without a place it says where the reporter lives
		report.Set("hamlet", request.GetString("hamlet"))
	}
	report.Set("point", types.GeoPoint{Lat: said.Place.Lat, Lon: said.Place.Lon})
	report.Set("reporter_name", "")
	if said.Identity == definition.IdentityShown {
		report.Set("reporter_name", mask.Name(request.GetString("applicant_name")))
	}
	clock, err := office.ClockFor(app, "")
	if err != nil || said.Day == "" {
		return err
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", said.Day+" "+max(said.Hour, "00:00"), clock.Location())
	if err == nil {
		report.Set("happened_at", at)
	}
	return err
}

// entry is what the latest event of a request says.
type entry struct {
	Action    string         `db:"action"`
	ActorKind string         `db:"actor_kind"`
	Reason    string         `db:"reason"`
	Data      string         `db:"data"`
	At        types.DateTime `db:"at"`
}

// follow brings the public side to where the request has come, in the
// transaction of the event that moved it.
func follow(e *core.RecordEvent) error {
	if err := e.Next(); err != nil || e.Record.GetString("kind") != definition.Report {
		return err
	}
	report, err := e.App.FindFirstRecordByData("reports", "request", e.Record.Id)
	if err != nil {
		return err
	}
	var last entry
	err = e.App.DB().Select("action", "actor_kind", "reason", "data", "at").From("request_events").
		Where(dbx.HashExp{"request": e.Record.Id, "seq": e.Record.GetInt("last_seq")}).One(&last)
	if err != nil {
		return err
	}
	if err := apply(e.App, report, e.Record, last); err != nil {
		return err
	}
	if err := e.App.Save(report); err != nil {
		return err
	}
	return tell(e.App, report, e.Record, last)
}
