package notify_test

import (
	"testing"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/apptest"
	"mdesa/hooks/notify"
)

// The server's own worker: it is woken by the commit, and not before.
func TestTheWorkerSendsByItself(t *testing.T) {
	v := village{apptest.New(t, registerLive), t}
	v.Do("PUT", "/api/notices/choices", map[string]any{"no_quiet": true}, v.Resident).Want(200) // whatever the clock says
	_, err := v.DB().Delete("holidays", nil).Execute()                                          // nor today's day
	v.must(err)
	fonnte := v.provider("Fonnte", 1)
	v.agree(v.Wayan, "notice_whatsapp", true)
	v.must(v.RunInTransaction(func(tx core.App) error {
		return notify.Tell(tx, notify.Notice{Account: v.Resident.Id, Key: ready, Data: map[string]string{"code": "K7PM-3Q9W"}})
	}))
	for range 400 {
		if len(fonnte.messages()) == 1 && v.count("notice_deliveries", dbx.HashExp{"state": notify.Sent}) == 1 {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("%+v %+v", fonnte.messages(), v.deliveries())
}
