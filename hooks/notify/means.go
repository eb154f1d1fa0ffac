package notify

import (
	"strconv"
	"strings"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// means are the channels that the office has set up.
type means map[string]bool

// byWhatsApp is the part of [ByPhone] that older consents are for.
const byWhatsApp = "whatsapp"

func meansOf(app core.App) (means, error) {
	gateways, err := gatewaysOf(app)
	if err != nil {
		return nil, err
	}
	return means{ByPhone: len(gateways) > 0, byWhatsApp: len(thoseFor(gateways, false)) > 0, ByMail: app.Settings().SMTP.Enabled, ByPush: true}, nil
}

// subscriptionsOf are the ids of a person's devices that take push messages and
// are still logged in.
func subscriptionsOf(app core.App, who person) (ids []string, err error) {
	owner, id := "account", who.Account
	if who.Officer != "" {
		owner, id = "officer", who.Officer
	}
	err = app.DB().NewQuery(`SELECT p.id FROM push_subscriptions p WHERE p.` + owner + ` = {:id} AND p.` + owner + ` != '' AND ` + loggedIn).
		Bind(dbx.Params{"id": id}).Column(&ids)
	return ids, err
}

// loggedIn is the condition that the person did not log out since. A login that
// only fell asleep still gets its messages: they say nothing about anybody.
const loggedIn = `NOT EXISTS (SELECT 1 FROM sessions s WHERE s.id = p.session AND s.ended_at != '' AND s.ended_by != 'idle')`

// quote writes a word of the program's own into SQL.
func quote(word string) string { return `'` + strings.ReplaceAll(word, `'`, `''`) + `'` }

func itoa(n int) string { return strconv.Itoa(n) }

// oneOfThese is the inside of an IN (…), its values added to params; of none it is
// NULL, which nothing equals.
func oneOfThese(values []string, params dbx.Params) string {
	if len(values) == 0 {
		return "NULL"
	}
	places := make([]string, len(values))
	for i, value := range values {
		name := "in" + itoa(i)
		places[i], params[name] = "{:"+name+"}", value
	}
	return strings.Join(places, ", ")
}
