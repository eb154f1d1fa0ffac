package satisfaction

import (
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/notify"
)

// invited asks once, and within M-Desa only: nobody's phone rings for our sake.
var invited = notify.Declare(notify.Text{Key: "rating.asked", Group: "requests", Within: true,
	ID: "Bagaimana layanan kami untuk {code}? Satu ketukan sudah cukup, dan siapa yang menilai tidak disimpan.",
	EN: "How did we serve you with {code}? One tap is enough, and who rates is not kept."})

// invite asks whoever filed a request themselves how it was, once it is completed.
func invite(e *core.RecordEvent) error {
	before := e.Record.Original().GetString("status")
	if err := e.Next(); err != nil {
		return err
	}
	request := e.Record
	if request.GetString("status") != completed || before == completed || request.GetString("account") == "" {
		return nil
	}
	return notify.Tell(e.App, notify.Notice{Account: request.GetString("account"), Key: invited, At: request.GetDateTime("closed_at").Time(),
		Data: map[string]string{"code": shownReceipt(request.GetString("code"))}, Link: "/permohonan/" + request.Id + "/nilai"})
}
