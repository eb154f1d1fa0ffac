package accounts

import (
	"fmt"
	"html"
	"net/mail"
	"strings"

	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/mailer"

	"mdesa/hooks/office"
)

// letter is a mail's text. Nothing in it says whom it is for: mailboxes are read
// by families and shown on lock screens.
type letter struct{ subject, before, after string }

var (
	loginLetters = map[string]letter{
		"id": {"Kode masuk: %s", "Masukkan kode ini untuk melanjutkan masuk ke meja petugas %s:",
			"Kode berlaku 10 menit. Jangan berikan kepada siapa pun, juga tidak kepada admin. Bila Anda tidak sedang masuk, seseorang mengetahui kata sandi Anda: segera ganti."},
		"en": {"Login code: %s", "Type this code to go on logging in to the staff desk of %s:",
			"The code works for 10 minutes. Give it to nobody, not even the admin. If you are not logging in, somebody knows your password: change it at once."},
	}
	confirmLetters = map[string]letter{
		"id": {"Konfirmasi surel: %s", "Masukkan kode ini di profil petugas %s untuk mengonfirmasi alamat surel ini:",
			"Kode berlaku 15 menit. Bila Anda tidak memintanya, abaikan surel ini."},
		"en": {"Confirm your e-mail: %s", "Type this code into your staff profile at %s to confirm this address:",
			"The code works for 15 minutes. If you did not ask for it, ignore this e-mail."},
	}
)

// wordLoginCode gives PocketBase's mail with a code the office's words.
func wordLoginCode(e *core.MailerRecordEvent) error {
	code, _ := e.Meta["password"].(string)
	subject, body, text := write(e.App, loginLetters, e.Record.GetString("language"), code)
	e.Message.Subject, e.Message.HTML, e.Message.Text = subject, body, text
	return e.Next()
}

func sendMailCode(app core.App, officer *core.Record, to, code string) error {
	subject, body, text := write(app, confirmLetters, officer.GetString("language"), code)
	meta := app.Settings().Meta
	return app.NewMailClient().Send(&mailer.Message{
		From: mail.Address{Name: meta.SenderName, Address: meta.SenderAddress},
		To:   []mail.Address{{Address: to}}, Subject: subject, HTML: body, Text: text,
	})
}

func write(app core.App, letters map[string]letter, language, code string) (subject, body, text string) {
	words, ok := letters[language]
	if !ok {
		words = letters["id"]
	}
	name := officeName(app)
	lines := []string{fmt.Sprintf(words.before, name), code, words.after}
	for i, line := range lines {
		line = html.EscapeString(line)
		if i == 1 {
			line = "<strong>" + line + "</strong>"
		}
		body += "<p>" + line + "</p>\n"
	}
	return fmt.Sprintf(words.subject, name), body, strings.Join(lines, "\n\n") + "\n"
}

// officeName is "Desa Taman Sari".
func officeName(app core.App) string {
	record, err := office.Current(app)
	if err != nil {
		return "M-Desa"
	}
	kind := map[string]string{"desa": "Desa ", "kelurahan": "Kelurahan "}[record.GetString("kind")]
	return kind + record.GetString("name")
}
