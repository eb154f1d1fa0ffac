package news

import (
	"time"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/fault"
	"mdesa/hooks/office"
)

var errKept = fault.New(fault.Conflict, "news.kept",
	"Yang pernah terbit tidak dihapus, supaya tautannya tetap berlaku. Tarik saja dari tayangan.",
	"What was published is not deleted, so that links to it hold. Withdraw it instead.")

// whoWrites is the request hook of posts. What the desk sends besides: `text` and
// `text_en`, as typed (see markup.go), in place of the HTML, and moments on the
// office's wall as `starts_at_wall` and so on, "2026-11-27T09:00".
func whoWrites(e *core.RecordRequestEvent) error {
	if err := mayWriteFor(e.App, e.Auth, e.Record.GetString("hamlet")); err != nil {
		return err
	}
	if !e.Record.IsNew() { // nobody takes a post over from elsewhere
		if err := mayWriteFor(e.App, e.Auth, e.Record.Original().GetString("hamlet")); err != nil {
			return err
		}
	}
	info, err := e.RequestInfo()
	if err != nil {
		return err
	}
	for typed, field := range map[string]string{"text": "body", "text_en": "body_en"} {
		if text, sent := info.Body[typed].(string); sent {
			e.Record.Set(field, HTML(Nodes(text)))
		}
	}
	if err := readWall(e.App, e.Record, info.Body, "starts_at", "ends_at", "publish_at", "expires_at"); err != nil {
		return err
	}
	before := e.Record.Original()
	for _, field := range []string{"slug", "revision", "told", "photo_sizes", "officer", "by"} { // the program's
		e.Record.SetRaw(field, before.GetRaw(field))
	}
	if e.Record.IsNew() && !e.Auth.IsSuperuser() {
		_, title := signature(e.Auth)
		e.Record.Set("officer", e.Auth.Id)
		e.Record.Set("by", title)
	}
	return e.Next()
}

// wallTime is a moment as <input type="datetime-local"> gives it.
const wallTime = "2006-01-02T15:04"

// readWall sets the moments that were sent without a zone. They have names of
// their own: PocketBase takes what is sent for a date for UTC, or drops it.
func readWall(app core.App, record *core.Record, body map[string]any, fields ...string) error {
	clock, err := office.ClockOf(app)
	if err != nil {
		return err
	}
	for _, field := range fields {
		typed, sent := body[field+"_wall"].(string)
		if !sent {
			continue
		}
		if typed == "" {
			record.Set(field, "")
			continue
		}
		moment, err := time.ParseInLocation(wallTime, typed, clock.Location())
		if err != nil {
			return errPost.At(field, errNoMoment.Because(err))
		}
		record.Set(field, moment.UTC())
	}
	return nil
}

var errNoMoment = fault.New(fault.Invalid, "news.no_moment",
	"Tanggal atau jam ini tidak ada.",
	"There is no such day or time.")

// wall is a moment as the desk's form takes it, "" for none.
func wall(at types.DateTime, zone *time.Location) string {
	if at.IsZero() {
		return ""
	}
	return at.Time().In(zone).Format(wallTime)
}

// whoDeletes is the request hook: a draft by who may write it.
func whoDeletes(e *core.RecordRequestEvent) error {
	if err := mayWriteFor(e.App, e.Auth, e.Record.GetString("hamlet")); err != nil {
		return err
	}
	return e.Next()
}

// keepPublished is the model hook: what people may have linked to stays.
func keepPublished(e *core.RecordEvent) error {
	if e.Record.GetInt("revision") > 0 {
		return errKept
	}
	return e.Next()
}
