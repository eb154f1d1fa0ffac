package notify

import (
	"slices"
	"strings"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/fault"
)

// Health is how messages leave the house. It says nothing of whom they are for.
type Health struct {
	Channels []ChannelHealth `json:"channels"`
	Gateways []GatewayHealth `json:"gateways"` // those that are set up, as they are asked
	Puzzles  int             `json:"puzzles"`  // things that happened of which nobody could work out whom to tell
}

// ChannelHealth is how one channel does. Moments are as the database has them, "" for never.
type ChannelHealth struct {
	Channel       string         `json:"channel" db:"channel"`
	SetUp         bool           `json:"set_up" db:"-"`
	Waiting       int            `json:"waiting" db:"waiting"` // also for the end of quiet hours
	Stuck         int            `json:"stuck" db:"stuck"`     // of those waiting: tried without success
	WaitingSince  string         `json:"waiting_since" db:"waiting_since"`
	Failed        int            `json:"failed" db:"failed"` // in the last 7 days
	Again         int            `json:"again" db:"again"`   // of those: young enough to be sent again
	LastSent      string         `json:"last_sent" db:"last_sent"`
	LastDelivered string         `json:"last_delivered" db:"last_delivered"`
	Why           map[string]int `json:"why" db:"-"` // of what failed or is stuck, by one of [WhyKinds]
}

// GatewayHealth is how one provider does.
type GatewayHealth struct {
	ID       string `json:"id" db:"id"`
	Name     string `json:"name" db:"-"`
	Kind     string `json:"kind" db:"-"` // "whatsapp" or "sms"
	Active   bool   `json:"active" db:"-"`
	Ready    bool   `json:"ready" db:"-"`   // nothing is missing for it to be switched on
	Resting  string `json:"resting" db:"-"` // until when, after failures in a row; "" when it does not
	Sent     int    `json:"sent" db:"sent"` // in the last 7 days
	LastSent string `json:"last_sent" db:"last_sent"`
}

const looksBack = 7 * 24 * time.Hour

var (
	errNotReady = fault.New(fault.Invalid, "gateway.not_ready",
		"Penyedia ini belum lengkap: kuncinya belum diisi. Admin melengkapinya di dasbor.",
		"This provider is not complete: its key is missing. The admin completes it in the dashboard.")
	errNoGateway = fault.New(fault.NotFound, "gateway.none",
		"Penyedia ini tidak ditemukan. Muat ulang halaman.",
		"There is no such provider. Please reload the page.")
	errNoChannel = fault.New(fault.Invalid, "notice.channel",
		"Pilih cara pengiriman dari daftar.",
		"Choose a way of sending from the list.")
)

// HealthOf looks at all channels and gateways.
func HealthOf(app core.App, now time.Time) (*Health, error) {
	channels, err := channelsHealth(app, now)
	if err != nil {
		return nil, err
	}
	gateways, err := gatewaysHealth(app, now)
	if err != nil {
		return nil, err
	}
	health := &Health{Channels: channels, Gateways: gateways}
	err = app.DB().NewQuery("SELECT count(*) FROM notice_causes WHERE failure != ''").Row(&health.Puzzles)
	return health, err
}

func channelsHealth(app core.App, now time.Time) ([]ChannelHealth, error) {
	means, err := meansOf(app)
	if err != nil {
		return nil, err
	}
	since := dbx.Params{"since": stamp(now.Add(-looksBack)), "late": stamp(now.Add(-tooLate))}
	var rows []ChannelHealth
	err = app.DB().NewQuery(`SELECT channel, sum(state IN ('queued', 'sending')) AS waiting, sum(state = 'queued' AND reason != '') AS stuck,
		COALESCE(min(CASE WHEN state IN ('queued', 'sending') THEN at END), '') AS waiting_since,
		sum(state = 'failed' AND at > {:since}) AS failed, sum(` + mayAgain + `) AS again,
		max(sent_at) AS last_sent, max(delivered_at) AS last_delivered FROM notice_deliveries GROUP BY channel`).Bind(since).All(&rows)
	if err != nil {
		return nil, err
	}
	var reasons []struct {
		Channel, Reason string
		Times           int
	}
	err = app.DB().NewQuery(`SELECT channel, reason, count(*) AS times FROM notice_deliveries
		WHERE state = 'failed' AND at > {:since} OR state = 'queued' AND reason != '' GROUP BY channel, reason`).Bind(since).All(&reasons)
	if err != nil {
		return nil, err
	}
	all := make([]ChannelHealth, len(Channels))
	for i, channel := range Channels {
		if at := slices.IndexFunc(rows, func(row ChannelHealth) bool { return row.Channel == channel }); at >= 0 {
			all[i] = rows[at]
		}
		all[i].Channel, all[i].SetUp, all[i].Why = channel, means[channel], map[string]int{}
		for _, one := range reasons {
			if one.Channel == channel {
				all[i].Why[WhyOf(one.Reason)] += one.Times
			}
		}
	}
	return all, nil
}

func gatewaysHealth(app core.App, now time.Time) ([]GatewayHealth, error) {
	records, err := app.FindRecordsByFilter("gateways", "id != ''", "priority,name", 0, 0)
	if err != nil {
		return nil, err
	}
	var did []GatewayHealth
	err = app.DB().NewQuery(`SELECT gateway AS id, sum(state IN ('sent', 'delivered') AND at > {:since}) AS sent, max(sent_at) AS last_sent
		FROM notice_deliveries WHERE gateway != '' GROUP BY gateway`).Bind(dbx.Params{"since": stamp(now.Add(-looksBack))}).All(&did)
	if err != nil {
		return nil, err
	}
	gateways := []GatewayHealth{}
	for _, record := range records {
		one := GatewayHealth{}
		if at := slices.IndexFunc(did, func(row GatewayHealth) bool { return row.ID == record.Id }); at >= 0 {
			one = did[at]
		}
		one.ID, one.Name, one.Kind, one.Active = record.Id, record.GetString("name"), record.GetString("channel"), record.GetBool("active")
		one.Ready = gatewayFrom(record).isReady()
		if !one.Active && !one.Ready {
			continue // a recipe that nobody filled in
		}
		if rests := healthOf(app).restsUntil(record.Id); rests.After(now) {
			one.Resting = stamp(rests)
		}
		gateways = append(gateways, one)
	}
	return gateways, nil
}

// isReady: a gateway that needs a key has one.
func (g Gateway) isReady() bool {
	needs := g.URL + g.Body
	for _, value := range g.Headers {
		needs += value
	}
	return g.Token != "" || !strings.Contains(needs, "{token")
}

// mayAgain is the condition that a failed message still says what is so. An
// answer to somebody's message is not sent again: whose it was is forgotten.
const mayAgain = `state = 'failed' AND notice != '' AND at > {:late}`

// TryAgain sends at once what failed on a channel lately or is stuck, and asks
// gateways that rest. It tells how many messages are tried; quiet hours, consents
// and the age of a message count as ever.
func TryAgain(app core.App, channel string, now time.Time) (int, error) {
	if !isChannel(channel) {
		return 0, errNoChannel
	}
	result, err := app.DB().NewQuery(`UPDATE notice_deliveries SET state = 'queued', not_before = '', attempts = 0, tried = NULL, outside_id = ''
		WHERE channel = {:channel} AND (` + mayAgain + ` OR state = 'queued' AND reason != '')`).
		Bind(dbx.Params{"channel": channel, "late": stamp(now.Add(-tooLate))}).Execute()
	if err != nil {
		return 0, err
	}
	if channel == ByPhone {
		healthOf(app).wakeAll()
	}
	wake(app)
	n, err := result.RowsAffected()
	return int(n), err
}

// SwitchGateway turns a provider on or off. What waits goes by the others, or
// waits on.
func SwitchGateway(app core.App, id string, on bool) error {
	record, err := app.FindRecordById("gateways", id)
	if err != nil {
		return errNoGateway.Because(err)
	}
	if on && !gatewayFrom(record).isReady() {
		return errNotReady
	}
	record.Set("active", on)
	if err := app.Save(record); err != nil {
		return err
	}
	wake(app)
	return nil
}
