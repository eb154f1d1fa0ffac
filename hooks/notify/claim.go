package notify

import (
	"encoding/json"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// delivery is one message on its way to one address.
type delivery struct {
	person
	ID           string  `db:"id"`
	Notice       string  `db:"notice"`
	Channel      string  `db:"channel"`
	Purpose      string  `db:"purpose"`
	Urgency      Urgency `db:"urgency"`
	Attempts     int     `db:"attempts"`
	TriedJSON    string  `db:"tried"`
	At           string  `db:"at"`
	ReplyTo      string  `db:"reply_to"`
	Reply        string  `db:"reply"`
	Group        string  `db:"group"`
	Text         string  `db:"text"`
	TextEN       string  `db:"text_en"`
	Link         string  `db:"link"`
	Agreed       bool    `db:"agreed"`
	Wide         bool    `db:"wide"` // agreed to SMS too, not to WhatsApp alone
	Subscription string  `db:"subscription"`
	Endpoint     string  `db:"endpoint"`
	P256dh       string  `db:"p256dh"`
	Auth         string  `db:"auth"`
}

// isReply tells the answer to a message, which was asked for by its sender.
func (d delivery) isReply() bool { return d.ReplyTo != "" }

// tried is how often each gateway failed this message.
func (d delivery) tried() map[string]int {
	tried := map[string]int{}
	_ = readsAs(d.TriedJSON, &tried) // written by finish
	return tried
}

// words are what the person reads.
func (d delivery) words() string {
	switch {
	case d.isReply():
		return d.Reply
	case d.Language == "en" && d.TextEN != "":
		return d.TextEN
	}
	return d.Text
}

// claim takes up to n messages of a channel that are due, and marks them: until
// they are finished nobody else takes them, and what a crash leaves marked goes
// out again, with the same id. See [Resume].
func claim(app core.App, channel string, at time.Time, n int) ([]delivery, error) {
	var taken []string
	err := app.DB().NewQuery(`SELECT id FROM notice_deliveries INDEXED BY idx_notice_deliveries_due
		WHERE state = 'queued' AND not_before <= {:at} AND channel = {:channel} ORDER BY not_before LIMIT {:n}`).
		Bind(dbx.Params{"at": stamp(at), "channel": channel, "n": n}).Column(&taken)
	if err != nil || len(taken) == 0 {
		return nil, err
	}
	// One that was withdrawn in between is not taken, and not read as being sent.
	params := dbx.Params{"at": stamp(at)}
	_, err = app.DB().NewQuery(`UPDATE notice_deliveries SET state = 'sending', claimed_at = {:at}
		WHERE state = 'queued' AND id IN (` + oneOfThese(taken, params) + `)`).Bind(params).Execute()
	if err != nil {
		return nil, err
	}
	return read(app, taken)
}

// read brings messages together with their words and their person, as both are
// now: a number that changed and a consent that was withdrawn count.
func read(app core.App, ids []string) ([]delivery, error) {
	columns, joins := peopleSQL("w")
	params := dbx.Params{}
	var rows []delivery
	err := app.DB().NewQuery(`SELECT w.id, w.notice, w.channel, w.purpose, w.urgency, w.attempts, COALESCE(w.tried, '') AS tried, w.at,
		w.reply_to, w.reply, COALESCE(w.[[group]], '') AS [[group]], COALESCE(w.text, '') AS text, COALESCE(w.text_en, '') AS text_en,
		COALESCE(w.link, '') AS link, ` + columns + `,
		w.purpose = '' OR ` + consentSQL("w.resident", "w.purpose") + ` AS agreed, w.purpose = '' OR ` + wideSQL("w.resident", "w.purpose") + ` AS wide,
		w.subscription, COALESCE(p.endpoint, '') AS endpoint, COALESCE(p.p256dh, '') AS p256dh, COALESCE(p.auth, '') AS auth
		FROM (SELECT d.*, COALESCE(n.account, '') AS account, n.[[group]], n.text, n.text_en, n.link
			FROM notice_deliveries d LEFT JOIN notices n ON n.id = d.notice WHERE d.state = 'sending' AND d.id IN (` + oneOfThese(ids, params) + `)) w ` + joins + `
		LEFT JOIN push_subscriptions p ON p.id = w.subscription AND ` + loggedIn).Bind(params).All(&rows)
	return rows, err
}

// Resume puts back what was on its way when the program ended. It may have gone
// out already: gateways are given the message's id, to know it again.
func Resume(app core.App) error {
	_, err := app.DB().Update("notice_deliveries", dbx.Params{"state": Queued}, dbx.HashExp{"state": Sending}).Execute()
	return err
}

// outcome is what became of one attempt.
type outcome struct {
	delivery delivery
	state    string    // Sent, Failed, Dropped, or Queued to try again
	reason   string    // without address or words of the message
	next     time.Time // when queued
	waited   bool      // it was not an attempt: quiet hours, or every gateway rests
	gateway  string
	tried    map[string]int
	outside  string // the provider's id
}

// finish writes outcomes down, all in one transaction. A callback may have been
// faster: what is delivered stays delivered.
func finish(app core.App, outcomes []outcome, at time.Time) error {
	if len(outcomes) == 0 {
		return nil
	}
	return app.RunInTransaction(func(tx core.App) error {
		for _, done := range outcomes {
			if err := finishOne(tx, done, at); err != nil {
				return err
			}
		}
		return nil
	})
}

func finishOne(tx core.App, done outcome, at time.Time) error {
	set := dbx.Params{"state": done.state, "reason": cut(done.reason, 300), "gateway": done.gateway, "outside_id": cut(done.outside, 150)}
	if !done.waited {
		set["attempts"] = done.delivery.Attempts + 1
	}
	if done.tried != nil {
		tried, err := json.Marshal(done.tried)
		if err != nil {
			return err
		}
		set["tried"] = string(tried)
	}
	switch done.state {
	case Queued:
		set["not_before"] = stamp(done.next)
	case Sent:
		set["sent_at"] = stamp(at)
	}
	if done.state != Queued && done.delivery.isReply() {
		set["reply_to"], set["reply"] = "", "" // whose number it was is nobody's business any more
	}
	_, err := tx.DB().Update("notice_deliveries", set, dbx.HashExp{"id": done.delivery.ID, "state": Sending}).Execute()
	return err
}
