package notify

import (
	"github.com/pocketbase/pocketbase/core"
)

// recipes are gateways as three providers want them, put into an empty
// collection at the first start, switched off: the admin fills in the token (and
// for Twilio the account), tries one and switches it on.
//
// Fonnte (docs.fonnte.com/api-send-message): form to api.fonnte.com/send, the
// device's token as it is in Authorization; the answer has "status": true and
// "id": ["…"]. Its webhooks carry no signature: a small relay has to add one, or
// states end at "sent".
//
// Wablas (wablas.com/documentation/api): form to the server of the device, the
// token in Authorization (token.secret_key where the device has a secret); the
// answer has data.messages.0.id. Its webhooks carry no signature either.
//
// Twilio: form with HTTP basic authentication, numbers as whatsapp:+62…; the
// answer is 201 with "sid". Callbacks are signed: the secret is the auth token,
// the address is the office's public one, /api/notices/gateways/{id}/status, and
// the same with /inbox for messages.
var recipes = []map[string]any{
	{
		"name": "Fonnte (WhatsApp)", "priority": 10, "channel": "whatsapp", "method": "POST",
		"url": "https://api.fonnte.com/send", "headers": map[string]string{"Authorization": "{token}"},
		"body": "target={to}&message={text}&countryCode=62", "encoding": "form", "number_form": "62",
		"accepted_path": "status", "id_path": "id.0", "per_second": 5, "signing": "hmac_hex",
		"callback": Callback{ID: "id", State: "status", Delivered: []string{"delivered", "read"}, Failed: []string{"failed", "invalid", "expired"}, From: "sender", Text: "message"},
		"note":     "Isi token perangkat dari Fonnte, lalu aktifkan. / Fill in the device's token of Fonnte, then switch it on.",
	},
	{
		"name": "Wablas (WhatsApp)", "priority": 20, "channel": "whatsapp", "method": "POST",
		"url": "https://wablas.com/api/send-message", "headers": map[string]string{"Authorization": "{token}"},
		"body": "phone={to}&message={text}&ref_id={id}", "encoding": "form", "number_form": "62",
		"accepted_path": "status", "id_path": "data.messages.0.id", "per_second": 5, "signing": "hmac_hex",
		"callback": Callback{ID: "id", State: "status", Delivered: []string{"delivered", "read"}, Failed: []string{"reject", "cancel", "failed"}, From: "phone", Text: "message"},
		"note":     "Ganti alamat dengan server perangkat Anda dan isi token. / Put in the server of your device and its token.",
	},
	{
		"name": "Twilio (WhatsApp)", "priority": 30, "channel": "whatsapp", "method": "POST",
		"url":     "https://api.twilio.com/2010-04-01/Accounts/ACCOUNT_SID/Messages.json",
		"headers": map[string]string{"Authorization": "Basic {token_base64}"},
		"body":    "To=whatsapp%3A{to}&From=whatsapp%3A%2BNUMBER&Body={text}", "encoding": "form", "number_form": "+62",
		"id_path": "sid", "signing": "twilio", "signature_header": "X-Twilio-Signature",
		"callback": Callback{ID: "MessageSid", State: "MessageStatus", Delivered: []string{"delivered", "read"}, Failed: []string{"failed", "undelivered"}, From: "From", Text: "Body"},
		"note":     "Ganti ACCOUNT_SID dan NUMBER; token: ACCOUNT_SID:AUTH_TOKEN; secret: AUTH_TOKEN. / Replace ACCOUNT_SID and NUMBER; token: ACCOUNT_SID:AUTH_TOKEN; secret: AUTH_TOKEN.",
	},
}

// seedGateways puts the recipes into an empty collection; an admin who deletes
// one of them does not get it back as long as another is there.
func seedGateways(e *core.ServeEvent) error {
	count, err := e.App.CountRecords("gateways")
	if err != nil || count > 0 {
		if err != nil {
			return err
		}
		return e.Next()
	}
	collection, err := e.App.FindCollectionByNameOrId("gateways")
	if err != nil {
		return err
	}
	err = e.App.RunInTransaction(func(tx core.App) error {
		for _, recipe := range recipes {
			record := core.NewRecord(collection)
			record.Load(recipe)
			if err := tx.Save(record); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return e.Next()
}
