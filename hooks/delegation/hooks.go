package delegation

import (
	"fmt"
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errNotYours = fault.New(fault.Forbidden, "delegation.not_yours",
		"Pelimpahan dibuat dan diakhiri oleh pejabatnya sendiri; untuk kepala wilayah dan petugas juga oleh sekretaris atau pimpinan. Hubungi mereka atau admin.",
		"A delegation is made and ended by the holder of the post; for hamlet heads and officers also by the secretary or the head. Ask them or the admin.")
	errKept = fault.New(fault.Forbidden, "delegation.kept",
		"Pelimpahan tidak dapat dihapus: surat dan keputusan bersandar padanya. Akhiri lebih awal bila perlu.",
		"A delegation cannot be deleted: letters and decisions rest on it. End it early if needed.")
)

// whoDelegates is the request hook of new delegations: it says who makes it and
// drops what is not the client's to say.
func whoDelegates(e *core.RecordRequestEvent) error {
	kind, name := "superuser", "Admin"
	if !e.HasSuperuserAuth() {
		if e.Auth == nil || e.Auth.Collection().Name != "officers" {
			return errNotYours
		}
		kind, name = "officer", e.Auth.GetString("name")
	}
	e.Record.Load(map[string]any{"made_by_kind": kind, "made_by": e.Auth.Id, "made_by_name": name,
		"revoked_on": "", "revoked_by": "", "revoked_by_name": ""})
	return e.Next()
}

// whoEnds is the request hook of changes: all that a client can say is the day.
func whoEnds(e *core.RecordRequestEvent) error {
	name := "Admin"
	if !e.HasSuperuserAuth() {
		staff, err := StaffOf(e.App)
		if err != nil {
			return err
		}
		if e.Auth == nil || !MayMake(staff.People[e.Auth.Id], of(e.Record.Original()), office.Today(e.App)) {
			return errNotYours
		}
		name = e.Auth.GetString("name")
	}
	e.Record.Load(map[string]any{"revoked_by": e.Auth.Id, "revoked_by_name": name})
	return e.Next()
}

// delegate is the model hook of new delegations, whoever makes them: all is
// checked behind the write lock, so that of two for one post only one is made.
func delegate(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		staff, err := StaffOf(tx)
		if err != nil {
			return err
		}
		today := office.Today(tx)
		d := Complete(of(e.Record), staff)
		if maker := e.Record.GetString("made_by"); e.Record.GetString("made_by_kind") == "officer" && !MayMake(staff.People[maker], d, today) {
			return errNotYours
		}
		if err := Check(d, staff, today); err != nil {
			return err
		}
		return keep(e, tx, d, staff)
	})
}

func keep(e *core.RecordEvent, tx core.App, d Delegation, staff *Staff) error {
	starts, ends, err := moments(tx, d)
	if err != nil {
		return err
	}
	from, to := staff.People[d.From], staff.People[d.To]
	e.Record.Load(map[string]any{
		"post": d.Post, "under": d.Under, "starts_at": starts, "ends_at": ends,
		"from_name": from.Name, "from_title": from.Title, "to_name": to.Name, "to_title": to.Title,
		"revoked_on": "", "revoked_by": "", "revoked_by_name": "",
	})
	return e.Next()
}

// moments are when a delegation begins and ends on the clock, for access rules,
// which know no time zones.
func moments(app core.App, d Delegation) (starts, ends types.DateTime, err error) {
	clock, err := office.ClockOf(app)
	if err != nil {
		return starts, ends, err
	}
	begin := func(day string, add int) (types.DateTime, error) {
		at, err := time.ParseInLocation(time.DateOnly, day, clock.Location())
		if err != nil {
			return types.DateTime{}, err
		}
		return types.ParseDateTime(at.AddDate(0, 0, add))
	}
	if starts, err = begin(d.StartsOn, 0); err != nil {
		return starts, ends, err
	}
	ends, err = begin(d.EndsOn, 1)
	return starts, ends, err
}

// end is the model hook of changes: a delegation can stop earlier, once, and
// nothing else of it changes.
func end(e *core.RecordEvent) error {
	return web.InTransaction(e, func(tx core.App) error {
		before, err := tx.FindRecordById("delegations", e.Record.Id)
		if err != nil {
			return err
		}
		for _, field := range before.Collection().Fields.FieldNames() {
			switch field {
			case "revoked_on", "revoked_by", "revoked_by_name", "ends_at":
			default:
				if fmt.Sprint(before.Get(field)) != fmt.Sprint(e.Record.Get(field)) {
					return errOnlyEnd
				}
			}
		}
		from := e.Record.GetString("revoked_on")
		if err := CheckEnd(of(before), from, office.Today(tx)); err != nil {
			return err
		}
		ends, err := endMoment(tx, from)
		if err != nil {
			return err
		}
		e.Record.Set("ends_at", ends)
		return e.Next()
	})
}

// endMoment is now for today, else the beginning of the day.
func endMoment(app core.App, from string) (types.DateTime, error) {
	if from == office.Today(app) {
		return types.NowDateTime(), nil
	}
	starts, _, err := moments(app, Delegation{StartsOn: from, EndsOn: from})
	return starts, err
}

func refuseDelete(*core.RecordEvent) error { return errKept }

func of(record *core.Record) Delegation {
	return Delegation{
		ID: record.Id, From: record.GetString("from"), To: record.GetString("to"), Post: record.GetString("post"),
		Form: record.GetString("form"), Under: record.GetString("under"),
		StartsOn: record.GetString("starts_on"), EndsOn: record.GetString("ends_on"), Services: record.GetStringSlice("services"),
		DecreeNumber: record.GetString("decree_number"), DecreeDate: record.GetString("decree_date"), RevokedOn: record.GetString("revoked_on"),
	}
}
