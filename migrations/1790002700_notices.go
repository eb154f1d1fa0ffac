package migrations

import (
	"github.com/pocketbase/pocketbase/core"
	m "github.com/pocketbase/pocketbase/migrations"
)

// What people are told, how it reached them, and by what means the office sends.
func init() {
	m.Register(func(app core.App) error {
		for _, part := range []func(core.App) error{
			notices, noticeCauses, gateways, pushSubscriptions, noticeDeliveries, noticeChoices, gatewayMessages,
		} {
			if err := part(app); err != nil {
				return err
			}
		}
		return nil
	}, drop("gateway_messages", "notice_choices", "notice_deliveries", "push_subscriptions", "gateways", "notice_causes", "notices"))
}

// goesWith is a relation whose record goes when what it belongs to goes.
func goesWith(app core.App, name, collection string) *core.RelationField {
	field := to(app, name, collection)
	field.CascadeDelete = true
	return field
}

func notices(app core.App) error {
	notices := core.NewBaseCollection("notices")
	notices.Fields.Add(
		goesWith(app, "account", "accounts"), goesWith(app, "officer", "officers"),
		hidden(goesWith(app, "resident", "residents")), // whose phone and consents count; may have no login
		needed("key", 60), needed("group", 30),
		needed("text", 1000), needed("text_en", 1000), // as it was told: a later wording changes nothing
		text("link", 200),
		choice("urgency", "normal", "urgent", "emergency"),
		date("at"), date("read_at"),
		hidden(flag("open")), // not yet spread over the channels
	)
	// Whole ones: SQLite does not see, within the OR of the access rule, that a
	// partial one would do.
	notices.AddIndex("idx_notices_account", false, "account, at", "")
	notices.AddIndex("idx_notices_officer", false, "officer, at", "")
	notices.AddIndex("idx_notices_open", false, "at", "open = 1")
	notices.AddIndex("idx_notices_at", false, "at", "")
	notices.AddIndex("idx_notices_reminders", false, "link, at", "key = 'request.expires_soon'")
	return app.Save(notices)
}

// noticeCauses: what happened, until it is worked out who is told of it.
func noticeCauses(app core.App) error {
	causes := core.NewBaseCollection("notice_causes")
	causes.Fields.Add(
		needed("kind", 40), needed("subject", 60),
		structured("data", 10_000),
		text("after", 60), // how far it got among many people
		number("tries"), date("not_before"), text("failure", 300),
		date("at"),
	)
	causes.AddIndex("idx_notice_causes_due", false, "not_before", "")
	return app.Save(causes)
}

func gateways(app core.App) error {
	gateways := core.NewBaseCollection("gateways")
	gateways.Fields.Add(
		needed("name", 60),
		flag("active"),
		number("priority"), // the lowest is asked first
		neededChoice("channel", "whatsapp", "sms"),
		choice("method", "POST", "GET", "PUT"),
		needed("url", 500),
		structured("headers", 4000), // {"Authorization": "{token}"}
		text("body", 4000),          // with {to} {text} {id} {token}
		neededChoice("encoding", "json", "form"),
		choice("number_form", "62", "+62", "0"), // how the provider wants 0812…
		hidden(text("token", 500)),              // the provider's key
		text("accepted_path", 100),              // where its answer says yes: "status"; empty: the HTTP status says it
		text("id_path", 100),                    // where its answer gives the message's id: "data.messages.0.id"
		number("per_second"),                    // at most; 0: no limit
		hidden(text("secret", 200)),             // callbacks are signed with it
		choice("signing", "hmac_hex", "hmac_base64", "twilio"),
		text("signature_header", 60),
		structured("callback", 4000), // where a callback says what; see hooks/notify
		text("note", 2000),
	)
	stamped(gateways)
	gateways.AddIndex("idx_gateways_name", true, "name", "")
	return app.Save(gateways)
}

func pushSubscriptions(app core.App) error {
	subscriptions := core.NewBaseCollection("push_subscriptions")
	subscriptions.Fields.Add(
		goesWith(app, "account", "accounts"), goesWith(app, "officer", "officers"),
		hidden(needed("endpoint", 1000)), hidden(needed("p256dh", 200)), hidden(needed("auth", 100)),
		text("session", 15), // the login that asked for it; with its end the messages end
		text("device", 60),  // "Chrome di Android"
		date("at"), date("last_at"),
	)
	subscriptions.AddIndex("idx_push_subscriptions_endpoint", true, "endpoint", "")
	subscriptions.AddIndex("idx_push_subscriptions_account", false, "account", "account != ''")
	subscriptions.AddIndex("idx_push_subscriptions_officer", false, "officer", "officer != ''")
	return app.Save(subscriptions)
}

func noticeDeliveries(app core.App) error {
	deliveries := core.NewBaseCollection("notice_deliveries")
	deliveries.Fields.Add(
		goesWith(app, "notice", "notices"), // empty: the answer to a message
		goesWith(app, "resident", "residents"), goesWith(app, "officer", "officers"),
		neededChoice("channel", "phone", "mail", "push"),
		text("purpose", 40), // the consent it rests on
		goesWith(app, "subscription", "push_subscriptions"),
		hidden(text("reply_to", 20)), hidden(text("reply", 1000)), // of an answer, emptied once sent
		neededChoice("state", "queued", "sending", "sent", "delivered", "failed", "dropped"),
		text("reason", 300),
		choice("urgency", "normal", "urgent", "emergency"),
		number("attempts"), date("not_before"), date("claimed_at"),
		to(app, "gateway", "gateways"), structured("tried", 2000), // gateway -> how often it failed this one
		text("outside_id", 150), // what the provider calls it
		date("at"), date("sent_at"), date("delivered_at"),
	)
	deliveries.AddIndex("idx_notice_deliveries_due", false, "not_before", "state = 'queued'")
	deliveries.AddIndex("idx_notice_deliveries_sending", false, "claimed_at", "state = 'sending'")
	deliveries.AddIndex("idx_notice_deliveries_waiting", false, "resident, purpose", "state = 'queued'")
	deliveries.AddIndex("idx_notice_deliveries_notice", false, "notice", "")
	deliveries.AddIndex("idx_notice_deliveries_outside", false, "outside_id", "outside_id != ''")
	return app.Save(deliveries)
}

func noticeChoices(app core.App) error {
	choices := core.NewBaseCollection("notice_choices")
	choices.Fields.Add(
		goesWith(app, "account", "accounts"), goesWith(app, "officer", "officers"),
		structured("channels", 4000), // {group: {channel: false}}
		text("quiet_from", 5), text("quiet_to", 5),
		flag("no_quiet"),
	)
	stamped(choices)
	choices.AddIndex("idx_notice_choices_account", true, "account", "account != ''")
	choices.AddIndex("idx_notice_choices_officer", true, "officer", "officer != ''")
	return app.Save(choices)
}

// gatewayMessages: what gateways sent, so that none counts twice.
func gatewayMessages(app core.App) error {
	messages := core.NewBaseCollection("gateway_messages")
	messages.Fields.Add(goesWith(app, "gateway", "gateways"), needed("hash", 64), date("at"))
	messages.AddIndex("idx_gateway_messages_hash", true, "gateway, hash", "")
	messages.AddIndex("idx_gateway_messages_at", false, "at", "")
	return app.Save(messages)
}
