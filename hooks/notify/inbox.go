package notify

import (
	"net/http"
	"strings"
	"time"

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
	received := map[string]bool{"received": true}
	seen, err := seenBefore(e.App, callback)
	if err != nil {
		return err
	}
	if seen || sender == "" || !perSender.Allow(e.App, sender) {
		return e.JSON(http.StatusOK, received)
	}
	word, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	reply := howToAsk
	if answer := keywords[strings.ToLower(strings.TrimSpace(word))]; answer != nil {
		reply = answer(e.App, sender, strings.TrimSpace(rest))
	}
	if err := queueReply(e.App, sender, reply); err != nil {
		return err
	}
	wake(e.App)
	return e.JSON(http.StatusOK, received)
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
