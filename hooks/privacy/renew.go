package privacy

import (
	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/notify"
)

// Who agreed to WhatsApp when its words named nothing else is asked once more
// when the office begins to send SMS, and not before it matters.
var noticeRenew = notify.Declare(notify.Text{Key: "privacy.renew", Group: "data",
	ID: "Kantor kini juga dapat mengirim kabar lewat SMS bila WhatsApp tidak dapat dipakai. Persetujuan Anda berlaku untuk WhatsApp; buka untuk menyetujui SMS juga.",
	EN: "The office can now send news by SMS too, where WhatsApp does not work. Your consent is for WhatsApp; open this to agree to SMS as well."})

const causeRenew = "privacy.renew"

var _ = notify.Explain(causeRenew, askAgain)

// noteSMS hears of a gateway for SMS that is switched on.
func noteSMS(e *core.RecordEvent) error {
	if err := e.Next(); err != nil {
		return err
	}
	if e.Record.GetString("channel") != "sms" || !e.Record.GetBool("active") {
		return nil
	}
	return notify.Later(e.App, notify.Cause{Kind: causeRenew, Subject: NoticeByPhone})
}

// askedAtOnce is how many are asked in one transaction.
const askedAtOnce = 300

// askAgain finds those whose last word is a yes to the older words and who were
// not asked yet.
func askAgain(app core.App, cause notify.Cause, after string) ([]notify.Notice, string, error) {
	purpose, known := PurposeByKey(cause.Subject)
	if !known || purpose.Narrow == 0 {
		return nil, "", nil
	}
	var accounts []string
	err := app.DB().NewQuery(`SELECT a.id FROM accounts a WHERE a.active = 1 AND a.id > {:after}
		AND (SELECT given AND text_version = {:narrow} FROM consents c WHERE c.resident = a.resident AND c.purpose = {:purpose} ORDER BY c.at DESC, c.rowid DESC LIMIT 1)
		AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.account = a.id AND n.key = {:key}) ORDER BY a.id LIMIT {:n}`).
		Bind(dbx.Params{"after": after, "narrow": purpose.Narrow, "purpose": purpose.Key, "key": noticeRenew, "n": askedAtOnce}).Column(&accounts)
	if err != nil || len(accounts) == 0 {
		return nil, "", err
	}
	notices := make([]notify.Notice, len(accounts))
	for i, account := range accounts {
		notices[i] = notify.Notice{Account: account, Key: noticeRenew, Link: "/privasi/data"}
	}
	if len(accounts) < askedAtOnce {
		return notices, "", nil
	}
	return notices, accounts[len(accounts)-1], nil
}
