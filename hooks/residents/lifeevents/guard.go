package lifeevents

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/hook"

	"mdesa/hooks/residents"
	"mdesa/hooks/web"
)

// onlyByEvent refuses to edit columns that life events change. The record that
// is saved may be older than the event: PocketBase writes all columns, so what
// the editor did not touch is first brought to what the register holds now.
//
// It comes before the register's own checks: those would speak of other things.
func onlyByEvent(columns ...string) *hook.Handler[*core.RecordEvent] {
	return &hook.Handler[*core.RecordEvent]{Priority: -10, Func: func(e *core.RecordEvent) error {
		if _, marked := residents.EventCause(e.Context); marked {
			return e.Next()
		}
		for _, column := range columns {
			if e.Record.GetString(column) != e.Record.Original().GetString(column) {
				return errRecordEvent.At(column, errRecordEvent)
			}
		}
		return web.InTransaction(e, func(tx core.App) error {
			now := dbx.NullStringMap{}
			err := tx.DB().Select(columns...).From(e.Record.TableName()).Where(dbx.HashExp{"id": e.Record.Id}).One(now)
			if err != nil {
				return err
			}
			for _, column := range columns {
				e.Record.SetRaw(column, now[column].String)
			}
			return e.Next()
		})
	}}
}
