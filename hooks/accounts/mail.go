package accounts

import (
	"net/mail"
	"strings"
	"sync"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/mailer"

	"mdesa/hooks/office"
)

// hasMail tells whether the office has set up how mail leaves. Without it
// PocketBase would try the system's sendmail, which most servers do not have.
func hasMail(app core.App) bool { return app.Settings().SMTP.Enabled }

// words are a text in both languages.
type words struct{ id, en string }

func (w words) in(language string, values map[string]string) string {
	text := w.id
	if language == "en" {
		text = w.en
	}
	pairs := []string{}
	for name, value := range values {
		pairs = append(pairs, "{"+name+"}", value)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// inBackground runs what nobody should wait for, and whose time nobody should be
// able to measure. The program does not end before it is done.
func inBackground(app core.App, do func()) {
	running := mailRunning(app)
	running.Add(1)
	go func() {
		defer running.Done()
		do()
	}()
}

func mailRunning(app core.App) *sync.WaitGroup {
	return app.Store().GetOrSet("accounts.mail", func() any { return new(sync.WaitGroup) }).(*sync.WaitGroup)
}

func finishMail(e *core.TerminateEvent) error {
	mailRunning(e.App).Wait()
	return e.Next()
}

// post sends a mail of plain text, so that nothing in it can be markup. Failures
// go to the log: the person is told to come to the counter when nothing arrives.
func post(app core.App, to, language string, subject, body words, values map[string]string) {
	if to == "" || !hasMail(app) {
		return
	}
	values["office"], values["address"] = officeName(app), addressOf(app)
	meta := app.Settings().Meta
	err := app.NewMailClient().Send(&mailer.Message{
		From:    mail.Address{Name: values["office"], Address: meta.SenderAddress},
		To:      []mail.Address{{Address: to}},
		Subject: subject.in(language, values),
		Text:    body.in(language, values) + closing.in(language, values),
	})
	if err != nil {
		app.Logger().Error("a mail was not sent", "error", err)
	}
}

var closing = words{
	"\n\n{office}\n{address}\n\nPesan ini dikirim otomatis. Petugas tidak pernah meminta kata sandi atau kode Anda.",
	"\n\n{office}\n{address}\n\nThis message was sent by the program. The office never asks for your password or code.",
}

// addressOf is where the office's page is, without a slash at the end.
func addressOf(app core.App) string {
	address := app.Settings().Meta.AppURL
	if current, err := office.Current(app); err == nil && current.GetString("public_url") != "" {
		address = current.GetString("public_url")
	}
	return strings.TrimSuffix(address, "/")
}
