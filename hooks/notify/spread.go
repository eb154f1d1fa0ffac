package notify

import (
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"
)

// States of a delivery.
const (
	Queued    = "queued"
	Sending   = "sending"
	Sent      = "sent"      // the gateway, mail server or push service took it
	Delivered = "delivered" // the provider says that it arrived
	Failed    = "failed"
	Dropped   = "dropped" // not sent, for a reason that is nobody's failure
)

// Reasons of what was dropped or failed.
const (
	withdrawn  = "consent withdrawn"
	noAddress  = "no address"
	notActive  = "person not active"
	late       = "too late to still be true"
	givenUp    = "given up after many tries"
	refusedBy  = "refused by the provider"
	noGateway  = "no gateway"
	notLonger  = "subscription ended"
	unreadable = "the notice cannot be read"
	// The consent is to older words, and no gateway for WhatsApp is on.
	whatsAppOnly = "consent for WhatsApp only"
)

// spreadAtOnce is how many notices are spread in one transaction.
const spreadAtOnce = 200

// openNotice is a notice that was told in M-Desa and not yet beyond.
type openNotice struct {
	person
	ID      string         `db:"id"`
	Group   string         `db:"group"`
	Urgency Urgency        `db:"urgency"`
	At      types.DateTime `db:"at"`
	// what the person agreed to, for the purposes of the group
	AgreedPhone bool `db:"agreed_phone"`
	AgreedMail  bool `db:"agreed_mail"`
}

// spreadOpen queues deliveries for all open notices, and wakes the pages of whom
// they are for.
func spreadOpen(app core.App, at time.Time) error {
	means, err := meansOf(app)
	if err != nil {
		return err
	}
	for {
		open, err := openNotices(app)
		if err != nil || len(open) == 0 {
			return err
		}
		if err := spreadThese(app, open, means, at); err != nil {
			return err
		}
		for _, notice := range open {
			ping(app, notice.Account+notice.Officer, true)
		}
	}
}

// openNotices come with their person and consents in one query.
func openNotices(app core.App) ([]openNotice, error) {
	columns, joins := peopleSQL("n")
	phone, mail := purposeSQL(ByPhone), purposeSQL(ByMail)
	var open []openNotice
	err := app.DB().NewQuery(`SELECT n.id, n.[[group]], n.urgency, n.at, ` + columns + `,
		` + consentSQL("n.resident", phone) + ` AS agreed_phone, ` + consentSQL("n.resident", mail) + ` AS agreed_mail
		FROM (SELECT * FROM notices WHERE [[open]] = 1 ORDER BY at LIMIT {:limit}) n ` + joins).
		Bind(dbx.Params{"limit": spreadAtOnce}).All(&open)
	return open, err
}

// purposeSQL is the purpose that a notice's group asks for on a channel.
func purposeSQL(channel string) string {
	list := `CASE n.[[group]]`
	for _, group := range Groups {
		if purpose, _ := group.Purpose(channel); purpose != "" {
			list += ` WHEN ` + quote(group.Key) + ` THEN ` + quote(purpose)
		}
	}
	return list + ` ELSE '' END`
}

func spreadThese(app core.App, open []openNotice, means means, at time.Time) error {
	silence, err := calendarOf(app)
	if err != nil {
		return err
	}
	return app.RunInTransaction(func(tx core.App) error {
		ids := make([]any, len(open))
		for i, notice := range open {
			ids[i] = notice.ID
			var ways []way
			if at.Sub(notice.At.Time()) < tooLate {
				ways, err = waysOf(tx, notice, means)
			}
			if err != nil {
				return err
			}
			for _, way := range ways {
				if err := queue(tx, notice, way, silence, at); err != nil {
					return err
				}
			}
		}
		_, err := tx.DB().Update("notices", dbx.Params{"open": false}, dbx.In("id", ids...)).Execute()
		return err
	})
}

// way is one channel to one person; a push message goes to each device.
type way struct{ channel, purpose, subscription string }

// waysOf are the channels by which a notice leaves: those that the office has,
// the person chose, agreed to and can be reached by.
func waysOf(tx core.App, notice openNotice, means means) ([]way, error) {
	group, known := GroupByKey(notice.Group)
	if !known || !notice.Living {
		return nil, nil
	}
	chosen := notice.choices()
	var ways []way
	for channel, address := range map[string]string{ByPhone: International(notice.Phone), ByMail: notice.Mail} {
		purpose, never := group.Purpose(channel)
		agreed := purpose == "" || channel == ByPhone && notice.AgreedPhone || channel == ByMail && notice.AgreedMail
		if means[channel] && address != "" && !never && agreed && chosen.wants(group, channel) {
			ways = append(ways, way{channel: channel, purpose: purpose})
		}
	}
	if !means[ByPush] || !chosen.wants(group, ByPush) || notice.Account+notice.Officer == "" {
		return ways, nil
	}
	subscriptions, err := subscriptionsOf(tx, notice.person)
	for _, subscription := range subscriptions {
		ways = append(ways, way{channel: ByPush, subscription: subscription})
	}
	return ways, err
}

func queue(tx core.App, notice openNotice, way way, silence *calendar, at time.Time) error {
	id := core.GenerateDefaultRandomId()
	_, err := tx.DB().Insert("notice_deliveries", dbx.Params{
		"id": id, "notice": notice.ID, "resident": notice.Resident, "officer": notice.Officer,
		"channel": way.channel, "purpose": way.purpose, "subscription": way.subscription, "state": Queued,
		"urgency": string(notice.Urgency), "at": stamp(at),
		"not_before": stamp(silence.leaves(at, notice.Urgency, notice.quiet(), id)),
	}).Execute()
	return err
}
