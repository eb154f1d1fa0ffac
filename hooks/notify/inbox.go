package notify

import (
	"net/http"
	"strings"
	"time"
	"unicode"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/types"

	"mdesa/hooks/web"
)

// Keyword answers a message that begins with a word: sender is the international
// number that it came from, rest what follows the word. It answers with what to
// say, which names nobody; the provider may be asked by anybody.
type Keyword func(app core.App, sender, rest string) string

var keywords = map[string]Keyword{}

// Answer sets who answers a keyword, written in small letters. It is meant for
// init functions.
func Answer(word string, answer Keyword) {
	if keywords[word] != nil {
		panic("notify: answered twice: " + word)
	}
	keywords[word] = answer
}

const (
	howToAsk = "Kirim: CEK lalu nomor tanda terima, misalnya CEK K7PM-3Q9W. / Send: CEK and your receipt code, for example CEK K7PM-3Q9W."
	// longestReply, in letters, is four SMS.
	longestReply = 600
)

// perSender slows down who tries codes, or lets the office pay for messages.
var perSender = web.Limit{Name: "notify.sender", N: 6, Per: 10 * time.Minute}

// perHelp keeps two programs that answer one another from going on for ever, and
// people who say thanks from being taught each time.
var perHelp = web.Limit{Name: "notify.help", N: 2, Per: 24 * time.Hour}

// inbox answers POST /api/notices/gateways/{id}/inbox: a message that came in.
// What is answered goes out as a message of its own; the provider hears the same
// whatever it was.
func inbox(e *core.RequestEvent) error {
	callback, err := takeCallback(e)
	if err != nil {
		return err
	}
	said := callback.gateway.Callback
	sender, text := International(callback.values(said.From)), callback.values(said.Text)
	// In one, so that a message whose answer could not be written may come again.
	err = e.App.RunInTransaction(func(tx core.App) error {
		if seen, err := seenBefore(tx, callback); seen || err != nil || sender == "" || !perSender.Allow(tx, sender) {
			return err
		}
		return queueReply(tx, sender, replyTo(tx, sender, text))
	})
	if err != nil {
		return err
	}
	wake(e.App)
	return e.JSON(http.StatusOK, map[string]bool{"received": true})
}

// replyTo is what a message is answered with; "" for nothing.
func replyTo(app core.App, sender, text string) string {
	word, rest := strings.TrimSpace(text), ""
	if end := strings.IndexFunc(word, func(r rune) bool { return unicode.IsSpace(r) || r == ':' }); end >= 0 {
		word, rest = word[:end], strings.TrimLeft(word[end:], ": \t\r\n\u00a0")
	}
	switch answer := keywords[strings.ToLower(word)]; {
	case answer != nil:
		return answer(app, sender, strings.TrimSpace(rest))
	case perHelp.Allow(app, sender):
		return howToAsk
	}
	return ""
}

// queueReply rests on no consent: it answers who asked. The number and the words
// are taken out of the row when it is sent.
func queueReply(app core.App, to, reply string) error {
	if reply == "" {
		return nil
	}
	_, err := app.DB().Insert("notice_deliveries", dbx.Params{
		"id": core.GenerateDefaultRandomId(), "channel": ByPhone, "state": Queued, "urgency": string(Normal),
		"reply_to": to, "reply": cut(reply, longestReply), "at": types.NowDateTime().String(),
	}).Execute()
	return err
}
